package import Cadre
package import Office

/// One doubt about a rule set.
package struct LintRow: Hashable, Sendable {
  package let kind: Kind
  /// nil: it is about the holidays beside the rule set.
  package let parameter: ParameterName?
  /// The entry, counted from 1 among its parameter's.
  package let entry: Int?
  /// The entry itself.
  package let rule: RuleEntry?
  package let year: Int?
  /// Verdicts that hang on it.
  package let verdicts: Int?
  package let words: Words

  /// What is doubtful.
  package enum Kind: UInt8, Code {
    case noEntry, unverified, citedLater, expired, noHolidays, hangingVerdicts
  }
}

extension LintRow {
  /// Every doubt: what verdicts hang on, then years without holidays, then those of the text.
  package static func all(in lint: RulesLint) -> [LintRow] {
    hanging(lint) + years(lint) + lint.remarks.map { LintRow($0, in: lint.rules) }
  }

  private static func hanging(_ lint: RulesLint) -> [LintRow] {
    lint.hanging.map { hanging in
      let hang = hanging.count == 1 ? "hangs" : "hang"
      return LintRow(
        kind: .hangingVerdicts, parameter: hanging.parameter, entry: nil, rule: nil, year: nil,
        verdicts: hanging.count,
        words: Words(
          vi: "\(hanging.count)/\(lint.rows) kết luận dựa vào giá trị chưa kiểm chứng",
          en: "\(hanging.count) of \(Words.counted(lint.rows, "verdict", "verdicts")) \(hang) on "
            + "an unverified value"))
    }
  }

  private static func years(_ lint: RulesLint) -> [LintRow] {
    lint.yearsWithoutHolidays.map { year in
      LintRow(
        kind: .noHolidays, parameter: nil, entry: nil, rule: nil, year: year, verdicts: nil,
        words: Words(
          vi: "năm \(year) chưa có danh sách ngày nghỉ: không tính được hạn theo ngày làm việc",
          en: "\(year) has no list of holidays: no deadline in working days can be told"))
    }
  }

  private init(_ remark: RuleRemark, in rules: RuleSet) {
    let entries = Array(rules.entries(of: remark.parameter))
    let rule = remark.entry.flatMap { entries.indices.contains($0 - 1) ? entries[$0 - 1] : nil }
    let kind: Kind
    let words: Words
    switch remark {
    case .noEntry:
      kind = .noEntry
      words = Words(vi: "không có giá trị vào ngày nào", en: "has no value on any day")
    case .unverified(let name, _):
      kind = .unverified
      words =
        Words(vi: "chưa kiểm chứng: ", en: "unverified: ")
        + (rule?.value.words(in: name.unit) ?? .none)
    case .citedLater(_, _, let day):
      kind = .citedLater
      words = Words(
        vi: "dẫn văn bản ngày \(day.forPeople), sau ngày bắt đầu áp dụng",
        en: "cites a text of \(day.forPeople), later than its first day")
    case .expired(_, _, let day):
      kind = .expired
      words = Words(
        vi: "hết hiệu lực từ \(day.forPeople), không có giá trị kế tiếp",
        en: "ended on \(day.forPeople), and no value follows")
    }
    self.init(
      kind: kind, parameter: remark.parameter, entry: remark.entry, rule: rule, year: nil,
      verdicts: nil, words: words)
  }
}

extension RulesReport {
  /// A row a doubt.
  package static let lint: [Column<LintRow>] = [
    Column("kind", Words(vi: "Loại", en: "Kind")) { .code($0.kind, $0.kind.words) },
    Column("parameter", Words(vi: "Tham số", en: "Parameter"), wraps: false) {
      .text($0.parameter?.name)
    },
    Column("entry", Words(vi: "Mục", en: "Entry")) { .number($0.entry) },
    Column("from", Words(vi: "Từ ngày", en: "From"), wraps: false) { .day($0.rule?.from) },
    Column("to", Words(vi: "Đến trước ngày", en: "Until before"), wraps: false) {
      .day($0.rule?.to)
    },
    Column("scope", Words(vi: "Trường hợp", en: "Cases"), in: .json) {
      $0.rule.map { scope(of: $0) } ?? .absent
    },
    Column("basis", Words(vi: "Căn cứ", en: "Basis")) {
      .basis($0.rule?.basis)
    },
    Column("year", Words(vi: "Năm", en: "Year"), in: .json) { .number($0.year) },
    Column("verdicts", Words(vi: "Kết luận", en: "Verdicts"), in: .json) { .number($0.verdicts) },
    Column("what", Words(vi: "Nội dung", en: "What"), in: [.table, .csv]) { .words($0.words) },
  ]

  /// How many doubts there are of what, and from where it was asked.
  package static func summary(_ lint: RulesLint) -> Words {
    let count = lint.remarks.count + lint.yearsWithoutHolidays.count + lint.hanging.count
    return Words(
      vi: "\(lint.rules.id): \(count) điều cần xem; \(lint.hangingRows)/\(lint.rows) kết luận "
        + "dựa vào giá trị chưa kiểm chứng; ",
      en: "\(lint.rules.id): \(Words.counted(count, "warning", "warnings")); "
        + "\(lint.hangingRows) of \(Words.counted(lint.rows, "verdict", "verdicts")) "
        + "\(lint.hangingRows == 1 ? "rests" : "rest") on an unverified value; ")
      + Words(
        vi: "ngày \(lint.standpoint.on.forPeople), \(lint.standpoint.known.count) sự kiện.",
        en: "on \(lint.standpoint.on.forPeople), knowing "
          + "\(Words.counted(lint.standpoint.known.count, "event", "events")).")
  }
}

extension LintRow.Kind {
  /// What people call it.
  fileprivate var words: Words {
    switch self {
    case .noEntry: Words(vi: "thiếu giá trị", en: "no value")
    case .unverified: Words(vi: "chưa kiểm chứng", en: "unverified")
    case .citedLater: Words(vi: "căn cứ ra sau", en: "later text")
    case .expired: Words(vi: "hết hiệu lực", en: "expired")
    case .noHolidays: Words(vi: "thiếu ngày nghỉ", en: "no holidays")
    case .hangingVerdicts: Words(vi: "kết luận phụ thuộc", en: "verdicts hang")
    }
  }
}

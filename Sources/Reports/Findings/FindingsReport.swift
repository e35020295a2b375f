package import Cadre
package import Office

/// Findings as people read them.
package enum FindingsReport {
  /// The columns of tables and of files for spreadsheet programs.
  ///
  /// - Parameter positions: codes of the posts that findings name beside their own.
  package static func columns(_ positions: [PositionNumber: String]) -> [Column<FindingRow>] {
    subject + [
      Column("needed", Words(vi: "Cần", en: "Needed")) { .words($0.finding.needed.words) },
      Column("found", Words(vi: "Có", en: "Found")) { row in
        .words(row.finding.found.words(on: row.finding.day) { positions[$0] })
      },
      Column("basis", Words(vi: "Căn cứ", en: "Legal basis")) {
        .words(.basis($0.finding.basis, verified: $0.finding.verified))
      },
      Column("event", Words(vi: "Sự kiện", en: "Event")) { .index($0.finding.event) },
      Column("evidence", Words(vi: "Bằng chứng", en: "Evidence"), in: .csv) {
        .list($0.finding.evidence.map { .text(String($0.number)) })
      },
      Column("missingSheet", Words(vi: "Thiếu bảng", en: "Missing sheet"), in: .csv) {
        .text($0.finding.missingSheet?.sheet)
      },
      Column("judgedKnown", Words(vi: "Biết khi xét", en: "Judged knowing"), in: .csv) {
        .number(Int($0.finding.known.count))
      },
      Column("afterwards", Words(vi: "Xét theo nay", en: "As known now")) {
        .code($0.finding.afterwards, $0.finding.afterwards.words)
      },
    ]
  }

  /// What a finding is about.
  private static let subject: [Column<FindingRow>] = [
    Column("day", Words(vi: "Ngày", en: "Day"), wraps: false) { .day($0.finding.day) },
    Column("what", Words(vi: "Phát hiện", en: "Finding")) { .words($0.finding.what) },
    Column("status", Words(vi: "Mức", en: "Status")) {
      .code($0.finding.status, $0.finding.status.words, tone: $0.finding.status.tone)
    },
    Column("file", Words(vi: "Mã hồ sơ", en: "File"), wraps: false) { .text($0.who?.file) },
    Column("name", Words(vi: "Họ và tên", en: "Name")) { .words($0.who?.words ?? .none) },
    Column("position", Words(vi: "Chức danh", en: "Post")) { row in
      .text([row.positionCode, row.title].compactMap { $0 }.joined(separator: " "))
    },
    Column("organisationCode", Words(vi: "Mã tổ chức", en: "Code"), in: .csv) {
      .text($0.organisation)
    },
    Column("organisation", Words(vi: "Tổ chức", en: "Organisation")) {
      .text($0.organisationName)
    },
  ]

  /// How many there are, the share of theory held before appointments, and the standpoint.
  package static func summary(_ list: FindingsList) -> Words {
    let unknown = list.rows.count { $0.finding.status == .unknown }
    let resolved = list.rows.count { $0.finding.afterwards == .resolved }
    let count = Words(
      vi: "\(list.rows.count) phát hiện, \(unknown) chưa rõ, \(resolved) nay không còn; ",
      en: "\(Words.counted(list.rows.count, "finding", "findings")), \(unknown) not known, "
        + "\(resolved) resolved since; ")
    return count + (list.theory.map { target($0, list.standpoint) + Words("; ") } ?? .none)
      + list.standpoint.words + Words(".")
  }

  private static func target(_ theory: TheoryTally, _ standpoint: Standpoint) -> Words {
    let (vietnamese, english) =
      theory.percent.map { (decimal($0, mark: ","), decimal($0, mark: ".")) } ?? ("–", "–")
    let figure = Words(
      vi: "S3: \(theory.met)/\(theory.appointments) lượt bổ nhiệm (\(vietnamese) %) có trình độ "
        + "LLCT trước khi bổ nhiệm",
      en: "S3: \(theory.met) of \(theory.appointments) appointments (\(english) %) with the theory "
        + "level held before")
    guard let target = standpoint.theoryTarget else { return figure }
    return figure
      + Words(vi: ", mục tiêu \(target.percent.value) %", en: ", target \(target.percent.value) %")
      + (target.by.map { Words(vi: " đến \($0.forPeople)", en: " by \($0.forPeople)") } ?? .none)
  }
}

extension Standpoint {
  /// **theory.target** and the day by which it is to be reached, as the rule set has them on the
  /// day asked.
  var theoryTarget: (percent: Ruling<Int>, by: Day?)? {
    guard let percent = rules.number(.theoryTarget, on: on) else { return nil }
    guard case .day(let by) = rules.ruling(.theoryTargetBy, on: on)?.value else {
      return (percent, nil)
    }
    return (percent, by)
  }
}

extension Finding {
  /// The kind, with the requirement or the term.
  fileprivate var what: Words {
    let detail = requirement?.words ?? term.map { Words($0.description) }
    return kind.words + (detail.map { Words(": ") + $0 } ?? .none)
  }
}

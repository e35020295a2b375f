package import Cadre
package import Office

/// The eligibility list as people read it.
package enum EligibilityReport {
  /// The columns of tables and of files for spreadsheet programs, of a question about that day.
  package static func columns(on day: Day) -> [Column<Assessment>] {
    [
      Column("file", Words(vi: "Mã hồ sơ", en: "File"), wraps: false) { .text($0.who.file) },
      Column("name", Words(vi: "Họ và tên", en: "Name")) { .words($0.who.words) },
      Column("position", Words(vi: "Chức danh", en: "Post")) {
        .text("\($0.positionCode) \($0.title)")
      },
      Column("organisationCode", Words(vi: "Mã tổ chức", en: "Code"), in: .csv) {
        .text($0.organisation)
      },
      Column("organisation", Words(vi: "Tổ chức", en: "Organisation")) {
        .text($0.organisationName)
      },
      Column("verdict", Words(vi: "Kết luận", en: "Verdict")) { .verdict($0.judgement.verdict) },
      Column("missing", Words(vi: "Còn thiếu / lý do", en: "Missing / why")) {
        .words($0.judgement.shortfalls(on: day))
      },
      Column("ready", Words(vi: "Đủ từ / đến", en: "Ready from / until")) {
        .words($0.judgement.period)
      },
      Column("renewBy", Words(vi: "Cần làm lại trước", en: "Renew before")) {
        .words($0.judgement.renewal)
      },
    ]
  }

  /// The rows as people look for them: by given name, middle names, family; those of one person
  /// stay together and in their order.
  package static func sortedByName(_ rows: [Assessment]) -> [Assessment] {
    let keyed = rows.enumerated().map { place, row in
      (key: Letters.nameSortKey(row.who.name ?? ""), place: place, row: row)
    }
    return keyed.sorted { left, right in
      left.key == right.key
        ? left.place < right.place : left.key.lexicographicallyPrecedes(right.key)
    }.map(\.row)
  }

  /// Rows by verdict, from where the question was asked, and how many verdicts hang on a value
  /// that no public source confirms.
  package static func summary(_ list: EligibilityList) -> Words {
    var counts = [Int](repeating: 0, count: Verdict.allCases.count)
    var unverified = 0
    for row in list.rows {
      counts[Int(row.judgement.verdict.rawValue)] += 1
      if row.judgement.hangsOnUnverified { unverified += 1 }
    }
    return Words(
      vi: "\(list.rows.count) dòng: ", en: "\(Words.counted(list.rows.count, "row", "rows")): ")
      + Words.joined(
        Verdict.allCases.map { Words("\(counts[Int($0.rawValue)]) ") + $0.words }, by: ", ")
      + Words("; ") + list.standpoint.words
      + Words(
        vi: "; \(unverified) kết luận dựa vào giá trị chưa kiểm chứng.",
        en: unverified == 1
          ? "; 1 verdict rests on an unverified value."
          : "; \(unverified) verdicts rest on an unverified value.")
  }
}

extension Standpoint {
  /// From where a question was asked.
  package var words: Words {
    Words(on, known, rules: rules.id)
      + (rulesKnown
        ? .none
        : Words(vi: " (thông qua sau đó)", en: " (adopted later)"))
  }
}

extension ReportPublished {
  /// What was asked, and from where.
  var words: Words { Words("\(question): ") + Words(on, known, rules: rules) }
}

extension Words {
  /// From where a question is asked.
  fileprivate init(_ day: Day, _ known: LogSize, rules: String) {
    let (day, size) = (day.forPeople, known.count)
    self.init(
      vi: "ngày \(day), \(size) sự kiện, quy tắc \(rules)",
      en: "on \(day), knowing \(Words.counted(size, "event", "events")), by the rules \(rules)")
  }
}

extension Identity {
  /// The name; of people erased that, and the number by which the ledger still calls them.
  package var words: Words {
    if let name { return Words(name) }
    guard isErased else { return Words.none }
    return Words(vi: "(đã xóa, số \(person.number))", en: "(erased, number \(person.number))")
  }
}

extension Judgement {
  /// Everything that is missing on that day, in a few words each.
  package func shortfalls(on day: Day) -> Words {
    Words.joined(requirements.compactMap { $0.shortfall(on: day) }, by: "; ")
  }

  /// Since when and how long ready.
  package var period: Words {
    guard let readyFrom else { return .none }
    let from =
      verdict == .ready
      ? Words.none : Words(vi: "từ \(readyFrom.forPeople)", en: "from \(readyFrom.forPeople)")
    let until = readyUntil.map {
      Words(vi: "trước \($0.forPeople)", en: "before \($0.forPeople)")
    }
    return Words.joined([from, until ?? .none], by: " ")
  }

  /// Before when something must be done again, and what.
  package var renewal: Words {
    guard let renewBy else { return .none }
    let what = Words.joined(renewBy.requirements.map(\.words), by: ", ")
    return Words(renewBy.day) + Words(": ") + what
  }
}

/// The time that a report is about: a calendar year, a quarter of one, or a term of office.
package struct ReportPeriod: Hashable, Sendable {
  /// As it is asked for: `2021`, `2021-Q3`, `2020-2025`.
  package let name: String
  /// The first day.
  package let from: Day
  /// The first day after it.
  package let until: Day

  /// The last day.
  package var last: Day { until.adding(days: -1) }

  /// Whether a day lies in it.
  package func contains(_ day: Day) -> Bool { from <= day && day < until }

  /// The calendar years whose end lies in it, and the one that a day in it, or a quarter, is of;
  /// none that begin after the day.
  package func years(by day: Day) -> [Int] {
    guard from <= day else { return [] }
    let end = min(day, last)
    return (from.year...end.year).filter { year in
      contains(.lastOf(year: year)) || year == end.year && (day <= last || from.year == end.year)
    }
  }
}

extension ReportPeriod {
  /// A year or quarter as it is written, or a term of the rules; nil where the text is none.
  package init?(text: String, _ rules: RuleSet) {
    if let term = Term(text: text) {
      guard let days = rules.days(of: term) else { return nil }
      self.init(name: term.description, from: days.from, until: days.until)
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 4 || bytes.count == 7, let year = decimal(bytes[0..<4]),
      (1900...2200).contains(year)
    else { return nil }
    if bytes.count == 4 {
      self.init(name: text, from: .firstOf(year: year), until: .firstOf(year: year + 1))
      return
    }
    guard bytes[4] == UInt8(ascii: "-"), bytes[5] | 0x20 == UInt8(ascii: "q"),
      let quarter = decimal(bytes[6...]), (1...4).contains(quarter)
    else { return nil }
    let first = Month(year: year, month: quarter * 3 - 2)
    self.init(
      name: "\(year)-Q\(quarter)", from: first.first, until: first.adding(months: 3).first)
  }
}

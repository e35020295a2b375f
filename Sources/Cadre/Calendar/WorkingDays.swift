/// The days on which offices work: not Saturdays, Sundays or an adopted holiday.
///
/// A year whose list was not adopted is said, never guessed (spec/domain.md section 2).
package struct WorkingDays: Sendable {
  private var holidays: [Int: Set<Day>] = [:]

  /// A calendar without any adopted year.
  package init() {}

  /// The calendar of the lists adopted by the ledger's facts that count at a log size.
  package init(_ facts: [Fact<LedgerEvent>], known: LogSize) {
    for fact in facts where fact.counts(at: known) {
      if case .holidaysAdopted(let year, let days) = fact.event {
        adopt(year: year, holidays: days)
      }
    }
  }

  /// Adopts the holidays of a year; a later list of the same year replaces the earlier.
  package mutating func adopt(year: Int, holidays days: [Day]) { holidays[year] = Set(days) }

  /// The years that have a list, ascending.
  package var years: [Int] { holidays.keys.sorted() }

  /// Whether the day is worked; nil where its year has no list and it is not a weekend.
  package func isWorked(_ day: Day) -> Bool? {
    if day.weekday >= 5 { return false }
    guard let list = holidays[day.year] else { return nil }
    return !list.contains(day)
  }

  /// The day on which the n-th working day after `start` falls; O(n).
  ///
  /// - Returns: the deadline, or the first year without a list that it would have to guess.
  package func deadline(_ count: Int, after start: Day) -> Deadline {
    var day = start
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      guard let worked = isWorked(day) else { return .noList(year: day.year) }
      if worked { left -= 1 }
    }
    return .day(day)
  }

  /// A deadline in working days, or why there is none.
  package enum Deadline: Hashable, Sendable {
    case day(Day)
    case noList(year: Int)
  }
}

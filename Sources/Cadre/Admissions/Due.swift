/// Until when something has to be done, and by which rule.
package struct Due: Hashable, Sendable {
  /// The last day in time; nil where a year on the way to it has no list of holidays.
  package let by: Day?
  /// What `by` is not earlier than: holidays only put it off.
  package let notBefore: Day
  /// The first year without a list of holidays.
  package let noListFor: Int?
  package let parameter: ParameterName
  package let basis: Basis
  /// Whether every rule that decides was found in public sources.
  package let verified: Bool

  /// A deadline that no holiday moves.
  init<Value>(by day: Day, _ parameter: ParameterName, _ ruling: Ruling<Value>) {
    by = day
    notBefore = day
    noListFor = nil
    self.parameter = parameter
    basis = ruling.basis
    verified = ruling.verified
  }

  /// A deadline in working days after a day.
  init<Value>(
    _ count: Int, after start: Day, _ calendar: WorkingDays, _ parameter: ParameterName,
    _ ruling: Ruling<Value>, verified: Bool
  ) {
    switch calendar.deadline(count, after: start) {
    case .day(let day):
      by = day
      notBefore = day
      noListFor = nil
    case .noList(let year):
      by = nil
      notBefore = calendar.earliestDeadline(count, after: start)
      noListFor = year
    }
    self.parameter = parameter
    basis = ruling.basis
    self.verified = verified
  }

  /// Whether it is over on a day; nil where the ledger lacks the holidays that would tell.
  package func isOver(on day: Day) -> Bool? {
    if day <= notBefore { return false }
    guard let by else { return nil }
    return day > by
  }
}

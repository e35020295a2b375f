/// When somebody left the ledger, which is where keeping their data begins to end.
extension PersonState {
  /// The first day from which on, up to `today` without a break, the population does not count the
  /// person: the membership ended, it went to an organisation outside, or the organisation was
  /// handed over. Nil for who is counted on that day, or never was.
  ///
  /// Looked for day by day: whatever takes somebody out of the population, or back into it, would
  /// otherwise have to be listed here a second time. O(days since).
  package func left(by today: Day, _ organisations: OrganisationTree) -> Day? {
    guard let first = firstStanding, first <= today,
      !isHere(on: today, organisations)
    else { return nil }
    var day = today
    while day > first {
      let before = day.adding(days: -1)
      if isHere(on: before, organisations) { return day }
      day = before
    }
    return nil
  }

  /// The first day on which the person may have been counted; no earlier than 1900.
  private var firstStanding: Day? {
    let days = [introduction?.from, admissions.first?.ceremonyOn].compactMap(\.self)
    return days.min().map { max($0, .firstOf(year: 1900)) }
  }

  /// Whether the population of a day counts the person, or would if the organisation had been
  /// founded by then: sheets place people who left long ago in what came after.
  private func isHere(on day: Day, _ organisations: OrganisationTree) -> Bool {
    guard status(on: day).isPresent, let organisation = organisation(on: day) else { return false }
    let resolved = organisations.resolve(organisation, on: day)
    if organisations[resolved].map({ !$0.isEstablished(on: day) }) ?? false { return true }
    return organisations.isInTree(resolved, on: day)
  }
}

extension RuleSet {
  /// **retention.years**: how long the data of a person who has left are kept.
  package func retentionYears(on day: Day) -> Ruling<Int>? { number(.retentionYears, on: day) }
}

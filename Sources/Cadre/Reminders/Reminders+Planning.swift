/// Plans that end with their term, and standards conclusions of people in planning.
extension Reminders {
  func planning(of person: PersonState) -> [Reminder] {
    if person.planning.isEmpty { return [] }
    let standing = person.planning.filter { entry in
      person.counts(entry, on: on, rules) && posts[entry.position]?.isInTree == true
        && !person.holds(entry.position, on: on)
    }
    if standing.isEmpty { return [] }
    return standing.compactMap(ending) + conclusions(of: person)
  }

  private func ending(_ entry: PlanningEntry) -> Reminder? {
    guard let days = rules.days(of: entry.term), isNear(days.until) else { return nil }
    let ruling = Ruling(
      value: entry.term, basis: days.basis, verified: days.verified, until: nil)
    var reminder = Reminder(.planEnding, on: days.until, evidence: [entry.index])
      .resting(on: .planningTerms, ruling)
    reminder.position = entry.position
    reminder.term = entry.term
    return reminder
  }

  /// Of each purpose the last conclusion, where it is favourable: **standards.validMonths**.
  private func conclusions(of person: PersonState) -> [Reminder] {
    guard let months = rules.standardsValidMonths(on: on) else { return [] }
    return ConclusionPurpose.allCases.compactMap { purpose in
      guard
        let last = person.conclusions.last(where: { $0.on <= on && $0.purpose == purpose }),
        last.result == .favourable
      else { return nil }
      let end = last.on.adding(months: months.value)
      guard isNear(end) else { return nil }
      return Reminder(.conclusionEnding, on: end, .conclusion(purpose), evidence: [last.index])
        .resting(on: .standardsValidMonths, months)
    }
  }
}

/// Retirement of people who hold a post, or are planned for one, inside the term.
extension Reminders {
  /// A reminder a post: held in the term that the day of retirement lies in, or planned for a term
  /// that is not over by then. Of a birth known to the month or year the earliest month counts,
  /// and the latest is said.
  func retirement<Failure: Error>(
    of person: PersonState, profile: () throws(Failure) -> Profile
  ) throws(Failure) -> [Reminder] {
    let held = person.tenures.filter { $0.runs(on: on) && isOpen($0.position) }
    let planned = person.planning.filter {
      person.counts($0, on: on, rules) && isOpen($0.position)
        && !person.holds($0.position, on: on)
    }
    if held.isEmpty, planned.isEmpty { return [] }
    let profile = try profile()
    guard let birth = profile.birth, let sex = profile.sex,
      let (earliest, latest) = rules.retirementMonths(birth: birth, sex: sex),
      isNear(earliest.value.last)
    else { return [] }
    let month = Retirement(earliest: earliest, latest: latest, sources: profile.sources)
    return held.map { tenure in
      reminder(month, tenure.position, rules.term(on: month.day)?.term, true, tenure.index)
    }
      + planned.filter { rules.end(of: $0.term) > month.day }.map { entry in
        reminder(month, entry.position, entry.term, false, entry.index)
      }
  }

  private struct Retirement {
    let earliest: Ruling<Month>
    let latest: Ruling<Month>
    let sources: [LogIndex]

    /// The last day of the month (Decree 135/2020 art. 3.1), under every rule set.
    var day: Day { earliest.value.last }
  }

  private func isOpen(_ position: PositionNumber) -> Bool {
    posts[position].map { $0.isOpen && $0.isInTree } ?? false
  }

  private func reminder(
    _ month: Retirement, _ position: PositionNumber, _ term: Term?, _ isHeld: Bool,
    _ index: LogIndex
  ) -> Reminder {
    var reminder = Reminder(
      .retirement, on: month.day, .held(isHeld), evidence: [index] + month.sources
    ).resting(on: .retirementAge, month.earliest)
    if month.latest.value != month.earliest.value { reminder.latest = month.latest.value.last }
    reminder.position = position
    reminder.term = term
    return reminder
  }
}

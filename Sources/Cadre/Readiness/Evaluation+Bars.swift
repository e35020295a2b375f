extension Evaluation {
  /// No discipline bars; not asked of who holds a post as high.
  func discipline<R: Recorder>(on day: Day, _ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    if holdsAsHigh { return exempt(&recorder) }
    recorder.needs(.noBar)
    guard let last = candidate.lastBar(on: day) else {
      recorder.rests(on: epoch.ground(of: .disciplineBarMonths))
      return absence(of: .disciplines, gives: .met, &recorder)
    }
    recorder.finds(
      .bar(
        last.discipline.system, last.discipline.form, announcedOn: last.discipline.announcedOn,
        until: last.until))
    recorder.cites(last.discipline.index)
    recorder.rests(on: last.ground)
    for bar in candidate.bars where day < bar.until {
      recorder.cites(bar.discipline.index)
      recorder.rests(on: bar.ground)
    }
    return Reading(status: .unmet, next: last.until)
  }

  /// Enough calendar months to retirement, at both ends of the birth's interval; not asked of who
  /// holds a post as high.
  func age<R: Recorder>(on day: Day, _ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    guard let needed = epoch.monthsToRetirement else { return .notApplicable }
    if holdsAsHigh { return exempt(&recorder) }
    recorder.needs(.monthsToRetirement(needed))
    recorder.rests(on: epoch.ground(of: .appointmentMonthsToRetirement))
    for source in candidate.profile.sources { recorder.cites(source) }
    guard let retirement = candidate.retirement else {
      seek(.people, &recorder)
      return Reading(status: .unknown)
    }
    recorder.finds(.retirement(earliest: retirement.earliest, latest: retirement.latest))
    recorder.rests(on: retirement.ground)
    // The last months in which either end still is far enough from retirement.
    let sure = retirement.earliest.adding(months: -needed)
    let possible = retirement.latest.adding(months: -needed)
    let month = ageMonth ?? day.month
    if month <= min(sure, possible) {
      return Reading(status: .met, next: next(after: min(sure, possible)))
    }
    if month <= max(sure, possible) {
      seek(.people, &recorder)
      return Reading(status: .unknown, next: next(after: max(sure, possible)))
    }
    return Reading(status: .unmet)
  }

  private func next(after month: Month) -> Day {
    ageMonth == nil ? month.adding(months: 1).first : .afterAll
  }

  private func exempt<R: Recorder>(_ recorder: inout R) -> Reading {
    if let held {
      recorder.finds(.holdsPost(held.position))
      recorder.cites(held.index)
    }
    return .notApplicable
  }

  /// Personnel work is not suspended for the post's organisation.
  func suspension<R: Recorder>(_ epoch: RuleEpoch, _ recorder: inout R) -> Reading {
    recorder.needs(.noSuspension)
    guard epoch.suspended else { return Reading(status: .met) }
    recorder.rests(on: epoch.ground(of: .suspension))
    if let lifting = readiness.posts.tree.lifting(of: post.organisation) {
      recorder.finds(.suspensionLifted)
      recorder.cites(lifting)
      return Reading(status: .met)
    }
    recorder.finds(.suspended)
    return Reading(status: .unmet)
  }

  /// No impediment that bars is open.
  func impediment<R: Recorder>(on day: Day, _ recorder: inout R) -> Reading {
    recorder.needs(.noImpediment)
    guard let last = lastImpediment(on: day) else { return Reading(status: .met) }
    recorder.finds(
      .impediment(last.kind, until: last.until == .afterAll ? nil : last.until))
    recorder.cites(last.index)
    for impediment in person.impediments where isOpen(impediment, on: day) {
      recorder.cites(impediment.index)
    }
    return Reading(status: .unmet, next: last.until)
  }

  /// The impediment open on a day that ends last; of equal last days the lowest index.
  private func lastImpediment(on day: Day) -> Impediment? {
    var last: Impediment?
    for impediment in person.impediments where isOpen(impediment, on: day) {
      let goesOn = last.map { last in
        (last.until, impediment.index) < (impediment.until, last.index)
      }
      if goesOn ?? true { last = impediment }
    }
    return last
  }

  private func isOpen(_ impediment: Impediment, on day: Day) -> Bool {
    impediment.kind.bars && impediment.from <= asked && day < impediment.until
  }
}

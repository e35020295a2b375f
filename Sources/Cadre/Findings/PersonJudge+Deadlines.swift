extension PersonJudge {
  /// **admission.ceremonyWorkingDays** after the decision.
  func ceremony(_ admitted: Admitted, _ index: LogIndex) -> Finding? {
    guard let decided = admitted.decidedOn,
      let ruling = rules.number(.admissionCeremonyWorkingDays, on: decided)
    else { return nil }
    let period = Period(start: decided, days: ruling.value, index: index)
    var finding = late(.ceremonyLate, period, act: (admitted.ceremonyOn, index))
    finding?.rest(on: .admissionCeremonyWorkingDays, ruling)
    return finding
  }

  /// A recognition that came after probation and the working days of cell, committee and
  /// extension.
  func recognition(by index: LogIndex) -> [Finding] {
    guard let admission = state.admissions.first(where: { $0.recognisedBy == index }),
      let decided = admission.recognitionDecidedOn
    else { return [] }
    return recognition(of: admission, act: (decided, index)).map { [$0] } ?? []
  }

  /// A transfer received after **transfer.workingDays** from its introduction.
  func reception(by index: LogIndex) -> [Finding] {
    guard let transfer = state.transfers.first(where: { $0.receivedBy == index }),
      let day = transfer.receivedOn
    else { return [] }
    return reception(of: transfer, act: (day, index)).map { [$0] } ?? []
  }

  /// Recognitions and receptions that have not come by the day asked.
  func overdue() -> [Finding] {
    var found: [Finding] = []
    if let admission = state.admission(on: on), admission.recognisedBy == nil,
      let finding = recognition(of: admission, act: nil)
    {
      found.append(finding)
    }
    for transfer in state.transfers.compactMap({ $0.asOf(on) }) where transfer.receivedOn == nil {
      if let finding = reception(of: transfer, act: nil) { found.append(finding) }
    }
    return found
  }

  private func recognition(of admission: Admission, act: (day: Day, index: LogIndex)?) -> Finding? {
    guard let months = rules.probationMonths(ceremonyOn: admission.ceremonyOn) else { return nil }
    let start = admission.ceremonyOn.adding(months: months.value)
    let parameters: [ParameterName] = [
      .recognitionCellWorkingDays, .recognitionCommitteeWorkingDays, .recognitionExtension,
    ]
    let rulings = parameters.compactMap { name in
      rules.number(name, on: start).map { (name: name, ruling: $0) }
    }
    guard let first = rulings.first else { return nil }
    let days = rulings.reduce(0) { $0 + $1.ruling.value }
    let period = Period(start: start, days: days, index: admission.index)
    guard var finding = late(.recognitionLate, period, act: act) else { return nil }
    finding.rest(on: first.name, first.ruling)
    finding.verified = months.verified && rulings.allSatisfy(\.ruling.verified)
    return finding
  }

  private func reception(of transfer: Transfer, act: (day: Day, index: LogIndex)?) -> Finding? {
    guard let began = transfer.introducedBy ?? transfer.receivedBy,
      let ruling = rules.number(.transferWorkingDays, on: transfer.introducedOn)
    else { return nil }
    let period = Period(start: transfer.introducedOn, days: ruling.value, index: began)
    var finding = late(.transferLate, period, act: act)
    finding?.rest(on: .transferWorkingDays, ruling)
    finding?.organisation = transfer.to
    return finding
  }
}

extension PersonJudge {
  /// Working days from a day on, and the event that began them.
  private struct Period {
    let start: Day
    let days: Int
    let index: LogIndex
  }

  /// The finding that an act came after its deadline, or has not come by the day asked.
  ///
  /// Where a year has no list of holidays the deadline is not known; holidays can only put it
  /// off, so what came in time without any came in time.
  private func late(
    _ kind: FindingKind, _ period: Period, act: (day: Day, index: LogIndex)?
  ) -> Finding? {
    let earliest = surroundings.calendar.earliestDeadline(period.days, after: period.start)
    let day = act?.day ?? on
    if day <= earliest { return nil }
    let status: FindingStatus
    let needed: FindingNeeded
    var overdue = earliest
    switch surroundings.calendar.deadline(period.days, after: period.start) {
    case .day(let deadline):
      if day <= deadline { return nil }
      (status, needed, overdue) = (.breach, .by(deadline), deadline)
    case .noList(let year):
      (status, needed) = (.unknown, .workingDays(period.days, noListFor: year))
    }
    var finding = Finding(
      kind, status, event: act?.index ?? period.index, day: act?.day ?? overdue.adding(days: 1),
      needed: needed, found: act.map { .day($0.day) } ?? .nothing)
    finding.cite(period.index)
    return finding
  }
}

extension WorkingDays {
  /// The deadline if the years without a list had no holiday: the true one is not earlier; O(n).
  func earliestDeadline(_ count: Int, after start: Day) -> Day {
    var day = start
    var left = count
    while left > 0 {
      day = day.adding(days: 1)
      if isWorked(day) ?? true { left -= 1 }
    }
    return day
  }
}

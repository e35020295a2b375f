/// The days to come: from one day on which something may change to the next.
extension Evaluation {
  /// The verdict of the day asked, with its reasons and its days.
  func judgement() -> Judgement {
    var requirements: [Requirement] = []
    requirements.reserveCapacity(RequirementID.allCases.count)
    var isHeldReady = true
    var verdict = Verdict.ready
    for id in Self.all {
      var minutes = Minutes()
      let reading = read(id, on: asked, &minutes)
      if reading.status == .unmet { verdict = .notReady }
      if reading.status == .unknown, verdict == .ready { verdict = .unknown }
      if id.isRepeated, reading.status.isOpen { isHeldReady = false }
      let metFrom = reading.status.isOpen ? firstMet(id, after: reading) : nil
      requirements.append(minutes.requirement(id, reading.status, metFrom: metFrom))
    }
    let readyFrom = isHeldReady ? (verdict == .ready ? asked : firstReady()) : nil
    return Judgement(
      position: position, verdict: verdict, requirements: requirements, readyFrom: readyFrom,
      readyUntil: readyFrom.flatMap(firstCeased), renewBy: renewal(requirements))
  }

  private static let all = RequirementID.allCases
  private static let repeated = RequirementID.allCases.filter(\.isRepeated)
  private static let lasting = RequirementID.allCases.filter { !$0.isRepeated }

  private func silently(_ id: RequirementID, on day: Day) -> Reading {
    var silence = Silence()
    return read(id, on: day, &silence)
  }

  /// The first later day on which an open requirement is met.
  private func firstMet(_ id: RequirementID, after reading: Reading) -> Day? {
    var reading = reading
    while reading.next <= readiness.last {
      let day = reading.next
      reading = silently(id, on: day)
      if reading.status == .met { return day }
    }
    return nil
  }

  /// The first day on which none of those that last is open: on no day before the last of their
  /// next changes can that be.
  private func firstReady() -> Day? {
    var day = asked
    while true {
      var next: Day?
      for id in Self.lasting {
        let reading = silently(id, on: day)
        guard reading.status.isOpen else { continue }
        if reading.next > readiness.last { return nil }
        next = max(next ?? reading.next, reading.next)
      }
      guard let next else { return day }
      day = next
    }
  }

  /// The first day after a ready one on which one of those that last is open.
  private func firstCeased(after ready: Day) -> Day? {
    var day = ready
    while day <= readiness.last {
      var next = Day.afterAll
      for id in Self.lasting {
        let reading = silently(id, on: day)
        if reading.status.isOpen { return day }
        next = min(next, reading.next)
      }
      day = next
    }
    return nil
  }

  /// The first later day on which one of the repeated acts that is met no longer is.
  private func renewal(_ requirements: [Requirement]) -> Renewal? {
    var first = Day.afterAll
    var due: [RequirementID] = []
    for id in Self.repeated where requirements[Int(id.rawValue)].status == .met {
      guard let day = firstOpen(id), day <= first else { continue }
      if day < first { due = [] }
      first = day
      due.append(id)
    }
    return due.isEmpty ? nil : Renewal(day: first, requirements: due)
  }

  private func firstOpen(_ id: RequirementID) -> Day? {
    var day = asked
    while day <= readiness.last {
      let reading = silently(id, on: day)
      if reading.status.isOpen { return day }
      day = reading.next
    }
    return nil
  }
}

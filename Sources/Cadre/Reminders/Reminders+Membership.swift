/// Certificates, steps of an admission, probation and badges.
extension Reminders {
  /// What is next of somebody on the way into the Party, where the organisation is in the tree.
  func admission(of person: PersonState) -> [Reminder] {
    guard let organisation = person.organisation(on: on), posts.tree.isInTree(organisation),
      let standing = AdmissionStanding(person, deadlines)
    else { return [] }
    switch standing.stage {
    case .introduced: return []
    case .classPassed: return certificate(of: standing)
    case .voted: return step(.decisionDue, of: standing)
    case .decided: return step(.ceremonyDue, of: standing)
    case .probation, .recognitionDue: return probation(of: standing)
    }
  }

  private func certificate(of standing: AdmissionStanding) -> [Reminder] {
    guard let passed = standing.certificate, let end = deadlines.certificateEnd(passed.issuedOn),
      isNear(end.value)
    else { return [] }
    return [
      Reminder(.certificateLapsing, on: end.value, evidence: [passed.index])
        .resting(on: .admissionCertificateMonths, end)
    ]
  }

  /// A step until its deadline; where no rule says until when, from the day on which it may be
  /// overdue.
  private func step(_ kind: ReminderKind, of standing: AdmissionStanding) -> [Reminder] {
    let evidence = [standing.admission?.index]
    guard let due = standing.due else {
      guard standing.isOverdue(on: on) == nil, let since = standing.since else { return [] }
      return [Reminder(kind, since: since, evidence: evidence)]
    }
    return isNear(due) ? [Reminder(kind, due, asOf: on, evidence: evidence)] : []
  }

  private func probation(of standing: AdmissionStanding) -> [Reminder] {
    guard let admission = standing.admission else { return [] }
    var found: [Reminder] = []
    if isNear(admission.probationEnds),
      let months = rules.probationMonths(ceremonyOn: admission.ceremonyOn)
    {
      found.append(
        Reminder(.probationEnding, on: admission.probationEnds, evidence: [admission.index])
          .resting(on: .probationMonths, months))
    }
    return found + step(.recognitionDue, of: standing)
  }

  /// **badge.years** of Party age, counted from the decision on the admission in force.
  func badges(of person: PersonState) -> [Reminder] {
    guard let since = person.partyAgeFrom(on: on), let ruling = rules.badgeYears(on: on) else {
      return []
    }
    return ruling.value.compactMap { years in
      let day = since.adding(months: 12 * years)
      guard isNear(day) else { return nil }
      return Reminder(
        .badge, on: day, .years(years), evidence: [person.admission(on: on)?.index]
      ).resting(on: .badgeYears, ruling)
    }
  }
}

/// What a recorded decision, or the state it led to, was found to be against (spec/domain.md
/// section 7); in the order in which the kinds of one decision are shown.
package enum FindingKind: UInt8, Code {
  /// An appointment of somebody who was not ready, or not known to be; one finding a requirement.
  case appointment
  /// More posts of one level planned for a person in a term than the rules allow.
  case planningTitles
  /// More people planned for a post in a term than its seats allow.
  case planningPersons
  /// Too young or too old at the cell's vote.
  case admissionAge
  /// The prospects' class was too long ago at the cell's vote, or is not known.
  case admissionCertificate
  /// The file was too old at the cell's vote.
  case admissionFile
  /// Admitted again too soon after membership had ended.
  case readmissionEarly
  /// Admitted again more often than the rules allow.
  case readmissionRepeated
  /// Admitted again after an ending that excludes it.
  case readmissionExcluded
  /// The ceremony came too long after the decision.
  case ceremonyLate
  /// The recognition came too long after probation, or has not come.
  case recognitionLate
  /// The reception came too long after the introduction, or has not come.
  case transferLate
  /// More members of a grassroots organisation rated excellent than those rated good allow.
  case excellentShare
  /// Holds a post that others have filled already.
  case holderBeyondSeats
  /// Holds a post after the month of retirement.
  case holderPastRetirement
  /// A dissolved organisation that still has members or subordinates.
  case dissolvedWithMembers
}

/// How sure a finding is.
package enum FindingStatus: UInt8, Code {
  /// A rule was broken.
  case breach
  /// The ledger lacks what would tell.
  case unknown
}

/// What everything known at K makes of a judgement given on what was known when the decision was
/// recorded.
package enum Afterwards: UInt8, Code {
  /// The same.
  case same
  /// No finding any more.
  case resolved
  /// A breach then, not known now.
  case doubtful
  /// Not known then, a breach now.
  case confirmed
  /// No finding then; later knowledge alone makes it one.
  case arisen
}

/// What a rule asks of a decision.
package enum FindingNeeded: Hashable, Sendable {
  /// What a requirement of readiness asks for.
  case requirement(Needed)
  /// At most that many: posts, people, members rated excellent, seats.
  case atMost(Int)
  /// At most that many, or up to `special` by a decision that the ledger has no event for.
  case atMostUnless(Int, special: Int)
  /// Years of age.
  case age(RuleRange)
  /// Above these years, a decision of the superior committee.
  case superiorDecision(above: Int)
  /// A certificate or file not older than that many months.
  case months(Int)
  /// The first day that is late enough.
  case notBefore(Day)
  /// An ending on other grounds.
  case otherGround
  /// The last day in time.
  case by(Day)
  /// That many working days, which a year without a list of holidays keeps from being counted.
  case workingDays(Int, noListFor: Int)
  case beforeRetirement
  case noMembers
}

/// What the ledger holds of it.
package enum FindingFound: Hashable, Sendable {
  case nothing
  case requirement(Found)
  case count(Int)
  /// Members rated excellent, and rated good.
  case rated(excellent: Int, good: Int)
  /// Whole months of age, at both ends of the birth's interval.
  case age(least: Int, most: Int)
  /// A certificate issued on a day, valid until another.
  case certificate(issued: Day, until: Day)
  case since(Day)
  case day(Day)
  case ended(Day, EndingGround?)
  case left(members: Int, organisations: Int)
}

/// One thing found, with what it rests on.
package struct Finding: Hashable, Sendable {
  package let kind: FindingKind
  package let status: FindingStatus
  /// Of an appointment, the requirement that was not met.
  package var requirement: RequirementID?
  package var person: PersonNumber?
  /// The post's; without a post the person's on the day; else the one it is about.
  package var organisation: OrganisationNumber?
  package var position: PositionNumber?
  /// The term planned for.
  package var term: Term?
  /// The decision; where none was taken in time, the event that began the time.
  package let event: LogIndex
  /// The day of the decision; of a state, the day it began.
  package let day: Day
  package var parameter: ParameterName?
  package var needed: FindingNeeded
  package var found: FindingFound
  package var basis: Basis?
  /// Whether every rule that decides was found in public sources.
  package var verified = true
  /// The events that decide, the decisive one first.
  package var evidence: [LogIndex] = []
  /// The sheet that would tell.
  package var missingSheet: RequiredSheet?
  /// What was known: events below it.
  package var known = LogSize(0)
  package var afterwards = Afterwards.same

  /// A finding by a rule; `about` is the decision.
  init(
    _ kind: FindingKind, _ status: FindingStatus = .breach, event: LogIndex, day: Day,
    needed: FindingNeeded, found: FindingFound
  ) {
    self.kind = kind
    self.status = status
    self.event = event
    self.day = day
    self.needed = needed
    self.found = found
    evidence = [event]
  }

  /// Names the parameter and the ruling that decided.
  mutating func rest<Value>(on parameter: ParameterName, _ ruling: Ruling<Value>) {
    self.parameter = parameter
    basis = ruling.basis
    verified = verified && ruling.verified
  }

  /// Adds an event that decides, once.
  mutating func cite(_ index: LogIndex?) {
    guard let index, !evidence.contains(index) else { return }
    evidence.append(index)
  }
}

extension Finding {
  /// What makes two findings about a decision one: kind, requirement and event.
  private func isSame(as other: Finding) -> Bool {
    kind == other.kind && requirement == other.requirement && event == other.event
      && term == other.term
  }

  /// The findings of a decision on what was known then, each with what became of it, and those
  /// that later knowledge alone makes.
  package static func compared(then: [Finding], now: [Finding]) -> [Finding] {
    var merged = then.map { finding in
      var finding = finding
      finding.afterwards = finding.becomes(now.first { $0.isSame(as: finding) })
      return finding
    }
    for var finding in now where !then.contains(where: { $0.isSame(as: finding) }) {
      finding.afterwards = .arisen
      merged.append(finding)
    }
    return merged
  }

  private func becomes(_ later: Finding?) -> Afterwards {
    switch (status, later?.status) {
    case (_, nil): .resolved
    case (.breach, .breach), (.unknown, .unknown): .same
    case (.breach, .unknown): .doubtful
    case (.unknown, .breach): .confirmed
    }
  }

  /// The order of lists: by day, then by event, kind and requirement; what no event tells apart,
  /// by person and organisation.
  package static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.event != right.event { return left.event < right.event }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    let (mine, its) = (left.requirement?.rawValue ?? 0, right.requirement?.rawValue ?? 0)
    if mine != its { return mine < its }
    let (person, other) = (left.person?.number ?? 0, right.person?.number ?? 0)
    if person != other { return person < other }
    return (left.organisation?.number ?? 0) < (right.organisation?.number ?? 0)
  }
}

extension RequirementID {
  /// The parameter that makes it apply; nil where it always does.
  package var parameter: ParameterName? {
    switch self {
    case .membership: .probationMonths
    case .planning: .planningRequired
    case .theory: .theoryRequired
    case .standards: .standardsRequired
    case .screening: .screeningRequired
    case .rating: .ratingRequired
    case .discipline: .disciplineBarMonths
    case .age: .appointmentMonthsToRetirement
    case .assets: .assetsRequired
    case .qualification: .qualificationRequired
    case .tenure: .appointmentMonthsInPost
    case .suspension: .suspension
    case .impediment: nil
    }
  }
}

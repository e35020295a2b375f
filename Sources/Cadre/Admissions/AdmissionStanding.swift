/// Where one person on the way into the Party stands on a day, and what is due next.
package struct AdmissionStanding: Hashable, Sendable {
  package let stage: AdmissionStage
  /// The day that brought the stage; nil where it is not known.
  package let since: Day?
  package let introduction: Introduction?
  /// The last certificate of the prospects' class.
  package private(set) var certificate: Course.Passed?
  /// The first day on which the certificate no longer counts; nil: no rule ends it.
  package private(set) var certificateUntil: Day?
  package private(set) var certificateState: CertificateState?
  /// The certificate of the class for new members, passed since the ceremony.
  package private(set) var newMembers: Course.Passed?
  /// The admission that runs, or whose ceremony is still to come.
  package private(set) var admission: Admission?
  package private(set) var next: AdmissionStep?
  /// Until when; nil: no rule says.
  package private(set) var due: Due?

  /// Whether what comes next is overdue; nil where that is not known: the holidays of a year are
  /// wanting, or no rule of the day on which it fell due says how long it may take.
  package func isOverdue(on day: Day) -> Bool? {
    if let due { return due.isOver(on: day) }
    switch stage {
    case .introduced, .classPassed, .probation: return false
    case .voted, .decided, .recognitionDue: return nil
    }
  }
}

extension AdmissionStanding {
  /// Days before its end from which a certificate is said to be about to lapse.
  package static let lapsingDays = 90

  /// The standing of who is on the way on the day of the deadlines; nil for everybody else.
  ///
  /// A vote and a decision count from their own days, although the event that tells of them holds
  /// from the ceremony: until then they are what there is.
  package init?(_ person: PersonState, _ deadlines: Deadlines) {
    let day = deadlines.on
    switch person.status(on: day) {
    case .official: return nil
    case .probationer:
      guard let admission = person.admission(on: day) else { return nil }
      self.init(person, onProbation: admission, deadlines)
    case .prospect, .none, .ended:
      if let coming = person.comingAdmission(on: day) {
        self.init(person, coming: coming, deadlines)
      } else if case .prospect = person.status(on: day) {
        self.init(prospect: person, deadlines)
      } else {
        return nil
      }
    }
  }

  private init(
    _ person: PersonState, onProbation admission: Admission, _ deadlines: Deadlines
  ) {
    let isOver = admission.probationEnds <= deadlines.on
    self.init(
      person, isOver ? .recognitionDue : .probation,
      since: isOver ? admission.probationEnds : admission.ceremonyOn, deadlines)
    self.admission = admission
    newMembers = person.courses.last {
      $0.course == .newMembers && $0.issuedOn <= deadlines.on
        && $0.issuedOn >= admission.ceremonyOn
    }
    next = .recognition
    due = deadlines.recognition(of: admission)
  }

  private init(_ person: PersonState, coming admission: Admission, _ deadlines: Deadlines) {
    let day = deadlines.on
    if let decided = admission.decidedOn, decided <= day {
      self.init(person, .decided, since: decided, deadlines)
      next = .ceremony
      due = deadlines.ceremony(decidedOn: decided)
    } else {
      self.init(person, .voted, since: admission.cellVotedOn, deadlines)
      next = .decision
      due = admission.cellVotedOn.flatMap { deadlines.decision(votedOn: $0) }
    }
    self.admission = admission
  }

  private init(prospect person: PersonState, _ deadlines: Deadlines) {
    let issued = person.prospectsClass(on: deadlines.on)?.issuedOn
    let from = person.introduction.map(\.from)
    self.init(
      person, issued == nil ? .introduced : .classPassed,
      since: issued ?? from.flatMap { $0 > .beforeAll ? $0 : nil }, deadlines)
    next = issued == nil || certificateState == .lapsed ? .prospectsClass : .cellVote
    let ends = [
      issued.flatMap { deadlines.vote(withCertificateOf: $0) },
      deadlines.vote(withFileOf: person),
    ]
    due = ends.compactMap { $0 }.min { $0.notBefore < $1.notBefore }
  }

  private init(
    _ person: PersonState, _ stage: AdmissionStage, since: Day?, _ deadlines: Deadlines
  ) {
    self.stage = stage
    self.since = since
    introduction = person.introduction.flatMap { $0.from <= deadlines.on ? $0 : nil }
    certificate = person.prospectsClass(on: deadlines.on)
    guard stage < .voted, let issued = certificate?.issuedOn else { return }
    certificateUntil = deadlines.certificateEnd(issued)?.value
    guard let until = certificateUntil else {
      certificateState = .valid
      return
    }
    if until <= deadlines.on {
      certificateState = .lapsed
    } else {
      let isSoon = until <= deadlines.on.adding(days: Self.lapsingDays)
      certificateState = isSoon ? .lapsing : .valid
    }
  }
}

extension AdmissionStage: Comparable {
  package static func < (left: AdmissionStage, right: AdmissionStage) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension PersonState {
  /// The last certificate of the prospects' class issued on or before a day.
  package func prospectsClass(on day: Day) -> Course.Passed? {
    courses.last { $0.course == .prospects && $0.issuedOn <= day }
  }

  /// The admission whose vote or decision was taken by a day, and whose ceremony is later.
  func comingAdmission(on day: Day) -> Admission? {
    admissions.first { admission in
      guard admission.ceremonyOn > day else { return false }
      return [admission.cellVotedOn, admission.decidedOn].contains { $0.map { $0 <= day } ?? false }
    }
  }
}

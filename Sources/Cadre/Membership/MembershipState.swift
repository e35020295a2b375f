/// Where and by what a person was registered.
package struct Registration: Hashable, Sendable {
  package let organisation: OrganisationNumber
  package let index: LogIndex
}

/// A fact whose private record holds the profile or a part of it.
package struct ProfileSource: Hashable, Sendable {
  package let from: Day
  package let index: LogIndex
}

/// The introduction of a prospect.
package struct Introduction: Hashable, Sendable {
  /// `beforeAll` where undated.
  package let from: Day
  package let by: Introducer?
  package let index: LogIndex
}

/// An admission and, once known, its recognition.
package struct Admission: Hashable, Sendable {
  /// Months of probation from the ceremony, "exactly" (spec/domain.md section 5).
  package static let probationMonths = 12

  package let kind: AdmissionKind
  /// Party age counts from it.
  package let decidedOn: Day?
  package let ceremonyOn: Day
  /// The cell's vote.
  package let cellVotedOn: Day?
  package let cell: OrganisationNumber?
  package let index: LogIndex
  /// The end of probation: official from this day, once the recognition is known.
  package let probationEnds: Day
  /// The recognition, which reaches back to the end of probation.
  package internal(set) var recognisedBy: LogIndex?
  /// When recognition was decided, however late.
  package internal(set) var recognitionDecidedOn: Day?

  init(_ admitted: Admitted, index: LogIndex) {
    kind = admitted.kind
    decidedOn = admitted.decidedOn
    ceremonyOn = admitted.ceremonyOn
    cellVotedOn = admitted.cellVotedOn
    cell = admitted.cell
    self.index = index
    probationEnds = admitted.ceremonyOn.adding(months: Self.probationMonths)
  }

  /// The first day as an official member; nil while no recognition is known.
  package var officialFrom: Day? { recognisedBy == nil ? nil : probationEnds }
}

extension Course {
  /// A class for prospects or new members, passed.
  package struct Passed: Hashable, Sendable {
    package let course: Course
    package let issuedOn: Day
    /// Of the computer test, 0…100.
    package let score: Hundredths?
    package let index: LogIndex

    init(_ completed: CourseCompleted, _ index: LogIndex) {
      course = completed.course
      issuedOn = completed.issued
      score = completed.score
      self.index = index
    }
  }
}

/// The issue of a Party card.
package struct CardIssue: Hashable, Sendable {
  package let on: Day
  package let index: LogIndex
}

/// The end of a membership.
package struct Ending: Hashable, Sendable {
  package let on: Day
  package let how: EndingKind
  package let ground: EndingGround?
  package let index: LogIndex
}

/// What a person is to the Party on a day.
package enum MembershipStatus: Hashable, Sendable {
  case none
  case prospect
  case probationer
  case official
  case ended(EndingKind)

  /// Whether the population counts the person: prospects, probationers and official members.
  package var isPresent: Bool {
    switch self {
    case .prospect, .probationer, .official: true
    case .none, .ended: false
    }
  }

  /// Whether a membership count counts the person: probationers and official members.
  package var isMember: Bool { self == .probationer || self == .official }
}

/// A transfer with what is known of its introduction, reception and end.
package struct Transfer: Hashable, Sendable {
  package let kind: TransferKind
  package let from: OrganisationNumber
  package let to: OrganisationNumber
  package let introducedOn: Day
  package internal(set) var introducedBy: LogIndex?
  package internal(set) var receivedOn: Day?
  package internal(set) var receivedBy: LogIndex?
  /// Of a temporary transfer, its last day as introduced.
  package internal(set) var until: Day?
  /// Of a temporary transfer, the day it was ended.
  package internal(set) var endedOn: Day?

  init(_ introduced: TransferIntroduced, on day: Day, by index: LogIndex) {
    kind = introduced.kind
    from = introduced.from
    to = introduced.to
    introducedOn = day
    introducedBy = index
    until = introduced.until
  }

  init(_ received: TransferReceived) {
    kind = received.kind
    from = received.from
    to = received.to
    introducedOn = received.introducedOn
  }

  /// Whether a temporary stay runs on a day: received, not ended, its last day not past.
  package func isStay(on day: Day) -> Bool {
    guard kind == .temporary, let receivedOn, receivedOn <= day else { return false }
    if let endedOn, endedOn <= day { return false }
    return until.map { day <= $0 } ?? true
  }
}

/// A reception that moved the person's official organisation.
package struct Move: Hashable, Sendable {
  package let on: Day
  package let from: OrganisationNumber
  package let to: OrganisationNumber
  package let index: LogIndex
}

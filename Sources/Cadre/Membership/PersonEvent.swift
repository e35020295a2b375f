/// An event of a person's stream. Names, numbers and free text are not in it: they are in the
/// private record of its index (`PrivateRecord`).
package enum PersonEvent: StreamEvent {
  // identity
  case registered(organisation: OrganisationNumber)
  case profileAmended
  case qualificationAttained(level: Degree)
  case samePerson(other: PersonNumber)
  case differentPeople(other: PersonNumber)
  case erased(authority: String, legalBasis: ErasureBasis)
  // membership
  case prospectIntroduced(by: Introducer?)
  case courseCompleted(CourseCompleted)
  case admitted(Admitted)
  case recognised(decidedOn: Day)
  case cardIssued
  case activityExempted(from: Day, until: Day?)
  case membershipEnded(how: EndingKind, ground: EndingGround?)
  // quality
  case screened(Screened)
  case rated(year: Int, grade: Grade)
  case disciplined(Disciplined)
  case disciplineAnnulled(DisciplineAnnulled)
  case impeded(kind: ImpedimentKind, until: Day?)
  case residenceCommented(year: Int)
  case assetsDeclared(year: Int, kind: DeclarationKind?)
  // pipeline
  case theoryAttained(TheoryAttained)
  case theoryEnrolled(TheoryEnrolled)
  case standardsConcluded(purpose: ConclusionPurpose, result: ConclusionResult)
  case planningEntered(position: PositionNumber, term: Term)
  case planningLeft(position: PositionNumber, term: Term, reason: LeavingReason?)
  case appointed(Appointed)
  case relieved(position: PositionNumber, reason: LeavingReason?)
  // transfers
  case transferIntroduced(TransferIntroduced)
  case transferReceived(TransferReceived)
  case temporaryTransferEnded(introducedOn: Day)

  case retracted(Retraction)

  package var retraction: Retraction? {
    if case .retracted(let retraction) = self { retraction } else { nil }
  }
}

extension PersonEvent {
  package var type: EventType {
    switch self {
    case .registered: .personRegistered
    case .profileAmended: .profileAmended
    case .qualificationAttained: .qualificationAttained
    case .samePerson: .samePerson
    case .differentPeople: .differentPeople
    case .erased: .personErased
    case .prospectIntroduced: .prospectIntroduced
    case .courseCompleted: .courseCompleted
    case .admitted: .admitted
    case .recognised: .recognised
    case .cardIssued: .cardIssued
    case .activityExempted: .activityExempted
    case .membershipEnded: .membershipEnded
    case .screened: .screened
    case .rated: .rated
    case .disciplined: .disciplined
    case .disciplineAnnulled: .disciplineAnnulled
    case .impeded: .impeded
    case .residenceCommented: .residenceCommented
    case .assetsDeclared: .assetsDeclared
    case .theoryAttained: .theoryAttained
    case .theoryEnrolled: .theoryEnrolled
    case .standardsConcluded: .standardsConcluded
    case .planningEntered: .planningEntered
    case .planningLeft: .planningLeft
    case .appointed: .appointed
    case .relieved: .relieved
    case .transferIntroduced: .transferIntroduced
    case .transferReceived: .transferReceived
    case .temporaryTransferEnded: .temporaryTransferEnded
    case .retracted: .retracted
    }
  }
}

/// A class for prospects or new members, passed.
package struct CourseCompleted: Hashable, Sendable {
  package var course: Course
  package var certificate: String?
  package var issued: Day
  /// Of the computer test, 0…100.
  package var score: Hundredths?

  package init(course: Course, certificate: String?, issued: Day, score: Hundredths? = nil) {
    self.course = course
    self.certificate = certificate
    self.issued = issued
    self.score = score
  }
}

/// An admission: vote of the cell, decision of the committee, ceremony.
package struct Admitted: Hashable, Sendable {
  package var kind: AdmissionKind
  package var cellVotedOn: Day?
  /// Party age counts from it.
  package var decidedOn: Day?
  /// Probation counts from it.
  package var ceremonyOn: Day
  package var cell: OrganisationNumber?

  package init(
    kind: AdmissionKind, cellVotedOn: Day? = nil, decidedOn: Day? = nil, ceremonyOn: Day,
    cell: OrganisationNumber? = nil
  ) {
    self.kind = kind
    self.cellVotedOn = cellVotedOn
    self.decidedOn = decidedOn
    self.ceremonyOn = ceremonyOn
    self.cell = cell
  }
}

/// A theory level attained, with the paper that proves it.
package struct TheoryAttained: Hashable, Sendable {
  package var level: TheoryLevel
  package var proof: TheoryProof
  package var school: String?
  package var certificate: String?
  package var issuedOn: Day

  package init(
    level: TheoryLevel, proof: TheoryProof, school: String? = nil, certificate: String? = nil,
    issuedOn: Day
  ) {
    self.level = level
    self.proof = proof
    self.school = school
    self.certificate = certificate
    self.issuedOn = issuedOn
  }
}

/// A place in a theory class.
package struct TheoryEnrolled: Hashable, Sendable {
  package var level: TheoryLevel
  package var school: String?
  package var startsOn: Day

  package init(level: TheoryLevel, school: String? = nil, startsOn: Day) {
    self.level = level
    self.school = school
    self.startsOn = startsOn
  }
}

/// An appointment or reappointment to a post.
package struct Appointed: Hashable, Sendable {
  package var position: PositionNumber
  package var kind: AppointmentKind
  /// The age rule counts from its month where it is known.
  package var dossierReceivedOn: Day?

  package init(position: PositionNumber, kind: AppointmentKind, dossierReceivedOn: Day? = nil) {
    self.position = position
    self.kind = kind
    self.dossierReceivedOn = dossierReceivedOn
  }
}

/// A transfer as introduced by the organisation left.
package struct TransferIntroduced: Hashable, Sendable {
  package var kind: TransferKind
  package var from: OrganisationNumber
  package var to: OrganisationNumber
  /// Of a temporary transfer, its last day.
  package var until: Day?

  package init(
    kind: TransferKind, from: OrganisationNumber, to: OrganisationNumber, until: Day? = nil
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.until = until
  }
}

/// The reception of a transfer by the organisation joined; it names its introduction.
package struct TransferReceived: Hashable, Sendable {
  package var kind: TransferKind
  package var introducedOn: Day
  package var from: OrganisationNumber
  package var to: OrganisationNumber

  package init(
    kind: TransferKind, introducedOn: Day, from: OrganisationNumber, to: OrganisationNumber
  ) {
    self.kind = kind
    self.introducedOn = introducedOn
    self.from = from
    self.to = to
  }
}

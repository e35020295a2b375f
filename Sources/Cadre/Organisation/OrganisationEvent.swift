/// An event of an organisation's stream.
package enum OrganisationEvent: StreamEvent {
  case established(OrganisationEstablished)
  case amended(OrganisationAmended)
  /// It stands under another organisation from the effective day on.
  case reparented(parent: OrganisationNumber)
  /// It left this ledger's tree for the receiver, with everyone in it.
  case handedOver(receiver: OrganisationNumber, headcount: Headcount)
  /// It came into this ledger's tree.
  case received(from: OrganisationNumber, headcount: Headcount)
  /// Its members, subordinates and posts are the other's from the effective day on.
  case merged(into: OrganisationNumber)
  /// It ended; members and posts stay until transferred.
  case dissolved
  /// A suspension of personnel work no longer holds for it and everything under it.
  case suspensionLifted
  case rated(year: Int, grade: Grade)
  case activityRecorded(ActivityRecorded)
  case retracted(Retraction)

  package var type: EventType {
    switch self {
    case .established: .organisationEstablished
    case .amended: .organisationAmended
    case .reparented: .reparented
    case .handedOver: .handedOver
    case .received: .organisationReceived
    case .merged: .merged
    case .dissolved: .dissolved
    case .suspensionLifted: .suspensionLifted
    case .rated: .organisationRated
    case .activityRecorded: .activityRecorded
    case .retracted: .retracted
    }
  }

  package var retraction: Retraction? {
    if case .retracted(let retraction) = self { retraction } else { nil }
  }
}

/// The founding of an organisation; an external one has a name only.
package struct OrganisationEstablished: Hashable, Sendable {
  /// Digits and dots, `38.168.001`; nil for an external organisation.
  package var code: String?
  package var name: String
  package var kind: OrganisationKind
  /// nil: its parent's.
  package var sector: Sector?
  package var parent: OrganisationNumber?

  package init(
    code: String?, name: String, kind: OrganisationKind, sector: Sector? = nil,
    parent: OrganisationNumber? = nil
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.sector = sector
    self.parent = parent
  }
}

/// What changed of an organisation; nil fields stay as they were.
package struct OrganisationAmended: Hashable, Sendable {
  package var name: String?
  package var code: String?
  package var kind: OrganisationKind?
  package var sector: Sector?

  package init(
    name: String? = nil, code: String? = nil, kind: OrganisationKind? = nil, sector: Sector? = nil
  ) {
    self.name = name
    self.code = code
    self.kind = kind
    self.sector = sector
  }
}

/// How many moved with an organisation, as its decision says; not counted by the ledger.
package struct Headcount: Hashable, Sendable {
  package var members: Int?
  /// Of them probationary.
  package var probationers: Int?

  package init(members: Int? = nil, probationers: Int? = nil) {
    self.members = members
    self.probationers = probationers
  }
}

/// A programme activity of a year or month, with how much of it was done.
package struct ActivityRecorded: Hashable, Sendable {
  package var kind: ActivityKind
  package var period: Period
  /// Percent done, 0…100.
  package var percent: Hundredths?

  package init(kind: ActivityKind, period: Period, percent: Hundredths? = nil) {
    self.kind = kind
    self.period = period
    self.percent = percent
  }
}

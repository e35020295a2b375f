extension PersonEvent {
  /// The same event with every organisation it mentions replaced.
  package func replacing(
    _ replace: (OrganisationNumber) -> OrganisationNumber
  ) -> PersonEvent {
    switch self {
    case .registered(let organisation): return .registered(organisation: replace(organisation))
    case .admitted(var admitted):
      admitted.cell = admitted.cell.map(replace)
      return .admitted(admitted)
    case .transferIntroduced(var transfer):
      transfer.from = replace(transfer.from)
      transfer.to = replace(transfer.to)
      return .transferIntroduced(transfer)
    case .transferReceived(var transfer):
      transfer.from = replace(transfer.from)
      transfer.to = replace(transfer.to)
      return .transferReceived(transfer)
    case .profileAmended, .qualificationAttained, .samePerson, .differentPeople, .erased,
      .prospectIntroduced,
      .courseCompleted, .recognised, .cardIssued, .activityExempted, .membershipEnded, .screened,
      .rated, .disciplined, .disciplineAnnulled, .impeded, .residenceCommented, .assetsDeclared,
      .theoryAttained, .theoryEnrolled, .standardsConcluded, .planningEntered, .planningLeft,
      .appointed, .relieved, .temporaryTransferEnded, .retracted:
      return self
    }
  }

  /// The organisations it mentions.
  package var organisations: [OrganisationNumber] {
    switch self {
    case .registered(let organisation): [organisation]
    case .admitted(let admitted): admitted.cell.map { [$0] } ?? []
    case .transferIntroduced(let transfer): [transfer.from, transfer.to]
    case .transferReceived(let transfer): [transfer.from, transfer.to]
    case .profileAmended, .qualificationAttained, .samePerson, .differentPeople, .erased,
      .prospectIntroduced,
      .courseCompleted, .recognised, .cardIssued, .activityExempted, .membershipEnded, .screened,
      .rated, .disciplined, .disciplineAnnulled, .impeded, .residenceCommented, .assetsDeclared,
      .theoryAttained, .theoryEnrolled, .standardsConcluded, .planningEntered, .planningLeft,
      .appointed, .relieved, .temporaryTransferEnded, .retracted:
      []
    }
  }
}

extension OrganisationEvent {
  /// The same event with every organisation it mentions replaced.
  package func replacing(
    _ replace: (OrganisationNumber) -> OrganisationNumber
  ) -> OrganisationEvent {
    switch self {
    case .established(var founding):
      founding.parent = founding.parent.map(replace)
      return .established(founding)
    case .reparented(let parent): return .reparented(parent: replace(parent))
    case .handedOver(let receiver, let headcount):
      return .handedOver(receiver: replace(receiver), headcount: headcount)
    case .received(let from, let headcount):
      return .received(from: replace(from), headcount: headcount)
    case .merged(let into): return .merged(into: replace(into))
    case .amended, .dissolved, .suspensionLifted, .rated, .activityRecorded, .retracted:
      return self
    }
  }

  /// The organisations it mentions.
  package var organisations: [OrganisationNumber] {
    switch self {
    case .established(let founding): founding.parent.map { [$0] } ?? []
    case .reparented(let parent): [parent]
    case .handedOver(let receiver, _): [receiver]
    case .received(let from, _): [from]
    case .merged(let into): [into]
    case .amended, .dissolved, .suspensionLifted, .rated, .activityRecorded, .retracted: []
    }
  }
}

extension PositionEvent {
  /// The same event with every organisation it mentions replaced.
  package func replacing(
    _ replace: (OrganisationNumber) -> OrganisationNumber
  ) -> PositionEvent {
    switch self {
    case .defined(var definition):
      definition.organisation = replace(definition.organisation)
      return .defined(definition)
    case .amended(var amendment):
      amendment.organisation = amendment.organisation.map(replace)
      return .amended(amendment)
    case .abolished, .retracted: return self
    }
  }

  /// The organisations it mentions.
  package var organisations: [OrganisationNumber] {
    switch self {
    case .defined(let definition): [definition.organisation]
    case .amended(let amendment): amendment.organisation.map { [$0] } ?? []
    case .abolished, .retracted: []
    }
  }
}

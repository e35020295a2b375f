internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Projections

extension Stores {
  /// Events of other streams, in force, that would speak of nothing once a founding or definition
  /// is retracted; ascending. O(all facts) for these two, none for other events.
  func mentions(of target: LogIndex, in stream: Stream) throws(OfficeError) -> [LogIndex] {
    let known = LogSize(log.size)
    switch (stream, try event(at: target).event) {
    case (.organisation(let number), .organisation(.established)):
      return try mentions(at: known) { event in
        switch event {
        case .organisation(let event): event.organisations.contains(number)
        case .position(let event): event.organisations.contains(number)
        case .person(let event): event.organisations.contains(number)
        case .ledger(.sheetReceived(let sheet)): sheet.covers == number
        case .ledger: false
        }
      }
    case (.position(let number), .position(.defined)):
      return try mentions(at: known) { event in
        if case .person(let event) = event { event.position == number } else { false }
      }
    default: return []
    }
  }

  private func mentions(
    at known: LogSize, _ mentions: (Event) -> Bool
  ) throws(OfficeError) -> [LogIndex] {
    var found: [LogIndex] = []
    for fact in try ledgerFacts() where fact.counts(at: known) && mentions(.ledger(fact.event)) {
      found.append(fact.index)
    }
    try forEachOrganisation { (_, facts) in
      for fact in facts where fact.counts(at: known) && mentions(.organisation(fact.event)) {
        found.append(fact.index)
      }
    }
    try forEachPosition { (_, facts) in
      for fact in facts where fact.counts(at: known) && mentions(.position(fact.event)) {
        found.append(fact.index)
      }
    }
    try forEachPerson { (_, row) throws(OfficeError) in
      let facts: [Fact<PersonEvent>] = try row.typedFacts()
      for fact in facts where fact.counts(at: known) && mentions(.person(fact.event)) {
        found.append(fact.index)
      }
    }
    return found.sorted()
  }
}

extension PersonEvent {
  /// The post it speaks of.
  var position: PositionNumber? {
    switch self {
    case .planningEntered(let position, _), .planningLeft(let position, _, _),
      .relieved(let position, _):
      position
    case .appointed(let appointed): appointed.position
    case .registered, .profileAmended, .qualificationAttained, .samePerson, .differentPeople,
      .erased,
      .prospectIntroduced, .courseCompleted, .admitted, .recognised, .cardIssued,
      .activityExempted, .membershipEnded, .screened, .rated, .disciplined, .disciplineAnnulled,
      .impeded, .residenceCommented, .assetsDeclared, .theoryAttained, .theoryEnrolled,
      .standardsConcluded, .transferIntroduced, .transferReceived, .temporaryTransferEnded,
      .retracted:
      nil
    }
  }
}

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
        case .ledger(let event): event.organisations.contains(number)
        }
      }
    case (.position(let number), .position(.defined)):
      return try mentions(at: known) { event in
        if case .person(let event) = event { event.position == number } else { false }
      }
    default: return []
    }
  }

  /// By organisation or post, the facts of other streams that count and speak of it; ascending.
  /// O(all facts).
  func speaking(
    of places: Set<Stream>, at known: LogSize
  ) throws(OfficeError) -> [Stream: [LogIndex]] {
    var found: [Stream: [LogIndex]] = [:]
    func note(_ index: LogIndex, _ own: Stream, _ spoken: [Stream]) {
      for place in spoken where place != own && places.contains(place) {
        found[place, default: []].append(index)
      }
    }
    for fact in try ledgerFacts() where fact.counts(at: known) {
      note(fact.index, .ledger, fact.event.organisations.map { .organisation($0) })
    }
    try forEachOrganisation { (number, facts) in
      for fact in facts where fact.counts(at: known) {
        note(fact.index, .organisation(number), fact.event.organisations.map { .organisation($0) })
      }
    }
    try forEachPosition { (number, facts) in
      for fact in facts where fact.counts(at: known) {
        note(fact.index, .position(number), fact.event.organisations.map { .organisation($0) })
      }
    }
    try forEachPerson { (number, row) throws(OfficeError) in
      let facts: [Fact<PersonEvent>] = try row.typedFacts()
      for fact in facts where fact.counts(at: known) {
        note(fact.index, .person(number), fact.event.organisations.map { .organisation($0) })
        if let position = fact.event.position {
          note(fact.index, .person(number), [.position(position)])
        }
      }
    }
    return found.mapValues { $0.sorted() }
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

extension LedgerEvent {
  /// The organisations it speaks of.
  var organisations: [OrganisationNumber] {
    switch self {
    case .sheetReceived(let sheet):
      if case .subtree(let organisation?) = sheet.ownClaim { [organisation] } else { [] }
    case .sheetClaimed(let claim): claim.organisation.map { [$0] } ?? []
    case .ledgerOpened, .rulesAdopted, .holidaysAdopted, .reportPublished, .headsSealed,
      .rebuildAttested, .retracted:
      []
    }
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

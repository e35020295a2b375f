package import Cadre
internal import CadreCodec
internal import EventLog
internal import Platform
internal import Projections
internal import Vault

extension Ledger {
  /// Withdraws a recorded fact; with its dependants, those that would become impossible go first.
  ///
  /// - Returns: the indexes retracted, last first.
  /// - Throws: `noSuchEvent`; `refused` with the dependants where there are any and they were not
  ///   asked for, where they stand in other streams, or where the event does not count any more.
  package func retract(
    _ target: LogIndex, reason: RetractionReason, withDependants: Bool, actor: String,
    now: Instant
  ) throws(OfficeError) -> [LogIndex] {
    let lock = try writerLock()
    let (vault, views) = try opened()
    let retracted = try log.write { (writer) throws(OfficeError) -> [LogIndex] in
      let size = writer.size
      guard target.number < size else {
        throw OfficeError(.noSuchEvent(size: size), "\(target.number)")
      }
      try Ledger.deleteAhead(of: size, in: vault)
      try self.bring(views, upTo: size, writer.reading)
      let (stream, indexes) = try vault.read(below: size) { (vault) throws(OfficeError) in
        try views.read { (views) throws(OfficeError) -> (Stream, [LogIndex]) in
          let stores = Stores(writer.reading, vault, views)
          let stream = try stores.event(at: target).stream
          return (
            stream,
            try stores.retractable(target, in: stream, withDependants: withDependants, now: now)
          )
        }
      }
      var writing = BatchWriting(
        Submission(), actor: actor, recorded: try Ledger.instant(after: writer.reading, now),
        causes: [], externals: [], from: size)
      for index in indexes {
        try writing.add(Retraction(target: index, reason: reason), to: stream)
      }
      do throws(EventLogError) { try writer.append(writing.drafts) } catch {
        throw OfficeError(error)
      }
      return indexes
    }
    lock.release()
    try catchUp()
    return retracted
  }
}

extension Stores {
  /// What has to be retracted for a target, last first.
  fileprivate func retractable(
    _ target: LogIndex, in stream: Stream, withDependants: Bool, now: Instant
  ) throws(OfficeError) -> [LogIndex] {
    let known = LogSize(log.size)
    let mentions = try mentions(of: target, in: stream)
    if !mentions.isEmpty { throw OfficeError(.refused(.mentioned(mentions)), "\(target.number)") }
    let decided: Result<[LogIndex], Refused>
    switch stream {
    case .ledger:
      try checkFoundations(target, known)
      decided = RetractionDecision.decide(
        target, in: try ledgerFacts(), at: known, withDependants: withDependants,
        rules: LedgerDecision.rules)
    case .organisation(let number):
      decided = RetractionDecision.decide(
        target, in: try facts(of: number), at: known, withDependants: withDependants,
        rules: try organisationRules(of: number, known))
    case .position(let number):
      decided = RetractionDecision.decide(
        target, in: try facts(of: number), at: known, withDependants: withDependants,
        rules: PositionDecision.rules(current: nil))
    case .person(let number):
      if try facts(of: number).contains(where: { $0.event.type == .personErased }) {
        throw OfficeError(.refused(.erased), "\(target.number)")
      }
      let tree = try organisationTree(known: known)
      decided = RetractionDecision.decide(
        target, in: try facts(of: number), at: known, withDependants: withDependants,
        rules: PersonDecision.rules(
          isSameSecret: { _, _ in true }, areSameSecrets: { _, _ in true },
          resolve: { organisation, day in
            day.map { tree.resolve(organisation, on: $0) } ?? organisation
          }))
    }
    switch decided {
    case .success(let indexes):
      if case .organisation(let number) = stream, try wouldLoop(number, indexes, known) {
        throw OfficeError(.refused(.cycle), "\(target.number)")
      }
      return indexes
    case .failure(let refused):
      throw OfficeError(.refused(refused.refusal), "\(target.number)")
    }
  }

  /// A ledger keeps its origin, a rule set to judge by, and what it said of itself.
  private func checkFoundations(_ target: LogIndex, _ known: LogSize) throws(OfficeError) {
    let standing = try ledgerFacts().filter { $0.counts(at: known) }
    guard let fact = standing.first(where: { $0.index == target }) else { return }
    switch fact.event {
    case .ledgerOpened: throw OfficeError(.refused(.foundation), "\(target.number)")
    case .rulesAdopted:
      let sets = standing.filter { $0.event.type == .rulesAdopted }
      if sets.count == 1 { throw OfficeError(.refused(.foundation), "\(target.number)") }
    case .reportPublished, .headsSealed, .rebuildAttested:
      throw OfficeError(.refused(.testimony), "\(target.number)")
    case .sheetReceived: throw OfficeError(.refused(.wholeImport), "\(target.number)")
    case .holidaysAdopted, .sheetClaimed, .retracted: break
    }
  }

  /// Whether an organisation would stand in a loop on some day once these were retracted: what had
  /// taken it out of another's way may be what is withdrawn.
  private func wouldLoop(
    _ number: OrganisationNumber, _ retracted: [LogIndex], _ known: LogSize
  ) throws(OfficeError) -> Bool {
    let facts = try facts(of: number)
    // Of a retraction, what it withdrew counts again.
    let changed = Set(
      retracted.map { index in
        var at = index
        while let retraction = facts.first(where: { $0.index == at })?.event.retraction {
          at = retraction.target
        }
        return at
      })
    var after: [Fact<OrganisationEvent>] = []
    for var fact in facts where fact.event.retraction == nil {
      guard fact.counts(at: known) != changed.contains(fact.index) else { continue }
      fact.changes = []
      after.append(fact)
    }
    var tree = try organisationTree(known: known)
    tree.add(number, facts: after)
    return tree.loopDay(of: number, from: .beforeAll) != nil
  }

  /// The rules by which what is taken back of an organisation is judged.
  func organisationRules(
    of number: OrganisationNumber, _ known: LogSize
  ) throws(OfficeError) -> StreamDecision<OrganisationEvent>.Rules {
    let tree = try organisationTree(known: known)
    return OrganisationDecision.rules(
      of: number, current: nil,
      isUnder: { other, day in tree.isUnder(other, number, on: day ?? .lastOf(year: 9999)) },
      isSameSecret: { _, _ in true }, areSameSecrets: { _, _ in true })
  }
}

extension BatchWriting {
  /// Adds a retraction to a stream.
  mutating func add(_ retraction: Retraction, to stream: Stream) throws(OfficeError) {
    let event: Event =
      switch stream {
      case .ledger: .ledger(.retracted(retraction))
      case .organisation: .organisation(.retracted(retraction))
      case .position: .position(.retracted(retraction))
      case .person: .person(.retracted(retraction))
      }
    guard let kind = StreamKind(rawValue: stream.kind) else { return }
    try add(event, to: StreamKey(kind, stream.number), EventContext(recorded: instant, actor: by))
  }
}

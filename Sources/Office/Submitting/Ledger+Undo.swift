package import Cadre
internal import CadreCodec
internal import EventLog
internal import Platform
internal import Projections
internal import Vault

extension Ledger {
  /// Takes back everything that one import recorded, its claims too, and says what could not be
  /// (spec/lists.md, Undo). Asking again goes on where a crash cut it off.
  ///
  /// O(events of the import and of the streams that they are in), and O(all facts) where it
  /// founded organisations or defined posts.
  ///
  /// - Parameters:
  ///   - receipt: any `SheetReceived` of the import.
  ///   - isDryRun: decide, and record nothing.
  /// - Throws: `noSuchEvent`, `notAnImport`, and whatever the store throws.
  package func undo(
    importOf receipt: LogIndex, reason: RetractionReason, isDryRun: Bool = false, actor: String,
    now: Instant, limit: Int = Ledger.batchLimit
  ) throws(OfficeError) -> Undo {
    if isDryRun {
      return try reading { (stores) throws(OfficeError) in
        var work = try UndoWork(stores, importOf: receipt)
        return try work.decide(stores)
      }
    }
    let lock = try writerLock()
    let (vault, views) = try opened()
    var undo = Undo()
    var rest: ArraySlice<UndoneEvent>?
    repeat {
      let (decided, left) = try log.write {
        (writer) throws(OfficeError) -> (Undo, ArraySlice<UndoneEvent>) in
        let size = writer.size
        try Ledger.deleteAhead(of: size, in: vault)
        if rest == nil {
          try self.bring(views, upTo: size, writer.reading)
          undo = try vault.read(below: size) { (vault) throws(OfficeError) in
            try views.read { (views) throws(OfficeError) in
              let stores = Stores(writer.reading, vault, views)
              var work = try UndoWork(stores, importOf: receipt)
              return try work.decide(stores)
            }
          }
        }
        let waiting = rest ?? undo.withdrawn[...]
        var writing = BatchWriting(
          Submission(), actor: actor, recorded: try Ledger.instant(after: writer.reading, now),
          causes: [], externals: [], from: size)
        for event in waiting.prefix(limit) {
          try writing.add(Retraction(target: event.index, reason: reason), to: event.stream)
        }
        do throws(EventLogError) { try writer.append(writing.drafts) } catch {
          throw OfficeError(error)
        }
        return (undo, waiting.dropFirst(limit))
      }
      (undo, rest) = (decided, left)
    } while rest?.isEmpty == false
    lock.release()
    try catchUp()
    return undo
  }
}

/// Decides what of an import can be taken back: people first, then posts, organisations and the
/// ledger's own events, since each may rest on those after it.
private struct UndoWork {
  private let known: LogSize
  /// The events of the import, by stream.
  private var events: [Stream: [UndoneEvent]] = [:]
  private var order: [Stream] = []
  private var withdrawn: Set<LogIndex> = []
  private var undo = Undo()

  init(_ stores: Stores, importOf receipt: LogIndex) throws(OfficeError) {
    known = LogSize(stores.log.size)
    guard known.knows(receipt) else {
      throw OfficeError(.noSuchEvent(size: known.count), "\(receipt.number)")
    }
    let target = try stores.event(at: receipt)
    guard case .ledger(.sheetReceived) = target.event else {
      throw OfficeError(.notAnImport, "\(receipt.number)")
    }
    // The instant of a batch is its own: every event that has it is of this import.
    let instant = target.context.recorded.milliseconds
    do throws(EventLogError) {
      let first = try stores.log.size(recordedUpTo: instant - 1)
      let end = try stores.log.size(recordedUpTo: instant)
      for index in first..<end {
        let header = try stores.log.header(at: index)
        guard let type = EventType(rawValue: UInt8(truncatingIfNeeded: header.type)),
          let stream = Stream(kind: header.stream.kind.rawValue, number: header.stream.number)
        else { continue }
        if events[stream] == nil { order.append(stream) }
        events[stream, default: []].append(
          UndoneEvent(index: LogIndex(index), type: type, stream: stream))
      }
    } catch {
      throw OfficeError(error)
    }
  }

  /// The four groups.
  mutating func decide(_ stores: Stores) throws(OfficeError) -> Undo {
    for stream in order { try decidePerson(stream, stores) }
    try decidePlaces(stores)
    for stream in order where stream == .ledger {
      let facts = try stores.ledgerFacts()
      let known = known
      settle(stream, facts) { facts, targets in
        UndoDecision(facts, at: known, rules: LedgerDecision.rules).decide(targets)
      }
      for fact in facts where withdrawn.contains(fact.index) {
        if case .sheetReceived(let sheet) = fact.event { undo.sheets.append(sheet.sheet) }
      }
    }
    undo.withdrawn.sort { $0.index > $1.index }
    undo.kept.sort { $0.index < $1.index }
    return undo
  }

  private mutating func decidePerson(_ stream: Stream, _ stores: Stores) throws(OfficeError) {
    guard case .person(let number) = stream else { return }
    let facts = try stores.facts(of: number)
    if facts.contains(where: { $0.event.type == .personErased }) {
      undo.erased += events[stream] ?? []
      return
    }
    let known = known
    let tree = try stores.organisationTree(known: known)
    settle(stream, facts) { facts, targets in
      UndoDecision(
        facts, at: known,
        rules: PersonDecision.rules(
          isSameSecret: { _, _ in true }, areSameSecrets: { _, _ in true },
          resolve: { organisation, day in
            day.map { tree.resolve(organisation, on: $0) } ?? organisation
          })
      ).decide(targets)
    }
  }

  /// Posts, then organisations: what something that stays speaks of is kept.
  private mutating func decidePlaces(_ stores: Stores) throws(OfficeError) {
    let founded = events.values.joined().filter {
      $0.type == .organisationEstablished || $0.type == .positionDefined
    }
    let speaking =
      founded.isEmpty ? [:] : try stores.speaking(of: Set(founded.map(\.stream)), at: known)
    for stream in order {
      guard case .position = stream else { continue }
      let held = resting(on: founded.filter { $0.stream == stream }, speaking)
      try decidePlace(stream, held, stores)
    }
    // One organisation that stays may speak of another: what is kept grows until it is stable.
    let before = self
    var held: [LogIndex: [LogIndex]] = [:]
    while true {
      self = before
      for stream in order {
        if case .organisation = stream { try decidePlace(stream, held, stores) }
      }
      let gone = founded.filter {
        $0.type == .organisationEstablished && withdrawn.contains($0.index)
      }
      let more = resting(on: gone, speaking)
      if more.isEmpty { return }
      held.merge(more) { first, _ in first }
    }
  }

  /// Of foundings, those that something speaks of that is not taken back, with what it is.
  private func resting(
    on founded: [UndoneEvent], _ speaking: [Stream: [LogIndex]]
  ) -> [LogIndex: [LogIndex]] {
    var found: [LogIndex: [LogIndex]] = [:]
    for event in founded {
      let left = (speaking[event.stream] ?? []).filter { !withdrawn.contains($0) }
      if !left.isEmpty { found[event.index] = left }
    }
    return found
  }

  private mutating func decidePlace(
    _ stream: Stream, _ held: [LogIndex: [LogIndex]], _ stores: Stores
  ) throws(OfficeError) {
    let known = known
    switch stream {
    case .position(let number):
      settle(stream, try stores.facts(of: number)) { facts, targets in
        UndoDecision(facts, at: known, rules: PositionDecision.rules(current: nil))
          .decide(targets, held: held.filter { targets.contains($0.key) })
      }
    case .organisation(let number):
      let rules = try stores.organisationRules(of: number, known)
      settle(stream, try stores.facts(of: number)) { facts, targets in
        UndoDecision(facts, at: known, rules: rules)
          .decide(targets, held: held.filter { targets.contains($0.key) })
      }
    case .ledger, .person: break
    }
  }

  /// Puts the import's events of a stream into their groups.
  private mutating func settle<Payload>(
    _ stream: Stream, _ facts: [Fact<Payload>],
    _ decide: ([Fact<Payload>], [LogIndex]) -> UndoDecision<Payload>.Outcome
  ) {
    let mine = Dictionary(uniqueKeysWithValues: (events[stream] ?? []).map { ($0.index, $0) })
    let inForce = facts.filter { mine[$0.index] != nil && $0.counts(at: known) }.map(\.index)
    let standing = Set(inForce)
    undo.retracted += (events[stream] ?? []).filter { !standing.contains($0.index) }
    let outcome = decide(facts, inForce)
    for index in outcome.withdrawn {
      withdrawn.insert(index)
      if let event = mine[index] { undo.withdrawn.append(event) }
    }
    for kept in outcome.kept {
      guard var event = mine[kept.index] else { continue }
      event.because = kept.because
      undo.kept.append(event)
    }
  }
}

internal import CBOR
package import Cadre
internal import CadreCodec
internal import EventLog
internal import Merkle
internal import Vault

/// What an examination of a dossier found.
package struct DossierExamination: Sendable {
  /// Everything that does not hold, in the order in which it was looked for.
  package var faults: [DossierFault] = []
  /// What the events give; nil where they give nothing.
  package var answer: DossierAnswer?
  /// Name, size and root of the checkpoint.
  package var origin = ""
  package var size: UInt64 = 0
  package var root: Digest?
  /// Up to which size the seal speaks of all streams.
  package var upTo: UInt64 = 0
  /// The events that were checked.
  package var events = 0
}

/// How the checkpoint of a dossier stands to one kept outside.
package enum DossierExpectation: String, Hashable, Sendable {
  /// They are the same.
  case agrees
  /// It is of another size: without a consistency proof nothing follows.
  case otherSize
  /// It is of another ledger.
  case otherOrigin
  /// Of the same size, with another root: history was changed.
  case otherRoot
}

extension DossierExamination {
  /// Compares the dossier's checkpoint with one kept outside.
  /// - Throws: `badCheckpoint`.
  package func comparing(
    with checkpoint: [UInt8]
  ) throws(OfficeError) -> DossierExpectation {
    let expected: Checkpoint
    do throws(MerkleError) { expected = try Checkpoint(parsing: checkpoint) } catch {
      throw OfficeError(.badCheckpoint(CheckpointFlaw(error)), "")
    }
    if expected.origin != origin { return .otherOrigin }
    if expected.size != size { return .otherSize }
    return Digest(expected.root) == root ? .agrees : .otherRoot
  }
}

extension Dossier {
  /// Checks every proof, and answers the question from the events anew; nothing of the ledger is
  /// needed, and nothing in the dossier is believed (Office.docc/Dossier.md).
  package func examine() -> DossierExamination {
    var examiner = DossierExaminer(self)
    examiner.run()
    return examiner.found
  }
}

/// An examination under way.
private struct DossierExaminer {
  private let dossier: Dossier
  private(set) var found = DossierExamination()
  private var root: Hash?
  private var file = CaseFile()

  /// Numbers of organisations and posts are dense in a ledger; nothing greater is laid out.
  private static let greatestNumber: UInt32 = 1_000_000

  init(_ dossier: Dossier) { self.dossier = dossier }

  mutating func run() {
    guard readCheckpoint() else { return }
    guard let seal = readSeal() else { return }
    for stream in dossier.streams { check(stream, under: seal) }
    checkOrder()
    guard found.faults.isEmpty else { return }
    for stream in dossier.streams { add(stream) }
    guard found.faults.isEmpty else { return }
    checkOrigin()
    checkHistory()
    checkStreams()
    checkRecords()
    checkLater(seal)
    answer(seal)
  }

  private mutating func fault(
    _ kind: DossierFault.Kind, _ index: LogIndex? = nil, _ stream: Stream? = nil
  ) {
    found.faults.append(DossierFault(kind, index: index, stream: stream))
  }
}

extension DossierExaminer {
  private mutating func readCheckpoint() -> Bool {
    do throws(MerkleError) {
      let checkpoint = try Checkpoint(parsing: dossier.checkpoint)
      // Three lines and nothing else: what is not checked must not be said.
      guard checkpoint.text.utf8.elementsEqual(dossier.checkpoint.utf8) else {
        fault(.checkpoint)
        return false
      }
      found.origin = checkpoint.origin
      found.size = checkpoint.size
      found.root = Digest(checkpoint.root)
      root = checkpoint.root
      return true
    } catch {
      fault(.checkpoint)
      return false
    }
  }

  /// The seal, once it is known to be one, and to stand in the checkpoint's tree.
  private mutating func readSeal() -> HeadsSealed? {
    let seal = dossier.seal
    guard let recorded = recorded(seal), isIncluded(seal, stream: .ledger) else { return nil }
    guard case .ledger(.headsSealed(let sealed)) = recorded.event,
      sealed.upTo.count <= seal.index.number, sealed.counts.allSatisfy({ $0 >= 0 })
    else {
      fault(.seal, seal.index)
      return nil
    }
    found.upTo = sealed.upTo.count
    return sealed
  }

  private mutating func recorded(_ event: ProvedEvent) -> RecordedEvent? {
    do throws(CodecError) {
      let recorded = try unsafe RecordedEvent(event.bytes.span.bytes)
      if recorded.isInCalendar, event.bytes.count <= EventStore.longestEvent { return recorded }
    } catch {
      // Said below, like what no ledger records.
    }
    fault(.bytes, event.index)
    return nil
  }

  private mutating func isIncluded(_ event: ProvedEvent, stream: Stream) -> Bool {
    guard let root else { return false }
    found.events += 1
    let holds = ProofCheck.inclusion(
      of: TreeHash.leaf(event.bytes), at: event.index.number, in: found.size,
      path: event.path.map { Hash($0) }, root: root)
    if !holds { fault(.inclusion, event.index, stream) }
    return holds
  }

  /// Every event of a stream: its bytes, its place, and that none is left out.
  private mutating func check(_ stream: SealedStream, under seal: HeadsSealed) {
    guard let kind = StreamKind(rawValue: stream.stream.kind),
      stream.stream.number <= Self.greatestNumber || stream.stream.kind == 3
    else { return fault(.stream, nil, stream.stream) }
    var head: StreamHead?
    for event in stream.events {
      guard let recorded = recorded(event), isIncluded(event, stream: stream.stream) else {
        return
      }
      guard recorded.stream == stream.stream else {
        return fault(.stream, event.index, stream.stream)
      }
      guard seal.upTo.knows(event.index), recorded.follows(head, at: event.index) else {
        return fault(.chain, event.index, stream.stream)
      }
      head = StreamHead(
        revision: recorded.revision, index: event.index.number, leaf: TreeHash.leaf(event.bytes))
    }
    let streams = seal.counts.reduce(UInt64(0)) { $0.addingReportingOverflow(UInt64($1)).0 }
    guard let head else { return fault(.head, nil, stream.stream) }
    let isSealed = ProofCheck.inclusion(
      of: SealTree.leaf(of: StreamKey(kind, stream.stream.number), head), at: stream.place,
      in: streams, path: stream.path.map { Hash($0) }, root: Hash(seal.root))
    if !isSealed { fault(.head, LogIndex(head.index), stream.stream) }
  }

  private mutating func checkOrder() {
    for (one, two) in zip(dossier.streams, dossier.streams.dropFirst())
    where one.place >= two.place || !one.stream.comes(before: two.stream) {
      fault(.order, nil, two.stream)
    }
  }

  private mutating func add(_ stream: SealedStream) {
    do throws(OfficeError) {
      try file.add(stream.stream, stream.events.map { ($0.index, $0.bytes) })
    } catch {
      fault(.bytes, stream.events.first?.index, stream.stream)
    }
  }

  private mutating func checkOrigin() {
    guard case .ledger(.ledgerOpened(let origin)) = file.events[LogIndex(0)]?.event,
      origin == found.origin
    else { return fault(.origin, LogIndex(0)) }
  }

  /// What holds between events: the clock never goes back, and what is retracted is an earlier event
  /// of the same stream.
  private mutating func checkHistory() {
    var last = Instant(milliseconds: .min)
    for (index, event) in file.events.sorted(by: { $0.key < $1.key }) {
      if event.context.recorded < last { fault(.chain, index, event.stream) }
      last = event.context.recorded
      guard let target = event.event.retraction?.target else { continue }
      if target >= index || file.events[target]?.stream != event.stream {
        fault(.chain, index, event.stream)
      }
    }
  }

  /// The streams that are named are there, and no others.
  private mutating func checkStreams() {
    let given = Set(dossier.streams.map(\.stream))
    var waiting: [Stream] = [
      .ledger, .person(dossier.question.person), .position(dossier.question.position),
    ]
    var named: Set<Stream> = []
    while let stream = waiting.popLast() {
      guard named.insert(stream).inserted else { continue }
      waiting += file.named(by: stream)
    }
    for stream in named.subtracting(given).sorted(by: { $0.comes(before: $1) }) {
      fault(.missingStream, nil, stream)
    }
    for stream in given.subtracting(named).sorted(by: { $0.comes(before: $1) }) {
      fault(.surplusStream, nil, stream)
    }
  }

  private mutating func checkRecords() {
    var last: LogIndex?
    for record in dossier.records ?? [] {
      let commitment = unsafe RecordVault.commitment(
        salt: record.salt.span.bytes, data: record.data.span.bytes)
      guard let event = file.events[record.index], event.commitment == Digest(commitment),
        event.stream.kind == StreamKind.person.rawValue,
        record.salt.count == RecordVault.saltLength, last.map({ $0 < record.index }) ?? true
      else {
        fault(.commitment, record.index)
        continue
      }
      last = record.index
      do throws(CodecError) {
        let read = try unsafe PrivateRecord(record.data.span.bytes)
        if read.isInCalendar { file.records[record.index] = read }
      } catch {
        // Said below: a record that cannot be read is missing.
      }
      if file.records[record.index] == nil { fault(.commitment, record.index) }
    }
    if dossier.records != nil { checkThatNoneIsMissing() }
  }

  /// An identified dossier has every record of its people, but those of who was erased: an older
  /// one alone could tell another birth.
  private mutating func checkThatNoneIsMissing() {
    let given = Set((dossier.records ?? []).map(\.index))
    for (number, facts) in file.people.sorted(by: { $0.key < $1.key }) {
      if facts.contains(where: { $0.event.type == .personErased }) { continue }
      for fact in facts.sorted(by: { $0.index < $1.index })
      where file.events[fact.index]?.commitment != nil && !given.contains(fact.index) {
        fault(.commitment, fact.index, .person(number))
      }
    }
  }

  private mutating func checkLater(_ seal: HeadsSealed) {
    let given = Set(dossier.streams.map(\.stream))
    var last: LogIndex?
    var isRight = dossier.later.count == found.size - seal.upTo.count
    for item in dossier.later.events {
      isRight = isRight && !seal.upTo.knows(item.index) && item.index.number < found.size
      isRight = isRight && given.contains(item.stream) && last.map { $0 < item.index } ?? true
      isRight = isRight && item.isPossible
      last = item.index
    }
    // The seal is itself one of them.
    isRight =
      isRight
      && dossier.later.events.contains {
        $0.index == self.dossier.seal.index && $0.stream == .ledger
          && $0.type == EventType.headsSealed.name
      }
    if !isRight { fault(.later) }
  }

  private mutating func answer(_ seal: HeadsSealed) {
    guard dossier.question.known <= seal.upTo else { return fault(.known) }
    guard found.faults.isEmpty else { return }
    do throws(OfficeError) {
      let standpoint = try file.standpoint(dossier.question)
      found.answer = try file.answer(dossier.question, standpoint)
    } catch {
      switch error.reason {
      case .unknownPerson: fault(.person, nil, .person(dossier.question.person))
      case .unknownPosition: fault(.position, nil, .position(dossier.question.position))
      default: fault(.rules)
      }
    }
  }
}

extension Dossier {
  /// Whether an event may say birth or sex: known, of a person, with a private record; or a sheet
  /// of people received.
  package func mayTellAge(_ index: Int64) -> Bool {
    let all = streams.lazy.filter { $0.stream.kind == 3 || $0.stream == .ledger }
    guard index >= 0, question.known.knows(LogIndex(UInt64(index))),
      let event = all.flatMap(\.events).first(where: { $0.index.number == UInt64(index) })
    else { return false }
    do throws(CodecError) {
      let recorded = try unsafe RecordedEvent(event.bytes.span.bytes)
      switch recorded.event {
      case .person(.registered), .person(.profileAmended): return recorded.commitment != nil
      case .ledger(.sheetReceived(let sheet)): return sheet.sheet == RequiredSheet.people.sheet
      case .ledger(.sheetClaimed(let claim)): return claim.sheet == RequiredSheet.people.sheet
      default: return false
      }
    } catch {
      return false
    }
  }
}

extension LaterEvents.Item {
  /// Whether an event of that type may stand in that stream.
  fileprivate var isPossible: Bool {
    EventType(name: type)?.stands(inKind: stream.kind) ?? false
  }
}

extension RecordedEvent {
  /// Whether it follows the last event of its stream.
  fileprivate func follows(_ head: StreamHead?, at index: LogIndex) -> Bool {
    guard let head else { return revision == 0 && prior == nil && previous == nil }
    return revision == head.revision + 1 && prior?.number == head.index
      && index.number > head.index && previous == Digest(head.leaf)
  }
}

extension Stream {
  /// The order of the seal: by kind, then by number.
  func comes(before other: Stream) -> Bool { (kind, number) < (other.kind, other.number) }
}

extension Hash {
  /// The tree's form of a digest.
  init(_ digest: Digest) {
    do throws(MerkleError) { try self.init(digest.bytes) } catch {
      preconditionFailure("a digest has 32 bytes")
    }
  }
}

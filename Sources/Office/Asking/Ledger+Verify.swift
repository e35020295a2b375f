package import Cadre
internal import CadreCodec
internal import EventLog
internal import Merkle
internal import Projections
internal import Vault

/// What a verification found: nothing wrong, or the first index that is.
package struct Verification: Sendable {
  /// Events read and hashed again.
  package var events: UInt64
  /// The root computed from their bytes.
  package var root: Digest
  /// Streams by kind: ledger, organisation, position, person.
  package var streams: [Int]
  /// Events with a private record.
  package var commitments: Int
  /// The first fault of the log or the vault.
  package var fault: Fault?
  /// People whose private record is missing and who are not erased, with the first such event.
  package var missing: [MissingRecord]
  /// The first private record that is still there although the vault was written for the erasure
  /// of its person.
  package var lingering: MissingRecord?
  /// Whether an erasure was cut off: people whom the log calls erased are still in some vault of
  /// the folder. Nothing shows them, and whoever writes next finishes it.
  package var hasUnfinishedErasure = false
  /// What a checkpoint kept outside says.
  package var expectation: Expectation?
  /// Who signed that checkpoint; nil where no signature was asked for.
  package var signer: String?

  /// Whether everything is as it was written, and as the checkpoint says.
  package var isClean: Bool {
    guard fault == nil, missing.isEmpty, lingering == nil else { return false }
    switch expectation {
    case nil, .agrees: return true
    case .otherOrigin, .shorter, .otherRoot, .damaged: return false
    }
  }

  /// Whether nothing is wrong but private records that are not there: the log is sound, and what
  /// is left of the vault, too. They may have been lost with a newer backup, or stolen.
  package var lacksRecordsAlone: Bool {
    guard !missing.isEmpty else { return false }
    var whole = self
    whole.missing = []
    return whole.isClean
  }

  /// Something that is not what was written.
  package struct Fault: Hashable, Sendable {
    package var index: LogIndex
    package var reason: String
  }

  /// A private record that is not there, or should not be.
  package struct MissingRecord: Hashable, Sendable {
    package var stream: Stream
    package var index: LogIndex
  }

  /// How the log stands to a checkpoint kept outside.
  package enum Expectation: Hashable, Sendable {
    /// Its events are the log's first ones.
    case agrees(size: UInt64)
    /// It is of another ledger.
    case otherOrigin(String)
    /// The log has fewer events: its tail was cut off.
    case shorter(size: UInt64)
    /// The log had another root at that size: history was changed.
    case otherRoot(size: UInt64)
    /// Its root is stored, but events below that size are not what was recorded.
    case damaged(size: UInt64)
  }
}

extension Ledger {
  /// Re-reads and re-hashes everything: events, tree nodes, heads, revisions, chains, times, and
  /// each commitment against its private record; on all cores.
  ///
  /// - Parameters:
  ///   - checkpoint: the text of one kept outside, to compare with.
  ///   - progress: is told now and then how many events of how many are done.
  package func verify(
    expecting checkpoint: [UInt8]? = nil, progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(OfficeError) -> Verification {
    try verification(expecting: checkpoint, progress: progress)
  }
}

extension LogAndVault {
  /// What `Ledger.verify` does, which needs no views.
  func verification(
    expecting checkpoint: [UInt8]? = nil, progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(OfficeError) -> Verification {
    var records = RecordCheck(erased: try erasedPeople())
    let found = try log.verify(
      commitment: { (index, stream, commitment) throws(OfficeError) in
        records.expect(commitment, of: stream, at: index)
        // The generation in use: it has every record that one before had, but those of the erased.
        if records.isFull { try records.check(in: try vaultInUse()) }
      }, understand: Self.understands, progress: progress)
    try records.check(in: try vaultInUse())
    // Once more, for those who were erased meanwhile.
    let erased = try erasedPeople()
    let missing = records.missing.filter { !erased.people.contains($0.stream) }
    var result = Verification(
      events: found.size, root: Digest(found.root), streams: found.streams,
      commitments: found.commitments, fault: nil, missing: missing,
      lingering: records.lingering)
    result.hasUnfinishedErasure = try hasUnfinishedErasure()
    if let fault = found.fault {
      result.fault = .init(index: LogIndex(fault.index), reason: "\(fault.damage)")
    }
    if let wrong = records.wrong, wrong < (result.fault?.index ?? LogIndex(.max)) {
      result.fault = .init(index: wrong, reason: "commitment")
    }
    if let unreadable = found.unreadable, unreadable < (result.fault?.index.number ?? .max) {
      result.fault = .init(index: LogIndex(unreadable), reason: try unreadability(of: unreadable))
    }
    if let checkpoint {
      let compared = try log.compare(checkpoint)
      let damaged = result.fault?.index.number ?? .max
      if case .agrees(let size) = compared, damaged < size {
        // The root was stored before; the events that should give it are not those recorded.
        result.expectation = .damaged(size: size)
      } else {
        result.expectation = compared
      }
    }
    return result
  }

  /// Whether this program can read what an event holds; its envelope was read already.
  @Sendable private static func understands(_ header: EventHeader, _ event: RawSpan) -> Bool {
    do throws(CodecError) {
      try Event.checkPayload(
        try EventType(stored: UInt64(header.type)), version: UInt64(header.version),
        kind: header.stream.kind.rawValue, event.extracting(header.payload))
      return header.row.map { Int(exactly: $0) != nil } ?? true
    } catch {
      return false
    }
  }

  /// Why an event cannot be read.
  private func unreadability(of index: UInt64) throws(OfficeError) -> String {
    try log.read { (log) throws(OfficeError) in
      let event: RawSpan
      do throws(EventLogError) { event = try log.event(at: index) } catch {
        throw OfficeError(error)
      }
      do throws(CodecError) { _ = try RecordedEvent(event) } catch { return "\(error)" }
      return "event"
    }
  }

  /// Who is erased by the log as it is now.
  private func erasedPeople() throws(OfficeError) -> ErasedPeople {
    try log.read { (log) throws(OfficeError) in
      ErasedPeople(
        people: Set(try log.erasedPeople().map { .person(PersonNumber($0)) }),
        last: try log.lastErasure())
    }
  }
}

extension EventStore {
  /// How the log as it is stored stands to a checkpoint.
  /// - Throws: `badCheckpoint`.
  func compare(_ checkpoint: [UInt8]) throws(OfficeError) -> Verification.Expectation {
    let expected: Checkpoint
    do throws(MerkleError) { expected = try Checkpoint(parsing: checkpoint) } catch {
      throw OfficeError(.badCheckpoint(CheckpointFlaw(error)), "")
    }
    return try read { (log) throws(OfficeError) in
      guard try log.origin() == expected.origin else { return .otherOrigin(expected.origin) }
      guard expected.size <= log.size else { return .shorter(size: expected.size) }
      return try log.rootDigest(asOf: expected.size) == Digest(expected.root)
        ? .agrees(size: expected.size) : .otherRoot(size: expected.size)
    }
  }
}

/// Who is erased, and by which event the last of them.
private struct ErasedPeople {
  let people: Set<Stream>
  let last: UInt64?
}

/// Commitments waiting to be held against the vault, so many at a time.
private struct RecordCheck {
  private var waiting: [(index: UInt64, stream: StreamKey, commitment: Hash)] = []
  private var people: Set<UInt32> = []
  /// The first event whose record is not what it committed to.
  private(set) var wrong: LogIndex?
  private(set) var missing: [Verification.MissingRecord] = []
  /// The first record of a person erased that is still there.
  private(set) var lingering: Verification.MissingRecord?
  private let erased: ErasedPeople

  init(erased: ErasedPeople) { self.erased = erased }

  /// Whether it is time to look.
  var isFull: Bool { waiting.count >= 65_536 }

  mutating func expect(_ commitment: Hash, of stream: StreamKey, at index: UInt64) {
    waiting.append((index, stream, commitment))
  }

  /// Compares what is waiting with the vault, in one snapshot.
  mutating func check(in vault: RecordVault) throws(OfficeError) {
    let batch = waiting
    waiting.removeAll(keepingCapacity: true)
    var next = self
    try vault.read(below: .max) { (vault) throws(OfficeError) in
      do throws(VaultError) {
        let done = try vault.erasure
        let follows = next.erased.last.map { last in done.map { $0 >= last } ?? false } ?? true
        for entry in batch {
          let commitment = try vault.record(at: entry.index)?.commitment
          next.note(commitment, entry.commitment, entry.stream, entry.index, follows)
        }
      } catch {
        throw OfficeError(error)
      }
    }
    self = next
  }

  /// Holds a record's commitment, if it is there, against what its event says.
  private mutating func note(
    _ found: Hash?, _ commitment: Hash, _ key: StreamKey, _ index: UInt64, _ follows: Bool
  ) {
    guard let stream = Stream(kind: key.kind.rawValue, number: key.number) else { return }
    let record = Verification.MissingRecord(stream: stream, index: LogIndex(index))
    guard let found else {
      // Of a person the first is enough.
      guard people.insert(key.number).inserted || key.kind != .person else { return }
      missing.append(record)
      return
    }
    if found != commitment, wrong == nil { wrong = LogIndex(index) }
    if follows, lingering == nil, erased.people.contains(stream) { lingering = record }
  }
}

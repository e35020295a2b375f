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
  /// What a checkpoint kept outside says.
  package var expectation: Expectation?
  /// Who signed that checkpoint; nil where no signature was asked for.
  package var signer: String?

  /// Whether everything is as it was written, and as the checkpoint says.
  package var isClean: Bool {
    guard fault == nil, missing.isEmpty else { return false }
    switch expectation {
    case nil, .agrees: return true
    case .otherOrigin, .shorter, .otherRoot: return false
    }
  }

  /// Something that is not what was written.
  package struct Fault: Hashable, Sendable {
    package var index: LogIndex
    package var reason: String
  }

  /// A private record that is gone.
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
    let vault = try opened().vault
    var records = RecordCheck()
    let found = try log.verify(
      commitment: { (index, stream, commitment) throws(OfficeError) in
        records.expect(commitment, of: stream, at: index)
        if records.isFull { try records.check(in: vault) }
      }, progress: progress)
    try records.check(in: vault)
    var result = Verification(
      events: found.size, root: Digest(found.root), streams: found.streams,
      commitments: found.commitments, fault: nil, missing: records.missing)
    if let fault = found.fault {
      result.fault = .init(index: LogIndex(fault.index), reason: "\(fault.damage)")
    }
    if let wrong = records.wrong, wrong < (result.fault?.index ?? LogIndex(.max)) {
      result.fault = .init(index: wrong, reason: "commitment")
    }
    try decodable(&result)
    if let checkpoint { result.expectation = try compare(checkpoint) }
    return result
  }

  /// Every event must be one that this program can read.
  private func decodable(_ result: inout Verification) throws(OfficeError) {
    let end = min(result.events, result.fault?.index.number ?? .max)
    var first: Verification.Fault?
    try log.read { (log) throws(OfficeError) in
      try log.forEach(from: 0, to: min(end, log.size)) { (index, bytes) throws(OfficeError) in
        guard first == nil else { return }
        do throws(CodecError) { _ = try RecordedEvent(bytes) } catch {
          first = .init(index: LogIndex(index), reason: "\(error)")
        }
      }
    }
    if let first { result.fault = first }
  }

  private func compare(
    _ checkpoint: [UInt8]
  ) throws(OfficeError) -> Verification.Expectation {
    let expected: Checkpoint
    do throws(MerkleError) { expected = try Checkpoint(parsing: checkpoint) } catch {
      throw OfficeError(.badCheckpoint("\(error)"), "")
    }
    return try reading { (stores) throws(OfficeError) in
      if case .ledger(.ledgerOpened(let origin)) = try stores.event(at: LogIndex(0)).event,
        origin != expected.origin
      {
        return .otherOrigin(expected.origin)
      }
      guard expected.size <= stores.log.size else { return .shorter(size: expected.size) }
      do throws(EventLogError) {
        return try stores.log.root(asOf: expected.size) == expected.root
          ? .agrees(size: expected.size) : .otherRoot(size: expected.size)
      } catch {
        throw OfficeError(error)
      }
    }
  }
}

/// Commitments waiting to be held against the vault, so many at a time.
private struct RecordCheck {
  private var waiting: [(index: UInt64, stream: StreamKey, commitment: Hash)] = []
  private var people: Set<UInt32> = []
  /// The first event whose record is not what it committed to.
  private(set) var wrong: LogIndex?
  private(set) var missing: [Verification.MissingRecord] = []

  /// Whether it is time to look.
  var isFull: Bool { waiting.count >= 65_536 }

  mutating func expect(_ commitment: Hash, of stream: StreamKey, at index: UInt64) {
    waiting.append((index, stream, commitment))
  }

  /// Compares what is waiting with the vault, in one snapshot.
  mutating func check(in vault: RecordVault) throws(OfficeError) {
    let batch = waiting
    waiting.removeAll(keepingCapacity: true)
    var (wrong, people, missing) = (self.wrong, self.people, self.missing)
    try vault.read(below: .max) { (vault) throws(OfficeError) in
      for (index, stream, commitment) in batch {
        let record: VaultRecord?
        do throws(VaultError) { record = try vault.record(at: index) } catch {
          throw OfficeError(error)
        }
        guard let record else {
          guard people.insert(stream.number).inserted || stream.kind != .person,
            let named = Stream(kind: stream.kind.rawValue, number: stream.number)
          else { continue }
          missing.append(.init(stream: named, index: LogIndex(index)))
          continue
        }
        if record.commitment != commitment, wrong == nil { wrong = LogIndex(index) }
      }
    }
    (self.wrong, self.people, self.missing) = (wrong, people, missing)
  }
}

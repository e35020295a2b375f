package import Cadre
internal import CadreCodec
internal import EventLog
internal import Merkle

/// That an event stands at its index in the tree of a size (RFC 9162 section 2.1.3).
package struct InclusionProof: Hashable, Sendable {
  /// The first line of the ledger's checkpoints.
  package var origin: String
  package var index: LogIndex
  package var size: LogSize
  /// The leaf hash of the event.
  package var leaf: Digest
  /// The root of the first `size` events.
  package var root: Digest
  /// The lowest hash first.
  package var path: [Digest]
}

/// That the events of one size are the first of another (RFC 9162 section 2.1.4).
package struct ConsistencyProof: Hashable, Sendable {
  /// The first line of the ledger's checkpoints.
  package var origin: String
  package var from: LogSize
  package var fromRoot: Digest
  package var to: LogSize
  package var toRoot: Digest
  /// The lowest hash first; none where the sizes are the same.
  package var path: [Digest]
}

extension Ledger {
  /// The root of the tree over what a question knew; reads O(log n) nodes.
  /// - Throws: `noSuchEvent` where the log is shorter.
  package func root(asOf known: LogSize) throws(OfficeError) -> Digest {
    try reading { (stores) throws(OfficeError) in
      guard known.count <= stores.log.size else {
        throw OfficeError(.noSuchEvent(size: stores.log.size), "\(known.count - 1)")
      }
      return try stores.root(asOf: known.count)
    }
  }

  /// The proof that an event stands in the first `size` events; nil: in the whole log. Reads
  /// O(log n) nodes.
  /// - Throws: `noSuchEvent` where the log or the tree has no such event.
  package func inclusion(
    of index: LogIndex, in size: UInt64? = nil
  ) throws(OfficeError) -> InclusionProof {
    try reading { (stores) throws(OfficeError) in
      try stores.inclusion(of: index, in: size ?? stores.log.size)
    }
  }

  /// The proof that the first `old` events are the first of `new` events; nil: of the whole log.
  /// - Throws: `noProof` where `old` is 0 or above `new`; `noSuchEvent` where the log is shorter.
  package func consistency(
    from old: UInt64, to new: UInt64? = nil
  ) throws(OfficeError) -> ConsistencyProof {
    try reading { (stores) throws(OfficeError) in
      let new = new ?? stores.log.size
      guard new <= stores.log.size else {
        throw OfficeError(.noSuchEvent(size: stores.log.size), "\(new - 1)")
      }
      let path: [Hash]?
      do throws(EventLogError) { path = try stores.log.consistencyProof(from: old, to: new) } catch
      {
        throw OfficeError(error)
      }
      guard let path else { throw OfficeError(.noProof(from: old, to: new), "") }
      return ConsistencyProof(
        origin: try stores.origin(), from: LogSize(old), fromRoot: try stores.root(asOf: old),
        to: LogSize(new), toRoot: try stores.root(asOf: new), path: path.map { Digest($0) })
    }
  }
}

extension Stores {
  /// The proof that an event stands in the first `size` events.
  func inclusion(
    of index: LogIndex, in size: UInt64
  ) throws(OfficeError) -> InclusionProof {
    guard size <= log.size else {
      throw OfficeError(.noSuchEvent(size: log.size), "\(size - 1)")
    }
    guard index.number < size else {
      throw OfficeError(.noSuchEvent(size: size), "\(index.number)")
    }
    return InclusionProof(
      origin: try origin(), index: index, size: LogSize(size), leaf: try bytes(at: index).1,
      root: try root(asOf: size), path: try path(from: index, in: size))
  }

  /// The first line of the ledger's checkpoints.
  func origin() throws(OfficeError) -> String { try log.origin() }

  /// The root of the tree over the first events.
  func root(asOf size: UInt64) throws(OfficeError) -> Digest { try log.rootDigest(asOf: size) }

  /// The path from an event to the root of the first `size` events.
  func path(from index: LogIndex, in size: UInt64) throws(OfficeError) -> [Digest] {
    do throws(EventLogError) {
      return try log.inclusionProof(of: index.number, in: size).map { Digest($0) }
    } catch {
      throw OfficeError(error)
    }
  }

  /// The text of the checkpoint of the first `size` events.
  func checkpoint(asOf size: UInt64) throws(OfficeError) -> String {
    try log.checkpoint(asOf: size)
  }
}

extension LogSnapshot {
  /// The first line of the log's checkpoints: what its first event says.
  func origin() throws(OfficeError) -> String {
    let event: RawSpan
    do throws(EventLogError) { event = try self.event(at: 0) } catch { throw OfficeError(error) }
    do throws(CodecError) {
      if case .ledger(.ledgerOpened(let origin)) = try RecordedEvent(event).event { return origin }
    } catch {
      throw OfficeError(.corrupted(LogIndex(0), "\(error)"), "log")
    }
    throw OfficeError(.corrupted(LogIndex(0), "origin"), "log")
  }

  /// The root of the tree over the first events, as stored.
  func rootDigest(asOf size: UInt64) throws(OfficeError) -> Digest {
    do throws(EventLogError) { return Digest(try root(asOf: size)) } catch {
      throw OfficeError(error)
    }
  }

  /// The text of the checkpoint of the first `size` events.
  func checkpoint(asOf size: UInt64) throws(OfficeError) -> String {
    "\(try origin())\n\(size)\n\(try rootDigest(asOf: size).base64)\n"
  }
}

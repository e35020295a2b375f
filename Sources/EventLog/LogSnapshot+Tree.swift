internal import LMDB
package import Merkle

extension LogSnapshot {
  /// The root of the tree over all events (RFC 9162 section 2.1.1); O(log² n).
  package func root() throws(EventLogError) -> Hash { try root(asOf: size) }

  /// The root of the tree over the first events, `size` of them.
  /// - Throws: `noEvent` where there are fewer.
  package func root(asOf size: UInt64) throws(EventLogError) -> Hash {
    guard size <= self.size else { throw .noEvent(index: self.size) }
    return try TreeProofs.root(of: size) { (position) throws(EventLogError) in
      try node(position)
    }
  }

  /// The path from an event to the root of the first `size` events (RFC 9162 section 2.1.3.1).
  /// - Throws: `noEvent` where the log or the tree has no such event.
  package func inclusionProof(
    of index: UInt64, in size: UInt64
  ) throws(EventLogError) -> [Hash] {
    guard size <= self.size else { throw .noEvent(index: self.size) }
    let path = try TreeProofs.inclusion(of: index, in: size) { (position) throws(EventLogError) in
      try node(position)
    }
    guard let path else { throw .noEvent(index: index) }
    return path
  }

  /// The hashes that show the first `old` events to be a prefix of the first `new` (RFC 9162
  /// section 2.1.4.1); nil where `old` is 0 or above `new`, for which no proof is defined.
  /// - Throws: `noEvent` where the log has fewer than `new` events.
  package func consistencyProof(
    from old: UInt64, to new: UInt64
  ) throws(EventLogError) -> [Hash]? {
    guard new <= size else { throw .noEvent(index: size) }
    return try TreeProofs.consistency(from: old, to: new) { (position) throws(EventLogError) in
      try node(position)
    }
  }

  /// The hash of a complete subtree of the tree: of level 0 the leaf hash of an event, computed;
  /// above, one stored; O(log n).
  /// - Throws: `noEvent` where the tree has not grown that far; `damaged(nodes)`.
  package func node(_ position: TreePosition) throws(EventLogError) -> Hash {
    guard position.level > 0 else { return TreeHash.leaf(try event(at: position.index)) }
    let last = (position.index + 1) << UInt64(position.level) - 1
    guard last < size else { throw .noEvent(index: last) }
    do throws(LMDBError) {
      if let row = try transaction.value(of: last, in: tables.nodes),
        let hash = Hash(in: row, at: Int(position.level) - 1)
      {
        return hash
      }
    } catch {
      throw .store(error)
    }
    throw .damaged(index: last, .nodes)
  }

  /// The right edge of the tree over all events; reads one node a bit set in the size.
  package func frontier() throws(EventLogError) -> Frontier {
    try Frontier(size: size) { (position) throws(EventLogError) in try node(position) }
  }
}

extension Hash {
  /// The hash at a place of a row of hashes; nil where the row is too short.
  init?(in row: RawSpan, at place: Int) {
    let start = place * Hash.byteCount
    guard start + Hash.byteCount <= row.byteCount else { return nil }
    do throws(MerkleError) {
      self = try Hash(row.extracting(start..<start + Hash.byteCount))
    } catch {
      return nil
    }
  }
}

/// Paths through a stored tree, computed from its complete subtrees alone.
///
/// `node` gives the hash of a complete subtree of the tree, level 0 being the leaves. At most
/// two nodes a level are read for a path, and as many hashed.
package enum TreeProofs {
  /// The root of the first `size` leaves; reads one node a bit set in `size`.
  package static func root<Failure: Error>(
    of size: UInt64, node: (TreePosition) throws(Failure) -> Hash
  ) throws(Failure) -> Hash {
    try size == 0 ? TreeHash.empty : root(from: 0, to: size, node: node)
  }

  /// The path from leaf `index` to the root of the first `size` leaves, lowest hash first
  /// (RFC 9162 section 2.1.3.1), or nil when the tree has no such leaf.
  package static func inclusion<Failure: Error>(
    of index: UInt64, in size: UInt64, node: (TreePosition) throws(Failure) -> Hash
  ) throws(Failure) -> [Hash]? {
    guard index < size else { return nil }
    var path: [Hash] = []
    var (begin, end) = (UInt64(0), size)
    while end - begin > 1 {
      let middle = begin + TreeMath.split(end - begin)
      if index < middle {
        path.append(try root(from: middle, to: end, node: node))
        end = middle
      } else {
        path.append(try root(from: begin, to: middle, node: node))
        begin = middle
      }
    }
    path.reverse()
    return path
  }

  /// The hashes that show the first `old` leaves to be a prefix of the first `new` ones
  /// (RFC 9162 section 2.1.4.1): none when both are equal, nil when `old` is 0 or above `new`,
  /// for which no proof is defined.
  package static func consistency<Failure: Error>(
    from old: UInt64, to new: UInt64, node: (TreePosition) throws(Failure) -> Hash
  ) throws(Failure) -> [Hash]? {
    guard old > 0, old <= new else { return nil }
    var path: [Hash] = []
    var (begin, end) = (UInt64(0), new)
    while end != old {
      let middle = begin + TreeMath.split(end - begin)
      if old <= middle {
        path.append(try root(from: middle, to: end, node: node))
        end = middle
      } else {
        path.append(try root(from: begin, to: middle, node: node))
        begin = middle
      }
    }
    if begin > 0 { path.append(try root(from: begin, to: end, node: node)) }
    path.reverse()
    return path
  }

  /// The root of leaves `begin` to `end`, where `begin` is a split of some tree around it.
  private static func root<Failure: Error>(
    from begin: UInt64, to end: UInt64, node: (TreePosition) throws(Failure) -> Hash
  ) throws(Failure) -> Hash {
    var right: Hash?
    var left = end - begin
    while left > 0 {
      let level = UInt64(left.trailingZeroBitCount)
      left &= left - 1
      let position = TreePosition(level: UInt8(level), index: (begin + left) >> level)
      let subtree = try node(position)
      right = right.map { TreeHash.node(subtree, $0) } ?? subtree
    }
    return right ?? TreeHash.empty
  }
}

/// Checks of proofs by whoever has nothing but the proof and the roots.
///
/// That every hash has exactly 32 bytes is a property of `Hash`; where proofs arrive as bytes
/// or text, making the hashes is the check.
package enum ProofCheck {
  /// Whether the path leads from the leaf hash at `index` to the root of `size` leaves
  /// (RFC 9162 section 2.1.3.2); one hash a step, at most 64.
  package static func inclusion(
    of leaf: Hash, at index: UInt64, in size: UInt64, path: [Hash], root: Hash
  ) -> Bool {
    guard index < size else { return false }
    var walk = Walk(node: index, last: size - 1)
    var hash = leaf
    for sibling in path {
      guard walk.last > 0 else { return false }
      hash = walk.isRight ? TreeHash.node(sibling, hash) : TreeHash.node(hash, sibling)
      walk.ascend()
    }
    return walk.last == 0 && hash == root
  }

  /// Whether the path shows the tree of `old` leaves to be a prefix of that of `new` leaves
  /// (RFC 9162 section 2.1.4.2); two hashes a step, at most 64 steps.
  ///
  /// False for `old` 0, for which no proof is defined: any tree continues the empty one.
  package static func consistency(
    from old: UInt64, oldRoot: Hash, to new: UInt64, newRoot: Hash, path: [Hash]
  ) -> Bool {
    guard old > 0, old <= new else { return false }
    if old == new { return path.isEmpty && oldRoot == newRoot }
    var rest = path[...]
    guard !rest.isEmpty else { return false }
    var walk = Walk(node: old - 1, last: new - 1)
    while walk.node & 1 == 1 { walk.shift() }
    let first = old & (old - 1) == 0 ? oldRoot : rest.removeFirst()
    var (oldHash, newHash) = (first, first)
    for sibling in rest {
      guard walk.last > 0 else { return false }
      if walk.isRight {
        oldHash = TreeHash.node(sibling, oldHash)
        newHash = TreeHash.node(sibling, newHash)
      } else {
        newHash = TreeHash.node(newHash, sibling)
      }
      walk.ascend()
    }
    return walk.last == 0 && oldHash == oldRoot && newHash == newRoot
  }

  /// A way up the tree: `fn` and `sn` of the RFC.
  private struct Walk {
    var node: UInt64
    var last: UInt64

    /// Whether the next sibling is at the left.
    var isRight: Bool { node & 1 == 1 || node == last }

    mutating func shift() {
      node >>= 1
      last >>= 1
    }

    mutating func ascend() {
      if isRight { while node & 1 == 0 && node != 0 { shift() } }
      shift()
    }
  }
}

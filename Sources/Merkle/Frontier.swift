/// The right edge of a tree: the roots of its complete subtrees, the largest first.
///
/// It is all that appending and the root need: at most 64 hashes, however many leaves. It holds
/// no entry and does no I/O; whoever keeps the nodes takes them as they are completed.
package struct Frontier: Hashable, Sendable {
  /// The number of leaves.
  package private(set) var size: UInt64 = 0
  private var peaks: [Hash] = []
  private var scratch: [Hash] = []

  /// The frontier of a tree without leaves.
  package init() { peaks.reserveCapacity(64) }

  /// The frontier of a stored tree of `size` leaves; reads one node a bit set in `size`.
  package init<Failure: Error>(
    size: UInt64, node: (TreePosition) throws(Failure) -> Hash
  ) throws(Failure) {
    self.init()
    for position in TreeMath.peaks(size) { peaks.append(try node(position)) }
    self.size = size
  }

  package static func == (left: Frontier, right: Frontier) -> Bool {
    left.size == right.size && left.peaks == right.peaks
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(size)
    hasher.combine(peaks)
  }

  /// The root of the tree (RFC 9162 section 2.1.1), that of nothing for a tree without leaves;
  /// at most 63 hashes.
  package var root: Hash {
    guard var root = peaks.last else { return TreeHash.empty }
    for peak in peaks.dropLast().reversed() { root = TreeHash.node(peak, root) }
    return root
  }
}

extension Frontier {
  /// Adds a leaf and hands over the subtrees that it completes, level 1 first; less than one
  /// hash a leaf on average.
  package mutating func push<Failure: Error>(
    _ leaf: Hash, completed: (TreePosition, Hash) throws(Failure) -> Void
  ) throws(Failure) {
    try push(leaf, ofLevel: 0, completed: completed)
  }

  /// Adds the leaves of a complete subtree by its root, and hands over the subtrees above that it
  /// completes, the lowest first.
  ///
  /// - Parameter level: the subtree has `1 << level` leaves; the size is a multiple of that.
  package mutating func push<Failure: Error>(
    _ root: Hash, ofLevel level: UInt8, completed: (TreePosition, Hash) throws(Failure) -> Void
  ) throws(Failure) {
    let leaves: UInt64 = 1 << UInt64(level)
    precondition(size % leaves == 0, "a subtree begins where one of its size may")
    var (hash, index, level) = (root, size / leaves, level)
    while index & 1 == 1, let left = peaks.popLast() {
      hash = TreeHash.node(left, hash)
      index >>= 1
      level += 1
      try completed(TreePosition(level: level, index: index), hash)
    }
    peaks.append(hash)
    size += leaves
  }

  /// Adds a leaf and returns the hashes of the subtrees that it completes, level 1 first.
  ///
  /// The one of level `l` has the number `(size - 1) >> l`, with the size after the call.
  package mutating func push(_ leaf: Hash) -> [Hash] {
    var hashes: [Hash] = []
    push(leaf) { _, hash in hashes.append(hash) }
    return hashes
  }

  /// Adds leaves in order and hands over the subtrees that they complete, level by level and
  /// from left to right, which is ascending order of `TreePosition`.
  ///
  /// Hashes two nodes at a time, and so is faster than leaf by leaf. When `completed` throws,
  /// the frontier is no longer of use.
  package mutating func push<Failure: Error>(
    contentsOf leaves: [Hash], completed: (TreePosition, Hash) throws(Failure) -> Void
  ) throws(Failure) {
    guard !leaves.isEmpty else { return }
    let before = size
    size += UInt64(leaves.count)
    var rest: [Hash] = []
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: leaves)
    var level: UInt8 = 0
    while !scratch.isEmpty || before >> UInt64(level) > 0 {
      var first = before >> UInt64(level)
      if first & 1 == 1, let peak = peaks.popLast() {
        scratch.insert(peak, at: 0)
        first -= 1
      }
      if scratch.count & 1 == 1, let peak = scratch.popLast() { rest.append(peak) }
      fold()
      level += 1
      var index = first >> 1
      for hash in scratch {
        try completed(TreePosition(level: level, index: index), hash)
        index += 1
      }
    }
    peaks.append(contentsOf: rest.reversed())
  }

  /// Replaces the scratch hashes, an even number, by the nodes above them.
  private mutating func fold() {
    let pairs = scratch.count / 2
    var pair = 0
    while pair + 1 < pairs {
      let at = 2 * pair
      let (one, two) = TreeHash.nodes(
        (scratch[at], scratch[at + 1]), (scratch[at + 2], scratch[at + 3]))
      scratch[pair] = one
      scratch[pair + 1] = two
      pair += 2
    }
    if pair < pairs { scratch[pair] = TreeHash.node(scratch[2 * pair], scratch[2 * pair + 1]) }
    scratch.removeLast(scratch.count - pairs)
  }
}

import Merkle

/// The definitions of RFC 9162 section 2.1, word for word and slow.
struct NaiveTree {
  var leaves: [Hash] = []

  /// `count` leaves whose entries are their numbers in decimal.
  init(counting count: Int) {
    leaves = (0..<count).map { TreeHash.leaf(Array("\($0)".utf8)) }
  }

  init(_ entries: [[UInt8]]) { leaves = entries.map { TreeHash.leaf($0) } }

  private static func split(_ count: Int) -> Int {
    var power = 1
    while power * 2 < count { power *= 2 }
    return power
  }

  /// MTH of section 2.1.1.
  static func root(_ leaves: ArraySlice<Hash>) -> Hash {
    guard let first = leaves.first else { return SHA256.hash([]) }
    if leaves.count == 1 { return first }
    let half = split(leaves.count)
    return TreeHash.node(root(leaves.prefix(half)), root(leaves.dropFirst(half)))
  }

  /// PATH of section 2.1.3.1.
  static func path(_ index: Int, _ leaves: ArraySlice<Hash>) -> [Hash] {
    if leaves.count <= 1 { return [] }
    let half = split(leaves.count)
    let (left, right) = (leaves.prefix(half), leaves.dropFirst(half))
    return index < half
      ? path(index, left) + [root(right)] : path(index - half, right) + [root(left)]
  }

  /// SUBPROOF of section 2.1.4.1.
  static func subproof(_ old: Int, _ leaves: ArraySlice<Hash>, _ whole: Bool) -> [Hash] {
    if old == leaves.count { return whole ? [] : [root(leaves)] }
    let half = split(leaves.count)
    let (left, right) = (leaves.prefix(half), leaves.dropFirst(half))
    return old <= half
      ? subproof(old, left, whole) + [root(right)]
      : subproof(old - half, right, false) + [root(left)]
  }
}

/// Complete subtrees as a log stores them, counting what is read.
struct StoredTree {
  private(set) var frontier = Frontier()
  private(set) var nodes: [TreePosition: Hash] = [:]

  struct Missing: Error { let position: TreePosition }

  init(_ leaves: [Hash]) {
    for (index, leaf) in leaves.enumerated() {
      nodes[TreePosition(level: 0, index: UInt64(index))] = leaf
      frontier.push(leaf) { position, hash in nodes[position] = hash }
    }
  }

  func node(_ position: TreePosition) throws(Missing) -> Hash {
    guard let hash = nodes[position] else { throw Missing(position: position) }
    return hash
  }
}

internal import Glibc
internal import LMDB
internal import Merkle

/// The rows of tree nodes that leaves added to a tree bring: for each odd leaf, the hashes of the
/// complete subtrees that end with it, level 1 first.
///
/// A tree of n leaves has n less the bits set in n complete subtrees above the leaves, so the
/// place of each among the new ones is known beforehand.
struct NodeRows {
  private let first: UInt64
  private let end: UInt64
  private let base: UInt64
  private var hashes: [Hash]

  /// Room for the nodes that `count` leaves bring to a tree of `size`.
  init(after size: UInt64, adding count: UInt64) {
    first = size
    end = size + count
    base = Self.nodes(size)
    hashes = [Hash](repeating: TreeHash.empty, count: Int(Self.nodes(end) - base))
  }

  /// The rows that a complete subtree beginning at leaf `first` brings, all but that of its last
  /// leaf, in which subtrees around it may end.
  ///
  /// - Parameter levels: the subtree's nodes, level 1 first; at least two levels.
  init(within levels: [[Hash]], from first: UInt64) {
    let leaves = 1 << levels.count
    self.first = first
    end = first + UInt64(leaves - 2)
    base = Self.nodes(first)
    hashes = []
    hashes.reserveCapacity(leaves)
    for leaf in stride(from: 1, to: leaves - 2, by: 2) {
      for level in 0..<(leaf + 1).trailingZeroBitCount {
        hashes.append(levels[level][leaf >> (level + 1)])
      }
    }
  }

  /// The complete subtrees of a tree of `size` leaves, leaves not counted.
  private static func nodes(_ size: UInt64) -> UInt64 { size - UInt64(size.nonzeroBitCount) }

  /// Notes the hash of a new subtree, above the leaves.
  mutating func set(_ position: TreePosition, _ hash: Hash) {
    let last = (position.index + 1) << UInt64(position.level) - 1
    let place = Int(Self.nodes(last) - base) + Int(position.level) - 1
    hashes[place] = hash
  }

  /// Hands over the rows in order of index.
  func forEach<Failure: Error>(
    _ body: (UInt64, RawSpan) throws(Failure) -> Void
  ) throws(Failure) {
    var place = 0
    var leaf = first | 1
    while leaf < end {
      let count = (~leaf).trailingZeroBitCount
      let row = place * Hash.byteCount..<(place + count) * Hash.byteCount
      try body(leaf, unsafe hashes.span.bytes.extracting(row))
      place += count
      leaf += 2
    }
  }

  /// Appends the rows to their table.
  func append(to transaction: inout WriteTransaction, _ table: Table) throws(LMDBError) {
    guard !hashes.isEmpty else { return }
    var rows = try transaction.rows(of: table)
    try forEach { (index, row) throws(LMDBError) in try rows.append(row, at: index) }
  }
}

extension NodeRows {
  /// The first row of the table between the leaves that is not as here; `isLeaf` where the lowest
  /// of its nodes differs, so that one of the two leaves below, or the row, is wrong. Rows for
  /// leaves past `size` are wrong, too.
  func firstDifference(
    _ transaction: ReadTransaction, _ table: Table, size: UInt64
  ) throws(LMDBError) -> (index: UInt64, damage: LogDamage, isLeaf: Bool)? {
    var difference: (index: UInt64, damage: LogDamage, isLeaf: Bool)?
    var cursor = try transaction.cursor(over: table)
    var found = try cursor.seek(to: first)
    try forEach { (index, row) throws(LMDBError) in
      guard difference == nil else { return }
      guard found, cursor.key.byteCount == 8, cursor.key.bigEndian64() <= index else {
        difference = (index, .nodes, false)
        return
      }
      guard cursor.key.bigEndian64() == index else {
        difference = (cursor.key.bigEndian64(), .extraNodes, false)
        return
      }
      let stored = cursor.value
      if !stored.hasSameBytes(as: row) {
        let isLeaf =
          stored.byteCount == row.byteCount
          && !stored.extracting(first: 32).hasSameBytes(as: row.extracting(first: 32))
        difference = (index, .nodes, isLeaf)
        return
      }
      found = try cursor.nextInScan()
    }
    guard difference == nil, found, cursor.key.byteCount == 8 else { return difference }
    let extra = cursor.key.bigEndian64()
    return extra < end || extra >= size ? (extra, .extraNodes, false) : nil
  }
}

extension RawSpan {
  /// Whether the bytes of both are the same.
  func hasSameBytes(as other: RawSpan) -> Bool {
    guard byteCount == other.byteCount else { return false }
    return unsafe withUnsafeBytes { one in
      unsafe other.withUnsafeBytes { two in
        guard let left = one.baseAddress, let right = two.baseAddress else { return true }
        return unsafe memcmp(left, right, one.count) == 0
      }
    }
  }
}

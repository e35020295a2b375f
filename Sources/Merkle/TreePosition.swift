/// The place of a complete subtree: its height above the leaves and its number in that height.
///
/// It spans the leaves `index << level` to `(index + 1) << level`, that one excluded.
package struct TreePosition: Hashable, Comparable, Sendable {
  /// The height: 0 for leaves, at most 63.
  package let level: UInt8
  /// The number among the subtrees of that height, from the left, from 0.
  package let index: UInt64

  /// The subtree of that height and number.
  @inlinable package init(level: UInt8, index: UInt64) {
    self.level = level
    self.index = index
  }

  /// Orders by height, then from left to right.
  @inlinable package static func < (left: TreePosition, right: TreePosition) -> Bool {
    left.level == right.level ? left.index < right.index : left.level < right.level
  }
}

/// The arithmetic of RFC 9162 section 2.1 over numbers of leaves.
package enum TreeMath {
  /// The largest power of two strictly below `size`, where a tree splits; `size` is at least 2.
  @inlinable package static func split(_ size: UInt64) -> UInt64 {
    precondition(size >= 2, "only a tree of two or more leaves splits")
    return 1 << UInt64(63 - (size - 1).leadingZeroBitCount)
  }

  /// The complete subtrees that together hold the first `size` leaves, the largest first; as
  /// many as `size` has bits set.
  package static func peaks(_ size: UInt64) -> [TreePosition] {
    var peaks: [TreePosition] = []
    var left = size
    while left > 0 {
      let level = UInt8(63 - left.leadingZeroBitCount)
      left &= ~(1 << UInt64(level))
      peaks.append(TreePosition(level: level, index: (size & ~left) >> UInt64(level) - 1))
    }
    return peaks
  }
}

/// Sorts look-up rows by table and key, eight bytes at a time: keys begin alike for long, since
/// the school stands before the number, and what all have in common is passed over once.
@safe struct SideOrder {
  private let bytes: UnsafeRawPointer
  private var entries: [Entry]

  /// A row with the eight bytes of its key that are looked at.
  private struct Entry {
    var word: UInt64
    let row: SideRow

    /// How many of the eight bytes the key has.
    func count(at depth: Int) -> Int { min(Int(row.length) - depth, 8) }
  }

  /// Bytes of memory for each row while it is sorted.
  static let size = MemoryLayout<Entry>.size

  /// Sorts the rows, those with equal keys in the order in which they came.
  static func sort(_ rows: inout [SideRow], in bytes: borrowing RowBytes) {
    var order = unsafe SideOrder(
      bytes: bytes.base, entries: rows.map { Entry(word: 0, row: $0) })
    order.sort(0..<rows.count, at: 0)
    for place in rows.indices { rows[place] = order.entries[place].row }
  }
}

extension SideOrder {
  /// Sorts rows that are alike in the first `depth` bytes, which all of them have.
  private mutating func sort(_ range: Range<Int>, at depth: Int) {
    guard range.count > 1 else { return }
    let isAlike = look(at: depth, range)
    if !isAlike {
      unsafe entries.withUnsafeMutableBufferPointer { entries in
        var some = unsafe UnsafeMutableBufferPointer(rebasing: entries[range])
        unsafe some.sort { left, right in
          if left.word != right.word { return left.word < right.word }
          let (mine, its) = (left.count(at: depth), right.count(at: depth))
          return mine == its ? left.row.start < right.row.start : mine < its
        }
      }
    }
    var first = range.lowerBound
    while first < range.upperBound {
      var end = first + 1
      let entry = entries[first]
      let count = entry.count(at: depth)
      while end < range.upperBound, entries[end].word == entry.word,
        entries[end].count(at: depth) == count
      {
        end += 1
      }
      if count == 8 { sort(first..<end, at: depth + 8) }
      first = end
    }
  }

  /// Takes the next eight bytes of each row, or fewer and zeros, and says whether all are alike.
  private mutating func look(at depth: Int, _ range: Range<Int>) -> Bool {
    var isAlike = true
    let first = word(of: entries[range.lowerBound].row, at: depth)
    let count = entries[range.lowerBound].count(at: depth)
    for place in range {
      let word = word(of: entries[place].row, at: depth)
      entries[place].word = word
      if word != first || entries[place].count(at: depth) != count { isAlike = false }
    }
    return isAlike
  }

  @inline(__always)
  private func word(of row: SideRow, at depth: Int) -> UInt64 {
    let left = Int(row.length) - depth
    guard left > 0 else { return 0 }
    let word = unsafe UInt64(
      bigEndian: bytes.loadUnaligned(fromByteOffset: Int(row.start) + depth, as: UInt64.self))
    return left >= 8 ? word : word & ~(UInt64.max >> UInt64(8 * left))
  }
}

internal import Glibc
internal import LMDB

/// Keys of rows without values, collected in any order and put in that of the table.
struct KeyList: Sendable {
  private var bytes: [UInt8] = []
  private var keys: [Key] = []

  /// A key among the bytes; its first bytes as a number decide most comparisons.
  private struct Key {
    let prefix: UInt64
    let start: Int
    let end: Int
  }

  /// Whether there is none.
  var isEmpty: Bool { keys.isEmpty }

  /// Adds the key of a look-up row: what comes before the text, the text, and whom it leads to.
  mutating func add(kind: UInt8?, _ text: RawSpan, _ row: LookupRow) {
    let start = bytes.count
    if let kind { bytes.append(kind) }
    unsafe text.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    row.append(to: &bytes)
    var prefix: UInt64 = 0
    for place in start..<start + 8 { prefix = prefix << 8 | UInt64(bytes[place]) }
    keys.append(Key(prefix: prefix, start: start, end: bytes.count))
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
  }

  /// Puts the keys in ascending order, appending those behind the last stored one.
  mutating func put(
    to transaction: inout WriteTransaction, _ table: Table
  ) throws(LMDBError) {
    guard !keys.isEmpty else { return }
    sort()
    let last = try transaction.reading.lastKey(of: table)
    var rows = try transaction.rows(of: table)
    let all = unsafe bytes.span.bytes
    var isBehind = last.isEmpty
    for place in keys.indices {
      let key = all.extracting(keys[place].start..<keys[place].end)
      if place > 0, key.order(all.extracting(keys[place - 1].start..<keys[place - 1].end)) == 0 {
        continue
      }
      if !isBehind { isBehind = unsafe key.order(last.span.bytes) > 0 }
      if isBehind {
        try rows.append(RawSpan(), at: key)
      } else {
        try rows.put(RawSpan(), at: key)
      }
    }
  }

  private mutating func sort() {
    unsafe bytes.withUnsafeBytes { bytes in
      keys.sort { left, right in
        if left.prefix != right.prefix { return left.prefix < right.prefix }
        let leftBytes = unsafe bytes[left.start..<left.end]
        let rightBytes = unsafe bytes[right.start..<right.end]
        return unsafe RawSpan(_unsafeBytes: leftBytes).order(RawSpan(_unsafeBytes: rightBytes)) < 0
      }
    }
  }
}

extension RawSpan {
  /// Below, at or above 0 as the bytes come before, are, or come behind the others, as in a table.
  func order(_ other: RawSpan) -> Int {
    let common = min(byteCount, other.byteCount)
    let order = unsafe withUnsafeBytes { one in
      unsafe other.withUnsafeBytes { two -> Int32 in
        guard common > 0, let left = one.baseAddress, let right = two.baseAddress else { return 0 }
        return unsafe memcmp(left, right, common)
      }
    }
    return order != 0 ? Int(order) : byteCount - other.byteCount
  }
}

extension ReadTransaction {
  /// A copy of the table's last key; empty where there is no row.
  func lastKey(of table: Table) throws(LMDBError) -> [UInt8] {
    var cursor = try cursor(over: table)
    guard try cursor.last() else { return [] }
    return unsafe cursor.key.withUnsafeBytes { unsafe Array($0) }
  }
}

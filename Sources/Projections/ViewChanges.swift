package import Cadre
internal import LMDB

/// The rows that events make of a view's, table by table in the order of keys: to be written, or
/// to be read over the stored ones where they cannot be written.
package final class ViewChanges: Sendable {
  /// The log's size behind the last event folded.
  package let size: LogSize
  private let bytes: RowBytes
  /// By the number of the table.
  private let rows: [[Row]]

  /// Where key and value are in `bytes`.
  struct Row {
    let key: Range<Int>
    let value: Range<Int>
  }

  init(_ bytes: consuming RowBytes, _ rows: [[Row]], size: LogSize) {
    self.bytes = bytes
    self.rows = rows
    self.size = size
  }
}

extension ViewChanges {
  /// The number of rows changed.
  package var count: Int { rows.reduce(0) { $0 + $1.count } }

  func count(of table: ViewTable) -> Int { rows[table.rawValue].count }

  @_lifetime(borrow self)
  func key(_ place: Int, of table: ViewTable) -> RawSpan {
    let key = unsafe bytes.unownedSpan.extracting(rows[table.rawValue][place].key)
    return unsafe _overrideLifetime(key, borrowing: self)
  }

  @_lifetime(borrow self)
  func value(_ place: Int, of table: ViewTable) -> RawSpan {
    let value = unsafe bytes.unownedSpan.extracting(rows[table.rawValue][place].value)
    return unsafe _overrideLifetime(value, borrowing: self)
  }

  /// The place of the first row at or after a key; O(log n).
  func place(of key: RawSpan, in table: ViewTable) -> Int {
    var (low, high) = (0, count(of: table))
    while low < high {
      let middle = (low + high) / 2
      if self.key(middle, of: table).compare(key) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Writes all rows; those behind a table's last are appended, which leaves its pages full.
  func write(
    to transaction: inout WriteTransaction, _ tables: ViewTables
  ) throws(LMDBError) {
    for table in ViewTable.allCases where count(of: table) > 0 {
      let stored = tables[table]
      let firstNew = try place(behindLastOf: stored, table, transaction.reading)
      var writer = try transaction.rows(of: stored)
      for place in 0..<count(of: table) {
        let (key, value) = (key(place, of: table), value(place, of: table))
        if place < firstNew {
          try writer.put(value, at: key)
        } else {
          try writer.append(value, at: key)
        }
      }
    }
  }

  private func place(
    behindLastOf stored: Table, _ table: ViewTable, _ reading: ReadTransaction
  ) throws(LMDBError) -> Int {
    var cursor = try reading.cursor(over: stored)
    guard try cursor.last() else { return 0 }
    let place = place(of: cursor.key, in: table)
    guard place < count(of: table), key(place, of: table).compare(cursor.key) == 0 else {
      return place
    }
    return place + 1
  }
}

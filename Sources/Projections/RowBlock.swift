internal import LMDB

/// Rows in the order of tables and keys, on their way to the views.
struct RowBlock: ~Copyable {
  private var bytes = RowBytes()
  private var rows: [Row] = []

  /// Where key and value are, which stand one behind the other.
  private struct Row {
    let table: ViewTable
    let key: Int
    let value: Int
    let end: Int
  }
}

extension RowBlock {
  /// Bytes of keys and values.
  var size: Int { bytes.count }

  /// Forgets the rows and keeps the room.
  mutating func removeAll() {
    bytes.removeAll()
    rows.removeAll(keepingCapacity: true)
  }

  /// Appends a row whose value is `length` bytes that `write` fills in; up to `RowBytes.slack` more
  /// may be written over behind them.
  @inline(__always)
  mutating func append<Number: FixedWidthInteger>(
    _ table: ViewTable, at key: Number, _ length: Int,
    _ write: (UnsafeMutableRawPointer) -> Void
  ) {
    let key = bytes.append(bigEndian: key)
    unsafe bytes.append(length) { target in
      if let base = target.baseAddress { unsafe write(base) }
    }
    rows.append(
      Row(table: table, key: key.lowerBound, value: key.upperBound, end: bytes.count))
  }

  /// Appends a row.
  mutating func append<Number: FixedWidthInteger>(
    _ table: ViewTable, at key: Number, _ value: RawSpan
  ) {
    let key = bytes.append(bigEndian: key)
    let value = bytes.append(value)
    rows.append(
      Row(table: table, key: key.lowerBound, value: value.lowerBound, end: value.upperBound))
  }

  /// Appends the row that a fold has finished.
  mutating func append<Number: FixedWidthInteger>(
    _ table: ViewTable, at key: Number, rowOf fold: borrowing StreamFold
  ) {
    append(table, at: key, fold.row)
  }

  /// Appends a look-up row, by all its bytes.
  mutating func append(_ row: SideRow, _ source: RawSpan) {
    guard let table = row.table(in: source) else { return }
    let key = bytes.append(row.key(in: source))
    let value = bytes.append(row.value(in: source))
    rows.append(
      Row(table: table, key: key.lowerBound, value: value.lowerBound, end: value.upperBound))
  }

  /// Puts the rows behind the last ones of their tables.
  func write(to transaction: inout WriteTransaction, _ tables: ViewTables) throws(LMDBError) {
    var place = 0
    while place < rows.count {
      let table = rows[place].table
      var writer = try transaction.rows(of: tables[table])
      while place < rows.count, rows[place].table == table {
        let row = rows[place]
        try writer.append(
          bytes.span.extracting(row.value..<row.end),
          at: bytes.span.extracting(row.key..<row.value))
        place += 1
      }
    }
  }
}

/// Puts rows behind the last ones of the tables of new views, in transactions of bounded size.
struct RowAppender: ~Copyable {
  private let views: Views
  private let most: Int
  private var transaction: WriteTransaction?
  /// Bytes put since the transaction began.
  private var size = 0

  /// - Parameter most: about the bytes of rows of a transaction.
  init(to views: Views, most: Int) {
    self.views = views
    self.most = most
  }
}

extension RowAppender {
  /// Puts the rows of a block, all of which come after those put before.
  /// - Throws: `store`.
  mutating func append(_ block: borrowing RowBlock) throws(ProjectionError) {
    do throws(LMDBError) {
      var open: WriteTransaction
      if let begun = transaction.take() {
        open = begun
      } else {
        open = try WriteTransaction(on: views.environment)
      }
      try block.write(to: &open, views.tables)
      size += block.size
      if size < most {
        transaction = consume open
      } else {
        try open.commit()
        size = 0
      }
    } catch {
      throw .store(error)
    }
  }

  /// Commits what is put.
  /// - Throws: `store`.
  consuming func finish() throws(ProjectionError) {
    do throws(LMDBError) {
      if let open = transaction.take() { try open.commit() }
    } catch {
      throw .store(error)
    }
  }
}

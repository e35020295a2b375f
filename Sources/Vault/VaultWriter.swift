internal import LMDB
internal import Merkle

/// The vault's one write transaction.
package struct VaultWriter: ~Copyable {
  var transaction: WriteTransaction
  let tables: VaultTables

  init(_ transaction: consuming WriteTransaction, _ tables: VaultTables) {
    self.transaction = transaction
    self.tables = tables
  }

  /// What the vault holds of events below `limit`, as this transaction has changed it.
  @_lifetime(borrow self)
  package borrowing func reading(below limit: UInt64) -> VaultSnapshot {
    VaultSnapshot(transaction.reading, tables, limit: limit)
  }

  consuming func commit() throws(LMDBError) { try transaction.commit() }
}

extension VaultWriter {
  /// Deletes what belongs to events at or past the log's size, which a writer left that died before
  /// the log's commit; O(1) where there is nothing, otherwise O(look-up rows).
  /// - Returns: whether there was anything.
  @discardableResult
  package mutating func truncate(to size: UInt64) throws(VaultError) -> Bool {
    guard let end = try reading(below: .max).number(VaultNotes.end), end > size else {
      return false
    }
    do throws(LMDBError) {
      try transaction.deleteAll(from: size, in: tables.records)
      try removeLookups(in: tables.numbers, from: size)
      try removeLookups(in: tables.names, from: size)
    } catch {
      throw .store(error)
    }
    try note(VaultNotes.end, size)
    return true
  }

  /// Writes a batch; O(rows · log rows).
  /// - Throws: `order` where a record does not come behind the stored ones; `store`.
  package mutating func append(_ batch: inout VaultBatch) throws(VaultError) {
    let last = try reading(below: .max).lastRecordIndex()
    var previous = last
    for record in batch.records {
      if let previous, record.index <= previous { throw .order(index: record.index) }
      previous = record.index
    }
    do throws(LMDBError) {
      try batch.putRecords(to: &transaction, tables.records)
      try batch.numbers.put(to: &transaction, tables.numbers)
      try batch.names.put(to: &transaction, tables.names)
    } catch {
      throw .store(error)
    }
    let end = try reading(below: .max).number(VaultNotes.end) ?? 0
    if batch.end > end { try note(VaultNotes.end, batch.end) }
  }

  /// Says what this generation is.
  mutating func describe(
    generation: UInt64, erasure: UInt64?, secret: [UInt8]
  ) throws(VaultError) {
    try note(VaultNotes.layout, RecordVault.layout)
    try note(VaultNotes.generation, generation)
    if let erasure { try note(VaultNotes.erasure, erasure) }
    try unsafe note(VaultNotes.secret, secret.span.bytes)
  }

  mutating func note(_ name: String, _ number: UInt64) throws(VaultError) {
    let value = IndexKey(number)
    try note(name, value.bytes)
  }

  private mutating func note(_ name: String, _ value: RawSpan) throws(VaultError) {
    do throws(LMDBError) {
      try unsafe transaction.put(value, at: Array(name.utf8).span.bytes, in: tables.notes)
    } catch {
      throw .store(error)
    }
  }

  private mutating func removeLookups(
    in table: Table, from size: UInt64
  ) throws(LMDBError) {
    var doomed: [[UInt8]] = []
    try collectLookups(in: table, from: size, into: &doomed)
    for key in doomed { try unsafe transaction.delete(key.span.bytes, in: table) }
  }

  private borrowing func collectLookups(
    in table: Table, from size: UInt64, into keys: inout [[UInt8]]
  ) throws(LMDBError) {
    var cursor = try transaction.reading.cursor(over: table)
    while try cursor.nextInScan() {
      guard let row = LookupRow(endOf: cursor.key), row.index >= size else { continue }
      keys.append(unsafe cursor.key.withUnsafeBytes { unsafe Array($0) })
    }
  }
}

extension VaultBatch {
  /// Appends the records to their table.
  func putRecords(
    to transaction: inout WriteTransaction, _ table: Table
  ) throws(LMDBError) {
    guard !records.isEmpty else { return }
    let all = unsafe bytes.span.bytes
    var rows = try transaction.rows(of: table)
    for record in records { try rows.append(all.extracting(record.range), at: record.index) }
  }
}

internal import CLMDB

/// Puts rows into one table in ascending order of keys, keeping its place between them: a search
/// of the tree is saved for each row that falls on the page of the one before.
///
/// The transaction is not to be had while it lives.
@safe package struct RowWriter: ~Copyable, ~Escapable {
  private let handle: OpaquePointer
  private let environment: Environment

  @_lifetime(&transaction)
  init(in transaction: inout WriteTransaction, over table: Table) throws(LMDBError) {
    var opened: OpaquePointer?
    let reading = transaction.reading
    let code = unsafe mdb_cursor_open(reading.handle, reading.number(of: table), &opened)
    guard code == 0, let handle = unsafe opened else {
      throw reading.environment.failure(code, .cursor)
    }
    unsafe self.handle = handle
    environment = reading.environment
  }

  deinit { unsafe mdb_cursor_close(handle) }
}

extension WriteTransaction {
  /// A writer of rows in ascending order; any order is right, this one is fast.
  @_lifetime(&self)
  package mutating func rows(of table: Table) throws(LMDBError) -> RowWriter {
    try RowWriter(in: &self, over: table)
  }
}

extension RowWriter {
  /// Puts a row after the last one; O(1), and pages are left full.
  /// - Throws: `keyExists` where the key is not greater than the last; `mapFull`.
  @_lifetime(self: copy self)
  package mutating func append(_ value: RawSpan, at key: RawSpan) throws(LMDBError) {
    try put(value, at: key, UInt32(MDB_APPEND))
  }

  /// Puts a row whose key is an index after the last one.
  @_lifetime(self: copy self)
  package mutating func append(_ value: RawSpan, at index: UInt64) throws(LMDBError) {
    let key = IndexKey(index)
    try put(value, at: key.bytes, UInt32(MDB_APPEND))
  }

  /// Puts a row, replacing the value where the key is there.
  @_lifetime(self: copy self)
  package mutating func put(_ value: RawSpan, at key: RawSpan) throws(LMDBError) {
    try put(value, at: key, 0)
  }

  @_lifetime(self: copy self)
  private mutating func put(
    _ value: RawSpan, at key: RawSpan, _ flags: UInt32
  ) throws(LMDBError) {
    var keyValue = unsafe MDB_val(key)
    var data = unsafe MDB_val(value)
    let code = unsafe mdb_cursor_put(handle, &keyValue, &data, flags)
    guard code == 0 else { throw environment.failure(code, .put) }
  }

  /// Deletes the first row at or after an index, and says whether there was one.
  @_lifetime(self: copy self)
  mutating func deleteFirst(from index: UInt64) throws(LMDBError) -> Bool {
    let key = IndexKey(index)
    var keyValue = unsafe MDB_val(key.bytes)
    var data = unsafe MDB_val()
    var code = unsafe mdb_cursor_get(handle, &keyValue, &data, MDB_SET_RANGE)
    guard code != MDB_NOTFOUND else { return false }
    if code == 0 { code = unsafe mdb_cursor_del(handle, 0) }
    guard code == 0 else { throw environment.failure(code, .delete) }
    return true
  }
}

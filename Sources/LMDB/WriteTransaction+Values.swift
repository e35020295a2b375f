internal import CLMDB

extension WriteTransaction {
  /// Puts a row, replacing the value where the key is there; O(log n).
  /// - Throws: `mapFull`, `sizeRefused`, `transactionFull`, `corrupted`.
  package mutating func put(_ value: RawSpan, at key: RawSpan, in table: Table) throws(LMDBError) {
    var keyValue = unsafe MDB_val(key)
    var data = unsafe MDB_val(value)
    let code = unsafe mdb_put(reading.handle, reading.number(of: table), &keyValue, &data, 0)
    guard code == 0 else { throw reading.environment.failure(code, .put) }
  }

  /// Puts a row whose key is an index.
  package mutating func put(
    _ value: RawSpan, at index: UInt64, in table: Table
  ) throws(LMDBError) {
    let key = IndexKey(index)
    try put(value, at: key.bytes, in: table)
  }

  /// Deletes a row, and says whether there was one; O(log n).
  @discardableResult
  package mutating func delete(_ key: RawSpan, in table: Table) throws(LMDBError) -> Bool {
    var keyValue = unsafe MDB_val(key)
    let code = unsafe mdb_del(reading.handle, reading.number(of: table), &keyValue, nil)
    guard code != MDB_NOTFOUND else { return false }
    guard code == 0 else { throw reading.environment.failure(code, .delete) }
    return true
  }

  /// Deletes every row at or after an index, and says how many; O(log n) where there is none.
  @discardableResult
  package mutating func deleteAll(from index: UInt64, in table: Table) throws(LMDBError) -> Int {
    var cursor = try RowWriter(in: &self, over: table)
    var deleted = 0
    while try cursor.deleteFirst(from: index) { deleted += 1 }
    return deleted
  }

  /// Empties a table; O(its pages).
  package mutating func deleteAll(in table: Table) throws(LMDBError) {
    let code = unsafe mdb_drop(reading.handle, reading.number(of: table), 0)
    guard code == 0 else { throw reading.environment.failure(code, .delete) }
  }
}

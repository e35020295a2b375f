internal import CLMDB

extension ReadTransaction {
  /// The value of a key, or nil where there is none; O(log n), copies nothing.
  /// - Throws: `sizeRefused` for a key that is empty or longer than 511 bytes; `corrupted`.
  @_lifetime(copy self)
  package func value(of key: RawSpan, in table: Table) throws(LMDBError) -> RawSpan? {
    var keyValue = unsafe MDB_val(key)
    var found = unsafe MDB_val()
    let code = unsafe mdb_get(handle, number(of: table), &keyValue, &found)
    guard code != MDB_NOTFOUND else { return nil }
    guard code == 0 else { throw environment.failure(code, .get) }
    let span = unsafe RawSpan(_unsafeBytes: found.buffer)
    return unsafe _overrideLifetime(span, copying: self)
  }

  /// The value of an index, whose key is its 8 bytes with the most significant first.
  @_lifetime(copy self)
  package func value(of index: UInt64, in table: Table) throws(LMDBError) -> RawSpan? {
    let key = IndexKey(index)
    return try value(of: key.bytes, in: table)
  }

  /// How many rows the table has; O(1).
  package func count(of table: Table) throws(LMDBError) -> Int {
    var statistics = MDB_stat()
    let code = unsafe mdb_stat(handle, number(of: table), &statistics)
    guard code == 0 else { throw environment.failure(code, .statistics) }
    return Int(statistics.ms_entries)
  }

  /// The index of the table's last row, whose keys are indexes; nil where it is empty; O(log n).
  package func lastIndex(of table: Table) throws(LMDBError) -> UInt64? {
    var cursor = try cursor(over: table)
    guard try cursor.last(), cursor.key.byteCount == 8 else { return nil }
    return cursor.key.bigEndian64()
  }
}

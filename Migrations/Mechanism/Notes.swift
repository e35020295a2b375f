package import LMDB

extension ReadTransaction {
  /// The number kept under a name, 8 bytes with the most significant first; nil where none is.
  package func number(_ name: String, in table: Table) throws(LMDBError) -> UInt64? {
    let key = Array(name.utf8)
    guard let value = try unsafe value(of: key.span.bytes, in: table), value.byteCount == 8 else {
      return nil
    }
    return value.bigEndian64()
  }
}

extension WriteTransaction {
  /// Keeps a number under a name, 8 bytes with the most significant first.
  package mutating func put(
    _ number: UInt64, named name: String, in table: Table
  ) throws(LMDBError) {
    let value = IndexKey(number)
    try unsafe put(value.bytes, at: Array(name.utf8).span.bytes, in: table)
  }

  /// Keeps bytes under a name.
  package mutating func put(
    _ bytes: [UInt8], named name: String, in table: Table
  ) throws(LMDBError) {
    try unsafe put(bytes.span.bytes, at: Array(name.utf8).span.bytes, in: table)
  }
}

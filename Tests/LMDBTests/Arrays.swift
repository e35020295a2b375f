import LMDB
import TestSupport

extension ReadTransaction {
  /// A copy of the value of a key.
  func value(of key: [UInt8], in table: Table) throws(LMDBError) -> [UInt8]? {
    try unsafe value(of: key.span.bytes, in: table)?.copied
  }
}

extension WriteTransaction {
  mutating func put(_ value: [UInt8], at key: [UInt8], in table: Table) throws(LMDBError) {
    try unsafe put(value.span.bytes, at: key.span.bytes, in: table)
  }

  mutating func put(_ value: [UInt8], at index: UInt64, in table: Table) throws(LMDBError) {
    try unsafe put(value.span.bytes, at: index, in: table)
  }

  mutating func delete(_ key: [UInt8], in table: Table) throws(LMDBError) -> Bool {
    try unsafe delete(key.span.bytes, in: table)
  }
}

extension RowWriter {
  @_lifetime(self: copy self)
  mutating func append(_ value: [UInt8], at index: UInt64) throws(LMDBError) {
    try unsafe append(value.span.bytes, at: index)
  }
}

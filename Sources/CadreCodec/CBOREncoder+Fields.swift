internal import CBOR
internal import Cadre

/// 1 where there is a value, else 0: what it adds to the keys of a map.
@inline(__always)
func present<Value>(_ value: Value?) -> UInt64 { value == nil ? 0 : 1 }

/// The limits of what is written, in bytes of UTF-8; what is read is not held to them, since a
/// limit may be lowered later and events stay.
package enum TextLimit {
  /// Of a text field.
  package static let field = 200
  /// Of the content of a rule set.
  package static let rules = 60_000
}

/// One key and its value; optional values that are absent write nothing.
extension CBOREncoder {
  @inline(__always)
  mutating func fields(_ required: UInt64, _ optional: UInt64 = 0) {
    map(Int(required + optional))
  }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: UInt64) {
    uint(key)
    uint(value)
  }

  @inline(__always)
  mutating func put(_ key: UInt64, int value: Int) {
    uint(key)
    int(Int64(value))
  }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: Day) {
    uint(key)
    int(Int64(value.number))
  }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: Day?) {
    if let value { put(key, value) }
  }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: some Code) {
    put(key, UInt64(value.rawValue))
  }

  @inline(__always)
  mutating func put<Value: Code>(_ key: UInt64, _ value: Value?) {
    if let value { put(key, value) }
  }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: LogIndex) { put(key, value.number) }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: LogSize) { put(key, value.count) }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: OrganisationNumber) { put(key, UInt64(value.number)) }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: OrganisationNumber?) {
    if let value { put(key, value) }
  }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: PositionNumber) { put(key, UInt64(value.number)) }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: Hundredths?) {
    if let value { put(key, int: value.value) }
  }

  mutating func put(_ key: UInt64, _ value: Digest) {
    uint(key)
    bytes(value.bytes)
  }
}

extension CBOREncoder {
  /// A number that counts something, which cannot be negative.
  @inline(__always)
  mutating func put(_ key: UInt64, count: Int?, _ field: String) throws(CodecError) {
    guard let count else { return }
    guard count >= 0 else { throw CodecError(.outOfRange(field: field, Int64(count))) }
    put(key, UInt64(count))
  }

  @inline(__always)
  mutating func put(
    _ key: UInt64, _ value: String, _ field: String, limit: Int = TextLimit.field
  ) throws(CodecError) {
    let count = value.utf8.count
    guard count <= limit else {
      throw CodecError(.tooLong(field: field, count: count, limit: limit))
    }
    uint(key)
    text(value)
  }

  @inline(__always)
  mutating func put(_ key: UInt64, _ value: String?, _ field: String) throws(CodecError) {
    if let value { try put(key, value, field) }
  }
}

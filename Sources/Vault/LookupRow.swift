/// Whom a number or a name leads to, and which event says so.
package struct LookupRow: Hashable, Comparable, Sendable {
  /// The number of the person.
  package let person: UInt32
  /// The index of the event.
  package let index: UInt64

  /// A person, by an event.
  package init(person: UInt32, index: UInt64) {
    self.person = person
    self.index = index
  }

  package static func < (left: LookupRow, right: LookupRow) -> Bool {
    (left.person, left.index) < (right.person, right.index)
  }

  /// Bytes behind the text in a key: a zero, person and index, most significant byte first.
  static let suffixLength = 13

  /// Reads the end of a key; nil where it is none.
  init?(endOf key: RawSpan) {
    let start = key.byteCount - LookupRow.suffixLength
    guard start >= 0 else { return nil }
    let parts = unsafe key.withUnsafeBytes { key in
      unsafe (
        key[start], key.loadUnaligned(fromByteOffset: start + 1, as: UInt32.self),
        key.loadUnaligned(fromByteOffset: start + 5, as: UInt64.self)
      )
    }
    guard parts.0 == 0 else { return nil }
    person = UInt32(bigEndian: parts.1)
    index = UInt64(bigEndian: parts.2)
  }

  /// Appends the end of a key.
  func append(to key: inout [UInt8]) {
    key.append(0)
    unsafe Swift.withUnsafeBytes(of: person.bigEndian) { unsafe key.append(contentsOf: $0) }
    unsafe Swift.withUnsafeBytes(of: index.bigEndian) { unsafe key.append(contentsOf: $0) }
  }
}

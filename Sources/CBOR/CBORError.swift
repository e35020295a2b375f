/// Why bytes are not the deterministic CBOR that was asked for, and where.
package struct CBORError: Error, Equatable, Sendable {
  /// The byte, counted from 0, at which the item with the fault begins.
  package let offset: Int
  /// What is wrong there.
  package let fault: CBORFault

  /// The fault at that byte.
  package init(offset: Int, fault: CBORFault) {
    self.offset = offset
    self.fault = fault
  }
}

/// What can be wrong with an item.
package enum CBORFault: Equatable, Sendable {
  /// The input ends inside the item or before it.
  case cut
  /// The number or length is not in its shortest form (RFC 8949 section 4.2.1).
  case notShortest
  /// The item has no definite length.
  case indefinite
  /// The head is none that RFC 8949 defines.
  case reserved
  /// The item is a tag; none is used.
  case tag
  /// The item is a floating-point number; none is used.
  case float
  /// The item is a simple value other than false, true and null.
  case simple
  /// A bytes or text item, array or map is longer than the rest of the input can hold.
  case length
  /// The text is not UTF-8.
  case text
  /// A key of a map does not come after the one before it in the order of their bytes.
  case unsorted
  /// A key of a map comes twice.
  case duplicate
  /// Bytes follow the last item.
  case trailing
  /// Arrays and maps are nested more than `CBORDecoder.depthLimit` deep.
  case depth
  /// The integer does not fit the type asked for.
  case range
  /// The array, map, bytes or text has not the number of elements asked for.
  case count(expected: Int, found: Int)
  /// The item is of another kind than the one asked for.
  case kind(expected: CBORKind, found: CBORKind)
  /// The bytes are CBOR but not what the reader's schema allows; the reader says why.
  case schema(String)
}

/// The kinds of items.
package enum CBORKind: Equatable, Sendable {
  case unsigned
  case negative
  case bytes
  case text
  case array
  case map
  case bool
  case null
}

extension CBORError: CustomStringConvertible {
  /// The fault in one English clause, for logs.
  package var description: String { "CBOR, byte \(offset): \(fault)" }
}

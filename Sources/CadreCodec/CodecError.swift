package import CBOR
package import Cadre

/// Why an event or private record cannot be written or read.
package struct CodecError: Error, Equatable, Sendable {
  /// What is wrong.
  package let code: Code
  /// The event's type, where it is known.
  package let type: EventType?
  /// The byte of the event, or of the payload where that is read alone, at which it was noticed;
  /// nil in writing.
  package let offset: Int?

  package init(_ code: Code, type: EventType? = nil, offset: Int? = nil) {
    self.code = code
    self.type = type
    self.offset = offset
  }
}

extension CodecError {
  /// What is wrong with the bytes read or the values to be written.
  package enum Code: Equatable, Sendable {
    /// The bytes are not the deterministic CBOR expected.
    case encoding(CBORFault)
    /// No event type has that number: a newer program wrote the event.
    case unknownType(UInt64)
    /// The type has no payload of that version: a newer program wrote the event.
    case unknownVersion(UInt64)
    /// No stream has that kind and number, or the type does not stand in that kind of stream.
    case wrongStream(kind: UInt64, number: UInt64)
    /// A key of the map that must be there is not.
    case missingField(UInt64)
    /// A key of the map that the schema does not have, or that comes twice or out of order.
    case unexpectedField(UInt64)
    /// A code outside its closed list.
    case unknownCode(UInt64)
    /// A number outside the range of the field.
    case outOfRange(field: String, Int64)
    /// A text longer than its limit; both in bytes of UTF-8.
    case tooLong(field: String, count: Int, limit: Int)
    /// A field that must have that many elements.
    case wrongCount(field: String, count: Int, expected: Int)
  }

  /// The same error, of an event whose type is known.
  func of(_ type: EventType) -> CodecError { CodecError(code, type: type, offset: offset) }
}

extension CodecError: CustomStringConvertible {
  /// What happened, to which event, at which byte.
  package var description: String {
    let subject = type.map { "\($0.name): " } ?? ""
    let place = offset.map { " at byte \($0)" } ?? ""
    return "\(subject)\(code)\(place)"
  }
}

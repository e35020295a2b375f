package import Merkle

/// The envelope of an event, read from its bytes without copying texts or payload.
///
/// Ranges are in bytes from the start of the event. The layout is that of spec/log.md: a CBOR map
/// (RFC 8949 section 4.2.1) with the keys 0 to 14 in ascending order.
package struct EventHeader: Sendable {
  /// What happened, as the codec numbers it.
  package var type: UInt16 = 0
  /// The version of the payload's schema.
  package var version: UInt16 = 0
  /// The stream that the event belongs to.
  package var stream = StreamKey.ledger
  /// How many events of the stream came before.
  package var revision: UInt64 = 0
  /// The index of the stream's event before; nil at revision 0.
  package var prior: UInt64?
  /// The leaf hash of the stream's event before; nil at revision 0.
  package var previous: Hash?
  /// The day on which it took effect, in days since 1970-01-01.
  package var effective: Int32?
  /// When it was recorded, in milliseconds since 1970-01-01T00:00Z.
  package var recorded: Int64 = 0
  /// Who recorded it, in UTF-8.
  package var actor: Range<Int> = 0..<0
  /// The document it rests on.
  package var document: DocumentFields?
  /// The index of the event that caused it.
  package var cause: UInt64?
  /// The row of the sheet it came from.
  package var row: UInt64?
  /// What ties it to its private record, if it has one.
  package var commitment: Hash?
  /// The payload: one CBOR map, its head included.
  package var payload: Range<Int> = 0..<0

  /// The document of an event; each field may be absent.
  package struct DocumentFields: Hashable, Sendable {
    /// The number, in UTF-8.
    package var number: Range<Int>?
    /// The date, in days since 1970-01-01.
    package var date: Int32?
    /// Who issued it, in UTF-8.
    package var issuer: Range<Int>?
  }
}

/// Why bytes are no envelope.
package enum EnvelopeFault: Hashable, Sendable {
  /// The bytes are not deterministic CBOR.
  case encoding
  /// A field that every event has is absent.
  case missing(key: UInt64)
  /// A key that no envelope has.
  case unknown(key: UInt64)
  /// A value that the key cannot have.
  case value(key: UInt64)
  /// `prior` and `previous` are there at revision 0, or absent later.
  case chain
}

/// Why an envelope cannot be read, and at which byte.
struct EnvelopeError: Error {
  let offset: Int
  let fault: EnvelopeFault

  init(_ fault: EnvelopeFault, at offset: Int) {
    self.fault = fault
    self.offset = offset
  }
}

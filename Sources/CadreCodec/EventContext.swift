package import CBOR
package import Cadre

/// What an event says beside its payload: since when, by whom, on what paper, from which row.
package struct EventContext: Hashable, Sendable {
  /// The day it holds from; nil holds on every day.
  package var effective: Day?
  /// The instant of its batch.
  package var recorded: Instant
  /// An account code, never a name.
  package var actor: String
  package var document: Document?
  /// The SheetReceived it came from.
  package var cause: LogIndex?
  /// Its row in that sheet, the header being 1.
  package var row: Int?

  package init(
    effective: Day? = nil, recorded: Instant, actor: String, document: Document? = nil,
    cause: LogIndex? = nil, row: Int? = nil
  ) {
    self.effective = effective
    self.recorded = recorded
    self.actor = actor
    self.document = document
    self.cause = cause
    self.row = row
  }
}

/// The keys of the envelope (events.cddl).
package enum EnvelopeKey {
  package static let type: UInt64 = 0
  package static let version: UInt64 = 1
  package static let kind: UInt64 = 2
  package static let number: UInt64 = 3
  package static let revision: UInt64 = 4
  package static let prior: UInt64 = 5
  package static let previous: UInt64 = 6
  package static let effective: UInt64 = 7
  package static let recorded: UInt64 = 8
  package static let actor: UInt64 = 9
  package static let document: UInt64 = 10
  package static let cause: UInt64 = 11
  package static let row: UInt64 = 12
  package static let commitment: UInt64 = 13
  package static let payload: UInt64 = 14
}

extension Event {
  /// Appends the tail of the envelope, keys 7 to 14 and their values without the head of a map,
  /// and says how many keys these are; the log puts head and keys 0 to 6 before them.
  ///
  /// - Parameter commitment: 32 bytes, or none where there is no private record.
  /// - Throws: `tooLong`, `outOfRange`, `wrongCount`, with the type; what was written by then is
  ///   of no use.
  package func encodeTail(
    _ context: borrowing EventContext, commitment: RawSpan, into encoder: inout CBOREncoder
  ) throws(CodecError) -> Int {
    do throws(CodecError) {
      let count = try context.encode(commitment: commitment, into: &encoder)
      encoder.uint(EnvelopeKey.payload)
      try encode(into: &encoder)
      return count + 1
    } catch {
      throw error.of(type)
    }
  }

  /// As above, of an event without a private record.
  package func encodeTail(
    _ context: borrowing EventContext, into encoder: inout CBOREncoder
  ) throws(CodecError) -> Int {
    try encodeTail(context, commitment: RawSpan(), into: &encoder)
  }
}

extension EventContext {
  /// Keys 7 to 13; returns how many.
  @inline(__always)
  fileprivate func encode(
    commitment: RawSpan, into encoder: inout CBOREncoder
  ) throws(CodecError) -> Int {
    var count = 2
    if let effective {
      encoder.put(EnvelopeKey.effective, effective)
      count += 1
    }
    encoder.put(EnvelopeKey.recorded, int: Int(recorded.milliseconds))
    try encoder.put(EnvelopeKey.actor, actor, "actor")
    if let document, !document.isEmpty {
      encoder.uint(EnvelopeKey.document)
      try document.encode(into: &encoder)
      count += 1
    }
    if let cause {
      encoder.put(EnvelopeKey.cause, cause)
      count += 1
    }
    if let row {
      try encoder.put(EnvelopeKey.row, count: row, "row")
      count += 1
    }
    if !commitment.isEmpty {
      guard commitment.byteCount == 32 else {
        throw CodecError(
          .wrongCount(field: "commitment", count: commitment.byteCount, expected: 32))
      }
      encoder.uint(EnvelopeKey.commitment)
      encoder.bytes(commitment)
      count += 1
    }
    return count
  }
}

extension Document {
  /// Writes the map of the fields that are known.
  @inline(__always)
  package func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(0, present(number) + present(date) + present(issuer))
    try encoder.put(0, number, "document number")
    encoder.put(1, date)
    try encoder.put(2, issuer, "document issuer")
  }

  /// The document of bytes that are its map and nothing else.
  /// - Throws: whatever is wrong with the bytes.
  package init(_ bytes: RawSpan) throws(CodecError) {
    var fields = try FieldReader(CBORDecoder(bytes))
    try self.init(&fields)
    guard fields.decoder.isAtEnd else { throw fields.failure(.encoding(.trailing)) }
  }

  @_lifetime(fields: copy fields)
  init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      number: try fields.text(ifAny: 0), date: try fields.day(ifAny: 1),
      issuer: try fields.text(ifAny: 2))
    try fields.finish()
  }
}

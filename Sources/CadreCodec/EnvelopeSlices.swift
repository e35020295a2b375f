internal import CBOR
package import Cadre

/// Where things stand in the bytes of an event, without the payload being read: what projections
/// and look-ups take from the 10 million events that they pass by.
package struct EnvelopeSlices: Sendable {
  package let type: EventType
  package let version: UInt64
  package let stream: Stream
  package let revision: UInt64
  package let effective: Day?
  package let recorded: Instant
  /// The map of the document; empty where there is none.
  package let document: Range<Int>
  package let cause: LogIndex?
  /// Whether there is a private record.
  package let hasCommitment: Bool
  /// The map of the payload.
  package let payload: Range<Int>
}

extension EnvelopeSlices {
  /// Reads the envelope of an event that the log has verified; O(keys).
  ///
  /// The payload is taken to be the rest of the bytes: whoever decodes it sees whether it is.
  /// - Throws: `unknownType`, `unknownVersion`, `wrongStream`, and whatever is wrong with the
  ///   envelope.
  package init(_ bytes: RawSpan) throws(CodecError) {
    var fields = try FieldReader(CBORDecoder(bytes))
    type = try EventType(stored: try fields.uint(EnvelopeKey.type))
    version = try fields.uint(EnvelopeKey.version)
    guard version == type.version else { throw CodecError(.unknownVersion(version), type: type) }
    stream = try fields.stream()
    guard type.stands(inKind: stream.kind) else {
      throw CodecError(
        .wrongStream(kind: UInt64(stream.kind), number: UInt64(stream.number)), type: type)
    }
    revision = try fields.uint(EnvelopeKey.revision)
    _ = try fields.uint(ifAny: EnvelopeKey.prior)
    if try fields.take(EnvelopeKey.previous) { _ = try fields.bytes() }
    effective = try fields.day(ifAny: EnvelopeKey.effective)
    recorded = Instant(milliseconds: Int64(try fields.int(EnvelopeKey.recorded)))
    try fields.require(EnvelopeKey.actor)
    _ = try fields.utf8()
    document = try fields.take(EnvelopeKey.document) ? try fields.item() : 0..<0
    cause = try fields.uint(ifAny: EnvelopeKey.cause).map { LogIndex($0) }
    _ = try fields.uint(ifAny: EnvelopeKey.row)
    hasCommitment = try fields.take(EnvelopeKey.commitment)
    if hasCommitment { _ = try fields.bytes() }
    try fields.require(EnvelopeKey.payload)
    try fields.finish()
    payload = fields.decoder.offset..<bytes.byteCount
  }
}

extension FieldReader {
  @inline(__always) @_lifetime(self: copy self)
  fileprivate mutating func bytes() throws(CodecError) -> Range<Int> {
    do throws(CBORError) { return try decoder.bytesRange() } catch { throw failure(error) }
  }

  @inline(__always) @_lifetime(self: copy self)
  fileprivate mutating func utf8() throws(CodecError) -> Range<Int> {
    do throws(CBORError) { return try decoder.textRange() } catch { throw failure(error) }
  }
}

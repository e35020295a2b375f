package import CBOR
package import Cadre

/// An event as it was recorded, envelope and all.
package struct RecordedEvent: Hashable, Sendable {
  package var stream: Stream
  /// 0, 1, 2 … within the stream.
  package var revision: UInt64
  /// The stream's event before; nil at revision 0.
  package var prior: LogIndex?
  /// The leaf hash of that event.
  package var previous: Digest?
  package var context: EventContext
  /// Of the private record, if there is one.
  package var commitment: Digest?
  package var event: Event

  package init(
    stream: Stream, revision: UInt64, prior: LogIndex? = nil, previous: Digest? = nil,
    context: EventContext, commitment: Digest? = nil, event: Event
  ) {
    self.stream = stream
    self.revision = revision
    self.prior = prior
    self.previous = previous
    self.context = context
    self.commitment = commitment
    self.event = event
  }
}

extension RecordedEvent {
  /// Reads the bytes of an event, all of them, whatever version its payload has.
  /// - Throws: `unknownType`, `unknownVersion`, `wrongStream`, and whatever is wrong with
  ///   the bytes.
  package init(_ bytes: RawSpan) throws(CodecError) {
    var fields = try FieldReader(CBORDecoder(bytes))
    let type = try EventType(stored: try fields.uint(EnvelopeKey.type))
    do throws(CodecError) {
      try self.init(type, &fields, bytes)
    } catch {
      throw error.of(type)
    }
  }

  @_lifetime(fields: copy fields)
  private init(
    _ type: EventType, _ fields: inout FieldReader, _ bytes: RawSpan
  ) throws(CodecError) {
    let version = try fields.uint(EnvelopeKey.version)
    stream = try fields.stream()
    guard type.stands(inKind: stream.kind) else {
      throw fields.failure(
        .wrongStream(kind: UInt64(stream.kind), number: UInt64(stream.number)))
    }
    revision = try fields.uint(EnvelopeKey.revision)
    prior = try fields.uint(ifAny: EnvelopeKey.prior).map { LogIndex($0) }
    previous = try fields.digest(ifAny: EnvelopeKey.previous)
    context = try EventContext(&fields)
    commitment = try fields.digest(ifAny: EnvelopeKey.commitment)
    try fields.require(EnvelopeKey.payload)
    let payload = try fields.item()
    event = try Event.decodePayload(
      type, version: version, kind: stream.kind, bytes.extracting(payload))
    try fields.finish()
    guard fields.decoder.isAtEnd else { throw fields.failure(.encoding(.trailing)) }
  }
}

extension RecordedEvent {
  /// Appends the bytes of the event, envelope and all.
  ///
  /// The log writes events by `Event.encodeTail`, with keys 0 to 6 of its own; this is the same
  /// for an event whose place in its stream is known already.
  /// - Throws: `tooLong`, `outOfRange`, `wrongCount`; what was written by then is of no use.
  package func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    var tail = CBOREncoder()
    let commitment = commitment?.bytes ?? []
    let count = unsafe try event.encodeTail(
      context, commitment: commitment.span.bytes, into: &tail)
    encoder.fields(5 + present(prior) + present(previous), UInt64(count))
    encoder.put(EnvelopeKey.type, UInt64(event.type.rawValue))
    encoder.put(EnvelopeKey.version, event.version)
    encoder.put(EnvelopeKey.kind, UInt64(stream.kind))
    encoder.put(EnvelopeKey.number, UInt64(stream.number))
    encoder.put(EnvelopeKey.revision, revision)
    if let prior { encoder.put(EnvelopeKey.prior, prior) }
    if let previous { encoder.put(EnvelopeKey.previous, previous) }
    encoder.encoded(tail.span)
  }
}

extension EventContext {
  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    let effective = try fields.day(ifAny: EnvelopeKey.effective)
    let recorded = Instant(milliseconds: Int64(try fields.int(EnvelopeKey.recorded)))
    let actor = try fields.text(EnvelopeKey.actor)
    let document = try fields.document(ifAny: EnvelopeKey.document)
    let cause = try fields.uint(ifAny: EnvelopeKey.cause).map { LogIndex($0) }
    let row = try fields.count(ifAny: EnvelopeKey.row)
    self.init(
      effective: effective, recorded: recorded, actor: actor, document: document, cause: cause,
      row: row)
  }
}

extension FieldReader {
  /// Keys 2 and 3 of the envelope.
  @inline(__always) @_lifetime(self: copy self)
  mutating func stream() throws(CodecError) -> Stream {
    let kind = try uint(EnvelopeKey.kind)
    try require(EnvelopeKey.number)
    let number = try numeral()
    guard let small = UInt8(exactly: kind), let stream = Stream(kind: small, number: number),
      small != 0 || number == 0
    else { throw failure(.wrongStream(kind: kind, number: UInt64(number))) }
    return stream
  }

  /// The place of the next item, which is skipped.
  @_lifetime(self: copy self)
  mutating func item() throws(CodecError) -> Range<Int> {
    do throws(CBORError) { return try decoder.itemRange() } catch { throw failure(error) }
  }

  @_lifetime(self: copy self)
  fileprivate mutating func document(ifAny key: UInt64) throws(CodecError) -> Document? {
    guard try take(key) else { return nil }
    var inner = try FieldReader(decoder, type: type)
    let document = try Document(&inner)
    decoder = inner.decoder
    return document
  }
}

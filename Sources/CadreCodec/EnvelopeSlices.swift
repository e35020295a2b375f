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
  /// Reads the envelope of an event that the log has checked; O(keys).
  ///
  /// The payload is taken to be the rest of the bytes: whoever decodes it sees whether it is.
  /// - Throws: `unknownType`, `unknownVersion`, `wrongStream`, and whatever keeps the envelope from
  ///   being found.
  package init(_ bytes: RawSpan) throws(CodecError) {
    var scanner = try EnvelopeScanner(bytes)
    let type = try EventType(stored: try scanner.uint(EnvelopeKey.type))
    self.type = type
    version = try scanner.uint(EnvelopeKey.version)
    guard version >= 1, version <= type.lastVersion else {
      throw CodecError(.unknownVersion(version), type: type)
    }
    stream = try scanner.stream(of: type)
    revision = try scanner.uint(EnvelopeKey.revision)
    try scanner.skip(EnvelopeKey.prior)
    try scanner.skip(EnvelopeKey.previous)
    if scanner.stands(at: EnvelopeKey.effective) {
      let number = try scanner.int(EnvelopeKey.effective)
      effective = Day(number: Int32(truncatingIfNeeded: number))
    } else {
      effective = nil
    }
    recorded = Instant(milliseconds: try scanner.int(EnvelopeKey.recorded))
    try scanner.skip(EnvelopeKey.actor)
    document = try scanner.skip(EnvelopeKey.document)
    cause =
      scanner.stands(at: EnvelopeKey.cause)
      ? LogIndex(try scanner.uint(EnvelopeKey.cause)) : nil
    try scanner.skip(EnvelopeKey.row)
    hasCommitment = try !scanner.skip(EnvelopeKey.commitment).isEmpty
    guard scanner.stands(at: EnvelopeKey.payload) else {
      throw scanner.failure(.missingField(EnvelopeKey.payload))
    }
    payload = scanner.offset..<bytes.byteCount
  }
}

extension EnvelopeScanner {
  /// Skips the value of a key where that is next, and says where the value is.
  @inline(__always) @discardableResult @_lifetime(self: copy self)
  fileprivate mutating func skip(_ wanted: UInt64) throws(CodecError) -> Range<Int> {
    guard stands(at: wanted) else { return 0..<0 }
    let range = try item()
    try findKey()
    return range
  }

  /// Keys 2 and 3.
  @inline(__always) @_lifetime(self: copy self)
  fileprivate mutating func stream(of type: EventType) throws(CodecError) -> Stream {
    let kind = try uint(EnvelopeKey.kind)
    let number = try uint(EnvelopeKey.number)
    guard let small = UInt8(exactly: kind), let short = UInt32(exactly: number),
      let stream = Stream(kind: small, number: short), type.stands(inKind: small),
      small != 0 || short == 0
    else { throw CodecError(.wrongStream(kind: kind, number: number), type: type) }
    return stream
  }
}

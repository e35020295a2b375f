package import CBOR
package import Cadre

/// The events of one kind of stream, as they are stored.
package protocol StoredEvent: StreamEvent {
  /// The kind of stream they stand in (spec/log.md).
  static var kind: UInt8 { get }

  /// Writes the payload, a map with integer keys.
  /// - Throws: `tooLong`, `outOfRange`, `wrongCount`; what was written by then is of no use.
  func encode(into encoder: inout CBOREncoder) throws(CodecError)

  /// The version that `encode` writes of it: today's, but for what only an older one could say.
  var version: UInt64 { get }

  /// Reads the fields of a payload of version 1; a newer version gets a function of its own
  /// beside it, and today's event is made of both.
  @_lifetime(fields: copy fields)
  static func decodeVersion1(
    _ type: EventType, _ fields: inout FieldReader
  ) throws(CodecError) -> Self

  /// Reads the fields of a payload of version 2.
  /// - Throws: `unknownVersion` where the type has none.
  @_lifetime(fields: copy fields)
  static func decodeVersion2(
    _ type: EventType, _ fields: inout FieldReader
  ) throws(CodecError) -> Self
}

extension StoredEvent {
  package var version: UInt64 { 1 }

  @_lifetime(fields: copy fields)
  package static func decodeVersion2(
    _ type: EventType, _ fields: inout FieldReader
  ) throws(CodecError) -> Self {
    throw fields.failure(.unknownVersion(2))
  }
}

extension Event {
  /// The version of its payload.
  package var version: UInt64 {
    switch self {
    case .ledger(let event): event.version
    case .organisation(let event): event.version
    case .position(let event): event.version
    case .person(let event): event.version
    }
  }
}

extension EventType {
  /// The newest version of payloads of this type; every earlier one is read.
  package var lastVersion: UInt64 { self == .sheetReceived ? 2 : 1 }

  /// The type of a stored number.
  /// - Throws: `unknownType`.
  package init(stored number: UInt64) throws(CodecError) {
    guard let small = UInt8(exactly: number), let type = EventType(rawValue: small) else {
      throw CodecError(.unknownType(number))
    }
    self = type
  }

  /// Whether events of the type stand in streams of a kind.
  package func stands(inKind kind: UInt8) -> Bool {
    guard let only = streamKind else { return kind <= 3 }
    return only == kind
  }
}

extension StoredEvent {
  /// The event of a payload of any version ever written.
  ///
  /// - Parameter keepingTexts: false for whoever only asks whether it can be read: copying texts
  ///   takes most of the time.
  /// - Throws: `unknownVersion`, `wrongStream`, and whatever is wrong with the fields.
  @specialized(where Self == PersonEvent)
  @specialized(where Self == OrganisationEvent)
  @specialized(where Self == PositionEvent)
  @specialized(where Self == LedgerEvent)
  package static func decode(
    _ type: EventType, version: UInt64, _ payload: RawSpan, keepingTexts: Bool = true
  ) throws(CodecError) -> Self {
    guard type.stands(inKind: kind) else {
      throw CodecError(.wrongStream(kind: UInt64(kind), number: 0), type: type)
    }
    let event: Self
    var fields = try FieldReader(CBORDecoder(payload), type: type)
    fields.keepsTexts = keepingTexts
    switch version {
    case 1: event = try decodeVersion1(type, &fields)
    case 2: event = try decodeVersion2(type, &fields)
    default: throw CodecError(.unknownVersion(version), type: type)
    }
    try fields.finish()
    guard fields.decoder.isAtEnd else { throw fields.failure(.encoding(.trailing)) }
    return event
  }
}

extension Event {
  /// Writes the payload, a map with integer keys.
  /// - Throws: `tooLong`, `outOfRange`, `wrongCount`, with the type.
  package func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    do throws(CodecError) {
      switch self {
      case .ledger(let event): try event.encode(into: &encoder)
      case .organisation(let event): try event.encode(into: &encoder)
      case .position(let event): try event.encode(into: &encoder)
      case .person(let event): try event.encode(into: &encoder)
      }
    } catch {
      throw error.of(type)
    }
  }

  /// The event of a payload of any version ever written, in a stream of that kind.
  /// - Throws: `unknownVersion`, `wrongStream`, and whatever is wrong with the fields.
  package static func decodePayload(
    _ type: EventType, version: UInt64, kind: UInt8, _ payload: RawSpan
  ) throws(CodecError) -> Event {
    switch kind {
    case 0: .ledger(try LedgerEvent.decode(type, version: version, payload))
    case 1: .organisation(try OrganisationEvent.decode(type, version: version, payload))
    case 2: .position(try PositionEvent.decode(type, version: version, payload))
    case 3: .person(try PersonEvent.decode(type, version: version, payload))
    default: throw CodecError(.wrongStream(kind: UInt64(kind), number: 0), type: type)
    }
  }
}

extension Event {
  /// Throws unless the payload is one of any version ever written, in a stream of that kind, and
  /// every byte of it keeps the rules of the encoding; nothing is kept of it.
  /// - Throws: as `decodePayload`.
  package static func checkPayload(
    _ type: EventType, version: UInt64, kind: UInt8, _ payload: RawSpan
  ) throws(CodecError) {
    switch kind {
    case 0: _ = try LedgerEvent.decode(type, version: version, payload, keepingTexts: false)
    case 1:
      _ = try OrganisationEvent.decode(type, version: version, payload, keepingTexts: false)
    case 2: _ = try PositionEvent.decode(type, version: version, payload, keepingTexts: false)
    case 3: _ = try PersonEvent.decode(type, version: version, payload, keepingTexts: false)
    default: throw CodecError(.wrongStream(kind: UInt64(kind), number: 0), type: type)
    }
  }
}

extension Retraction {
  func encode(into encoder: inout CBOREncoder) {
    encoder.fields(2)
    encoder.put(0, target)
    encoder.put(1, reason)
  }

  /// The retraction of a payload of any version ever written, in a stream of any kind.
  /// - Throws: `unknownVersion`, and whatever is wrong with the fields.
  package static func decode(
    version: UInt64, _ payload: RawSpan
  ) throws(CodecError) -> Retraction {
    var fields = try FieldReader(CBORDecoder(payload), type: .retracted)
    guard version == 1 else { throw CodecError(.unknownVersion(version), type: .retracted) }
    let retraction = try Retraction(&fields)
    try fields.finish()
    return retraction
  }

  @_lifetime(fields: copy fields)
  init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(target: try fields.index(0), reason: try fields.code(1))
  }
}

extension FieldReader {
  /// The type is none of this kind of stream; `decode` has seen to it that this never happens.
  func foreignType() -> CodecError {
    failure(.wrongStream(kind: UInt64(type?.streamKind ?? 0), number: 0))
  }
}

import CBOR
import Cadre
import CadreCodec

extension RecordedEvent {
  /// The bytes of the event.
  func encoded() throws(CodecError) -> [UInt8] {
    var encoder = CBOREncoder()
    try encode(into: &encoder)
    return encoder.bytes
  }

  init(bytes: [UInt8]) throws(CodecError) {
    unsafe try self.init(bytes.span.bytes)
  }
}

extension PrivateRecord {
  func encoded() throws(CodecError) -> [UInt8] {
    var encoder = CBOREncoder()
    try encode(into: &encoder)
    return encoder.bytes
  }

  init(bytes: [UInt8]) throws(CodecError) {
    unsafe try self.init(bytes.span.bytes)
  }
}

extension Sample {
  /// The sample with an envelope that has every field where its type has an odd number, and only
  /// the ones that must be there elsewhere.
  var recorded: RecordedEvent {
    guard event.type.rawValue % 2 == 1 else {
      return RecordedEvent(
        stream: stream, revision: 0,
        context: EventContext(
          recorded: Instant(milliseconds: 1_735_700_400_000), actor: "van-thu"), event: event)
    }
    return RecordedEvent(
      stream: stream, revision: 4, prior: LogIndex(1_000), previous: digest(0xAA),
      context: EventContext(
        effective: Day(number: 19_500), recorded: Instant(milliseconds: 1_735_700_400_000),
        actor: "van-thu",
        document: Document(
          number: "01-QĐ/TU", date: Day(number: 19_499), issuer: "Ban Thường vụ"),
        cause: LogIndex(3), row: 118), commitment: digest(0xBB), event: event)
  }
}

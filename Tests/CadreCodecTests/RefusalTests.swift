import CBOR
import Cadre
import CadreCodec
import Testing

@Suite struct RefusalTests {
  /// An envelope around these bytes of keys 0 to 4 and of the payload.
  private func event(
    type: UInt64, version: UInt64 = 1, kind: UInt64 = 3, number: UInt64 = 7,
    keys extra: Int = 0, payload: (inout CBOREncoder) -> Void
  ) -> [UInt8] {
    var encoder = CBOREncoder()
    encoder.map(8 + extra)
    for (key, value) in [(0, type), (1, version), (2, kind), (3, number), (4, 0), (8, 1)] {
      encoder.uint(UInt64(key))
      encoder.uint(value)
    }
    encoder.uint(9)
    encoder.text("a")
    encoder.uint(14)
    payload(&encoder)
    return encoder.bytes
  }

  private func refusal(_ bytes: [UInt8]) -> CodecError.Code? {
    do throws(CodecError) {
      _ = try RecordedEvent(bytes: bytes)
      return nil
    } catch {
      return error.code
    }
  }

  private func rated(_ encoder: inout CBOREncoder) {
    encoder.map(2)
    for value in [0, 2_024, 1, 3] as [UInt64] { encoder.uint(value) }
  }

  @Test func `an event of today is read`() {
    #expect(refusal(event(type: 109, payload: rated)) == nil)
  }

  @Test func `an unknown type is named`() {
    #expect(refusal(event(type: 223, payload: rated)) == .unknownType(223))
    #expect(refusal(event(type: 70_000, payload: rated)) == .unknownType(70_000))
  }

  @Test func `a newer version is named`() {
    #expect(refusal(event(type: 109, version: 2, payload: rated)) == .unknownVersion(2))
    #expect(refusal(event(type: 109, version: 0, payload: rated)) == .unknownVersion(0))
  }

  @Test func `a type in another kind of stream is refused`() {
    #expect(
      refusal(event(type: 109, kind: 1, payload: rated)) == .wrongStream(kind: 1, number: 7))
    #expect(
      refusal(event(type: 109, kind: 4, payload: rated)) == .wrongStream(kind: 4, number: 7))
    #expect(
      refusal(event(type: 0, kind: 0, number: 1, payload: rated))
        == .wrongStream(kind: 0, number: 1))
  }

  @Test func `a payload has the fields of its schema and no other`() {
    #expect(
      refusal(event(type: 109) { $0.map(0) }) == .missingField(0))
    #expect(
      refusal(
        event(type: 109) {
          $0.map(3)
          for value in [0, 2_024, 1, 3, 2, 0] as [UInt64] { $0.uint(value) }
        }) == .unexpectedField(2))
    #expect(
      refusal(
        event(type: 109) {
          $0.map(2)
          for value in [1, 3, 0, 2_024] as [UInt64] { $0.uint(value) }
        }) == .encoding(.unsorted))
    #expect(
      refusal(
        event(type: 109) {
          $0.map(3)
          for value in [0, 2_024, 1, 3, 1, 3] as [UInt64] { $0.uint(value) }
        }) == .encoding(.duplicate))
  }

  @Test func `a code outside its list is refused`() {
    #expect(
      refusal(
        event(type: 109) {
          $0.map(2)
          for value in [0, 2_024, 1, 4] as [UInt64] { $0.uint(value) }
        }) == .unknownCode(4))
  }

  @Test func `bytes behind an event are refused`() {
    #expect(refusal(event(type: 109, payload: rated) + [0]) == .encoding(.trailing))
  }

  @Test func `a key of the envelope that is not known is refused`() {
    let bytes = event(type: 109, keys: 1) { encoder in
      rated(&encoder)
      encoder.uint(15)
      encoder.uint(0)
    }
    #expect(refusal(bytes) == .unexpectedField(15))
  }
}

@Suite struct LimitTests {
  private func refusal(_ event: Event, actor: String = "a") -> CodecError? {
    var encoder = CBOREncoder()
    let context = EventContext(recorded: Instant(milliseconds: 0), actor: actor)
    do throws(CodecError) {
      _ = try event.encodeTail(context, into: &encoder)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a text of 200 bytes is written, one of 201 is not`() {
    let most = String(repeating: "ấ", count: 66) + "ab"
    #expect(most.utf8.count == 200)
    #expect(refusal(.ledger(.ledgerOpened(origin: most))) == nil)
    #expect(
      refusal(.ledger(.ledgerOpened(origin: most + "c")))
        == CodecError(.tooLong(field: "origin", count: 201, limit: 200), type: .ledgerOpened))
    #expect(refusal(.person(.cardIssued), actor: most) == nil)
    #expect(
      refusal(.person(.cardIssued), actor: most + "c")
        == CodecError(.tooLong(field: "actor", count: 201, limit: 200), type: .cardIssued))
  }

  @Test func `a rule set of 60,000 bytes is written, one of 60,001 is not`() {
    let most = String(repeating: "r", count: 60_000)
    #expect(refusal(.ledger(.rulesAdopted(id: "r", content: most))) == nil)
    #expect(
      refusal(.ledger(.rulesAdopted(id: "r", content: most + "s")))?.code
        == .tooLong(field: "content", count: 60_001, limit: 60_000))
  }

  @Test func `a negative count is not written`() {
    let sheet = SheetReceived(sheet: "nhan-su", sha256: digest(1), rows: -1)
    #expect(
      refusal(.ledger(.sheetReceived(sheet)))?.code == .outOfRange(field: "rows", -1))
  }

  @Test func `a seal counts four kinds of streams`() {
    let seal = HeadsSealed(upTo: LogSize(1), counts: [1, 2, 3], root: digest(1))
    #expect(
      refusal(.ledger(.headsSealed(seal)))?.code
        == .wrongCount(field: "counts", count: 3, expected: 4))
  }

  @Test func `the tail has as many keys as it says`() throws {
    var encoder = CBOREncoder()
    let least = EventContext(recorded: Instant(milliseconds: 0), actor: "a")
    #expect(try Event.person(.cardIssued).encodeTail(least, into: &encoder) == 3)
    encoder.removeAll()
    let most = EventContext(
      effective: Day(number: 1), recorded: Instant(milliseconds: 0), actor: "a",
      document: Document(number: "1"), cause: LogIndex(0), row: 2)
    let commitment = digest(9).bytes
    let count = unsafe try Event.person(.cardIssued).encodeTail(
      most, commitment: commitment.span.bytes, into: &encoder)
    #expect(count == 8)
  }

  @Test func `a document of which nothing is known is not written`() throws {
    var encoder = CBOREncoder()
    let context = EventContext(
      recorded: Instant(milliseconds: 0), actor: "a", document: Document())
    #expect(try Event.person(.cardIssued).encodeTail(context, into: &encoder) == 3)
  }
}

import CBOR
import Cadre
import CadreCodec
import TestSupport
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: [1, 20_250_101, 7_919] as [UInt64])
  func `what is written is read back as it was`(seed: UInt64) throws {
    var source = EventSource(seed: seed)
    for round in 0..<2_000 {
      let event = source.recordedEvent()
      let bytes = try event.encoded()
      try #require(try RecordedEvent(bytes: bytes) == event, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [2, 20_250_102] as [UInt64])
  func `bytes are deterministic CBOR and cut in two by the slices`(seed: UInt64) throws {
    var source = EventSource(seed: seed)
    for round in 0..<1_000 {
      let event = source.recordedEvent()
      let bytes = try event.encoded()
      let span = unsafe bytes.span.bytes
      try CBORDecoder.validate(span)
      let slices = try EnvelopeSlices(span)
      let comment: Comment = "seed \(seed), round \(round)"
      try #require(slices.type == event.event.type, comment)
      try #require(slices.stream == event.stream, comment)
      try #require(slices.revision == event.revision, comment)
      try #require(slices.effective == event.context.effective, comment)
      try #require(slices.recorded == event.context.recorded, comment)
      try #require(slices.cause == event.context.cause, comment)
      try #require(slices.hasCommitment == (event.commitment != nil), comment)
      let document =
        slices.document.isEmpty ? nil : try Document(span.extracting(slices.document))
      try #require(document == event.context.document, comment)
      let payload = try Event.decodePayload(
        slices.type, version: slices.version, kind: slices.stream.kind,
        span.extracting(slices.payload))
      try #require(payload == event.event, comment)
    }
  }

  @Test(arguments: [3, 20_250_103] as [UInt64])
  func `a private record is read back as it was`(seed: UInt64) throws {
    var source = EventSource(seed: seed)
    for round in 0..<1_000 {
      let record = source.privateRecord()
      let bytes = try record.encoded()
      try #require(try PrivateRecord(bytes: bytes) == record, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [4, 20_250_104] as [UInt64])
  func `no byte that is changed or cut off stops the program`(seed: UInt64) throws {
    var source = EventSource(seed: seed)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      var bytes = try source.recordedEvent().encoded()
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0...place, using: &random)) }
      do throws(CodecError) {
        let read = try RecordedEvent(bytes: bytes)
        #expect(try read.encoded() == bytes, "seed \(seed): bytes read are the bytes written")
      } catch {
        #expect(!error.description.isEmpty)
      }
      do throws(CodecError) {
        let slices = unsafe try EnvelopeSlices(bytes.span.bytes)
        #expect(slices.payload.upperBound == bytes.count)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }
}

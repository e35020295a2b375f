import CBOR
import EventLog
import LMDB
import Merkle
import TestSupport
import Testing

@Suite struct Envelope {
  /// An envelope by hand: revision 0 of person 7, type 2, version 1, recorded 1000 by "a".
  static let whole = "a8 00 02 01 01 02 03 03 07 04 00 08 1903e8 09 6161 0e a0"

  func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.filter { !$0.isWhitespace }
    return stride(from: 0, to: digits.count, by: 2).compactMap { place in
      UInt8(digits.dropFirst(place).prefix(2), radix: 16)
    }
  }

  @Test func `the bytes of an event are those of the published layout`() throws {
    let folder = try TemporaryFolder()
    let log = try EventStore(folder: folder.path + "/log", options: .init(mapSize: 1 << 24))
    let tail = bytes("08 1903e8 09 6161 0e a0")
    var batch = DraftBatch()
    for _ in 0..<2 {
      batch.add(
        type: 2, version: 1, to: StreamKey(.person, 7), tail: unsafe tail.span.bytes, fields: 3)
    }
    try log.write { (writer) throws(EventLogError) in _ = try writer.append(batch) }
    let first = bytes(Self.whole)
    let second = bytes(
      "aa 00 02 01 01 02 03 03 07 04 01 05 00 06 5820 \(TreeHash.leaf(first).hex)"
        + "08 1903e8 09 6161 0e a0")
    #expect(try log.allEvents() == [first, second])
    for event in [first, second] { try unsafe CBORDecoder.validate(event.span.bytes) }
  }

  @Test func `every field is found`() throws {
    let event = bytes(
      """
      af 00 02 01 01 02 03 03 07 04 01 05 03 06 5820 \(String(repeating: "ab", count: 32))
      07 3863 08 1903e8 09 6161 0a a3 00 626e31 01 19ffff 02 6169 0b 05 0c 182a
      0d 5820 \(String(repeating: "cd", count: 32)) 0e a1 00 01
      """)
    let header = try unsafe EventHeader(checking: event.span.bytes, at: 9)
    #expect(header.type == 2)
    #expect(header.stream == StreamKey(.person, 7))
    #expect(header.revision == 1)
    #expect(header.prior == 3)
    #expect(header.previous?.bytes == [UInt8](repeating: 0xAB, count: 32))
    #expect(header.effective == -100)
    #expect(header.recorded == 1000)
    #expect(event[header.actor] == [0x61])
    #expect(header.document?.number.map { Array(event[$0]) } == [0x6E, 0x31])
    #expect(header.document?.date == 65_535)
    #expect(header.document?.issuer.map { Array(event[$0]) } == [0x69])
    #expect(header.cause == 5)
    #expect(header.row == 42)
    #expect(header.commitment?.bytes == [UInt8](repeating: 0xCD, count: 32))
    #expect(event[header.payload] == [0xA1, 0x00, 0x01])
  }

  @Test(arguments: [
    ("", EnvelopeFault.encoding),
    ("80", .encoding),
    ("a8 00 02 01 01 02 03 03 07 04 00 08 1903e8 09 6161", .encoding),
    ("a8 01 01 00 02 02 03 03 07 04 00 08 1903e8 09 6161 0e a0", .encoding),
    ("a8 00 02 00 02 02 03 03 07 04 00 08 1903e8 09 6161 0e a0", .encoding),
    ("a8 00 1802 01 01 02 03 03 07 04 00 08 1903e8 09 6161 0e a0", .encoding),
    ("a8 00 02 01 01 02 03 03 07 04 00 08 190001 09 6161 0e a0", .encoding),
    ("a8 00 02 01 01 02 03 03 07 04 00 08 1903e8 09 61ff 0e a0", .encoding),
    ("a8 00 02 01 01 02 03 03 07 04 00 08 1903e8 09 6161 0e a000", .encoding),
    ("a8 00 02 01 01 02 03 03 07 04 00 08 1903e8 09 6161 0e a2 01 00 00 00", .encoding),
    ("a8 00 02 01 01 02 04 03 07 04 00 08 1903e8 09 6161 0e a0", .value(key: 2)),
    ("a8 00 1a00010000 01 01 02 03 03 07 04 00 08 1903e8 09 6161 0e a0", .value(key: 0)),
    ("a8 00 02 01 01 02 03 03 07 04 00 08 1903e8 09 6161 0e 80", .value(key: 14)),
    ("a8 00 02 01 01 02 03 03 07 04 00 08 1903e8 09 6161 0f a0", .unknown(key: 15)),
    ("a7 00 02 01 01 02 03 03 07 04 00 08 1903e8 0e a0", .missing(key: 9)),
    ("a8 00 02 01 01 02 03 03 07 04 01 08 1903e8 09 6161 0e a0", .chain),
    ("a9 00 02 01 01 02 03 03 07 04 00 05 00 08 1903e8 09 6161 0e a0", .chain),
  ])
  func `what is no envelope is refused`(hex: String, fault: EnvelopeFault) throws {
    let event = bytes(hex)
    let error = #expect(throws: EventLogError.self) {
      try unsafe EventHeader(checking: event.span.bytes, at: 3)
    }
    guard case .damaged(index: 3, .envelope(_, let reason)) = error else {
      throw error ?? EventLogError.spoiled
    }
    #expect(reason == fault)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no bytes make the reading of an envelope fail otherwise`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      var event = bytes(Self.whole)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        event[Int.random(in: 0..<event.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      event.removeLast(Int.random(in: 0...3, using: &random))
      do throws(EventLogError) {
        let header = try unsafe EventHeader(checking: event.span.bytes, at: 0)
        #expect(header.payload.upperBound == event.count)
        #expect(throws: Never.self) { try unsafe CBORDecoder.validate(event.span.bytes) }
      } catch {
        guard case .damaged(index: 0, .envelope) = error else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }
}

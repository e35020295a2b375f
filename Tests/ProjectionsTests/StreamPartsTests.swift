import TestSupport
import Testing

@testable import Projections

/// How streams are cut into parts.
@Suite struct StreamPartsTests {
  @Test(arguments: [0, 1, 4, 37, 360, 5_000])
  func `parts follow each other as streams do, and share them evenly`(wanted: Int) {
    let greatest: [UInt32] = [0, 22_000, 82_000, 533_000]
    let parts = StreamParts(
      greatest: [greatest[0], greatest[1], greatest[2], greatest[3]], wanted: wanted)
    #expect(parts.count >= 4 && parts.count <= wanted + 8)
    var streams = [Int](repeating: 0, count: parts.count)
    var last = 0
    for kind in 0..<UInt8(4) {
      for number in 0...greatest[Int(kind)] {
        let part = parts.part(of: kind, number)
        #expect(part == last || part == last + 1)
        #expect(parts.kind(of: part) == kind)
        streams[part] += 1
        last = part
      }
      #expect(parts.part(of: kind, .max) == last)
    }
    let mean = 637_000 / parts.count
    if wanted >= 37 { #expect(streams.allSatisfy { $0 <= 2 * mean + 1 }) }
  }

  @Test func `numbers that nobody expected fall into the last part of their kind`() {
    let parts = StreamParts(greatest: [0, 0, 0, .max], wanted: 100)
    #expect(parts.part(of: 2, 500) == 2)
    #expect(parts.part(of: 3, 0) == 3)
    #expect(parts.part(of: 3, .max) == parts.count - 1)
  }

  @Test(arguments: [0, 1, 4_096, 1 << 20, 192 << 20, Int.max])
  func `memory is shared out at any size`(memory: Int) {
    for events in [0, 1, 100_000, 10_000_000_000] as [UInt64] {
      let shares = RebuildMemory(memory, events: events, threads: 2)
      #expect(shares.room >= 64 && shares.piece >= 1 && shares.side >= 1)
      #expect(shares.room * shares.parts * 2 <= max(memory / 4, 64))
      #expect(shares.transaction >= 4_096)
    }
  }
}

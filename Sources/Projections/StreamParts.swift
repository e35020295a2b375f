internal import Cadre
internal import EventLog

/// How the streams of a log are cut into parts: each part has the streams of one kind from one
/// number up to the next part's, in the order of kind and number.
struct StreamParts: Sendable {
  /// By kind: the number of the first part, the last one, the greatest number that is expected,
  /// and the parts for each number, in units of 2⁻³².
  private let ranges: InlineArray<4, Range>
  /// The number of parts.
  let count: Int

  private struct Range: Sendable {
    var first = 0
    var last = 0
    var greatest: UInt64 = 0
    var scale: UInt64 = 0
  }

  /// Cuts the streams into about as many parts as wanted, one for each kind at least.
  ///
  /// - Parameter greatest: the greatest number that each kind is expected to have. A greater one
  ///   falls into the last part of its kind: that costs balance, and nothing else.
  init(greatest: InlineArray<4, UInt32>, wanted: Int) {
    var ranges = InlineArray<4, Range>(repeating: Range())
    var sum = 0
    for kind in greatest.indices { sum += Int(greatest[kind]) }
    var next = 0
    for kind in greatest.indices {
      let streams = Int(greatest[kind]) + 1
      let parts = max(1, min(streams, wanted * streams / max(sum, 1)))
      ranges[kind] = Range(
        first: next, last: next + parts - 1, greatest: UInt64(greatest[kind]),
        scale: (UInt64(parts) << 32) / UInt64(streams))
      next += parts
    }
    self.ranges = ranges
    count = next
  }
}

extension StreamParts {
  /// Cuts the streams of a log.
  /// - Throws: `log`.
  init(of log: LogSnapshot, wanted: Int) throws(ProjectionError) {
    var greatest = InlineArray<4, UInt32>(repeating: 0)
    for kind in StreamKind.allCases where kind != .ledger {
      do throws(EventLogError) {
        greatest[Int(kind.rawValue)] = try log.lastNumber(of: kind) ?? 0
      } catch {
        throw .log(error)
      }
    }
    self.init(greatest: greatest, wanted: wanted)
  }

  /// The part of a stream.
  @inline(__always)
  func part(of kind: UInt8, _ number: UInt32) -> Int {
    let range = ranges[Int(kind)]
    return range.first + Int((min(UInt64(number), range.greatest) &* range.scale) >> 32)
  }

  /// The kind of the streams of a part.
  func kind(of part: Int) -> UInt8 {
    for kind in ranges.indices where part <= ranges[kind].last { return UInt8(kind) }
    return UInt8(ranges.endIndex - 1)
  }
}

/// What is folded at a time: the streams of a part, or those with some of its numbers where the
/// facts of the part do not fit in memory together.
struct PartPiece: Sendable {
  let part: Int
  /// The kind of the streams.
  let kind: UInt8
  /// The numbers; nil: all of the part.
  let numbers: ClosedRange<UInt32>?
}

extension PartPiece {
  /// The pieces of everything that was collected, in the order of streams, each with at most
  /// `memory.piece` bytes of facts unless one stream alone has more.
  /// - Throws: `platform`.
  static func all(
    _ parts: StreamParts, _ facts: [CollectedFacts], _ memory: RebuildMemory
  ) throws(ProjectionError) -> [PartPiece] {
    var pieces: [PartPiece] = []
    for part in 0..<parts.count {
      let kind = parts.kind(of: part)
      let length = facts.reduce(0) { $0 + $1.length(of: part) }
      guard length > 0 else { continue }
      if kind == 0 || length <= memory.piece {
        pieces.append(PartPiece(part: part, kind: kind, numbers: nil))
      } else {
        for numbers in try cut(part, facts, memory.piece) {
          pieces.append(PartPiece(part: part, kind: kind, numbers: numbers))
        }
      }
    }
    return pieces
  }

  /// Into how many ranges of like width numbers are cut at a time.
  private static let buckets = 1 << 12

  /// Ranges that hold all numbers of a part, in order, each with at most `most` bytes of facts
  /// unless one number alone has more. Reads the part once, and once more for each bucket
  /// of numbers that has more.
  private static func cut(
    _ part: Int, _ facts: [CollectedFacts], _ most: Int,
    _ numbers: ClosedRange<UInt32> = 0...UInt32.max
  ) throws(ProjectionError) -> [ClosedRange<UInt32>] {
    let width = numbers.count / buckets + 1
    let lengths = try lengths(part, facts, numbers, width)
    var ranges: [ClosedRange<UInt32>] = []
    var (start, sum) = (numbers.lowerBound, 0)
    for (bucket, length) in lengths.enumerated() where length > 0 {
      let first = numbers.lowerBound + UInt32(bucket * width)
      if sum > 0, sum + length > most {
        ranges.append(start...first - 1)
        (start, sum) = (first, 0)
      }
      if length > most, width > 1 {
        let last = UInt32(min(Int(first) + width - 1, Int(numbers.upperBound)))
        ranges += try cut(part, facts, most, first...last)
        guard last < numbers.upperBound else { return ranges }
        start = last + 1
      } else {
        sum += length
      }
    }
    ranges.append(start...numbers.upperBound)
    return ranges
  }

  /// Bytes of the facts of a part by number, `width` numbers together.
  private static func lengths(
    _ part: Int, _ facts: [CollectedFacts], _ numbers: ClosedRange<UInt32>, _ width: Int
  ) throws(ProjectionError) -> [Int] {
    var lengths = [Int](repeating: 0, count: (numbers.count + width - 1) / width)
    var buffer = RowBytes()
    for facts in facts {
      try facts.forEachPiece(of: part, &buffer) { (bytes) throws(ProjectionError) in
        var records = unsafe FactRecords(bytes)
        while let record = records.next() {
          guard numbers.contains(record.number) else { continue }
          lengths[Int(record.number - numbers.lowerBound) / width] += record.length
        }
      }
    }
    return lengths
  }
}

/// The way through the records of facts in some bytes, which must live as long and not change.
@safe struct FactRecords {
  private let start: UnsafeRawPointer
  private let count: Int
  /// Where the next record begins.
  private(set) var offset = 0

  @unsafe init(_ bytes: borrowing RowBytes) {
    unsafe start = bytes.base
    count = bytes.count
  }

  /// The next record; nil behind the last.
  @inline(__always)
  mutating func next() -> FactRecord? {
    guard offset < count else { return nil }
    let record = unsafe FactRecord(at: start + offset)
    offset += record.length
    return record
  }
}

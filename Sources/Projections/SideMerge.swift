/// Brings sorted runs of look-up rows together in the order of keys; of equal keys the first in
/// the order of the log stays.
struct SideMerge: ~Copyable {
  /// A heap: the reader with the least row first.
  private var readers: [SideRunReader] = []
  private var last: [UInt8] = []

  /// Reads the runs of what was collected, all in the order of the log, in as many bytes of memory
  /// in all.
  init(_ facts: [CollectedFacts], memory: Int) throws(ProjectionError) {
    let runs = facts.flatMap { facts in facts.sideRuns.map { (facts, $0) } }
    let chunk = max(1 << 10, memory / max(runs.count, 1))
    for (place, (facts, run)) in runs.enumerated() {
      let reader = SideRunReader(facts, run, place: place, chunk: chunk)
      if try reader.next() { readers.append(reader) }
    }
    for place in readers.indices.reversed() { sink(from: place) }
  }
}

extension SideMerge {
  /// Adds the next rows to a block, `count` at most; says whether there was any left.
  mutating func take(_ count: Int, to block: inout RowBlock) throws(ProjectionError) -> Bool {
    guard !readers.isEmpty else { return false }
    for _ in 0..<count {
      guard let first = readers.first else { break }
      if unsafe !first.tableAndKey.isEqual(to: last.span.bytes) {
        last.removeAll(keepingCapacity: true)
        unsafe first.tableAndKey.withUnsafeBytes { unsafe last.append(contentsOf: $0) }
        block.append(first.row, first.bytes)
      }
      if try !first.next() {
        readers.swapAt(0, readers.count - 1)
        readers.removeLast()
      }
      sink(from: 0)
    }
    return true
  }

  private mutating func sink(from start: Int) {
    var place = start
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < readers.count {
        if readers[child].precedes(readers[least]) { least = child }
      }
      guard least != place else { return }
      readers.swapAt(place, least)
      place = least
    }
  }
}

extension RawSpan {
  fileprivate func isEqual(to other: RawSpan) -> Bool {
    byteCount == other.byteCount && compare(other) == 0
  }
}

/// Goes through one run, a chunk of its bytes in memory.
private final class SideRunReader {
  private let facts: CollectedFacts
  private let place: Int
  private let chunk: Int
  private var offset: Int
  private let end: Int
  private var buffer = RowBytes(capacity: 64)
  private var position = 0
  /// The row that `next` moved to.
  private(set) var row = SideRow(start: 0, length: 0, hasValue: false)

  init(_ facts: CollectedFacts, _ run: SideRun, place: Int, chunk: Int) {
    self.facts = facts
    self.place = place
    self.chunk = chunk
    offset = run.offset
    end = run.offset + run.length
  }

  /// Table, key and value.
  var bytes: RawSpan {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe buffer.unownedSpan.extracting(row.all)
      return unsafe _overrideLifetime(bytes, borrowing: self)
    }
  }

  var tableAndKey: RawSpan {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe buffer.unownedSpan.extracting(row.key)
      return unsafe _overrideLifetime(bytes, borrowing: self)
    }
  }

  /// Whether its row comes before that of another, or is the same and earlier in the log.
  func precedes(_ other: SideRunReader) -> Bool {
    let order = tableAndKey.compare(other.tableAndKey)
    return order == 0 ? place < other.place : order < 0
  }

  /// Moves to the next row, and says whether there is one.
  func next() throws(ProjectionError) -> Bool {
    guard try fill(SideRun.headLength) else { return false }
    let mark = buffer.span.bigEndian32(at: position)
    position += SideRun.headLength
    let hasValue = mark & SideRun.withValue != 0
    let length = Int(mark & ~SideRun.withValue)
    let whole = length + (hasValue ? SideRow.valueLength : 0)
    _ = try fill(whole)
    row = SideRow(start: UInt32(position), length: UInt32(length), hasValue: hasValue)
    position += whole
    return true
  }

  /// Sees to it that so many bytes are in memory from the position on; false at the end.
  private func fill(_ wanted: Int) throws(ProjectionError) -> Bool {
    guard buffer.count - position < wanted else { return true }
    guard offset < end else { return false }
    buffer.removeFirst(position)
    position = 0
    let length = min(end - offset, max(chunk, wanted))
    try facts.readSide(length, at: offset, to: &buffer)
    offset += length
    return true
  }
}

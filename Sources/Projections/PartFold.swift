internal import CBOR
internal import Cadre
internal import CadreCodec

/// Folds the streams of one piece after the other into rows; it needs no store, and allocates only
/// until it has seen the largest piece.
struct PartFold: ~Copyable {
  /// The rows of the piece folded last.
  private(set) var rows = RowBlock()
  /// Records of facts, in the order of the log.
  private var input = RowBytes()
  /// Bytes on their way to `input`.
  private var buffer = RowBytes()
  /// The records by stream, each as day and offset, so that the order of these numbers is the
  /// order of facts in a row.
  private var places: [UInt64] = []
  private var counts: [UInt32] = []
  private var fold = StreamFold()
}

extension PartFold {
  /// Folds a piece of what was collected, by each thread in the order of the log.
  /// - Throws: `platform`; `event` for a retraction that cannot be read.
  mutating func fold(
    _ piece: PartPiece, _ facts: [CollectedFacts]
  ) throws(ProjectionError) {
    rows.removeAll()
    input.removeAll()
    for facts in facts { try load(piece, facts) }
    precondition(input.count <= Int(UInt32.max), "the facts of one stream are more than 4 GiB")
    guard let table = ViewTable.ofStreams(kind: piece.kind) else { return try foldLedger() }
    group()
    var first = 0
    while first < places.count {
      let number = record(at: places[first]).number
      var end = first + 1
      while end < places.count, record(at: places[end]).number == number { end += 1 }
      try foldStream(number, first..<end, table)
      first = end
    }
  }

  private mutating func load(
    _ piece: PartPiece, _ facts: CollectedFacts
  ) throws(ProjectionError) {
    guard let numbers = piece.numbers else { return try facts.load(piece.part, to: &input) }
    var input = RowBytes(capacity: 0)
    swap(&input, &self.input)
    try facts.forEachPiece(of: piece.part, &buffer) { (bytes) throws(ProjectionError) in
      var records = unsafe FactRecords(bytes)
      var offset = 0
      while let record = records.next() {
        if numbers.contains(record.number) {
          _ = input.append(bytes.span.extracting(offset..<records.offset))
        }
        offset = records.offset
      }
    }
    swap(&input, &self.input)
  }

  @inline(__always)
  private func record(at place: UInt64) -> FactRecord {
    unsafe FactRecord(at: input.base + Int(truncatingIfNeeded: place & 0xFFFF_FFFF))
  }
}

extension PartFold {
  /// Brings the records of each stream together, streams in the order of numbers; O(n) where the
  /// numbers are dense.
  private mutating func group() {
    var (low, high, count) = (UInt32.max, UInt32.min, 0)
    var records = unsafe FactRecords(input)
    while let record = records.next() {
      low = min(low, record.number)
      high = max(high, record.number)
      count += 1
    }
    places.removeAll(keepingCapacity: true)
    guard count > 0 else { return }
    places.append(contentsOf: repeatElement(0, count: count))
    if Int(high - low) <= 4 * count + 1024 {
      group(from: low, to: high)
    } else {
      groupSparse()
    }
  }

  private mutating func group(from low: UInt32, to high: UInt32) {
    let streams = Int(high - low) + 1
    counts.removeAll(keepingCapacity: true)
    counts.append(contentsOf: repeatElement(0, count: streams + 1))
    var records = unsafe FactRecords(input)
    while let record = records.next() { counts[Int(record.number - low) + 1] += 1 }
    for stream in 0..<streams { counts[stream + 1] += counts[stream] }
    records = unsafe FactRecords(input)
    while true {
      let offset = records.offset
      guard let record = records.next() else { break }
      let stream = Int(record.number - low)
      places[Int(counts[stream])] = Self.place(of: record, at: offset)
      counts[stream] += 1
    }
  }

  private mutating func groupSparse() {
    var records = unsafe FactRecords(input)
    for place in places.indices {
      let offset = records.offset
      guard let record = records.next() else { break }
      places[place] = UInt64(record.number) << 32 | UInt64(offset)
    }
    places.sort()
    for place in places.indices {
      let offset = Int(places[place] & 0xFFFF_FFFF)
      places[place] = Self.place(of: record(at: places[place]), at: offset)
    }
  }

  @inline(__always)
  private static func place(of record: FactRecord, at offset: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: record.day) ^ 0x8000_0000) << 32 | UInt64(offset)
  }
}

extension PartFold {
  /// Writes the row of a stream whose records are in the order of the log.
  private mutating func foldStream(
    _ number: UInt32, _ range: Range<Int>, _ table: ViewTable
  ) throws(ProjectionError) {
    var length = 0
    var hasRetractions = false
    for place in range {
      let record = record(at: places[place])
      length += record.bodyLength
      if record.isRetraction { hasRetractions = true }
    }
    if hasRetractions { return try foldCorrected(number, range, table) }
    let latest = try index(of: places[range.upperBound - 1])
    sort(range)
    let items = UInt64(StreamRow.itemsBefore + StreamRow.itemsOfEntry * range.count)
    let head = CBORHead.length(items) + CBORHead.length(StreamRow.form)
    let whole = head + CBORHead.length(latest) + length + range.count
    let (places, base) = unsafe (places, input.base)
    unsafe rows.append(table, at: number, whole) { target in
      var next = unsafe target
      unsafe next += CBORHead.write(4, items, to: next)
      unsafe next += CBORHead.write(0, StreamRow.form, to: next)
      unsafe next += CBORHead.write(0, latest, to: next)
      for place in range {
        let record = unsafe FactRecord(
          at: base + Int(truncatingIfNeeded: places[place] & 0xFFFF_FFFF))
        unsafe next = record.copyBody(to: next)
        unsafe next.storeBytes(of: Self.noChanges, as: UInt8.self)
        unsafe next += 1
      }
    }
  }

  /// An array without items: no retraction ever touched the fact.
  private static let noChanges: UInt8 = 0x80

  /// Sorts the records of a stream by day, those of a day in the order of the log; O(n) for such
  /// that come nearly so.
  private mutating func sort(_ range: Range<Int>) {
    unsafe places.withUnsafeMutableBufferPointer { places in
      var place = range.lowerBound + 1
      while place < range.upperBound {
        let fact = unsafe places[place]
        if unsafe fact < places[place - 1] {
          guard range.count <= 64 else {
            var some = unsafe UnsafeMutableBufferPointer(rebasing: places[range])
            return unsafe some.sort()
          }
          var hole = place
          while hole > range.lowerBound, unsafe fact < places[hole - 1] {
            unsafe places[hole] = places[hole - 1]
            hole -= 1
          }
          unsafe places[hole] = fact
        }
        place += 1
      }
    }
  }

  /// The row of a stream in which something was withdrawn.
  private mutating func foldCorrected(
    _ number: UInt32, _ range: Range<Int>, _ table: ViewTable
  ) throws(ProjectionError) {
    fold.begin()
    for place in range {
      try Self.add(Int(places[place] & 0xFFFF_FFFF), of: input, to: &fold)
    }
    fold.finish()
    rows.append(table, at: number, rowOf: fold)
  }

  /// The rows of the ledger's stream, one an event.
  private mutating func foldLedger() throws(ProjectionError) {
    fold.begin()
    var records = unsafe FactRecords(input)
    while true {
      let offset = records.offset
      guard records.next() != nil else { break }
      try Self.add(offset, of: input, to: &fold)
    }
    var block = RowBlock()
    swap(&block, &rows)
    fold.finishEach { index, row in block.append(.ledger, at: index.number, row) }
    swap(&block, &rows)
  }

  private static func add(
    _ offset: Int, of input: borrowing RowBytes, to fold: inout StreamFold
  ) throws(ProjectionError) {
    let record = unsafe FactRecord(at: input.base + offset)
    let first = offset + FactRecord.headLength
    let body = first..<first + record.bodyLength
    try fold.add(try CompactFact(record, body, in: input.span), in: input.span)
  }

  /// The index of the event that a record was made of.
  private func index(of place: UInt64) throws(ProjectionError) -> UInt64 {
    let offset = Int(place & 0xFFFF_FFFF) + FactRecord.headLength
    var decoder = CBORDecoder(input.span.extracting(droppingFirst: offset))
    do throws(CBORError) { return try decoder.uint() } catch { throw ProjectionError(error) }
  }
}

extension CompactFact {
  /// The fact of a record whose body is at a place of `buffer`.
  /// - Throws: `event` for a retraction that cannot be read.
  fileprivate init(
    _ record: FactRecord, _ body: Range<Int>, in buffer: RawSpan
  ) throws(ProjectionError) {
    let bytes = buffer.extracting(body)
    var decoder = CBORDecoder(bytes)
    var version: UInt64 = 0
    var payload = 0..<0
    let index: UInt64
    do throws(CBORError) {
      index = try decoder.uint()
      if !decoder.takeNull() { _ = try decoder.int() }
      _ = try decoder.uint()
      version = try decoder.uint()
      if !decoder.takeNull() { _ = try decoder.bytesRange() }
      payload = try decoder.bytesRange()
    } catch {
      throw ProjectionError(error)
    }
    let target =
      record.isRetraction
      ? try Self.target(version, bytes.extracting(payload), LogIndex(index)) : nil
    self.init(index: index, day: record.day, target: target, body: body)
  }
}

extension FactRecord {
  /// Copies the body in whole blocks, and says where it ends; `RowBytes.slack` bytes behind it may
  /// be read and written.
  @inline(__always)
  @unsafe fileprivate func copyBody(to target: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    typealias Block = SIMD32<UInt8>
    let (source, length) = unsafe (start + Self.headLength, bodyLength)
    var done = 0
    while done < length {
      let block = unsafe source.loadUnaligned(fromByteOffset: done, as: Block.self)
      unsafe target.storeBytes(of: block, toByteOffset: done, as: Block.self)
      done += MemoryLayout<Block>.size
    }
    return unsafe target + length
  }
}

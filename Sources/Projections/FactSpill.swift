internal import CBOR
internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Platform

/// Facts of a range of the log, brought together by part as the log is read once in its order:
/// what has no room in memory is in a file without a name.
///
/// One thread collects; when that is over, any may load.
@safe struct FactSpill: ~Copyable, @unchecked Sendable {
  private let parts: StreamParts
  private let room: Int
  /// `room` bytes for each part.
  private let buffers: UnsafeMutableRawPointer
  private var used: [Int]
  private var scratch: ScratchFile
  /// Bytes written away, in the order of writing; after `finish` by part.
  private var extents: [Extent] = []
  /// After `finish`: where the extents of each part begin.
  private var firstExtents: [Int] = []
  private(set) var side: SideSpill

  private struct Extent {
    let part: Int
    let offset: Int
    let length: Int
  }

  init(
    _ scratch: consuming ScratchFile, _ side: consuming SideSpill, _ parts: StreamParts,
    _ memory: RebuildMemory
  ) {
    self.parts = parts
    room = memory.room
    used = Array(repeating: 0, count: parts.count)
    self.scratch = scratch
    self.side = side
    unsafe buffers = .allocate(byteCount: room * parts.count, alignment: 64)
  }

  deinit { unsafe buffers.deallocate() }
}

extension FactSpill {
  /// Takes the events of a range, whose bytes are touched once, in the order of the log.
  /// - Throws: `log`; `event` for one that cannot be read; `platform`.
  mutating func collect(
    _ log: LogSnapshot, _ range: Range<UInt64>
  ) throws(ProjectionError) {
    var scan: LogScan
    do throws(EventLogError) {
      scan = try log.events(from: range.lowerBound, to: range.upperBound)
    } catch {
      throw .log(error)
    }
    while scan.index < range.upperBound {
      let index = LogIndex(scan.index)
      let event: RawSpan?
      do throws(EventLogError) { event = try scan.next() } catch { throw .log(error) }
      guard let event else { return }
      let slices = try EnvelopeSlices(of: event, at: index)
      try side.add(index, event, slices)
      try add(index, event, slices)
    }
  }

  @inline(__always)
  private mutating func add(
    _ index: LogIndex, _ event: RawSpan, _ slices: borrowing EnvelopeSlices
  ) throws(ProjectionError) {
    let part = parts.part(of: slices.stream.kind, slices.stream.number)
    let most = FactRecord.most(slices)
    if room - used[part] < most {
      try flush(part)
      guard room >= most else { return try addAlone(index, event, slices, part, most) }
    }
    let place = unsafe buffers + (part * room + used[part])
    used[part] += unsafe FactRecord.write(index, event, slices, to: place)
  }

  /// Writes a fact away that has no room in a buffer.
  private mutating func addAlone(
    _ index: LogIndex, _ event: RawSpan, _ slices: borrowing EnvelopeSlices, _ part: Int,
    _ most: Int
  ) throws(ProjectionError) {
    let alone = UnsafeMutableRawPointer.allocate(byteCount: most, alignment: 16)
    defer { unsafe alone.deallocate() }
    let length = unsafe FactRecord.write(index, event, slices, to: alone)
    try unsafe write(UnsafeRawBufferPointer(start: alone, count: length), of: part)
  }

  private mutating func flush(_ part: Int) throws(ProjectionError) {
    guard used[part] > 0 else { return }
    let start = unsafe buffers + part * room
    try unsafe write(UnsafeRawBufferPointer(start: start, count: used[part]), of: part)
    used[part] = 0
  }

  private mutating func write(
    _ bytes: UnsafeRawBufferPointer, of part: Int
  ) throws(ProjectionError) {
    do throws(PlatformError) {
      let offset = try unsafe scratch.append(RawSpan(_unsafeBytes: bytes))
      extents.append(Extent(part: part, offset: offset, length: bytes.count))
    } catch {
      throw .platform(error)
    }
  }

  /// Ends the collecting.
  /// - Throws: `platform`.
  mutating func finish() throws(ProjectionError) {
    try side.spill()
    var places = [Int](repeating: 0, count: parts.count + 1)
    for extent in extents { places[extent.part + 1] += 1 }
    for part in 0..<parts.count { places[part + 1] += places[part] }
    firstExtents = places
    let source = extents
    for extent in source {
      extents[places[extent.part]] = extent
      places[extent.part] += 1
    }
  }
}

extension FactSpill {
  /// Bytes of the facts of a part.
  func length(of part: Int) -> Int {
    var length = used[part]
    for place in extents(of: part) { length += extents[place].length }
    return length
  }

  /// The greatest number of pieces that a part is loaded in.
  func pieces(of part: Int) -> Int { extents(of: part).count + 1 }

  /// Appends the facts of a part to `bytes`, a piece of them at a time, in the order of the log.
  func load(_ piece: Int, of part: Int, to bytes: inout RowBytes) throws(ProjectionError) {
    let places = extents(of: part)
    guard piece < places.count else {
      unsafe bytes.append(used[part]) { target in
        unsafe target.copyMemory(
          from: UnsafeRawBufferPointer(start: buffers + part * room, count: used[part]))
      }
      return
    }
    let extent = extents[places.lowerBound + piece]
    do throws(PlatformError) {
      try unsafe bytes.append(extent.length) { (target) throws(PlatformError) in
        try unsafe scratch.read(at: extent.offset, into: target)
      }
    } catch {
      throw .platform(error)
    }
  }

  private func extents(of part: Int) -> Range<Int> { firstExtents[part]..<firstExtents[part + 1] }
}

/// The facts of the whole log, by part: what each thread has collected, in the order of the log.
final class CollectedFacts: Sendable {
  private let spill: FactSpill

  private init(_ spill: consuming FactSpill) { self.spill = spill }
}

extension CollectedFacts {
  /// Reads a range of the log once.
  convenience init(
    _ log: LogSnapshot, _ range: Range<UInt64>, in folder: String, _ parts: StreamParts,
    _ memory: RebuildMemory
  ) throws(ProjectionError) {
    var spill = FactSpill(
      try ScratchFile(forFactsIn: folder),
      SideSpill(try ScratchFile(forFactsIn: folder), room: memory.side), parts, memory)
    try spill.collect(log, range)
    try spill.finish()
    self.init(spill)
  }

  /// Bytes of the facts of a part.
  func length(of part: Int) -> Int { spill.length(of: part) }

  /// Hands over the facts of a part, a buffer at a time; `buffer` is written over.
  func forEachPiece(
    of part: Int, _ buffer: inout RowBytes,
    _ body: (borrowing RowBytes) throws(ProjectionError) -> Void
  ) throws(ProjectionError) {
    for piece in 0..<spill.pieces(of: part) {
      buffer.removeAll()
      try spill.load(piece, of: part, to: &buffer)
      try body(buffer)
    }
  }

  /// Appends the facts of a part.
  func load(_ part: Int, to bytes: inout RowBytes) throws(ProjectionError) {
    for piece in 0..<spill.pieces(of: part) { try spill.load(piece, of: part, to: &bytes) }
  }

  /// The look-up rows, sorted in runs.
  var sideRuns: [SideRun] { spill.side.runs }

  /// Appends bytes of the runs to a buffer.
  func readSide(
    _ length: Int, at offset: Int, to buffer: inout RowBytes
  ) throws(ProjectionError) {
    try spill.side.read(length, at: offset, to: &buffer)
  }
}

extension ScratchFile {
  /// Makes an empty file in a folder.
  /// - Throws: `platform`.
  fileprivate init(forFactsIn folder: String) throws(ProjectionError) {
    do throws(PlatformError) {
      try self.init(in: folder)
    } catch {
      throw .platform(error)
    }
  }
}

internal import Cadre
internal import CadreCodec
internal import Platform

/// Look-up rows of a range of the log, written away in sorted runs as often as they fill the room
/// that they have.
struct SideSpill: ~Copyable {
  private let room: Int
  private var rows = SideRows()
  private var scratch: ScratchFile
  private(set) var runs: [SideRun] = []

  init(_ scratch: consuming ScratchFile, room: Int) {
    self.scratch = scratch
    self.room = room
  }
}

/// Where a run of sorted rows is in its file. Each is its length in four bytes, the highest bit
/// set where it has a value, and its bytes as `SideRow` has them.
struct SideRun: Sendable {
  let offset: Int
  let length: Int

  static let headLength = 4
  static let withValue: UInt32 = 1 << 31
}

extension SideSpill {
  /// Adds the rows of an event.
  /// - Throws: `event` where it cannot be read; `platform`.
  @inline(__always)
  mutating func add(
    _ index: LogIndex, _ event: RawSpan, _ slices: borrowing EnvelopeSlices
  ) throws(ProjectionError) {
    if try rows.add(index, event, slices), rows.size >= room { try spill() }
  }

  /// Writes away the rows in memory as one run.
  /// - Throws: `platform`.
  mutating func spill() throws(ProjectionError) {
    guard rows.count > 0 else { return }
    rows.sort()
    let offset = scratch.size
    var buffer = RowBytes()
    do throws(PlatformError) {
      try rows.forEachRow { (row, bytes) throws(PlatformError) in
        let mark = row.hasValue ? SideRun.withValue : 0
        _ = buffer.append(bigEndian: row.length | mark)
        _ = buffer.append(bytes)
        guard buffer.count >= 1 << 16 else { return }
        try scratch.append(buffer.span)
        buffer.removeAll()
      }
      try scratch.append(buffer.span)
    } catch {
      throw .platform(error)
    }
    runs.append(SideRun(offset: offset, length: scratch.size - offset))
    rows.removeAll()
  }

  /// Appends bytes of the runs to a buffer.
  func read(_ length: Int, at offset: Int, to buffer: inout RowBytes) throws(ProjectionError) {
    do throws(PlatformError) {
      try unsafe buffer.append(length) { (target) throws(PlatformError) in
        try unsafe scratch.read(at: offset, into: target)
      }
    } catch {
      throw .platform(error)
    }
  }
}

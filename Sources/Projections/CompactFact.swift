internal import CBOR
internal import Cadre
internal import CadreCodec

/// What a fold takes of an event: its place in the order of facts, and where its body is.
///
/// The body is the items of a row from index to payload, as `StreamRow` has them.
struct CompactFact {
  let index: UInt64
  /// The effective day; undated comes before every day.
  let day: Int64
  /// What it withdraws, if it is a retraction.
  let target: UInt64?
  /// In the buffer that it was written to.
  let body: Range<Int>

  static let undated = Int64.min

  @inline(__always)
  func precedes(_ other: CompactFact) -> Bool {
    day == other.day ? index < other.index : day < other.day
  }
}

extension CompactFact {
  /// Writes the body of an event to a buffer, and says where it is.
  /// - Throws: `event` for a retraction that cannot be read.
  @inline(__always)
  init(
    _ index: LogIndex, _ event: RawSpan, _ slices: borrowing EnvelopeSlices,
    to buffer: inout CBOREncoder
  ) throws(ProjectionError) {
    let start = buffer.count
    let payload = event.extracting(slices.payload)
    buffer.uint(index.number)
    if let effective = slices.effective {
      buffer.int(Int64(effective.number))
      day = Int64(effective.number)
    } else {
      buffer.null()
      day = Self.undated
    }
    buffer.uint(UInt64(slices.type.rawValue))
    buffer.uint(slices.version)
    if slices.document.isEmpty {
      buffer.null()
    } else {
      buffer.bytes(event.extracting(slices.document))
    }
    buffer.bytes(payload)
    self.index = index.number
    body = start..<buffer.count
    target = try Self.target(slices.type, slices.version, payload, index)
  }

  /// Writes the body of a fact of a row to a buffer, and says where it is.
  /// - Throws: `event` for a retraction that cannot be read.
  init(
    _ entry: borrowing StreamRow.Entry, to buffer: inout CBOREncoder
  ) throws(ProjectionError) {
    let start = buffer.count
    buffer.encoded(entry.body)
    index = entry.index.number
    day = entry.effective.map { Int64($0.number) } ?? Self.undated
    body = start..<buffer.count
    target = try Self.target(entry.type, entry.version, entry.payload, entry.index)
  }

  /// What a retraction withdraws; nil for any other event.
  private static func target(
    _ type: EventType, _ version: UInt64, _ payload: RawSpan, _ index: LogIndex
  ) throws(ProjectionError) -> UInt64? {
    guard type == .retracted else { return nil }
    do throws(CodecError) {
      return try Retraction.decode(version: version, payload).target.number
    } catch {
      throw .event(index, error)
    }
  }
}

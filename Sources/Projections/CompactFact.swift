internal import CBOR
internal import Cadre
internal import CadreCodec

/// What a fold takes of an event: its place in the order of facts, and where its body is.
///
/// The body is the items of a row from index to payload, as `StreamRow` has them.
struct CompactFact {
  let index: UInt64
  /// What it withdraws; `noTarget` where it is no retraction.
  private let targetOrNone: UInt64
  private let start: Int
  private let length: UInt32
  /// The effective day; `undated` comes before every day.
  let day: Int32

  static let undated = Int32.min
  private static let noTarget = UInt64.max

  init(index: UInt64, day: Int32, target: UInt64?, body: Range<Int>) {
    self.index = index
    self.day = day
    targetOrNone = target ?? Self.noTarget
    start = body.lowerBound
    length = UInt32(body.count)
  }

  /// Where the body is in the buffer that it was written to.
  var body: Range<Int> { start..<start + Int(length) }

  /// What it withdraws, if it is a retraction.
  var target: UInt64? { targetOrNone == Self.noTarget ? nil : targetOrNone }

  /// The same fact with its body elsewhere.
  func moved(to place: Int) -> CompactFact {
    CompactFact(
      index: index, day: day, target: target, body: place..<place + Int(length))
  }

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
    } else {
      buffer.null()
    }
    buffer.uint(UInt64(slices.type.rawValue))
    buffer.uint(slices.version)
    if slices.document.isEmpty {
      buffer.null()
    } else {
      buffer.bytes(event.extracting(slices.document))
    }
    buffer.bytes(payload)
    self.init(
      index: index.number, day: slices.effective?.number ?? Self.undated,
      target: try Self.target(slices.type, slices.version, payload, index),
      body: start..<buffer.count)
  }

  /// Writes the body of a fact of a row to a buffer, and says where it is.
  /// - Throws: `event` for a retraction that cannot be read.
  init(
    _ entry: borrowing StreamRow.Entry, to buffer: inout CBOREncoder
  ) throws(ProjectionError) {
    let start = buffer.count
    buffer.encoded(entry.body)
    self.init(
      index: entry.index.number, day: entry.effective?.number ?? Self.undated,
      target: try Self.target(entry.type, entry.version, entry.payload, entry.index),
      body: start..<buffer.count)
  }

  /// What a retraction withdraws; nil for any other event.
  @inline(__always)
  private static func target(
    _ type: EventType, _ version: UInt64, _ payload: RawSpan, _ index: LogIndex
  ) throws(ProjectionError) -> UInt64? {
    type == .retracted ? try target(version, payload, index) : nil
  }

  /// What a retraction withdraws.
  /// - Throws: `event` where it cannot be read.
  static func target(
    _ version: UInt64, _ payload: RawSpan, _ index: LogIndex
  ) throws(ProjectionError) -> UInt64 {
    do throws(CodecError) {
      return try Retraction.decode(version: version, payload).target.number
    } catch {
      throw .event(index, error)
    }
  }
}

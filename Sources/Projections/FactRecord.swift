internal import Cadre
internal import CadreCodec

/// A fact on its way from the log to its row: number of its stream, length of its body with a mark
/// at retractions, effective day, four bytes each, and then the body, as `CompactFact` has it.
///
/// The order is the machine's: nothing outlives the process.
@safe struct FactRecord {
  /// Where it begins.
  let start: UnsafeRawPointer

  @inline(__always)
  @unsafe init(at start: UnsafeRawPointer) { unsafe self.start = start }

  static let headLength = 12
  private static let retraction: UInt32 = 1 << 31

  /// The number of the stream.
  @inline(__always)
  var number: UInt32 { unsafe start.loadUnaligned(as: UInt32.self) }

  /// The number of bytes of the body.
  @inline(__always)
  var bodyLength: Int { Int(mark & ~Self.retraction) }

  @inline(__always)
  var isRetraction: Bool { mark & Self.retraction != 0 }

  /// The effective day; `CompactFact.undated` where there is none.
  @inline(__always)
  var day: Int32 { unsafe start.loadUnaligned(fromByteOffset: 8, as: Int32.self) }

  /// Bytes of it all.
  @inline(__always)
  var length: Int { Self.headLength + bodyLength }

  @inline(__always)
  private var mark: UInt32 { unsafe start.loadUnaligned(fromByteOffset: 4, as: UInt32.self) }
}

extension FactRecord {
  /// More bytes than the record of an event needs.
  @inline(__always)
  static func most(_ slices: borrowing EnvelopeSlices) -> Int {
    64 + slices.document.count + slices.payload.count
  }

  /// Writes the record of an event, and says how many bytes it has; `most` bytes must be there.
  @inline(__always)
  @unsafe static func write(
    _ index: LogIndex, _ event: RawSpan, _ slices: borrowing EnvelopeSlices,
    to start: UnsafeMutableRawPointer
  ) -> Int {
    var writer = unsafe BodyWriter(next: start + headLength)
    writer.head(0, index.number)
    if let effective = slices.effective {
      writer.int(effective.number)
    } else {
      writer.null()
    }
    writer.head(0, UInt64(slices.type.rawValue))
    writer.head(0, slices.version)
    if slices.document.isEmpty {
      writer.null()
    } else {
      writer.bytes(event, slices.document)
    }
    writer.bytes(event, slices.payload)
    let length = unsafe writer.next - start
    let mark = slices.type == .retracted ? retraction : 0
    unsafe start.storeBytes(of: slices.stream.number, as: UInt32.self)
    unsafe start.storeBytes(
      of: UInt32(length - headLength) | mark, toByteOffset: 4, as: UInt32.self)
    unsafe start.storeBytes(
      of: slices.effective?.number ?? CompactFact.undated, toByteOffset: 8, as: Int32.self)
    return length
  }
}

/// Writes items of deterministic CBOR, as `CBOREncoder` does, where there is known to be room.
@safe private struct BodyWriter {
  var next: UnsafeMutableRawPointer

  @inline(__always)
  @unsafe init(next: UnsafeMutableRawPointer) { unsafe self.next = next }

  @inline(__always)
  mutating func head(_ major: UInt8, _ value: UInt64) {
    unsafe next += CBORHead.write(major, value, to: next)
  }

  @inline(__always)
  mutating func int(_ value: Int32) {
    if value >= 0 {
      head(0, UInt64(UInt32(bitPattern: value)))
    } else {
      head(1, UInt64(UInt32(bitPattern: ~value)))
    }
  }

  @inline(__always)
  mutating func null() {
    unsafe next.storeBytes(of: 0xF6, as: UInt8.self)
    unsafe next += 1
  }

  @inline(__always)
  mutating func bytes(_ source: RawSpan, _ range: Range<Int>) {
    head(2, UInt64(range.count))
    unsafe source.extracting(range).withUnsafeBytes { source in
      if let base = source.baseAddress {
        unsafe next.copyMemory(from: base, byteCount: source.count)
      }
    }
    unsafe next += range.count
  }
}

/// The head of an item of CBOR in its shortest form (RFC 8949 section 4.2.1).
enum CBORHead {
  /// The number of bytes of the head of an item with that argument.
  @inline(__always)
  static func length(_ value: UInt64) -> Int {
    value < 24 ? 1 : 1 + width(value)
  }

  /// Writes the head, 9 bytes at most, all of which must be there; says how many it has.
  @inline(__always)
  @unsafe static func write(
    _ major: UInt8, _ value: UInt64, to place: UnsafeMutableRawPointer
  ) -> Int {
    if value < 24 {
      unsafe place.storeBytes(of: major << 5 | UInt8(truncatingIfNeeded: value), as: UInt8.self)
      return 1
    }
    let width = width(value)
    let code = UInt8(24 + width.trailingZeroBitCount)
    unsafe place.storeBytes(of: major << 5 | code, as: UInt8.self)
    let wide = (value << UInt64(64 - 8 * width)).bigEndian
    unsafe place.storeBytes(of: wide, toByteOffset: 1, as: UInt64.self)
    return 1 + width
  }

  @inline(__always)
  private static func width(_ value: UInt64) -> Int {
    switch value {
    case ...0xFF: 1
    case ...0xFFFF: 2
    case ...0xFFFF_FFFF: 4
    default: 8
    }
  }
}

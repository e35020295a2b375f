/// Reads the integers, strings and heads of an envelope, shortest forms only (RFC 8949 section
/// 4.2.1); one bounds check an item, and all of it inlined into the one loop that uses it.
struct EnvelopeReader: ~Escapable {
  private let bytes: RawSpan
  private(set) var offset = 0

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) { self.bytes = bytes }

  /// The major types that envelopes have.
  enum Major: UInt8 {
    case unsigned = 0
    case negative = 1
    case bytes = 2
    case text = 3
    case map = 5
  }

  /// The next byte, which is not passed.
  @inline(__always)
  func peek() throws(EnvelopeError) -> UInt8 {
    guard offset < bytes.byteCount else { throw EnvelopeError(.encoding, at: offset) }
    return byte(at: offset)
  }

  /// The argument of an item of a major type.
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func argument(_ major: Major) throws(EnvelopeError) -> UInt64 {
    let first = try peek()
    guard first >> 5 == major.rawValue else { throw EnvelopeError(.encoding, at: offset) }
    let short = first & 31
    if short < 24 {
      offset += 1
      return UInt64(short)
    }
    return try longArgument(short)
  }

  /// A string's content.
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func content(_ major: Major) throws(EnvelopeError) -> Range<Int> {
    let start = offset
    let count = try argument(major)
    guard count <= UInt64(bytes.byteCount - offset) else {
      throw EnvelopeError(.encoding, at: start)
    }
    let first = offset
    offset += Int(count)
    return first..<offset
  }

  @_lifetime(self: copy self)
  private mutating func longArgument(_ code: UInt8) throws(EnvelopeError) -> UInt64 {
    guard code < 28 else { throw EnvelopeError(.encoding, at: offset) }
    let width = 1 << Int(code - 24)
    guard bytes.byteCount - offset > width else { throw EnvelopeError(.encoding, at: offset) }
    let value = number(at: offset + 1, width: width)
    guard value >= (code == 24 ? 24 : 1 << UInt64(4 * width)) else {
      throw EnvelopeError(.encoding, at: offset)
    }
    offset += 1 + width
    return value
  }

  /// The number of `width` bytes there, the highest byte first; they are known to be there.
  @inline(__always)
  private func number(at place: Int, width: Int) -> UInt64 {
    if bytes.byteCount - place >= 8 {
      let wide = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: place, as: UInt64.self)
      return wide.bigEndian >> UInt64(64 - 8 * width)
    }
    var value: UInt64 = 0
    for place in place..<place + width { value = value << 8 | UInt64(byte(at: place)) }
    return value
  }

  @inline(__always)
  private func byte(at place: Int) -> UInt8 {
    unsafe bytes.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self)
  }
}

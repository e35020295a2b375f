internal import CBOR
internal import Cadre

/// Goes through the keys of an envelope that the log has checked, finding values without reading
/// them: of an item only head and length are looked at.
///
/// It never reads outside the bytes, whatever they are, but takes lengths and forms as they come;
/// `RecordedEvent` is strict.
struct EnvelopeScanner: ~Escapable {
  private let bytes: RawSpan
  private(set) var offset = 0
  private var left = 0
  private var key: UInt64 = .max

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(CodecError) {
    self.bytes = bytes
    left = Int(clamping: try argument(of: 5))
    try findKey()
  }

  /// Whether the next key is this one; then the value is next.
  @inline(__always)
  func stands(at wanted: UInt64) -> Bool { key == wanted }

  /// Goes to the key behind the value read.
  @inline(__always) @_lifetime(self: copy self)
  mutating func findKey() throws(CodecError) {
    guard left > 0 else {
      key = .max
      return
    }
    left -= 1
    key = try argument(of: 0)
  }

  /// The argument of the next head, which must be of that major type; goes behind the head.
  @inline(__always) @_lifetime(self: copy self)
  mutating func argument(of major: UInt8) throws(CodecError) -> UInt64 {
    let (found, argument) = try head()
    guard found == major else { throw failure(.encoding(.schema("major type"))) }
    return argument
  }

  /// The value of a key that must be next: an unsigned number.
  @inline(__always) @_lifetime(self: copy self)
  mutating func uint(_ wanted: UInt64) throws(CodecError) -> UInt64 {
    guard key == wanted else { throw failure(.missingField(wanted)) }
    let value = try argument(of: 0)
    try findKey()
    return value
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func int(_ wanted: UInt64) throws(CodecError) -> Int64 {
    guard key == wanted else { throw failure(.missingField(wanted)) }
    let (major, argument) = try head()
    guard major < 2, argument <= UInt64(Int64.max) else {
      throw failure(.encoding(.range))
    }
    let value = Int64(bitPattern: argument)
    try findKey()
    return major == 0 ? value : ~value
  }

  /// The place of a whole item, which is skipped.
  @inline(__always) @_lifetime(self: copy self)
  mutating func item() throws(CodecError) -> Range<Int> {
    let first = offset
    var items = 1
    while items > 0 {
      items -= 1
      let (major, argument) = try head()
      switch major {
      case 2, 3: try advance(argument)
      case 4: items += Int(clamping: min(argument, UInt64(bytes.byteCount)))
      case 5: items += 2 * Int(clamping: min(argument, UInt64(bytes.byteCount)))
      default: break
      }
    }
    return first..<offset
  }

  @inline(__always) @_lifetime(self: copy self)
  private mutating func advance(_ count: UInt64) throws(CodecError) {
    guard count <= UInt64(bytes.byteCount - offset) else { throw failure(.encoding(.length)) }
    offset += Int(count)
  }

  @inline(__always) @_lifetime(self: copy self)
  private mutating func head() throws(CodecError) -> (major: UInt8, argument: UInt64) {
    guard offset < bytes.byteCount else { throw failure(.encoding(.cut)) }
    let first = unsafe bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
    let short = first & 31
    if short < 24 {
      offset += 1
      return (first >> 5, UInt64(short))
    }
    guard short < 28 else { throw failure(.encoding(.reserved)) }
    let width = 1 << Int(short - 24)
    guard bytes.byteCount - offset > width else { throw failure(.encoding(.cut)) }
    var value: UInt64 = 0
    if bytes.byteCount - offset > 8 {
      let wide = unsafe bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset + 1, as: UInt64.self)
      value = wide.bigEndian >> UInt64(64 - 8 * width)
    } else {
      for place in offset + 1...offset + width {
        value =
          value << 8
          | UInt64(unsafe bytes.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self))
      }
    }
    offset += 1 + width
    return (first >> 5, value)
  }

  @inline(never)
  func failure(_ code: CodecError.Code) -> CodecError { CodecError(code, offset: offset) }
}

internal import CBOR
internal import Cadre

/// Goes through the keys of an envelope that the log has checked, finding values without reading
/// them: of an item only head and length are looked at.
///
/// It never reads outside the bytes, whatever they are, but takes lengths and forms as they come;
/// `RecordedEvent` is strict.
struct EnvelopeScanner: ~Escapable {
  private var scanner: CBORScanner
  private var left = 0
  private var key: UInt64 = .max

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan) throws(CodecError) {
    scanner = CBORScanner(bytes)
    left = Int(clamping: try argument(of: 5))
    try findKey()
  }

  /// The place of the next item, in bytes from the start.
  @inline(__always) var offset: Int { scanner.offset }

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
    do throws(CBORError) { return try scanner.argument(of: major) } catch { throw failure(error) }
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
    do throws(CBORError) { return try scanner.item() } catch { throw failure(error) }
  }

  @inline(__always) @_lifetime(self: copy self)
  private mutating func head() throws(CodecError) -> (major: UInt8, argument: UInt64) {
    do throws(CBORError) { return try scanner.head() } catch { throw failure(error) }
  }

  @inline(never)
  func failure(_ code: CodecError.Code) -> CodecError { CodecError(code, offset: offset) }

  @inline(never)
  private func failure(_ error: CBORError) -> CodecError {
    CodecError(.encoding(error.fault), offset: error.offset)
  }
}

internal import CBOR
internal import Cadre

/// Goes through a map whose keys are small integers, in the order of a schema that the caller
/// spells out by asking for each field once, ascending.
///
/// Whatever the schema does not ask for is an error at `finish`, so that a key is never skipped,
/// doubled or out of order unseen.
package struct FieldReader: ~Escapable {
  var decoder: CBORDecoder
  let type: EventType?
  /// Whether texts are kept; else each is seen to be one and given as empty.
  var keepsTexts = true
  private var left = 0
  private var key: UInt64 = 0
  private var hasKey = false

  /// Reads the head of the map that comes next.
  @_lifetime(copy decoder)
  init(_ decoder: CBORDecoder, type: EventType? = nil) throws(CodecError) {
    self.decoder = decoder
    self.type = type
    do throws(CBORError) {
      left = try self.decoder.map()
    } catch {
      throw CodecError(.encoding(error.fault), type: type, offset: error.offset)
    }
  }
}

extension FieldReader {
  /// Whether the next key is this one, which is then read.
  @_lifetime(self: copy self)
  mutating func take(_ wanted: UInt64) throws(CodecError) -> Bool {
    if !hasKey {
      guard left > 0 else { return false }
      key = try uint()
      left -= 1
      hasKey = true
    }
    guard key == wanted else { return false }
    hasKey = false
    return true
  }

  /// Reads the key, which must be there.
  @_lifetime(self: copy self)
  mutating func require(_ wanted: UInt64) throws(CodecError) {
    guard try take(wanted) else { throw failure(.missingField(wanted)) }
  }

  /// Throws where the map has a key that was not asked for.
  @_lifetime(self: copy self)
  mutating func finish() throws(CodecError) {
    if hasKey { throw failure(.unexpectedField(key)) }
    if left > 0 { throw failure(.unexpectedField(try uint())) }
  }

  /// The error at the place reached.
  @inline(never)
  func failure(_ code: CodecError.Code) -> CodecError {
    CodecError(code, type: type, offset: decoder.offset)
  }

  @inline(never)
  func failure(_ error: CBORError) -> CodecError {
    CodecError(.encoding(error.fault), type: type, offset: error.offset)
  }
}

/// The values that follow a key.
extension FieldReader {
  @inline(__always) @_lifetime(self: copy self)
  mutating func uint() throws(CodecError) -> UInt64 {
    do throws(CBORError) { return try decoder.uint() } catch { throw failure(error) }
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func int() throws(CodecError) -> Int {
    do throws(CBORError) { return Int(try decoder.int()) } catch { throw failure(error) }
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func day() throws(CodecError) -> Day {
    let value = try int()
    guard let number = Int32(exactly: value) else {
      throw failure(.outOfRange(field: "day", Int64(value)))
    }
    return Day(number: number)
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func numeral() throws(CodecError) -> UInt32 {
    let value = try uint()
    guard let number = UInt32(exactly: value) else {
      throw failure(.outOfRange(field: "number", Int64(clamping: value)))
    }
    return number
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func count() throws(CodecError) -> Int {
    let value = try uint()
    guard let number = Int(exactly: value) else {
      throw failure(.outOfRange(field: "count", Int64(clamping: value)))
    }
    return number
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func code<Value: Code>() throws(CodecError) -> Value {
    let value = try uint()
    guard let small = UInt8(exactly: value), let code = Value(rawValue: small) else {
      throw failure(.unknownCode(value))
    }
    return code
  }

  @_lifetime(self: copy self)
  mutating func text() throws(CodecError) -> String {
    do throws(CBORError) {
      if keepsTexts { return try decoder.text() }
      _ = try decoder.textRange()
      return ""
    } catch {
      throw failure(error)
    }
  }

  @_lifetime(self: copy self)
  mutating func digest() throws(CodecError) -> Digest {
    do throws(CBORError) {
      let bytes = try decoder.bytes(exactly: 32)
      let copy = unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
      if let digest = Digest(copy) { return digest }
    } catch {
      throw failure(error)
    }
    throw failure(.wrongCount(field: "digest", count: 0, expected: 32))
  }

  @_lifetime(self: copy self)
  mutating func array() throws(CodecError) -> Int {
    do throws(CBORError) { return try decoder.array() } catch { throw failure(error) }
  }
}

/// A key and its value: required, or nil where the key is absent.
extension FieldReader {
  @inline(__always) @_lifetime(self: copy self)
  mutating func uint(_ key: UInt64) throws(CodecError) -> UInt64 {
    try require(key)
    return try uint()
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func uint(ifAny key: UInt64) throws(CodecError) -> UInt64? {
    try take(key) ? try uint() : nil
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func int(_ key: UInt64) throws(CodecError) -> Int {
    try require(key)
    return try int()
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func count(_ key: UInt64) throws(CodecError) -> Int {
    try require(key)
    return try count()
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func count(ifAny key: UInt64) throws(CodecError) -> Int? {
    try take(key) ? try count() : nil
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func day(_ key: UInt64) throws(CodecError) -> Day {
    try require(key)
    return try day()
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func day(ifAny key: UInt64) throws(CodecError) -> Day? {
    try take(key) ? try day() : nil
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func code<Value: Code>(_ key: UInt64) throws(CodecError) -> Value {
    try require(key)
    return try code()
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func code<Value: Code>(ifAny key: UInt64) throws(CodecError) -> Value? {
    try take(key) ? try code() : nil
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func text(_ key: UInt64) throws(CodecError) -> String {
    try require(key)
    return try text()
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func text(ifAny key: UInt64) throws(CodecError) -> String? {
    try take(key) ? try text() : nil
  }

  @_lifetime(self: copy self)
  mutating func digest(_ key: UInt64) throws(CodecError) -> Digest {
    try require(key)
    return try digest()
  }

  @_lifetime(self: copy self)
  mutating func digest(ifAny key: UInt64) throws(CodecError) -> Digest? {
    try take(key) ? try digest() : nil
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func hundredths(ifAny key: UInt64) throws(CodecError) -> Hundredths? {
    try take(key) ? Hundredths(try int()) : nil
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func index(_ key: UInt64) throws(CodecError) -> LogIndex { LogIndex(try uint(key)) }

  @inline(__always) @_lifetime(self: copy self)
  mutating func organisation(_ key: UInt64) throws(CodecError) -> OrganisationNumber {
    try require(key)
    return OrganisationNumber(try numeral())
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func organisation(ifAny key: UInt64) throws(CodecError) -> OrganisationNumber? {
    try take(key) ? OrganisationNumber(try numeral()) : nil
  }

  @inline(__always) @_lifetime(self: copy self)
  mutating func position(_ key: UInt64) throws(CodecError) -> PositionNumber {
    try require(key)
    return PositionNumber(try numeral())
  }
}

/// Reads deterministic CBOR (RFC 8949 section 4.2.1) in place, one item after the other.
///
/// Nothing is copied but texts asked for as `String`, and no length of the input is trusted
/// before the bytes are seen to be there. A copy of the decoder looks ahead. After an error the
/// decoder is of no more use.
package struct CBORDecoder: ~Escapable {
  @usableFromInline let input: RawSpan
  @usableFromInline var position: Int

  /// The deepest nesting of arrays and maps that `skip` and `item` go through.
  package static let depthLimit = 16

  /// A decoder at the start of the bytes.
  @inlinable @_lifetime(copy input)
  package init(_ input: RawSpan) {
    self.input = input
    position = 0
  }

  /// The place of the next item, in bytes from the start.
  @inlinable package var offset: Int { position }

  /// Whether all bytes are read.
  @inlinable package var isAtEnd: Bool { position == input.byteCount }

  /// Throws `trailing` unless all bytes are read.
  @inlinable package func finish() throws(CBORError) {
    guard isAtEnd else { throw fault(.trailing) }
  }

  /// The fault at the next item; also for readers whose schema refuses it.
  @inline(never)
  package func fault(_ fault: CBORFault) -> CBORError {
    CBORError(offset: position, fault: fault)
  }
}

extension CBORDecoder {
  @inlinable @inline(__always)
  func byte(at place: Int) -> UInt8 {
    unsafe input.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self)
  }

  /// The number of `width` bytes there, the highest byte first; they are known to be there.
  @usableFromInline @inline(__always)
  func number(at place: Int, width: Int) -> UInt64 {
    if input.byteCount - place >= 8 {
      let wide = unsafe input.unsafeLoadUnaligned(
        fromUncheckedByteOffset: place, as: UInt64.self)
      return wide.bigEndian >> UInt64(64 - 8 * width)
    }
    var value: UInt64 = 0
    for place in place..<place + width { value = value << 8 | UInt64(byte(at: place)) }
    return value
  }

  @inlinable @inline(__always)
  var remaining: Int { input.byteCount - position }

  /// The argument of an item of that major type; the cursor goes behind the head.
  @inlinable @inline(__always)
  @_lifetime(self: copy self)
  mutating func head(_ major: UInt8, _ expected: CBORKind) throws(CBORError) -> UInt64 {
    guard remaining > 0 else { throw fault(.cut) }
    let first = byte(at: position)
    guard first >> 5 == major else { throw mismatch(expected) }
    let short = first & 31
    if short < 24 {
      position += 1
      return UInt64(short)
    }
    return try longArgument(short)
  }

  /// The argument that follows the first byte, in its shortest form.
  @usableFromInline
  @_lifetime(self: copy self)
  mutating func longArgument(_ code: UInt8) throws(CBORError) -> UInt64 {
    guard code < 28 else { throw fault(code == 31 ? .indefinite : .reserved) }
    let width = 1 << Int(code - 24)
    guard remaining > width else { throw fault(.cut) }
    let value = number(at: position + 1, width: width)
    let least: UInt64 = code == 24 ? 24 : 1 << UInt64(4 * width)
    guard value >= least else { throw fault(.notShortest) }
    position += 1 + width
    return value
  }

  /// The fault of an item that is not of the kind expected.
  @usableFromInline @inline(never)
  func mismatch(_ expected: CBORKind) -> CBORError {
    do throws(CBORError) {
      return fault(.kind(expected: expected, found: try kind()))
    } catch {
      return error
    }
  }

  /// The kind of the next item, without reading it.
  @inlinable package func kind() throws(CBORError) -> CBORKind {
    guard remaining > 0 else { throw fault(.cut) }
    let first = byte(at: position)
    switch first >> 5 {
    case 0: return .unsigned
    case 1: return .negative
    case 2: return .bytes
    case 3: return .text
    case 4: return .array
    case 5: return .map
    case 6: throw fault(.tag)
    default:
      switch first & 31 {
      case 20, 21: return .bool
      case 22: return .null
      case 25...27: throw fault(.float)
      case 28...30: throw fault(.reserved)
      case 31: throw fault(.indefinite)
      default: throw fault(.simple)
      }
    }
  }
}

extension CBORDecoder {
  /// An unsigned integer.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func uint() throws(CBORError) -> UInt64 { try head(0, .unsigned) }

  /// An integer of either sign; throws `range` when it does not fit 64 bits with sign.
  @inlinable @_lifetime(self: copy self)
  package mutating func int() throws(CBORError) -> Int64 {
    let before = self
    let negative = remaining > 0 && byte(at: position) >> 5 == 1
    let value = try negative ? head(1, .negative) : head(0, .unsigned)
    guard value <= UInt64(Int64.max) else { throw before.fault(.range) }
    return negative ? ~Int64(bitPattern: value) : Int64(bitPattern: value)
  }

  /// A truth value.
  @inlinable @_lifetime(self: copy self)
  package mutating func bool() throws(CBORError) -> Bool {
    guard remaining > 0 else { throw fault(.cut) }
    let first = byte(at: position)
    guard first == 0xF4 || first == 0xF5 else { throw mismatch(.bool) }
    position += 1
    return first == 0xF5
  }

  /// The absence of a value.
  @inlinable @_lifetime(self: copy self)
  package mutating func null() throws(CBORError) {
    guard takeNull() else { throw remaining > 0 ? mismatch(.null) : fault(.cut) }
  }

  /// Whether the next item is null, which is then read; anything else stays.
  @inlinable @_lifetime(self: copy self)
  package mutating func takeNull() -> Bool {
    guard remaining > 0, byte(at: position) == 0xF6 else { return false }
    position += 1
    return true
  }

  /// The head of an array: the number of items that follow, never above the bytes left.
  @inlinable @_lifetime(self: copy self)
  package mutating func array() throws(CBORError) -> Int {
    let before = self
    let count = try head(4, .array)
    guard count <= UInt64(remaining) else { throw before.fault(.length) }
    return Int(count)
  }

  /// The head of an array of exactly `count` items.
  @inlinable @_lifetime(self: copy self)
  package mutating func array(exactly count: Int) throws(CBORError) {
    let before = self
    let found = try array()
    guard found == count else { throw before.fault(.count(expected: count, found: found)) }
  }

  /// The head of a map: the number of keys that follow, each with its value.
  ///
  /// Whoever goes through the map checks the order of its keys; `integerKeys` does.
  @inlinable @_lifetime(self: copy self)
  package mutating func map() throws(CBORError) -> Int {
    let before = self
    let count = try head(5, .map)
    guard count <= UInt64(remaining) / 2 else { throw before.fault(.length) }
    return Int(count)
  }
}

/// Goes over items of CBOR that were checked when they were written: of an item only head and
/// length are looked at.
///
/// It never reads outside the bytes, whatever they are, but takes lengths and forms as they come;
/// `CBORDecoder` is strict. Made for scans of millions of rows, hence inlined wherever it is used.
package struct CBORScanner: ~Escapable {
  @usableFromInline let input: RawSpan
  @usableFromInline var position = 0

  /// A scanner at the start of the bytes.
  @inlinable @inline(__always) @_lifetime(copy input)
  package init(_ input: RawSpan) { self.input = input }

  /// The place of the next item, in bytes from the start.
  @inlinable @inline(__always) package var offset: Int { position }
}

extension CBORScanner {
  /// The head of the next item: its major type (RFC 8949 section 3.1) and argument; goes behind it.
  /// - Throws: `cut`, `reserved`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func head() throws(CBORError) -> (major: UInt8, argument: UInt64) {
    guard position < input.byteCount else { throw fault(.cut) }
    let first = unsafe input.unsafeLoad(fromUncheckedByteOffset: position, as: UInt8.self)
    let short = first & 31
    if short < 24 {
      position += 1
      return (first >> 5, UInt64(short))
    }
    guard short < 28 else { throw fault(.reserved) }
    let width = 1 << Int(short - 24)
    guard input.byteCount - position > width else { throw fault(.cut) }
    var value: UInt64 = 0
    if input.byteCount - position > 8 {
      let wide = unsafe input.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position + 1, as: UInt64.self)
      value = wide.bigEndian >> UInt64(64 - 8 * width)
    } else {
      for place in position + 1...position + width {
        value =
          value << 8
          | UInt64(unsafe input.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self))
      }
    }
    position += 1 + width
    return (first >> 5, value)
  }

  /// The argument of the next head, which must be of that major type.
  /// - Throws: `schema`, and as `head`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func argument(of major: UInt8) throws(CBORError) -> UInt64 {
    let (found, argument) = try head()
    guard found == major else { throw fault(.schema("major type")) }
    return argument
  }

  /// Goes over that many bytes.
  /// - Throws: `length`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func advance(_ count: UInt64) throws(CBORError) {
    guard count <= UInt64(input.byteCount - position) else { throw fault(.length) }
    position += Int(count)
  }

  /// The place of a whole item, which is skipped; O(items in it).
  /// - Throws: `length`, and as `head`.
  @inlinable @inline(__always) @_lifetime(self: copy self)
  package mutating func item() throws(CBORError) -> Range<Int> {
    let first = position
    var items = 1
    while items > 0 {
      items -= 1
      let (major, argument) = try head()
      switch major {
      case 2, 3: try advance(argument)
      case 4: items += Int(clamping: min(argument, UInt64(input.byteCount)))
      case 5: items += 2 * Int(clamping: min(argument, UInt64(input.byteCount)))
      default: break
      }
    }
    return first..<position
  }

  /// The fault at the next item; also for readers whose schema refuses it.
  @inline(never)
  package func fault(_ fault: CBORFault) -> CBORError {
    CBORError(offset: position, fault: fault)
  }
}

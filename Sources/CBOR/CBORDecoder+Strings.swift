extension CBORDecoder {
  @inlinable @inline(__always)
  @_lifetime(self: copy self)
  mutating func content(_ major: UInt8, _ kind: CBORKind) throws(CBORError) -> Range<Int> {
    let before = self
    let count = try head(major, kind)
    guard count <= UInt64(remaining) else { throw before.fault(.length) }
    let first = position
    position += Int(count)
    return first..<position
  }

  /// The place of the content of a byte string, in bytes from the start of the input.
  @inlinable @_lifetime(self: copy self)
  package mutating func bytesRange() throws(CBORError) -> Range<Int> { try content(2, .bytes) }

  /// The content of a byte string, in place.
  @inlinable @_lifetime(copy self) @_lifetime(self: copy self)
  package mutating func bytes() throws(CBORError) -> RawSpan {
    let range = try content(2, .bytes)
    return unsafe input.extracting(unchecked: range)
  }

  /// The content, in place, of a byte string of exactly `count` bytes.
  @inlinable @_lifetime(copy self) @_lifetime(self: copy self)
  package mutating func bytes(exactly count: Int) throws(CBORError) -> RawSpan {
    let before = self
    let range = try content(2, .bytes)
    guard range.count == count else {
      throw before.fault(.count(expected: count, found: range.count))
    }
    return unsafe input.extracting(unchecked: range)
  }

  /// The place of the content of a text string, which is seen to be UTF-8.
  @inlinable @_lifetime(self: copy self)
  package mutating func textRange() throws(CBORError) -> Range<Int> {
    let before = self
    let range = try content(3, .text)
    guard isText(range) else { throw before.fault(.text) }
    return range
  }

  /// The content of a text string as UTF-8, in place.
  @inlinable @_lifetime(copy self) @_lifetime(self: copy self)
  package mutating func utf8() throws(CBORError) -> RawSpan {
    let range = try textRange()
    return unsafe input.extracting(unchecked: range)
  }

  /// A text string.
  @_lifetime(self: copy self)
  package mutating func text() throws(CBORError) -> String {
    let range = try textRange()
    let units = unsafe Span<UInt8>(_bytes: input.extracting(unchecked: range))
    return unsafe String(copying: UTF8Span(unchecked: units))
  }
}

extension CBORDecoder {
  /// Goes behind the next item, whatever it is, and holds it to every rule of the encoding.
  @_lifetime(self: copy self)
  package mutating func skip() throws(CBORError) { try skip(depth: 0) }

  /// The place of the next item with its head and all it holds, which is skipped.
  @_lifetime(self: copy self)
  package mutating func itemRange() throws(CBORError) -> Range<Int> {
    let first = position
    try skip()
    return first..<position
  }

  /// The next item as it is encoded, in place; it is skipped.
  @_lifetime(copy self) @_lifetime(self: copy self)
  package mutating func item() throws(CBORError) -> RawSpan {
    let range = try itemRange()
    return unsafe input.extracting(unchecked: range)
  }

  /// Throws unless the bytes are exactly one item that keeps every rule of the encoding.
  package static func validate(_ bytes: RawSpan) throws(CBORError) {
    var decoder = CBORDecoder(bytes)
    try decoder.skip()
    try decoder.finish()
  }

  @_lifetime(self: copy self)
  private mutating func skip(depth: Int) throws(CBORError) {
    guard remaining > 0 else { throw fault(.cut) }
    let first = byte(at: position)
    switch first >> 5 {
    case 0: _ = try head(0, .unsigned)
    case 1: _ = try head(1, .negative)
    case 2: _ = try bytesRange()
    case 3: _ = try textRange()
    case 4:
      guard depth < Self.depthLimit else { throw fault(.depth) }
      for _ in 0..<(try array()) { try skip(depth: depth + 1) }
    case 5:
      guard depth < Self.depthLimit else { throw fault(.depth) }
      var last: Range<Int>?
      for _ in 0..<(try map()) {
        let before = self
        try skip(depth: depth + 1)
        let key = before.position..<position
        if let last { try before.checkOrder(last, key) }
        last = key
        try skip(depth: depth + 1)
      }
    default:
      _ = try kind()
      position += 1
    }
  }

  /// Throws at this place unless the bytes of `key` come after those of `last`.
  private func checkOrder(_ last: Range<Int>, _ key: Range<Int>) throws(CBORError) {
    for place in 0..<min(last.count, key.count) {
      let (left, right) = (byte(at: last.lowerBound + place), byte(at: key.lowerBound + place))
      if left < right { return }
      if left > right { throw fault(.unsorted) }
    }
    if last.count == key.count { throw fault(.duplicate) }
    if last.count > key.count { throw fault(.unsorted) }
  }
}

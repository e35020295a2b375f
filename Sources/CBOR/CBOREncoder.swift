/// Writes deterministic CBOR (RFC 8949 section 4.2.1) into a buffer of its own.
///
/// Integers and lengths are always in their shortest form and lengths definite. The writer of a
/// map puts its keys in ascending order of their bytes; `map(sorting:)` does it for keys that
/// are not known beforehand. One encoder serves many events: note `count` before and after each
/// and take the part of `span`, or `removeAll()` in between.
@safe
package struct CBOREncoder: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var used: Int

  /// An empty encoder with room for `capacity` bytes, at least 16; it grows as needed.
  package init(capacity: Int = 512) {
    self.capacity = max(capacity, 16)
    self.used = 0
    unsafe self.start = .allocate(capacity: self.capacity)
  }

  deinit { unsafe start.deallocate() }

  /// The number of bytes written.
  @inlinable package var count: Int { used }

  /// The bytes written, lent until the next change.
  @inlinable package var span: RawSpan {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe RawSpan(_unsafeStart: start, byteCount: used)
      return unsafe _overrideLifetime(bytes, borrowing: self)
    }
  }

  /// The bytes written, in a new array.
  package var bytes: [UInt8] {
    unsafe [UInt8](UnsafeBufferPointer(start: start, count: used))
  }

  /// Forgets the bytes and keeps the room.
  @inlinable package mutating func removeAll() { used = 0 }

  @inlinable @inline(__always)
  mutating func reserve(_ extra: Int) {
    if capacity - used < extra { grow(extra) }
  }

  @usableFromInline @inline(never)
  mutating func grow(_ extra: Int) {
    let wider = max(capacity * 2, used + extra)
    let target = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
    unsafe target.update(from: start, count: used)
    unsafe start.deallocate()
    unsafe start = target
    capacity = wider
  }
}

extension CBOREncoder {
  /// The room of the longest head: one byte and eight more, which are always stored at once.
  @usableFromInline static var headRoom: Int { @inlinable get { 9 } }

  /// The first byte and the shortest form of its argument.
  @inlinable @inline(__always)
  mutating func head(_ major: UInt8, _ value: UInt64) {
    reserve(CBOREncoder.headRoom)
    if value < 24 {
      unsafe start[used] = major << 5 | UInt8(truncatingIfNeeded: value)
      used += 1
    } else {
      longHead(major, value)
    }
  }

  @usableFromInline
  mutating func longHead(_ major: UInt8, _ value: UInt64) {
    let width: Int
    let code: UInt8
    switch value {
    case ...0xFF: (width, code) = (1, 24)
    case ...0xFFFF: (width, code) = (2, 25)
    case ...0xFFFF_FFFF: (width, code) = (4, 26)
    default: (width, code) = (8, 27)
    }
    unsafe start[used] = major << 5 | code
    let wide = (value << UInt64(64 - 8 * width)).bigEndian
    unsafe UnsafeMutableRawPointer(start + used + 1).storeBytes(of: wide, as: UInt64.self)
    used += 1 + width
  }

  @usableFromInline
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    reserve(bytes.count)
    guard let source = bytes.baseAddress else { return }
    unsafe UnsafeMutableRawPointer(start + used).copyMemory(
      from: source, byteCount: bytes.count)
    used += bytes.count
  }

  /// An unsigned integer.
  @inlinable @inline(__always)
  package mutating func uint(_ value: UInt64) { head(0, value) }

  /// An integer of either sign.
  @inlinable package mutating func int(_ value: Int64) {
    if value >= 0 {
      head(0, UInt64(bitPattern: value))
    } else {
      head(1, UInt64(bitPattern: ~value))
    }
  }

  /// A byte string.
  @inlinable package mutating func bytes(_ value: UnsafeRawBufferPointer) {
    head(2, UInt64(value.count))
    unsafe append(value)
  }

  /// A byte string.
  @inlinable package mutating func bytes(_ value: RawSpan) {
    unsafe value.withUnsafeBytes { value in unsafe bytes(value) }
  }

  /// A byte string.
  @inlinable package mutating func bytes(_ value: [UInt8]) {
    unsafe value.withUnsafeBytes { value in unsafe bytes(value) }
  }

  /// A text string.
  @inlinable package mutating func text(_ value: String) {
    let written: Void? = unsafe value.utf8.withContiguousStorageIfAvailable { utf8 in
      unsafe text(utf8: UnsafeRawBufferPointer(utf8))
    }
    if written == nil {
      unsafe Array(value.utf8).withUnsafeBytes { utf8 in unsafe text(utf8: utf8) }
    }
  }

  /// A text string given as bytes, which the caller knows to be UTF-8.
  @inlinable package mutating func text(utf8 value: UnsafeRawBufferPointer) {
    head(3, UInt64(value.count))
    unsafe append(value)
  }

  /// A text string given as bytes, which the caller knows to be UTF-8.
  @inlinable package mutating func text(utf8 value: RawSpan) {
    unsafe value.withUnsafeBytes { value in unsafe text(utf8: value) }
  }

  /// The head of an array, to be followed by `count` items.
  @inlinable package mutating func array(_ count: Int) { head(4, UInt64(count)) }

  /// The head of a map, to be followed by `count` keys, ascending, each with its value.
  @inlinable package mutating func map(_ count: Int) { head(5, UInt64(count)) }

  /// A truth value.
  @inlinable package mutating func bool(_ value: Bool) { head(7, value ? 21 : 20) }

  /// The absence of a value.
  @inlinable package mutating func null() { head(7, 22) }

  /// Items that are encoded already, as they are.
  @inlinable package mutating func encoded(_ items: RawSpan) {
    unsafe items.withUnsafeBytes { items in unsafe append(items) }
  }

  /// A whole map of encoded keys and values, in ascending order of the bytes of the keys.
  ///
  /// Keys must differ; two equal ones are a mistake of the caller and stop the process.
  package mutating func map(sorting entries: [(key: [UInt8], value: [UInt8])]) {
    let sorted = entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    map(sorted.count)
    for (place, entry) in sorted.enumerated() {
      precondition(place == 0 || sorted[place - 1].key != entry.key, "a key of a map comes twice")
      unsafe entry.key.withUnsafeBytes { key in unsafe append(key) }
      unsafe entry.value.withUnsafeBytes { value in unsafe append(value) }
    }
  }
}

/// Bytes of many rows, one behind the other, in one allocation that grows.
@safe struct RowBytes: ~Copyable, @unchecked Sendable {
  /// Bytes behind the last that may be read and written, so that copies go in whole blocks.
  static let slack = 64
  private var start: UnsafeMutableRawPointer
  private var capacity: Int
  /// The number of bytes.
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = max(capacity, 64)
    unsafe start = .allocate(byteCount: self.capacity + Self.slack, alignment: 16)
  }

  deinit { unsafe start.deallocate() }

  var span: RawSpan {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(unownedSpan, borrowing: self) }
  }

  /// The bytes, for an owner that sees to it that they are not read after it is gone.
  @unsafe var unownedSpan: RawSpan {
    @_lifetime(immortal)
    get { unsafe _overrideLifetime(RawSpan(_unsafeStart: start, byteCount: count), copying: ()) }
  }

  /// Appends bytes, and says where they are.
  @inline(__always)
  mutating func append(_ bytes: RawSpan) -> Range<Int> {
    let first = count
    if capacity - count < bytes.byteCount { grow(bytes.byteCount) }
    unsafe bytes.withUnsafeBytes { source in
      if let base = source.baseAddress {
        unsafe (start + first).copyMemory(from: base, byteCount: source.count)
      }
    }
    count += bytes.byteCount
    return first..<count
  }

  /// Appends bytes, and says where they are.
  mutating func append(_ bytes: [UInt8]) -> Range<Int> { append(unsafe bytes.span.bytes) }

  /// Appends the row that a fold has finished, and says where it is.
  @inline(__always)
  mutating func append(rowOf fold: borrowing StreamFold) -> Range<Int> { append(fold.row) }

  /// Appends a number of 4 or 8 bytes, most significant first, and says where it is.
  @inline(__always)
  mutating func append<Number: FixedWidthInteger>(bigEndian number: Number) -> Range<Int> {
    let first = count
    let size = MemoryLayout<Number>.size
    if capacity - count < size { grow(size) }
    unsafe (start + first).storeBytes(of: number.bigEndian, as: Number.self)
    count += size
    return first..<count
  }

  /// Where the bytes begin, as long as nothing is appended and the owner lives; `slack` bytes
  /// behind the last may be read.
  @unsafe var base: UnsafeRawPointer { unsafe UnsafeRawPointer(start) }

  /// Forgets the bytes and keeps the room.
  mutating func removeAll() { count = 0 }

  /// Forgets the first bytes; O(those behind).
  mutating func removeFirst(_ length: Int) {
    unsafe start.copyMemory(from: start + length, byteCount: count - length)
    count -= length
  }

  /// Appends `length` bytes that `write` fills in, all of them.
  @inline(__always)
  mutating func append<Failure: Error>(
    _ length: Int, _ write: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    if capacity - count < length { grow(length) }
    try unsafe write(UnsafeMutableRawBufferPointer(start: start + count, count: length))
    count += length
  }

  @inline(never)
  private mutating func grow(_ extra: Int) {
    let wider = max(capacity * 2, count + extra)
    let target = UnsafeMutableRawPointer.allocate(
      byteCount: wider + Self.slack, alignment: 16)
    unsafe target.copyMemory(from: start, byteCount: count)
    unsafe start.deallocate()
    unsafe start = target
    capacity = wider
  }
}

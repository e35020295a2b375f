internal import Cadre

extension Certificate {
  /// Kind, school and number, each after its length in 2 bytes, and day.
  func appendKey(to key: inout [UInt8]) {
    key.append(kind)
    for text in [school, number] {
      key.append(bigEndian: UInt16(truncatingIfNeeded: text.utf8.count))
      key.append(contentsOf: text.utf8)
    }
    key.append(bigEndian: UInt32(bitPattern: day.number) ^ 0x8000_0000)
  }
}

extension [UInt8] {
  /// Appends a number, most significant byte first.
  @inline(__always)
  mutating func append<Number: FixedWidthInteger>(bigEndian number: Number) {
    unsafe Swift.withUnsafeBytes(of: number.bigEndian) { bytes in
      unsafe append(contentsOf: bytes)
    }
  }

  init(bigEndian number: some FixedWidthInteger) {
    self = []
    append(bigEndian: number)
  }
}

extension RawSpan {
  /// The 4 bytes at an offset, which must be there, most significant first.
  @inline(__always)
  func bigEndian32(at offset: Int) -> UInt32 {
    UInt32(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The 8 bytes at an offset, which must be there, most significant first.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    UInt64(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Negative, 0 or positive as it sorts before, with or after other bytes.
  @inline(__always)
  func compare(_ other: RawSpan) -> Int {
    let common = Swift.min(byteCount, other.byteCount)
    var offset = 0
    while offset + 8 <= common {
      let (mine, its) = (word(at: offset), other.word(at: offset))
      if mine != its { return mine < its ? -1 : 1 }
      offset += 8
    }
    while offset < common {
      let mine = unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
      let its = unsafe other.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
      if mine != its { return mine < its ? -1 : 1 }
      offset += 1
    }
    return byteCount - other.byteCount
  }

  /// Whether it begins with these bytes.
  func starts(with prefix: RawSpan) -> Bool {
    byteCount >= prefix.byteCount && extracting(first: prefix.byteCount).compare(prefix) == 0
  }
}

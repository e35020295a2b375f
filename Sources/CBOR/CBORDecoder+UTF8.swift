extension CBORDecoder {
  /// Whether the bytes are well-formed UTF-8 (Unicode, table 3-7): no overlong form, no
  /// surrogate, nothing above U+10FFFF.
  ///
  /// Eight bytes at a time where they are ASCII. The standard library's own check takes three
  /// times as long on the short texts of events.
  @usableFromInline
  func isText(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    let end = range.upperBound
    while place < end {
      if end - place >= 8, isASCII(eightAt: place) {
        place += 8
        continue
      }
      let first = byte(at: place)
      if first < 0x80 {
        place += 1
        continue
      }
      guard let length = sequence(at: place, first, before: end) else { return false }
      place += length
    }
    return true
  }

  @inline(__always)
  private func isASCII(eightAt place: Int) -> Bool {
    let eight = unsafe input.unsafeLoadUnaligned(
      fromUncheckedByteOffset: place, as: UInt64.self)
    return eight & 0x8080_8080_8080_8080 == 0
  }

  /// The length of the code point that begins there with that byte, or nil when it is none.
  @inline(__always)
  private func sequence(at place: Int, _ first: UInt8, before end: Int) -> Int? {
    let length: Int
    var least: UInt8 = 0x80
    var most: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { least = 0xA0 }
      if first == 0xED { most = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { least = 0x90 }
      if first == 0xF4 { most = 0x8F }
    default: return nil
    }
    guard end - place >= length else { return nil }
    let second = byte(at: place + 1)
    guard second >= least, second <= most else { return nil }
    if length > 2, byte(at: place + 2) & 0xC0 != 0x80 { return nil }
    if length > 3, byte(at: place + 3) & 0xC0 != 0x80 { return nil }
    return length
  }
}

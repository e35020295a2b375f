/// One scalar read from UTF-8, and how many bytes it took.
struct Scalar {
  let value: UInt32
  let length: Int

  /// Whether it is one of the combining marks U+0300…U+036F.
  var isMark: Bool { value >= 0x300 && value < 0x370 }

  /// Whether it separates words: ASCII white space and the no-break spaces of spec/intake.md.
  var isSpace: Bool {
    value == 0x20 || (9...13).contains(value) || value == 0xA0 || value == 0x2007 || value == 0x202F
  }
}

extension Span<UInt8> {
  /// The scalar that begins at an index; a byte that begins none stands for itself.
  func scalar(at index: Int) -> Scalar {
    let first = self[index]
    if first < 0x80 { return Scalar(value: UInt32(first), length: 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + length <= count else {
      return Scalar(value: UInt32(first), length: 1)
    }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return Scalar(value: value, length: length)
  }

  /// Whether a byte announces U+0300…U+036F; some of U+0370…U+037F are announced too.
  var mayHoldMarks: Bool {
    for index in indices where self[index] & 0xFE == 0xCC { return true }
    return false
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8.
  mutating func append(scalar value: UInt32) {
    switch value {
    case 0..<0x80:
      append(UInt8(value))
    case 0x80..<0x800:
      append(UInt8(0xC0 | value >> 6))
      append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(0xE0 | value >> 12))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    default:
      append(UInt8(0xF0 | value >> 18 & 0x07))
      append(UInt8(0x80 | value >> 12 & 0x3F))
      append(UInt8(0x80 | value >> 6 & 0x3F))
      append(UInt8(0x80 | value & 0x3F))
    }
  }

  /// Appends bytes as they are.
  mutating func append(span: Span<UInt8>) {
    for index in span.indices { append(span[index]) }
  }
}

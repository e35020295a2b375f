/// One scalar read from UTF-8, and how many bytes it took.
struct Scalar {
  let value: UInt32
  let length: Int

  /// Whether it is one of the combining marks U+0300…U+036F.
  var isMark: Bool { value >= 0x300 && value < 0x370 }

  /// Whether it separates words: white space of any width, U+2009 and U+3000 included.
  var isSpace: Bool {
    if value <= 0x20 { return value == 0x20 || (9...13).contains(value) }
    if value < 0x2000 { return value == 0xA0 }
    return value <= 0x200A || value == 0x202F || value == 0x205F || value == 0x3000
  }

  /// Whether it is a hyphen or dash of any kind; names are compared as if it were a space.
  var isHyphen: Bool {
    if value < 0x80 { return value == 0x2D }
    return (0x2010...0x2015).contains(value) || value == 0x2043 || value == 0x2212
      || value == 0xFE63 || value == 0xFF0D
  }

  /// Whether it is an apostrophe of any kind; names are compared as if all were one.
  var isApostrophe: Bool {
    switch value {
    case 0x27, 0x60, 0xB4, 0x2B9, 0x2BB...0x2BF, 0x2C8, 0x2CA, 0x2CB, 0x2018, 0x2019, 0x201B,
      0x2032, 0x2035, 0xFF07:
      true
    default: false
    }
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

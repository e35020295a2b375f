extension JSONReader {
  /// A string; the cursor is at its opening quote.
  @_lifetime(self: copy self)
  mutating func string() throws(JSONError) -> String {
    position += 1
    var units: [UInt8] = []
    var first = position
    while true {
      guard let byte = next else { throw fault(.cut) }
      switch byte {
      case UInt8(ascii: "\""):
        let text = units.isEmpty ? text(first..<position) : join(units, first..<position)
        position += 1
        return text
      case UInt8(ascii: "\\"):
        for place in first..<position { units.append(bytes[place]) }
        try escape(into: &units)
        first = position
      case ..<0x20: throw fault(.control)
      default: position += 1
      }
    }
  }

  /// The bytes as text; all of the input is known to be UTF-8.
  func text(_ range: Range<Int>) -> String {
    let part = bytes.extracting(range)
    return unsafe String(copying: UTF8Span(unchecked: part))
  }

  func join(_ units: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: units, as: UTF8.self) + text(range)
  }

  /// One escape; the cursor is at its backslash.
  @_lifetime(self: copy self)
  mutating func escape(into units: inout [UInt8]) throws(JSONError) {
    let before = self
    position += 1
    guard let code = next else { throw fault(.cut) }
    position += 1
    switch code {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(code)
    case UInt8(ascii: "b"): units.append(0x08)
    case UInt8(ascii: "f"): units.append(0x0C)
    case UInt8(ascii: "n"): units.append(0x0A)
    case UInt8(ascii: "r"): units.append(0x0D)
    case UInt8(ascii: "t"): units.append(0x09)
    case UInt8(ascii: "u"):
      var value = try hexadecimal()
      if 0xD800..<0xDC00 ~= value {
        guard next == UInt8(ascii: "\\") else { throw before.fault(.surrogate) }
        position += 1
        guard next == UInt8(ascii: "u") else { throw before.fault(.surrogate) }
        position += 1
        let low = try hexadecimal()
        guard 0xDC00..<0xE000 ~= low else { throw before.fault(.surrogate) }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw before.fault(.surrogate) }
      units.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    default: throw before.fault(.escape)
    }
  }

  /// Four hexadecimal digits.
  @_lifetime(self: copy self)
  mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next else { throw fault(.cut) }
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(digit - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(digit - 0x37)
      default: throw fault(.escape)
      }
      position += 1
    }
    return value
  }

  /// A number; the cursor is at its sign or first digit.
  @_lifetime(self: copy self)
  mutating func number() throws(JSONError) -> JSONValue {
    let first = position
    if next == UInt8(ascii: "-") { position += 1 }
    let leading = next
    let whole = try digits()
    guard leading != UInt8(ascii: "0") || whole == 1 else { throw fault(.number) }
    var isInteger = true
    if next == UInt8(ascii: ".") {
      position += 1
      isInteger = false
      _ = try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      isInteger = false
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      _ = try digits()
    }
    let written = text(first..<position)
    if isInteger, written != "-0", let value = Int64(written) { return .integer(value) }
    return .number(written)
  }

  /// One digit or more; returns how many.
  @_lifetime(self: copy self)
  mutating func digits() throws(JSONError) -> Int {
    let first = position
    while let byte = next, 0x30...0x39 ~= byte { position += 1 }
    guard position > first else { throw fault(next == nil ? .cut : .number) }
    return position - first
  }
}

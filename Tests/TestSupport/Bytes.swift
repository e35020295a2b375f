extension RawSpan {
  /// A copy of the bytes.
  package var copied: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }
}

extension [UInt8] {
  /// Lower-case digits, two a byte.
  package var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The bytes that hexadecimal digits stand for; throws `NotHexadecimal` for other text.
  package init(hexadecimal text: String) throws(NotHexadecimal) {
    self = []
    var digits = text[...]
    while !digits.isEmpty {
      guard let byte = UInt8(digits.prefix(2), radix: 16) else { throw NotHexadecimal(text: text) }
      append(byte)
      digits = digits.dropFirst(2)
    }
  }
}

/// A vector is written wrongly.
package struct NotHexadecimal: Error {
  package let text: String
}

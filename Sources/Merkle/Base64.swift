/// Base64 with padding (RFC 4648 section 4): one text for each sequence of bytes, and back.
package enum Base64 {
  private static let alphabet: StaticString =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

  /// The text of the bytes, in one line, padded with `=`; linear time.
  package static func encode(_ bytes: [UInt8]) -> String { unsafe encode(bytes.span.bytes) }

  /// The text of the bytes, in one line, padded with `=`; linear time.
  package static func encode(_ bytes: RawSpan) -> String {
    let count = bytes.byteCount
    return unsafe String(unsafeUninitializedCapacity: (count + 2) / 3 * 4) { text in
      let digits = unsafe alphabet.utf8Start
      var (source, target) = (0, 0)
      while source < count {
        var group: UInt32 = 0
        let taken = min(3, count - source)
        for place in 0..<3 {
          let byte =
            place < taken
            ? unsafe bytes.unsafeLoad(
              fromUncheckedByteOffset: source + place, as: UInt8.self) : 0
          group = group << 8 | UInt32(byte)
        }
        for place in 0..<4 {
          let digit = Int(group >> UInt32(18 - 6 * place) & 63)
          unsafe text[target + place] = place <= taken ? digits[digit] : UInt8(ascii: "=")
        }
        source += 3
        target += 4
      }
      return target
    }
  }

  /// The bytes of a text, or `base64` with the place of the fault.
  ///
  /// Only the canonical text is taken: full padding, no line ends or spaces, and zero in the
  /// bits that the padding leaves over, so that no two texts stand for the same bytes.
  package static func decode(_ text: String) throws(MerkleError) -> [UInt8] {
    try decode(Array(text.utf8).span)
  }

  /// The bytes of a text given as ASCII, under the same rules.
  package static func decode(_ text: Span<UInt8>) throws(MerkleError) -> [UInt8] {
    guard text.count % 4 == 0 else { throw .base64(offset: text.count) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var place = 0
    while place < text.count {
      let last = place + 4 == text.count
      var group: UInt32 = 0
      var padding = 0
      for offset in place..<place + 4 {
        let character = text[offset]
        if last, offset >= place + 2, character == UInt8(ascii: "=") {
          padding += 1
          group <<= 6
        } else if padding == 0, let digit = value(of: character) {
          group = group << 6 | digit
        } else {
          throw .base64(offset: offset)
        }
      }
      let unused: UInt32 = padding == 0 ? 0 : (1 << UInt32(8 * padding)) - 1
      guard group & unused == 0 else { throw .base64(offset: place + 3 - padding) }
      bytes.append(UInt8(group >> 16))
      if padding < 2 { bytes.append(UInt8(group >> 8 & 255)) }
      if padding < 1 { bytes.append(UInt8(group & 255)) }
      place += 4
    }
    return bytes
  }

  private static func value(of character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

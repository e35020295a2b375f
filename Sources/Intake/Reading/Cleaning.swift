/// What cells are cleaned of.
enum Cleaning {
  /// Makes U+00A0, U+2000…U+200A, U+202F and U+205F ordinary spaces, in place.
  static func replaceNoBreakSpaces(_ text: inout [UInt8]) {
    var (from, to) = (0, 0)
    while from < text.count {
      if text[from] == 0xC2, from + 1 < text.count, text[from + 1] == 0xA0 {
        text[to] = 0x20
        from += 2
      } else if text[from] == 0xE2, from + 2 < text.count,
        isSpace(text[from + 1], text[from + 2])
      {
        text[to] = 0x20
        from += 3
      } else {
        text[to] = text[from]
        from += 1
      }
      to += 1
    }
    text.removeSubrange(to...)
  }

  /// Whether E2 and these two bytes are a space of some width.
  private static func isSpace(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 ? third <= 0x8A || third == 0xAF : second == 0x81 && third == 0x9F
  }
}

/// The bytes at which the scan of an unquoted cell stops, found eight at a time.
struct StopPattern {
  private let separators: UInt64

  /// Stops at a separator, at line breaks and at suspects.
  init(separator: UInt8) { separators = UInt64(separator) &* StopPattern.ones }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Whether a byte begins what may have to be rewritten: a no-break space (C2, E2) or a
  /// combining mark (CC, CD).
  @inline(__always) static func isSuspect(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xE2 || byte & 0xFE == 0xCC
  }

  /// The high bit of each byte that stops the scan; exact up to the lowest one set.
  @inline(__always) func stops(in word: UInt64) -> UInt64 {
    StopPattern.zeros(word ^ separators)
      | StopPattern.zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
      | StopPattern.zeros(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      | StopPattern.zeros((word & 0xDFDF_DFDF_DFDF_DFDF) ^ 0xC2C2_C2C2_C2C2_C2C2)
      | StopPattern.zeros((word & 0xFEFE_FEFE_FEFE_FEFE) ^ 0xCCCC_CCCC_CCCC_CCCC)
  }

  /// The high bit of each zero byte (S. E. Anderson, "Bit Twiddling Hacks"); bits above the
  /// lowest one set may be wrong.
  @inline(__always) private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & highs
  }
}

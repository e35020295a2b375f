/// Why a text is no number of digits alone.
package enum DigitFault: Hashable, Sendable {
  /// `3,8E+10`: a spreadsheet keeps the first digits only.
  case exponent
  /// An apostrophe in front, by which a spreadsheet keeps a number as text.
  case apostrophe
  /// Spaces, dots or commas between groups of digits.
  case grouped
  /// Another number of digits than it has; fewer mostly because a zero in front was lost.
  case length(Int)
  case notDigits

  /// The fault of a text that must be digits; nil: it is.
  init?(of text: Span<UInt8>) {
    var digits = 0
    var marks = 0
    var others = 0
    for index in text.indices {
      switch text[index] {
      case 48...57: digits += 1
      case 0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"): marks += 1
      default: others += 1
      }
    }
    guard !text.isEmpty, marks + others > 0 else { return nil }
    if digits > 0, text[0] == UInt8(ascii: "'") || text[0] == 0x60 || text[0] == 0xE2 {
      self = .apostrophe
    } else if digits > 1, DigitFault.hasExponent(text) {
      self = .exponent
    } else {
      self = others == 0 && digits > 0 ? .grouped : .notDigits
    }
  }

  /// Whether an E stands between digits, with a sign or without.
  private static func hasExponent(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] | 0x20 == UInt8(ascii: "e") {
      guard index > 0, index + 1 < text.count else { return false }
      let next = text[index + 1]
      return (48...57).contains(text[index - 1])
        && ((48...57).contains(next) || next == UInt8(ascii: "+") || next == UInt8(ascii: "-"))
    }
    return false
  }
}

/// The number of a citizen's card: 12 digits, of which the fourth says century and sex and the two
/// behind it the year of birth (Decree 137/2015, article 13); or the 9 digits of the card before it.
package enum CitizenNumber {
  /// Why a text is no such number; nil: it is one.
  package static func fault(_ text: String) -> DigitFault? {
    if let fault = DigitFault(of: text.utf8.span) { return fault }
    let length = text.utf8.count
    return length == 12 || length == 9 ? nil : .length(length)
  }

  /// Whether a number of 12 digits says another century, sex or year than the person has; what is
  /// not known agrees.
  package static func differs(_ number: String, birth: Birth?, sex: Sex?) -> Bool {
    let digits = number.utf8.map { Int($0) - 48 }
    guard digits.count == 12 else { return false }
    if let sex, (digits[3] % 2 == 0) != (sex == .male) { return true }
    guard let year = birth?.earliest.year else { return false }
    return 1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5] != year
  }
}

/// The number of a Party card: digits.
package enum CardNumber {
  /// Why a text is no such number; nil: it is one.
  package static func fault(_ text: String) -> DigitFault? { DigitFault(of: text.utf8.span) }
}

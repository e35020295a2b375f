extension Letters {
  /// Appends the key by which text is sorted: bytes compare as people expect the words to; O(n).
  ///
  /// First the letters (a ă â b c d đ e ê …), then the tones of each word (ngang huyền hỏi ngã
  /// sắc nặng, wherever they are placed), then small before capital. Words are compared one by
  /// one: what stands before a space sorts first. The key ends with a zero byte and holds none
  /// before it, so that keys may be joined.
  package static func collate(_ text: Span<UInt8>, into out: inout [UInt8]) {
    guard !text.mayHoldMarks else {
      var composed: [UInt8] = []
      compose(text, into: &composed)
      collateComposed(composed.span, into: &out)
      return
    }
    collateComposed(text, into: &out)
  }

  /// The key by which text is sorted in the Vietnamese alphabet.
  package static func collationKey(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count * 2 + 4)
    collate(text.utf8.span, into: &out)
    return out
  }

  /// The key by which lists of people are sorted: given name, then middle names, then family.
  package static func nameSortKey(_ fullName: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(fullName.utf8.count * 2 + 8)
    nameSort(fullName.utf8.span, into: &out)
    return out
  }

  /// Appends the key by which lists of people are sorted: given name (the last word), then middle
  /// names, then family (the first word); O(n).
  package static func nameSort(_ fullName: Span<UInt8>, into out: inout [UInt8]) {
    var end = fullName.count
    while end > 0, fullName[end - 1] == 0x20 { end -= 1 }
    var given = end
    while given > 0, fullName[given - 1] != 0x20 { given -= 1 }
    var start = 0
    while start < given, fullName[start] == 0x20 { start += 1 }
    var family = start
    while family < given, fullName[family] != 0x20 { family += 1 }
    collate(fullName.extracting(given..<end), into: &out)
    collate(fullName.extracting(family..<given), into: &out)
    collate(fullName.extracting(start..<family), into: &out)
  }

  /// Three passes over a short text cost less than two buffers beside the key.
  private static func collateComposed(_ text: Span<UInt8>, into out: inout [UInt8]) {
    collateLetters(text, into: &out)
    out.append(Weight.levelEnd)
    collateTones(text, into: &out)
    out.append(Weight.levelEnd)
    let table = LetterTable.shared
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      let letter = table.letter(scalar.value)
      if letter.base != 0 { out.append(letter.isUpper ? Weight.capital : Weight.small) }
    }
    out.append(0)
  }

  private static func collateLetters(_ text: Span<UInt8>, into out: inout [UInt8]) {
    let table = LetterTable.shared
    let start = out.count
    var isAfterSpace = false
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      if scalar.isSpace {
        isAfterSpace = true
        continue
      }
      if isAfterSpace, out.count > start { out.append(Weight.space) }
      isAfterSpace = false
      let letter = table.letter(scalar.value)
      if letter.base != 0 {
        out.append(Weight.letter(letter))
      } else {
        appendOther(scalar.value, into: &out)
      }
    }
  }

  private static func collateTones(_ text: Span<UInt8>, into out: inout [UInt8]) {
    let table = LetterTable.shared
    var index = 0
    var isInWord = false
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      if scalar.isSpace {
        if isInWord { out.append(Weight.wordEnd) }
        isInWord = false
        continue
      }
      isInWord = true
      let letter = table.letter(scalar.value)
      if letter.tone != 0 { out.append(Weight.wordEnd + letter.tone) }
      if letter.quality == Quality.foreign.rawValue { out.append(Weight.foreign) }
    }
    if isInWord { out.append(Weight.wordEnd) }
  }

  /// Signs and digits stand before letters, other scripts behind them.
  private static func appendOther(_ scalar: UInt32, into out: inout [UInt8]) {
    switch scalar {
    case 0x30...0x39: out.append(Weight.digits + UInt8(scalar - 0x30))
    case 0x21..<0x80: out.append(UInt8(scalar - 0x1E))
    default:
      out.append(Weight.beyond)
      out.append(scalar: scalar < 0x20 ? scalar + 0x20 : scalar)
    }
  }
}

/// The weights of collation keys, ascending; 0 ends a key.
private enum Weight {
  static let levelEnd: UInt8 = 1
  static let space: UInt8 = 2
  static let wordEnd: UInt8 = 2
  static let foreign: UInt8 = 9
  static let small: UInt8 = 2
  static let capital: UInt8 = 3
  static let digits: UInt8 = 0x70
  static let beyond: UInt8 = 0xF0

  /// The place of a letter in a ă â b c d đ e ê … y z, tone and case aside.
  static func letter(_ letter: Letter) -> UInt8 {
    let step: UInt8 =
      switch Quality(rawValue: letter.quality) {
      case .breve where letter.base == UInt8(ascii: "a"): 1
      case .circumflex: letter.base == UInt8(ascii: "a") ? 2 : 1
      case .horn: letter.base == UInt8(ascii: "o") ? 2 : 1
      case .stroke: 1
      default: 0
      }
    return 0x80 + (letter.base - UInt8(ascii: "a")) * 4 + step
  }
}

extension Letters {
  /// Appends text for search: lower case, đ as d, no diacritics, words one space apart; O(n).
  ///
  /// Tone placement, case and Unicode form leave no trace; nor do signs that nobody sees, and a
  /// hyphen is a space. Folding what is folded changes nothing.
  package static func fold(_ text: Span<UInt8>, into out: inout [UInt8]) {
    let table = LetterTable.shared
    let start = out.count
    var isAfterSpace = false
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      let letter = table.letter(scalar.value)
      if letter.base == 0 {
        if scalar.isSpace || scalar.isHyphen {
          isAfterSpace = true
          continue
        }
        if scalar.isMark || SuspectSign.isInvisible(scalar.value) { continue }
      }
      if isAfterSpace, out.count > start { out.append(0x20) }
      isAfterSpace = false
      if letter.base != 0 {
        out.append(letter.base)
      } else {
        out.append(scalar: scalar.isApostrophe ? 0x27 : scalar.value)
      }
    }
  }

  /// Text for search: lower case, đ as d, no diacritics, words one space apart.
  package static func folded(_ text: String) -> String {
    String(decoding: foldedBytes(text), as: UTF8.self)
  }

  /// `folded` as UTF-8.
  package static func foldedBytes(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    fold(text.utf8.span, into: &out)
    return out
  }

  /// Appends text in lower case and NFC; O(n).
  package static func lower(_ text: Span<UInt8>, into out: inout [UInt8]) {
    guard !text.mayHoldMarks else {
      var composed: [UInt8] = []
      compose(text, into: &composed)
      lowerComposed(composed.span, into: &out)
      return
    }
    lowerComposed(text, into: &out)
  }

  /// Text in lower case and NFC.
  package static func lowercased(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    lower(text.utf8.span, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static func lowerComposed(_ text: Span<UInt8>, into out: inout [UInt8]) {
    let table = LetterTable.shared
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      let letter = table.letter(scalar.value)
      out.append(scalar: letter.base != 0 ? letter.lower : scalar.value)
    }
  }

  /// Appends the identity of a name: two names have the same exactly where they differ only in
  /// case, spaces and hyphens, the kind of apostrophe, signs that nobody sees, Unicode form or the
  /// placement of a tone (hòa, hoà); O(n).
  ///
  /// It is lower case with the tone of each word moved behind it as a byte 1…5, which no text has:
  /// a key, not a text for people.
  package static func identity(_ text: Span<UInt8>, into out: inout [UInt8]) {
    guard !text.mayHoldMarks else {
      var composed: [UInt8] = []
      compose(text, into: &composed)
      identityComposed(composed.span, into: &out)
      return
    }
    identityComposed(text, into: &out)
  }

  /// The identity of a name, as `identity` appends it.
  package static func nameIdentity(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 8)
    identity(text.utf8.span, into: &out)
    return out
  }

  private static func identityComposed(_ text: Span<UInt8>, into out: inout [UInt8]) {
    let table = LetterTable.shared
    let start = out.count
    var tone: UInt8 = 0
    var isAfterSpace = false
    var index = 0
    while index < text.count {
      let scalar = text.scalar(at: index)
      index += scalar.length
      let letter = table.letter(scalar.value)
      if letter.base == 0 {
        if scalar.isSpace || scalar.isHyphen {
          isAfterSpace = true
          continue
        }
        if SuspectSign.isInvisible(scalar.value) { continue }
      }
      if isAfterSpace {
        endWord(tone, into: &out)
        tone = 0
        isAfterSpace = false
        if out.count > start { out.append(0x20) }
      }
      guard letter.base != 0 else {
        out.append(scalar: scalar.isApostrophe ? 0x27 : scalar.value)
        continue
      }
      // A second tone in one word is no Vietnamese syllable: both stay, in their order.
      if letter.tone != 0, tone != 0 { endWord(tone, into: &out) }
      if letter.tone != 0 { tone = letter.tone }
      out.append(scalar: toneless(letter))
    }
    endWord(tone, into: &out)
  }

  private static func endWord(_ tone: UInt8, into out: inout [UInt8]) {
    if tone != 0 { out.append(tone) }
  }

  /// The lower-case letter without its tone.
  private static func toneless(_ letter: Letter) -> UInt32 {
    guard letter.tone != 0 else { return letter.quality == 4 ? 0x111 : letter.lower }
    switch (letter.base, Quality(rawValue: letter.quality)) {
    case (let base, .plain): return UInt32(base)
    case (UInt8(ascii: "a"), .breve): return 0x103
    case (UInt8(ascii: "a"), .circumflex): return 0xE2
    case (UInt8(ascii: "e"), .circumflex): return 0xEA
    case (UInt8(ascii: "o"), .circumflex): return 0xF4
    case (UInt8(ascii: "o"), .horn): return 0x1A1
    case (UInt8(ascii: "u"), .horn): return 0x1B0
    default: return letter.lower
    }
  }
}

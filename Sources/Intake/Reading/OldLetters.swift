/// Finds text of encodings from before Unicode, TCVN3 and VNI, which reaches a file as letters of
/// western Europe: `NguyÔn V¨n ¸nh`, `Nguyeãn Vaên AÙnh`.
///
/// The file is good UTF-8 and most of its cells could be read as something, so that the text is
/// judged by what no language writes that a name here may be of: Vietnamese and the minorities'
/// (which also have letters outside Latin-1), French, Spanish, Czech.
enum OldLetters {
  /// Throws where a column of names or phrases has such text, naming the first cell of it. O(bytes).
  static func refuse(
    _ kind: SheetKind, _ sheet: borrowing Sheet, _ columns: SheetColumns
  ) throws(SheetError) {
    for column in kind.texts {
      guard let place = columns[column] else { continue }
      guard let (row, encoding) = first(in: sheet, place) else { continue }
      throw .oldLetters(
        sheet: kind.rawValue, line: sheet.line(row), column: column.header,
        value: sheet.text(row, place), encoding)
    }
  }

  /// How surely a cell is of an old encoding.
  enum Sign: Hashable, Sendable {
    case none
    /// Nobody writes so but in that encoding.
    case sure(OldEncoding)
    /// A space left out or a foreign name may look so, too; a column of them may not.
    case likely(OldEncoding)
  }

  private static func first(
    in sheet: borrowing Sheet, _ column: Int
  ) -> (row: Int, encoding: OldEncoding)? {
    var filled = 0
    var likely = 0
    var first: (row: Int, encoding: OldEncoding)?
    for row in 0..<sheet.count {
      let cell = sheet.cell(row, column)
      if cell.isEmpty { continue }
      filled += 1
      switch sign(of: cell) {
      case .none: continue
      case .sure(let encoding): return first ?? (row, encoding)
      case .likely(let encoding):
        likely += 1
        first = first ?? (row, encoding)
      }
    }
    return likely > 1 && likely * 5 > filled ? first : nil
  }

  /// What a cell looks like.
  static func sign(of cell: Span<UInt8>) -> Sign {
    guard isOfWesternLetters(cell) else { return .none }
    var letters: [UInt8] = []
    var index = 0
    while index < cell.count {
      let byte = cell[index]
      if byte < 0x80 {
        letters.append(byte)
        index += 1
      } else if byte < 0xE0, index + 1 < cell.count {
        letters.append((byte & 0x03) << 6 | cell[index + 1] & 0x3F)
        index += 2
      } else {
        // A dash or a quotation mark.
        letters.append(0x20)
        index += 3
      }
    }
    var found = Sign.none
    for place in letters.indices {
      let before = place > 0 ? letters[place - 1] : 0x20
      let after = place + 1 < letters.count ? letters[place + 1] : 0x20
      switch sign(letters[place], before, after, second: place > 1 ? letters[place - 2] : 0x20) {
      case .none: continue
      case .sure(let encoding): return .sure(encoding)
      case .likely(let encoding): found = .likely(encoding)
      }
    }
    return found
  }

  /// Whether a cell has letters of Latin-1 and none that neither encoding can show: with ễ or ă in
  /// it the text is Unicode, and most cells are told by that. No allocation.
  @inline(__always)
  private static func isOfWesternLetters(_ cell: Span<UInt8>) -> Bool {
    var isASCII = true
    for index in cell.indices {
      let byte = cell[index]
      if byte < 0xC0 { continue }
      if byte != 0xC2, byte != 0xC3, byte != 0xE2 { return false }
      isASCII = false
    }
    return !isASCII
  }

  /// What one sign of Latin-1 between two others says; `second` is what stands two before it.
  private static func sign(
    _ letter: UInt8, _ before: UInt8, _ after: UInt8, second: UInt8
  ) -> Sign {
    guard letter >= 0x80 else { return .none }
    if OldSigns.symbols.contains(letter), isASCII(before) || isASCII(after) {
      return .sure(.tcvn3)
    }
    if OldSigns.isOnset(letter, before: after) { return .sure(.tcvn3) }
    if letter == OldSigns.micro, isASCII(before) { return .sure(.tcvn3) }
    if OldSigns.inside.contains(letter), isLower(before), isLower(after) { return .sure(.tcvn3) }
    if isUpper(letter), isLower(before) {
      if OldSigns.capitals.contains(letter) { return .sure(.tcvn3) }
      if before == UInt8(ascii: "y"), letter == 0xD4, after == UInt8(ascii: "n") {
        return .sure(.tcvn3)
      }
      if isLower(after) || !isASCII(after) { return .likely(.tcvn3) }
    }
    return vni(letter, before, after, second: second)
  }

  private static func vni(
    _ letter: UInt8, _ before: UInt8, _ after: UInt8, second: UInt8
  ) -> Sign {
    guard let mark = OldSigns.vniMarks[letter | 0x20] else { return .none }
    let vowel = before | 0x20
    if mark.contains(vowel) { return .sure(.vni) }
    // Vaên, Taêm; but Aê is a word of the Êđê.
    if letter | 0x20 == 0xEA, vowel == 0x61 {
      return OldSigns.endings.contains(after | 0x20) ? .sure(.vni) : .none
    }
    let isDiphthong = second | 0x20 == UInt8(ascii: "i") || second | 0x20 == UInt8(ascii: "y")
    if vowel == UInt8(ascii: "e"), isDiphthong, OldSigns.afterIE.contains(letter | 0x20) {
      return .sure(.vni)
    }
    return OldSigns.likelyVowels.contains(vowel) ? .likely(.vni) : .none
  }

  private static func isLower(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0xC0 && byte <= 0xDE }
  private static func isASCII(_ byte: UInt8) -> Bool { isLower(byte | 0x20) && byte < 0x80 }
}

/// The signs, as bytes of Latin-1.
private enum OldSigns {
  /// TCVN3's ă â ơ à ả á ạ ẳ ắ, and its capitals Ă Â Ê Ơ: symbols that stand in no word.
  static let symbols: Set<UInt8> = [
    0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA8, 0xAC, 0xB6, 0xB8, 0xB9, 0xBC, 0xBD, 0xBE, 0xD7, 0xF7,
  ]
  /// Its à, which before a unit is micro.
  static let micro: UInt8 = 0xB5
  /// Whether it is its đ or Đ; behind a word or before a number these are marks of trade and law.
  static func isOnset(_ letter: UInt8, before after: UInt8) -> Bool {
    let isLower = after >= 97 && after <= 122
    if letter == 0xAE { return isLower || after >= 0xA1 }
    return letter == 0xA7 && (isLower || (65...90).contains(after) || after >= 0xA1)
  }
  /// Its â, ê, ô, ã, ằ: between two small letters.
  static let inside: Set<UInt8> = [0xA9, 0xAA, 0xAB, 0xB7, 0xBB]
  /// Capitals that begin no Vietnamese word; behind a small letter they are its ặ ầ ậ ẻ ẽ ẹ ệ ỉ ị.
  static let capitals: Set<UInt8> = [
    0xC4, 0xC5, 0xC6, 0xC7, 0xCB, 0xCE, 0xCF, 0xD0, 0xD1, 0xD6, 0xD8, 0xDB, 0xDC, 0xDE,
  ]
  /// VNI's marks, small, and the vowels behind which no other language has them.
  static let vniMarks: [UInt8: [UInt8]] = [
    0xE0: letters("ae"), 0xE1: [], 0xE2: letters("aeo"), 0xE3: letters("a"), 0xE4: letters("a"),
    0xE5: letters("aeo"), 0xE8: [], 0xE9: [], 0xEA: [], 0xEB: [],
    0xEF: [0xF6, 0xF4], 0xF5: [0x61, 0x65, 0x75, 0xF6, 0xF4], 0xF8: [0x61, 0x65, 0x6F, 0x75, 0xF6],
    0xF9: [0x61, 0x65, 0xF6, 0xF4], 0xFA: [], 0xFB: [0x61, 0xF6, 0xF4], 0xFC: [],
    0xF4: [0xF6],
  ]
  /// What ends a syllable behind VNI's ă.
  static let endings: Set<UInt8> = Set(letters("nmtcp"))
  /// VNI's marks behind ie and ye: Tieán, Nguyeãn.
  static let afterIE: Set<UInt8> = [0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xEF]
  /// Vowels behind which its other marks are likely: Phaïm, Baûy, Toaùn.
  static let likelyVowels: Set<UInt8> = [0x61, 0xF6]

  private static func letters(_ text: String) -> [UInt8] { Array(text.utf8) }
}

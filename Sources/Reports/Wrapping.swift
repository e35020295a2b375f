/// Text on lines of a given width.
package enum Wrapping {
  /// The lines of the text: broken at spaces, and inside a word only where the word alone is
  /// wider than a line. Nil asks for no other breaks than the text's own.
  package static func lines(of text: String, width: Int?) -> [String] {
    lines(of: text, width: width, measured: DisplayWidth.of)
  }

  /// The same where a text is as wide as `measured` says.
  static func lines(
    of text: String, width: Int?, measured: (String) -> Int
  ) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      guard let width, measured(String(paragraph)) > width else {
        return [String(paragraph)]
      }
      return wrap(paragraph, width: max(1, width), measured)
    }
  }

  private static func wrap(
    _ paragraph: Substring, width: Int, _ measured: (String) -> Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    let space = measured(" ")
    for word in paragraph.split(separator: " ") {
      for (place, piece) in pieces(of: word, width: width, measured).enumerated() {
        let wide = measured(piece)
        if used > 0, place > 0 || used + space + wide > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        if used > 0 { line += " " }
        line += piece
        used += (used > 0 ? space : 0) + wide
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The word, or its parts of at most `width`.
  private static func pieces(
    of word: Substring, width: Int, _ measured: (String) -> Int
  ) -> [String] {
    guard measured(String(word)) > width else { return [String(word)] }
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for letter in word {
      let wide = measured(String(letter))
      if used + wide > width, used > 0 {
        pieces.append(piece)
        (piece, used) = ("", 0)
      }
      piece.append(letter)
      used += wide
    }
    pieces.append(piece)
    return pieces
  }

  /// The text with everything replaced that would move a screen's cursor or change its state:
  /// control characters by their pictures, changes of direction by U+FFFD.
  package static func harmless(_ text: String) -> String {
    let isHarmless = text.unicodeScalars.allSatisfy { replacement(for: $0) == nil }
    if isHarmless { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { safe.append(replacement(for: scalar) ?? scalar) }
    return String(safe)
  }

  private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: nil
    }
  }
}

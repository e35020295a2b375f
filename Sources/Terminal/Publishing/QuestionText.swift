/// The words of a question in one text, and back: as a shell writes them, so that they can be
/// copied into one.
enum QuestionText {
  /// One text; a word that is empty, or has spaces, quotes or backslashes, stands in quotes.
  static func text(of words: [String]) -> String {
    words.map { word in
      let isPlain = !word.isEmpty && !word.utf8.contains(where: mustBeQuoted)
      return isPlain ? word : "'\(quoted(word))'"
    }.joined(separator: " ")
  }

  /// The words of a text; nil where a quote is not closed.
  static func words(of text: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8]?
    var isQuoted = false
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "'"):
        isQuoted.toggle()
        word = word ?? []
      case UInt8(ascii: " ") where !isQuoted:
        if let word { words.append(String(decoding: word, as: UTF8.self)) }
        word = nil
      case UInt8(ascii: "\\") where !isQuoted:
        guard let next = bytes.next() else { return nil }
        word = (word ?? []) + [next]
      default: word = (word ?? []) + [byte]
      }
    }
    if isQuoted { return nil }
    if let word { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func mustBeQuoted(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "\\")
  }

  /// The inside of quotes: a quote itself stands outside of them.
  private static func quoted(_ word: String) -> String {
    var bytes: [UInt8] = []
    for byte in word.utf8 {
      if byte == UInt8(ascii: "'") { bytes += Array("'\\''".utf8) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

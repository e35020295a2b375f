/// How much room text takes in a picture.
///
/// Whoever opens a picture has fonts of their own, so that widths are reckoned, not measured: by
/// the advance widths of Arial and what is drawn alike, a tenth wider.
enum PictureText {
  /// From which fonts a viewer chooses; all have the letters of Vietnamese.
  static let fonts = "Arial, 'Liberation Sans', Helvetica, 'Noto Sans', 'DejaVu Sans', sans-serif"

  /// From one line to the next.
  static func leading(_ size: Int) -> Int { size * 13 / 10 }

  /// The width of a line.
  static func width(_ text: String, _ size: Int) -> Int {
    (text.reduce(0) { $0 + thousandths($1) } * size + 999) / 1000
  }

  /// The lines of a text that must fit into a width.
  static func lines(_ text: String, _ size: Int, width: Int) -> [String] {
    Wrapping.lines(of: text, width: width, measured: { self.width($0, size) })
  }

  /// Of the size of the font.
  private static func thousandths(_ letter: Character) -> Int {
    let arial =
      switch letter {
      case "i", "í", "ì", "ỉ", "ĩ", "ị", "j", "l", "'", "|": 230
      case " ", ".", ",", ":", ";", "/", "!", "I", "f", "t", "[", "]", "\\": 280
      case "r", "-", "(", ")", "“", "”", "\"": 340
      case "m", "M", "%", "—", "…": 890
      case "w", "G", "O", "Q": 780
      case "W", "@": 1000
      default:
        DisplayWidth.of(letter) == 1 ? (letter.isUppercase ? 720 : 560) : 1000
      }
    return arial * 11 / 10
  }
}

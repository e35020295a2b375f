/// What the fillings and marks of a drawing mean, one beside the other.
struct Legend {
  private static let size = 26

  private let left: Int
  private let top: Int
  private let width: Int
  private var x: Int
  private var line = 0

  /// What is explained.
  enum Sample {
    case area(Hatching)
    /// A stroke across a bar.
    case mark
  }

  init(left: Int, top: Int, width: Int) {
    self.left = left
    self.top = top
    self.width = width
    x = left
  }

  /// How high it is, with a gap below.
  var height: Int { (line + 1) * PictureText.leading(Self.size) + 24 }

  /// Adds one meaning.
  mutating func add(_ meaning: String, _ sample: Sample, to svg: inout SVGText) {
    let taken = 70 + PictureText.width(meaning, Self.size)
    if x > left, x + taken > left + width { (x, line) = (left, line + 1) }
    let y = top + line * PictureText.leading(Self.size)
    switch sample {
    case .area(let filling): svg.area(x, y, 50, Self.size, filling)
    case .mark: svg.line(x + 25, y, x + 25, y + Self.size, width: 9)
    }
    svg.text(meaning, x + 62, y + Self.size - 4, size: Self.size)
    x += taken + 40
  }
}

/// The rows of a list below its drawing: a line of titles and the rows, as on a screen.
struct PictureTable {
  /// Sizes of letters, the first of which lets the rows fit is taken.
  private static let sizes = [26, 23, 20]
  private static let gap = 24
  private static let narrowest = 60

  private let heads: [ColumnHead]
  private let titles: [String]
  private let cells: [[String]]
  private let isTrailing: [Bool]
  private let size: Int
  private let widths: [Int]

  init(_ listing: Listing, _ language: Language, width: Int) {
    let shown = listing.heads.indices.filter { listing.heads[$0].places.contains(.table) }
    heads = shown.map { listing.heads[$0] }
    titles = heads.map { $0.title[language] }
    cells = listing.rows.map { row in shown.map { row[$0].forPeople(language) } }
    isTrailing = shown.map { place in
      listing.heads[place].alignment == .trailing || listing.rows.contains { $0[place].isNumeric }
    }
    let texts = [titles] + cells
    var fitting = Self.sizes[0]
    for candidate in Self.sizes {
      fitting = candidate
      if Self.sum(Self.least(of: texts, candidate)) <= width { break }
    }
    size = fitting
    widths = Self.fitted(texts, fitting, heads, to: width)
  }

  /// Draws below `top`; how high that is.
  func draw(in svg: inout SVGText, at left: Int, _ top: Int) -> Int {
    var y = top + draw(titles, in: &svg, at: left, top, isBold: true)
    let right = left + Self.sum(widths)
    svg.line(left, y, right, y, width: 4)
    for row in cells {
      y += draw(row, in: &svg, at: left, y, isBold: false)
      svg.line(left, y, right, y, width: 1)
    }
    return y - top
  }

  private func draw(
    _ row: [String], in svg: inout SVGText, at left: Int, _ top: Int, isBold: Bool
  ) -> Int {
    svg.begin("g")
    var x = left
    var height = 0
    for (column, text) in row.enumerated() {
      let lines = PictureText.lines(text, size, width: widths[column])
      let isTrailing = isTrailing[column]
      svg.text(
        lines, isTrailing ? x + widths[column] : x, top + size + 6, size: size,
        anchor: isTrailing ? .end : .start, isBold: isBold)
      height = max(height, lines.count * PictureText.leading(size))
      x += widths[column] + Self.gap
    }
    svg.end()
    return height + 10
  }

  private static func sum(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  /// The widths of columns whose words are not broken.
  private static func least(of texts: [[String]], _ size: Int) -> [Int] {
    natural(
      texts.map { row in
        row.map { text in
          text.split { $0 == " " || $0 == "\n" }.map(String.init)
            .max { PictureText.width($0, size) < PictureText.width($1, size) } ?? ""
        }
      }, size)
  }

  private static func natural(_ texts: [[String]], _ size: Int) -> [Int] {
    var widths = [Int](repeating: narrowest, count: texts.first?.count ?? 0)
    for row in texts {
      for (column, text) in row.enumerated() {
        widths[column] = max(widths[column], PictureText.width(text, size))
      }
    }
    return widths
  }

  /// The widths made to fit the page, taking from the widest column that may wrap; where that
  /// does not do, from the widest of all, whose words are then broken.
  private static func fitted(
    _ texts: [[String]], _ size: Int, _ heads: [ColumnHead], to width: Int
  ) -> [Int] {
    let step = 10
    var widths = natural(texts, size)
    let least = least(of: texts, size)
    while sum(widths) > width {
      let narrowable = widths.indices.filter { heads[$0].wraps && widths[$0] - step >= least[$0] }
      let candidates = narrowable.isEmpty ? Array(widths.indices) : narrowable
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }),
        widths[widest] - step >= narrowest
      else { break }
      widths[widest] -= step
    }
    return widths
  }
}

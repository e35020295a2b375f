/// The rows of a list below its drawing: a line of titles and the rows, as on a screen; where its
/// columns have no room on the page, those that are drawn.
struct PictureTable {
  /// Sizes of letters, the first of which lets the rows fit is taken.
  private static let sizes = [26, 23, 20]
  /// Columns are not made narrower than this.
  private static let narrowest = 40

  private let heads: [ColumnHead]
  private let titles: [String]
  private let cells: [[String]]
  private let isTrailing: [Bool]
  private let size: Int
  private let widths: [Int]

  /// - Parameter drawn: the keys of the columns that are drawn.
  init(_ listing: Listing, _ language: Language, width: Int, drawn: [String] = []) {
    var shown = listing.heads.indices.filter { listing.heads[$0].places.contains(.table) }
    var texts = Self.texts(listing, shown, language)
    let least = Self.least(of: texts, Self.sizes.min() ?? 0)
    if !drawn.isEmpty, Self.sum(least, Self.sizes.min() ?? 0) > width {
      shown = shown.filter { drawn.contains(listing.heads[$0].key) }
      texts = Self.texts(listing, shown, language)
    }
    heads = shown.map { listing.heads[$0] }
    titles = texts.first ?? []
    cells = Array(texts.dropFirst())
    isTrailing = shown.map { place in
      listing.heads[place].alignment == .trailing || listing.rows.contains { $0[place].isNumeric }
    }
    var fitting = Self.sizes[0]
    for candidate in Self.sizes {
      fitting = candidate
      if Self.sum(Self.least(of: texts, candidate), candidate) <= width { break }
    }
    size = fitting
    widths = Self.fitted(texts, fitting, heads, to: width)
  }

  /// The titles of columns, and what people read in them.
  private static func texts(
    _ listing: Listing, _ shown: [Int], _ language: Language
  ) -> [[String]] {
    [shown.map { listing.heads[$0].title[language] }]
      + listing.rows.map { row in shown.map { row[$0].forPeople(language) } }
  }

  /// Draws below `top`; how high that is.
  func draw(in svg: inout SVGText, at left: Int, _ top: Int) -> Int {
    var y = top + draw(titles, in: &svg, at: left, top, isBold: true)
    let right = left + Self.sum(widths, size)
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
      x += widths[column] + Self.gap(size)
    }
    svg.end()
    return height + 10
  }

  /// Between two columns.
  private static func gap(_ size: Int) -> Int { size * 3 / 4 }

  private static func sum(_ widths: [Int], _ size: Int) -> Int {
    widths.reduce(0, +) + gap(size) * max(0, widths.count - 1)
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
    while sum(widths, size) > width {
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

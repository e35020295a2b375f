/// A table on a screen: one line of titles, one of rules, and a line or more a row.
///
/// Nothing is ever cut: a value that does not fit continues on the next line, and where even
/// that does not help the lines are longer than the screen.
struct Grid {
  private static let gap = "  "
  /// Columns are not made narrower than this, or than their longest word up to `longestWord`, to
  /// fit a screen.
  private static let narrowest = 8
  /// Words longer than this may be broken.
  private static let longestWord = 24

  private let heads: [ColumnHead]
  private let rows: [[Cell]]
  private let appearance: Appearance

  private struct Cell {
    let text: String
    let width: Int
    let tone: Tone
    let isNumeric: Bool
  }

  init(heads: [ColumnHead], rows: [[Value]], _ appearance: Appearance) {
    self.heads = heads
    self.appearance = appearance
    self.rows = rows.map { row in
      row.map { value in
        let text = Wrapping.harmless(value.forPeople(appearance.language))
        return Cell(
          text: text, width: DisplayWidth.of(text), tone: value.tone, isNumeric: value.isNumeric)
      }
    }
  }

  /// The lines, without their ends.
  func lines() -> [String] {
    let titles = heads.map { $0.title[appearance.language] }
    let widths = fitted(naturalWidths(titles))
    let header = heads.indices.map { column in
      Cell(
        text: titles[column], width: DisplayWidth.of(titles[column]), tone: .plain,
        isNumeric: rows.contains { $0[column].isNumeric })
    }
    let paint = Paint(isOn: appearance.hasColours)
    var lines = self.lines(of: header, widths).map(paint.bold)
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: Grid.gap))
    for row in rows { lines += self.lines(of: row, widths) }
    return lines
  }

  private func naturalWidths(_ titles: [String]) -> [Int] {
    var widths = titles.map(DisplayWidth.of)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.width) }
    }
    return widths
  }

  /// The widths made to fit the screen, taking from the widest column that may wrap.
  private func fitted(_ natural: [Int]) -> [Int] {
    guard let screen = appearance.width else { return natural }
    var widths = natural
    let least = leastWidths()
    var excess = widths.reduce(0, +) + Grid.gap.count * max(0, widths.count - 1) - screen
    while excess > 0 {
      let narrowable = widths.indices.filter { heads[$0].wraps && widths[$0] > least[$0] }
      guard let widest = narrowable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// How narrow each column may become without breaking its words.
  private func leastWidths() -> [Int] {
    heads.indices.map { column in
      var least = longestWord(of: heads[column].title[appearance.language])
      for row in rows { least = max(least, longestWord(of: row[column].text)) }
      return max(Grid.narrowest, min(least, Grid.longestWord))
    }
  }

  private func longestWord(of text: String) -> Int {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" })
      .lazy.map { DisplayWidth.of(String($0)) }.max() ?? 0
  }

  private func lines(of row: [Cell], _ widths: [Int]) -> [String] {
    let wrapped = row.indices.map { column in
      row[column].width <= widths[column]
        ? [row[column].text] : Wrapping.lines(of: row[column].text, width: widths[column])
    }
    let height = wrapped.lazy.map(\.count).max() ?? 1
    let paint = Paint(isOn: appearance.hasColours)
    return (0..<height).map { place in
      var line = ""
      var pending = 0
      for column in row.indices {
        let text = place < wrapped[column].count ? wrapped[column][place] : ""
        let width = height == 1 ? row[column].width : DisplayWidth.of(text)
        let room = max(0, widths[column] - width)
        let isTrailing = heads[column].alignment == .trailing || row[column].isNumeric
        if isTrailing { pending += room }
        if !text.isEmpty {
          line += String(repeating: " ", count: pending) + paint.tone(row[column].tone, text)
          pending = 0
        }
        pending += (isTrailing ? 0 : room) + Grid.gap.count
      }
      return line
    }
  }
}

/// One row for people: a line per column, titles on the left.
struct Card {
  let heads: [ColumnHead]
  let rows: [[Value]]
  let appearance: Appearance

  init(heads: [ColumnHead], rows: [[Value]], _ appearance: Appearance) {
    self.heads = heads
    self.rows = rows
    self.appearance = appearance
  }

  /// The lines, without their ends; an empty one between rows.
  func lines() -> [String] {
    let titles = heads.map { $0.title[appearance.language] }
    let edge = (titles.lazy.map(DisplayWidth.of).max() ?? 0) + 2
    let room = appearance.width.map { max(20, $0 - edge) }
    let paint = Paint(isOn: appearance.hasColours)
    return rows.enumerated().flatMap { place, row in
      (place > 0 ? [""] : [])
        + row.indices.flatMap { column in
          let text = Wrapping.harmless(row[column].forPeople(appearance.language))
          let indent = String(repeating: " ", count: edge - DisplayWidth.of(titles[column]))
          return Wrapping.lines(of: text, width: room).enumerated().map { number, line in
            let shown = paint.tone(row[column].tone, line)
            if number > 0 { return String(repeating: " ", count: edge) + shown }
            return shown.isEmpty
              ? titles[column] : paint.bold(titles[column]) + indent + shown
          }
        }
    }
  }
}

/// Colours of a terminal (ECMA-48), or none.
struct Paint {
  let isOn: Bool

  /// The text in bold.
  func bold(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// The text in the colour of its meaning.
  func tone(_ tone: Tone, _ text: String) -> String {
    guard isOn, !text.isEmpty else { return text }
    switch tone {
    case .plain: return text
    case .good: return "\u{1B}[32m\(text)\u{1B}[0m"
    case .bad: return "\u{1B}[31m\(text)\u{1B}[0m"
    case .unsure: return "\u{1B}[33m\(text)\u{1B}[0m"
    }
  }
}

/// Draws a bar a row: its name, its bar, its figures.
struct BarDrawing {
  private static let size = 28
  private static let thickness = 40
  private static let gap = 20

  private let rows: PictureRows
  private let bars: Picture.Bars
  private let width: Int
  /// Up to where names reach, and from where figures begin.
  private let labelEdge: Int
  private let figureEdge: Int

  init(_ rows: PictureRows, _ bars: Picture.Bars, width: Int) {
    self.rows = rows
    self.bars = bars
    self.width = width
    let names = (0..<rows.count).map { PictureText.width(rows.text($0, bars.label), Self.size) }
    labelEdge = min(names.max() ?? 0, width * 2 / 5)
    let figures = (0..<rows.count).map { row in
      PictureText.width(Self.figures(row, rows, bars), Self.size)
        + PictureText.width("  " + Self.state(row, rows, bars), Self.size)
    }
    figureEdge = width - min(figures.max() ?? 0, width * 2 / 5)
  }

  /// Draws below `top`; how high that is.
  func draw(in svg: inout SVGText, at left: Int, _ top: Int) -> Int {
    let first = top + legend(in: &svg, at: left, top)
    var y = first
    let most = (0..<rows.count).lazy.map(extent).max() ?? 0
    for row in 0..<rows.count {
      y += draw(row, in: &svg, at: left, y, most: bars.percent == nil ? most : measure(row))
    }
    svg.line(left + labelEdge + Self.gap, first, left + labelEdge + Self.gap, y)
    return y - top
  }

  /// What a bar must have room for.
  private func extent(_ row: Int) -> Int {
    let values = parts(row).reduce(0) { $0 + $1.number }
    return max(values, bars.targets.compactMap { rows.number(row, $0) }.max() ?? 0)
  }

  /// What the bar of a row that has a measure of its own is measured by; 0 where nothing is.
  private func measure(_ row: Int) -> Int {
    if percent(row) != nil { return max(100 * 100, extent(row)) }
    let hasTarget = bars.targets.contains { rows.number(row, $0) != nil }
    return hasTarget ? extent(row) : 0
  }

  private func percent(_ row: Int) -> Int? { bars.percent.flatMap { rows.number(row, $0) } }

  /// The parts of a row's bar, each with its place among the values.
  private func parts(_ row: Int) -> [(place: Int, number: Int)] {
    if let percent = percent(row) { return [(0, percent)] }
    return bars.values.enumerated().compactMap { place, key in
      rows.number(row, key).map { (place: place, number: $0) }
    }
  }

  private func draw(_ row: Int, in svg: inout SVGText, at left: Int, _ top: Int, most: Int) -> Int {
    let lines = PictureText.lines(rows.text(row, bars.label), Self.size, width: labelEdge)
    let height = max(Self.thickness, lines.count * PictureText.leading(Self.size)) + 16
    let middle = top + height / 2
    let first = middle - (lines.count - 1) * PictureText.leading(Self.size) / 2 + Self.size / 3
    svg.text(lines, left + labelEdge, first, size: Self.size, anchor: .end)
    let start = left + labelEdge + Self.gap
    let room = figureEdge - labelEdge - 2 * Self.gap
    var sum = 0
    for (place, number) in parts(row) where number > 0 && most > 0 {
      let (from, until) = (sum * room / most, (sum + number) * room / most)
      svg.area(
        start + from, middle - Self.thickness / 2, max(1, until - from), Self.thickness,
        Hatching(place: place))
      sum += number
    }
    for key in bars.targets {
      guard let number = rows.number(row, key), most > 0 else { continue }
      let x = start + number * room / most
      svg.line(x, middle - height / 2 + 2, x, middle + height / 2 - 2, width: 9)
    }
    let baseline = middle + Self.size / 3
    let figures = Self.figures(row, rows, bars)
    svg.text(figures, left + figureEdge, baseline, size: Self.size, isBold: true)
    svg.text(
      Self.state(row, rows, bars), left + width, baseline, size: Self.size, anchor: .end,
      isBold: bars.state.map { rows.value(row, $0).tone == .bad } ?? false)
    return height
  }

  /// The figures of a row as people read them, the targets behind a stroke.
  private static func figures(_ row: Int, _ rows: PictureRows, _ bars: Picture.Bars) -> String {
    func joined(_ keys: [String], _ separator: String) -> String {
      keys.map { rows.text(row, $0) }.map { $0.isEmpty ? "–" : $0 }.joined(separator: separator)
    }
    if let figures = bars.figures { return joined(figures, " / ") }
    let values = joined(bars.values, " · ")
    return bars.targets.isEmpty ? values : "\(values) / \(joined(bars.targets, "–"))"
  }

  private static func state(_ row: Int, _ rows: PictureRows, _ bars: Picture.Bars) -> String {
    bars.state.map { rows.text(row, $0) } ?? ""
  }

  /// Which filling and which mark means what, where there are several.
  private func legend(in svg: inout SVGText, at left: Int, _ top: Int) -> Int {
    guard bars.values.count + bars.targets.count > 1 else { return 0 }
    var legend = Legend(left: left, top: top, width: width)
    if bars.values.count > 1 {
      for (place, key) in bars.values.enumerated() {
        legend.add(rows.title(key), .area(Hatching(place: place)), to: &svg)
      }
    }
    let marks = bars.figures?.last.map { [$0] } ?? bars.targets
    if !bars.targets.isEmpty {
      legend.add(marks.map(rows.title).joined(separator: " – "), .mark, to: &svg)
    }
    return legend.height
  }
}

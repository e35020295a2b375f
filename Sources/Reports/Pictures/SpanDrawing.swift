internal import Cadre

/// Draws a bar a row over the years, rows of one kind under their heading, and the day asked.
struct SpanDrawing {
  private static let size = 26
  private static let small = 22
  private static let thickness = 34
  private static let gap = 20

  private let rows: PictureRows
  private let spans: Picture.Spans
  private let width: Int
  private let on: Day
  /// The first day of the first year, and of the year behind the last.
  private let years: Range<Int>
  /// From where bars begin.
  private let edge: Int

  /// - Parameter on: the day that the question is about.
  init(_ rows: PictureRows, _ spans: Picture.Spans, width: Int, on: Day) {
    self.rows = rows
    self.spans = spans
    self.width = width
    self.on = on
    let days = (0..<rows.count).flatMap { row in
      [rows.day(row, spans.from), rows.day(row, spans.until)].compactMap { $0 }
    }
    let drawn = ([on] + days).map(\.fields.year)
    years = (drawn.min() ?? 0)..<(drawn.max() ?? 0) + 1
    edge = width * 9 / 25
  }

  /// Draws below `top`; how high that is.
  func draw(in svg: inout SVGText, at left: Int, _ top: Int) -> Int {
    var bars = SVGText()
    var y = top + PictureText.leading(Self.small) + 12
    let first = y
    var lanes: [Value] = []
    for row in 0..<rows.count {
      let lane = rows.value(row, spans.lane)
      if lanes.last != lane {
        lanes.append(lane)
        bars.text(
          rows.text(row, spans.lane), left, y + Self.size + 4, size: Self.size, isBold: true)
        y += PictureText.leading(Self.size) + 8
      }
      y += draw(row, Hatching(place: lanes.count - 1), in: &bars, at: left, y)
    }
    axis(in: &svg, at: left, from: first, to: y)
    svg.add(bars)
    return y - top + PictureText.leading(Self.small)
  }

  /// The years, and the day asked.
  private func axis(in svg: inout SVGText, at left: Int, from top: Int, to bottom: Int) {
    let room = width - edge
    let step = [1, 2, 5, 10, 20].first { room / ((years.count + $0 - 1) / $0) >= 80 } ?? 50
    for year in years where year % step == 0 || year == years.lowerBound {
      guard let day = Day(year: year, month: 1, day: 1) else { continue }
      let x = left + place(of: day)
      svg.line(x, top, x, bottom, width: 1, dashes: "4 6")
      let isNearNext = year == years.lowerBound && year % step != 0 && step - year % step < step / 2
      if !isNearNext { svg.text("\(year)", x, top - 10, size: Self.small, anchor: .middle) }
    }
    let x = left + place(of: on)
    svg.line(x, top, x, bottom + 6, width: 4, dashes: "14 8")
    svg.text(
      on.forPeople, x, bottom + Self.small + 6, size: Self.small,
      anchor: x + 120 > left + width ? .end : .middle, isBold: true)
  }

  private func draw(
    _ row: Int, _ filling: Hatching, in svg: inout SVGText, at left: Int, _ top: Int
  ) -> Int {
    let room = edge - Self.gap - 30
    let lines = PictureText.lines(rows.text(row, spans.label), Self.size, width: room)
    let times = [spans.from, spans.until].map { rows.text(row, $0) }.joined(separator: " – ")
    let height = lines.count * PictureText.leading(Self.size) + PictureText.leading(Self.small) + 12
    svg.text(lines, left + 30, top + Self.size, size: Self.size)
    svg.text(
      times, left + 30, top + lines.count * PictureText.leading(Self.size) + Self.small,
      size: Self.small)
    let y = top + (height - Self.thickness) / 2
    let from = rows.day(row, spans.from)
    let until = rows.day(row, spans.until)
    let start = left + (from.map(place) ?? edge)
    let end = max(start + 2, left + place(of: until ?? max(on, from ?? on)))
    svg.area(start, y, end - start, Self.thickness, filling)
    if from == nil { arrow(at: start, y, pointing: -1, in: &svg) }
    if until == nil { arrow(at: end, y, pointing: 1, in: &svg) }
    return height
  }

  /// The end of a bar that goes on.
  private func arrow(at x: Int, _ top: Int, pointing way: Int, in svg: inout SVGText) {
    let points = [(x, top), (x + 16 * way, top + Self.thickness / 2), (x, top + Self.thickness)]
    svg.add(
      "polygon",
      [
        "points": points.map { "\($0.0),\($0.1)" }.joined(separator: " "), "fill": "#000",
        "stroke": "#000", "stroke-width": "2",
      ])
  }

  /// How far right a day is; the last day drawn leaves room for an arrow.
  private func place(of day: Day) -> Int {
    guard let first = Day(year: years.lowerBound, month: 1, day: 1),
      let last = Day(year: years.upperBound - 1, month: 12, day: 31)
    else { return edge }
    let (done, whole) = (Int(day.number - first.number), Int(last.number - first.number))
    return edge + 16 + min(max(0, done), whole) * (width - edge - 36) / max(1, whole)
  }
}

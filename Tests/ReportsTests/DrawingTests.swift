import Cadre
import Testing

@testable import Reports

/// A row of the lists drawn here.
private struct Row {
  var name = "x"
  var value: Value = .absent
  var target: Value = .absent
  var state: Value = .absent
  var percent: Value = .absent
  var from: Day?
  var until: Day?
}

private let columns: [Column<Row>] = [
  Column("name", Words(vi: "Tên", en: "Name")) { .text($0.name) },
  Column("value", Words(vi: "Số", en: "Value")) { $0.value },
  Column("target", Words(vi: "Chỉ tiêu", en: "Target")) { $0.target },
  Column("state", Words(vi: "Kết luận", en: "State")) { $0.state },
  Column("percent", Words("%")) { $0.percent },
  Column("from", Words(vi: "Từ", en: "From")) { .day($0.from) },
  Column("until", Words(vi: "Đến", en: "Until")) { .day($0.until) },
]

private func drawing(_ rows: [Row], _ form: Picture.Form, on day: Day? = nil) -> String {
  let listing = Listing("list", Words("List"), rows, columns)
  let picture = PictureRows(listing: listing, language: .english)
  var svg = SVGText()
  switch form {
  case .bars(let bars): _ = BarDrawing(picture, bars, width: 1900).draw(in: &svg, at: 100, 0)
  case .funnel(let stage, let count):
    _ = FunnelDrawing(rows: picture, stage: stage, count: count, width: 1900)
      .draw(in: &svg, at: 100, 0)
  case .spans(let spans):
    _ = SpanDrawing(picture, spans, width: 1900, on: day ?? Day(number: 0))
      .draw(in: &svg, at: 100, 0)
  }
  return String(decoding: svg.bytes, as: UTF8.self)
}

/// The widths of the bars drawn, in order.
private func widths(_ text: String) -> [Int] {
  text.split(separator: "\n").filter { $0.hasPrefix("<rect") }.compactMap { line in
    guard let start = line.firstRange(of: "width=\"")?.upperBound else { return nil }
    return Int(line[start...].prefix { $0 != "\"" })
  }
}

@Suite struct DrawingTests {
  @Test func `bars of one list are by one measure, and what is not known has none`() {
    let picture = Picture.bars("list", label: ["name"], values: ["value"])
    let rows = [
      Row(value: .number(4)), Row(value: .number(2)), Row(value: .number(0)), Row(),
      Row(value: .hundredths(Hundredths(100))), Row(value: .number(-1)),
    ]
    let text = drawing(rows, picture.form)
    let drawn = widths(text)
    #expect(drawn.count == 3)
    #expect(abs(drawn[0] - 2 * drawn[1]) <= 2 && abs(drawn[1] - 2 * drawn[2]) <= 2)
    #expect(text.contains(">–</text>"), "what is not known is a dash")
    #expect(text.contains(">-1</text>"))
  }

  @Test func `bars that count different things are each by their own`() {
    let picture = Picture.meters(
      "list", label: ["name"], percent: "percent", count: "value", targets: ["target"],
      figures: ["value", "target"], state: "state")
    let bad = Value.coded("unmet", Words("short"), tone: .bad)
    let rows = [
      Row(value: .number(3), target: .number(3)), Row(value: .number(300)),
      Row(value: .number(1), target: .number(2), state: bad),
      Row(value: .number(7), percent: .hundredths(Hundredths(2_500))),
    ]
    let text = drawing(rows, picture.form)
    let drawn = widths(text)
    #expect(drawn.count == 3, "a count without a target has no bar")
    #expect(abs(drawn[0] - 2 * drawn[1]) <= 2 && abs(drawn[1] - 2 * drawn[2]) <= 2)
    #expect(text.contains("font-weight=\"bold\">short</text>"))
    #expect(text.contains(">1 / 2</text>") && text.contains(">300 / –</text>"))
    #expect(text.contains("stroke-width=\"9\""), "the target is a stroke across the bar")
    #expect(text.contains(">Target</text>"))
  }

  @Test func `steps of a funnel stand around one middle`() {
    let rows = [10, 5, 0].map { Row(name: "step \($0)", value: .number($0)) }
    let text = drawing(rows, Picture.funnel("list", stage: "name", count: "value").form)
    let drawn = widths(text)
    #expect(drawn.count == 3)
    #expect(abs(drawn[0] - 2 * drawn[1]) <= 2 && drawn[2] == 1)
    #expect(text.contains(">step 10</text>") && text.contains(">10</text>"))
    #expect(drawing([], Picture.funnel("list", stage: "name", count: "value").form).isEmpty)
  }

  @Test func `a stretch without an end goes on at the day asked`() throws {
    let picture = Picture.spans(
      "list", lane: "state", label: ["name"], from: "from", until: "until")
    let day = try #require(Day(text: "2020-07-01"))
    let rows = [
      Row(from: Day(text: "2019-01-01"), until: Day(text: "2020-01-01")),
      Row(from: Day(text: "2020-01-01")), Row(until: Day(text: "2019-06-01")),
      Row(from: Day(text: "2020-07-01")),
    ]
    let text = drawing(rows, picture.form, on: day)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("<polygon") } == 3)
    #expect(text.contains(">2019</text>") && text.contains(">2020</text>"))
    #expect(!text.contains(">2021</text>"))
    #expect(text.contains(">01/07/2020</text>"))
    #expect(text.contains(">01/01/2019 – 01/01/2020</text>"))
    #expect(widths(text).allSatisfy { $0 > 0 })
  }

  @Test func `fillings differ, and begin anew behind the last`() {
    #expect(Set(Hatching.allCases.map(\.fill)).count == Hatching.allCases.count)
    #expect(Hatching(place: 0) == Hatching(place: Hatching.allCases.count))
    var svg = SVGText()
    Hatching.define(in: &svg)
    let text = String(decoding: svg.bytes, as: UTF8.self)
    for filling in Hatching.allCases where filling != .blank {
      #expect(text.contains("id=\"cadre-\(filling.rawValue)\""))
    }
  }

  @Test func `text is escaped, and broken where it would leave its column`() {
    var svg = SVGText()
    svg.text("a<b>&\"c\"\u{7}\u{FFFF}", 0, 0, size: 26)
    let text = String(decoding: svg.bytes, as: UTF8.self)
    #expect(text.hasSuffix(">a&lt;b&gt;&amp;&quot;c&quot;␇\u{FFFD}</text>\n"))
    let lines = PictureText.lines("Phó trưởng phòng Bưu điện tỉnh", 26, width: 200)
    #expect(lines.count > 1)
    #expect(lines.joined(separator: " ") == "Phó trưởng phòng Bưu điện tỉnh")
    #expect(lines.allSatisfy { PictureText.width($0, 26) <= 200 })
  }

  @Test func `a table that is too wide for the page is set smaller, then broken`() {
    let wide = (0..<24).map { place in
      Column<Row>("c\(place)", Words("Column \(place)")) { _ in .text("quite some words here") }
    }
    let listing = Listing("list", Words("List"), [Row()], wide)
    var svg = SVGText()
    _ = PictureTable(listing, .english, width: 1900).draw(in: &svg, at: 0, 0)
    let text = String(decoding: svg.bytes, as: UTF8.self)
    #expect(text.contains("font-size=\"20\"") && !text.contains("font-size=\"26\""))
    let places = text.split(separator: "\n").filter { $0.hasPrefix("<text") }.compactMap {
      Int($0.dropFirst("<text x=\"".count).prefix { $0 != "\"" })
    }
    #expect(places.allSatisfy { $0 < 1900 })

    var short = SVGText()
    _ = PictureTable(listing, .english, width: 500, drawn: ["c3", "c9"])
      .draw(in: &short, at: 0, 0)
    let said = String(decoding: short.bytes, as: UTF8.self)
    #expect(said.contains("Column 3<") && said.contains("Column 9<") && !said.contains("4<"))
  }
}

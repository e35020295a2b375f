package import Cadre
internal import Office

/// The sheet that is printed and passed on: drawings, the rows that they were made from, and in
/// the footer from where the question was asked.
package struct PictureSheet {
  /// A sheet is as wide as A4 paper and as long as its rows; in tenths of a millimetre.
  private static let width = 2100
  private static let margin = 100
  private static let room = width - 2 * margin

  private let answer: Answer
  /// What was asked, as it is written on a command line.
  private let question: String
  /// The root of the tree over what was known.
  private let root: Digest
  private let language: Language

  package init(_ answer: Answer, question: String, root: Digest, _ language: Language) {
    self.answer = answer
    self.question = question
    self.root = root
    self.language = language
  }

  /// The text of the sheet; the same for the same answer.
  package func bytes() -> [UInt8] {
    var body = SVGText()
    var y = Self.margin + heading(in: &body)
    for picture in answer.pictures {
      for listing in answer.listings where listing.key == picture.list {
        y += draw(picture, PictureRows(listing: listing, language: language), in: &body, y)
      }
    }
    y += footer(in: &body, y)
    return sheet(of: body, height: y + Self.margin)
  }

  private func sheet(of body: SVGText, height: Int) -> [UInt8] {
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "version": "1.1",
        "width": "\(Self.width / 10)mm", "height": "\(height / 10).\(height % 10)mm",
        "viewBox": "0 0 \(Self.width) \(height)", "role": "img",
        "xml:lang": language.rawValue, "font-family": PictureText.fonts, "fill": "#000",
      ])
    svg.add("title", text: title)
    svg.add("desc", text: "\(question); \(answer.standpoint.words[language]); \(root.base64)")
    Hatching.define(in: &svg)
    svg.add(
      "rect",
      ["x": "0", "y": "0", "width": "\(Self.width)", "height": "\(height)", "fill": "#fff"])
    svg.add(body)
    svg.end()
    return svg.bytes
  }

  /// What stands above the first drawing.
  private var title: String {
    let key = answer.pictures.first?.list
    return answer.listings.first { $0.key == key }?.title[language] ?? ""
  }

  private func heading(in svg: inout SVGText) -> Int {
    let (large, small) = (48, 30)
    let lines = PictureText.lines(title, large, width: Self.room)
    svg.text(lines, Self.margin, Self.margin + large, size: large, isBold: true)
    var y = lines.count * PictureText.leading(large) + 10
    let told = PictureText.lines(answer.summary[language], small, width: Self.room)
    svg.text(told, Self.margin, Self.margin + y + small, size: small)
    y += told.count * PictureText.leading(small)
    return y + 30
  }

  private func draw(
    _ picture: Picture, _ rows: PictureRows, in svg: inout SVGText, _ top: Int
  ) -> Int {
    var y = top
    if picture.list != answer.pictures.first?.list {
      svg.text(rows.listing.title[language], Self.margin, y + 36, size: 36, isBold: true)
      y += 66
    }
    svg.begin("g", ["id": "drawing-\(picture.list)"])
    switch picture.form {
    case .bars(let bars):
      y += BarDrawing(rows, bars, width: Self.room).draw(in: &svg, at: Self.margin, y)
    case .funnel(let stage, let count):
      y += FunnelDrawing(rows: rows, stage: stage, count: count, width: Self.room)
        .draw(in: &svg, at: Self.margin, y)
    case .spans(let spans):
      y += SpanDrawing(rows, spans, width: Self.room, on: answer.standpoint.on)
        .draw(in: &svg, at: Self.margin, y)
    }
    svg.end()
    y += 40
    svg.begin("g", ["id": "rows-\(picture.list)"])
    y += PictureTable(rows.listing, language, width: Self.room, drawn: picture.columns)
      .draw(in: &svg, at: Self.margin, y)
    svg.end()
    return y - top + 40
  }

  private func footer(in svg: inout SVGText, _ top: Int) -> Int {
    let size = 24
    svg.line(Self.margin, top, Self.margin + Self.room, top)
    let asked = Words(vi: "Câu hỏi: ", en: "Asked: ") + Words(question)
    let root = Words(vi: "Gốc Merkle: ", en: "Merkle root: ") + Words("\(root.base64.prefix(12))…")
    let lines = [asked, answer.standpoint.words, root].flatMap {
      PictureText.lines($0[language], size, width: Self.room)
    }
    svg.begin("g", ["id": "footer"])
    svg.text(lines, Self.margin, top + 10 + size, size: size)
    svg.end()
    return 10 + lines.count * PictureText.leading(size)
  }
}

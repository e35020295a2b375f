/// The text of a picture, element by element (W3C, SVG 1.1): well-formed whatever is drawn.
///
/// Lengths are whole tenths of a millimetre, so that the same picture is the same bytes everywhere.
struct SVGText {
  private(set) var bytes: [UInt8] = []
  /// The elements that are open.
  private var open: [String] = []

  /// Where a line of text is held.
  enum Anchor: String {
    case start, middle, end
  }

  /// Begins an element that others stand in.
  mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    tag(name, attributes, ending: ">\n")
    open.append(name)
  }

  /// Ends the element begun last.
  mutating func end() {
    guard let name = open.popLast() else { return }
    write("</\(name)>\n")
  }

  /// Adds an element with nothing in it.
  mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    tag(name, attributes, ending: "/>\n")
  }

  /// Adds an element with text in it.
  mutating func add(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) {
    tag(name, attributes, ending: ">")
    escape(text)
    write("</\(name)>\n")
  }

  /// Adds what was written elsewhere.
  mutating func add(_ other: SVGText) { bytes += other.bytes }

  private mutating func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String>, ending: String
  ) {
    write("<\(name)")
    for (key, value) in attributes {
      write(" \(key)=\"")
      escape(value)
      write("\"")
    }
    write(ending)
  }

  /// Writes text so that it is read back as it is (XML 1.0 section 2.4); what XML cannot hold
  /// becomes its picture, or U+FFFD.
  private mutating func escape(_ text: String) {
    for scalar in Wrapping.harmless(text).unicodeScalars {
      switch scalar {
      case "&": write("&amp;")
      case "<": write("&lt;")
      case ">": write("&gt;")
      case "\"": write("&quot;")
      case "\u{FFFE}", "\u{FFFF}": write("\u{FFFD}")
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }

  private mutating func write(_ text: String) { bytes += text.utf8 }
}

extension SVGText {
  /// A line of text that stands on `y`.
  mutating func text(
    _ text: String, _ x: Int, _ y: Int, size: Int, anchor: Anchor = .start, isBold: Bool = false
  ) {
    guard !text.isEmpty else { return }
    add(
      "text",
      [
        "x": "\(x)", "y": "\(y)", "font-size": "\(size)", "text-anchor": anchor.rawValue,
        "font-weight": isBold ? "bold" : "normal",
      ], text: text)
  }

  /// Lines of text, the first of which stands on `y`.
  mutating func text(
    _ lines: [String], _ x: Int, _ y: Int, size: Int, anchor: Anchor = .start,
    isBold: Bool = false
  ) {
    for (place, line) in lines.enumerated() {
      let y = y + place * PictureText.leading(size)
      text(line, x, y, size: size, anchor: anchor, isBold: isBold)
    }
  }

  /// An area with an outline.
  mutating func area(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ filling: Hatching) {
    add(
      "rect",
      [
        "x": "\(x)", "y": "\(y)", "width": "\(width)", "height": "\(height)",
        "fill": filling.fill, "stroke": "#000", "stroke-width": "3",
      ])
  }

  /// A line from one point to another.
  /// - Parameter dashes: lengths of strokes and gaps; nil: none.
  mutating func line(
    _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, width: Int = 2, dashes: String? = nil
  ) {
    add(
      "line",
      [
        "x1": "\(x1)", "y1": "\(y1)", "x2": "\(x2)", "y2": "\(y2)", "stroke": "#000",
        "stroke-width": "\(width)", "stroke-dasharray": dashes ?? "none",
      ])
  }
}

/// Draws steps that narrow: a bar a step around a common middle, joined to the next.
struct FunnelDrawing {
  private static let size = 28
  private static let thickness = 56
  private static let gap = 24

  let rows: PictureRows
  let stage: String
  let count: String
  let width: Int

  /// Draws below `top`; how high that is.
  func draw(in svg: inout SVGText, at left: Int, _ top: Int) -> Int {
    let names = (0..<rows.count).map { PictureText.width(rows.text($0, stage), Self.size) }
    let labelEdge = min(names.max() ?? 0, width * 2 / 5)
    let counts = (0..<rows.count).map { PictureText.width(rows.text($0, count), Self.size) }
    let room = width - labelEdge - (counts.max() ?? 0) - 2 * Self.gap
    let middle = left + labelEdge + Self.gap + room / 2
    let most = (0..<rows.count).compactMap { rows.number($0, count) }.max() ?? 0
    var above: Edge?
    var y = top
    for row in 0..<rows.count {
      let lines = PictureText.lines(rows.text(row, stage), Self.size, width: labelEdge)
      let height = max(Self.thickness, lines.count * PictureText.leading(Self.size))
      let first =
        y + height / 2 - (lines.count - 1) * PictureText.leading(Self.size) / 2 + Self.size / 3
      svg.text(lines, left + labelEdge, first, size: Self.size, anchor: .end)
      let half = most > 0 ? (rows.number(row, count) ?? 0) * room / most / 2 : 0
      if let above { join(above, to: Edge(y: y, middle: middle, half: half), in: &svg) }
      svg.area(middle - half, y, max(1, 2 * half), height, .rising)
      svg.text(
        rows.text(row, count), left + width, y + height / 2 + Self.size / 3, size: Self.size,
        anchor: .end, isBold: true)
      y += height
      above = Edge(y: y, middle: middle, half: half)
      y += Self.gap
    }
    return y - top
  }

  /// The upper or lower edge of a step.
  private struct Edge {
    let y: Int
    let middle: Int
    let half: Int
  }

  private func join(_ above: Edge, to below: Edge, in svg: inout SVGText) {
    svg.line(above.middle - above.half, above.y, below.middle - below.half, below.y)
    svg.line(above.middle + above.half, above.y, below.middle + below.half, below.y)
  }
}

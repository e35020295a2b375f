/// The fillings of areas, which are told apart in black and white.
enum Hatching: String, CaseIterable, Sendable {
  case rising
  case blank
  case dotted
  case crossed
  case level

  /// The filling of the part or kind of that place, from 0; beyond the last they begin anew.
  init(place: Int) { self = Self.allCases[place % Self.allCases.count] }

  /// The value of the attribute `fill`.
  var fill: String { self == .blank ? "#fff" : "url(#\(identifier))" }

  private var identifier: String { "cadre-\(rawValue)" }

  /// Writes the patterns, which areas refer to.
  static func define(in svg: inout SVGText) {
    svg.begin("defs")
    for filling in allCases where filling != .blank { filling.define(in: &svg) }
    svg.end()
  }

  private func define(in svg: inout SVGText) {
    svg.begin(
      "pattern",
      [
        "id": identifier, "patternUnits": "userSpaceOnUse", "width": "16", "height": "16",
        "patternTransform": self == .rising || self == .crossed ? "rotate(45)" : "rotate(0)",
      ])
    svg.add("rect", ["width": "16", "height": "16", "fill": "#fff"])
    switch self {
    case .rising: svg.line(0, 0, 0, 16, width: 9)
    case .crossed:
      svg.line(0, 0, 0, 16, width: 5)
      svg.line(0, 0, 16, 0, width: 5)
    case .level: svg.line(0, 8, 16, 8, width: 4)
    case .dotted: svg.add("circle", ["cx": "8", "cy": "8", "r": "3", "fill": "#000"])
    case .blank: break
    }
    svg.end()
  }
}

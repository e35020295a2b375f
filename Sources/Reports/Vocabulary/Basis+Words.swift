internal import Cadre

extension Words {
  /// The text that something rests on, and whether that was confirmed; nil: no rule decides.
  static func basis(_ basis: Basis?, verified: Bool) -> Words {
    let doubt = verified ? Words.none : Words(vi: "chưa kiểm chứng", en: "unverified")
    guard let basis else { return doubt }
    let day = basis.date.map { Words($0) } ?? .none
    return joined([Words(basis.text), places(in: basis), day, doubt], by: ", ")
  }

  /// Where in the text it stands; a text may be cited for several places.
  private static func places(in basis: Basis) -> Words {
    let form: Form =
      if basis.text.contains("-HD/") {
        .points
      } else if ["Điều lệ", "Nghị định", "Luật", "Bộ luật"].contains(where: basis.text.hasPrefix) {
        .clauses
      } else {
        .articles
      }
    let places = (basis.article ?? "").split(separator: ",").map { part in
      String(part.drop { $0 == " " })
    }
    return joined(places.map { place($0, form) }, by: ", ")
  }

  /// How a text is divided.
  private enum Form {
    /// Guidance: into points alone.
    case points
    /// Regulations of the Party: into articles, and points numbered with them.
    case articles
    /// Laws, decrees and the charter: into articles with clauses.
    case clauses
  }

  /// An article, such as `187`; a point, such as `6.3`; a step or the like in its own words. A row
  /// of the programme's table (`S7`) is this program's number, not the text's.
  private static func place(_ place: String, _ form: Form) -> Words {
    guard let first = place.first else { return .none }
    if first == "S", Int(place.dropFirst()) != nil { return .none }
    let parts = place.split(separator: ".")
    if parts.count == 2, form == .clauses {
      return Words(vi: "khoản \(parts[1]) Điều \(parts[0])", en: "article \(place)")
    }
    if parts.count > 1 || (first.isNumber && form == .points) {
      return Words(vi: "điểm \(place)", en: "point \(place)")
    }
    return first.isNumber ? Words(vi: "Điều \(place)", en: "article \(place)") : Words(place)
  }
}

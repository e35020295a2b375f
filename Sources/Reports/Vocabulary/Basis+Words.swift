internal import Cadre

extension Words {
  /// The text that something rests on, and whether that was confirmed; nil: no rule decides.
  static func basis(_ basis: Basis?, verified: Bool) -> Words {
    let doubt = verified ? Words.none : Words(vi: "chưa kiểm chứng", en: "unverified")
    guard let basis else { return doubt }
    let article = basis.article.map { Words(vi: "điểm \($0)", en: "article \($0)") } ?? .none
    let day = basis.date.map { Words($0) } ?? .none
    return joined([Words(basis.text), article, day, doubt], by: ", ")
  }
}

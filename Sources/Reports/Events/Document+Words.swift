internal import Cadre

extension Document? {
  /// Number, day and issuer.
  var words: Words {
    guard let document = self else { return .none }
    let day = document.date.map { Words(vi: "ngày ", en: "of ") + Words($0) }
    let name = Words.joined([Words(document.number ?? ""), day ?? .none], by: " ")
    return Words.joined([name, Words(document.issuer ?? "")], by: ", ")
  }
}

extension Value {
  /// `number`, `date` and `issuer`, or null.
  static func document(_ document: Document?) -> Value {
    guard let document else { return .absent }
    return .record([
      Member("number", .text(document.number)), Member("date", .day(document.date)),
      Member("issuer", .text(document.issuer)),
    ])
  }
}

internal import Cadre

/// What an organisation is called on the day asked.
package struct PlaceName: Hashable, Sendable {
  /// The code; the name where there is none.
  package let code: String
  package let name: String
}

extension Register {
  /// What the organisation is called whose another's members are, through mergers; nil for one
  /// that is not known.
  func placeName(of organisation: OrganisationNumber?) -> PlaceName? {
    guard let state = organisation.flatMap({ organisations[tree.resolve($0)] }) else { return nil }
    let name = state.name(on: standpoint.on) ?? ""
    return PlaceName(code: state.code(on: standpoint.on) ?? name, name: name)
  }
}

extension Survey {
  /// The deadlines by the rules and holidays of the question.
  var deadlines: Deadlines { Deadlines(standpoint.rules, calendar, on: standpoint.on) }
}

extension Identity {
  /// By file number, byte by byte, then by number; who was erased comes first.
  static func precedes(_ left: Identity?, _ right: Identity?) -> Bool {
    let (mine, its) = (left?.file ?? "", right?.file ?? "")
    if mine != its { return mine.utf8.lexicographicallyPrecedes(its.utf8) }
    return (left?.person.number ?? 0) < (right?.person.number ?? 0)
  }
}

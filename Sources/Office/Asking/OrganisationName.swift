internal import Cadre

/// What an organisation is called on a day.
package struct OrganisationName: Hashable, Sendable {
  /// The code; the name where it has none.
  package let code: String
  package let name: String
}

extension Register {
  /// What an organisation is called on the day asked.
  func name(of number: OrganisationNumber) -> OrganisationName {
    name(of: number, on: standpoint.on)
  }

  /// What an organisation is called on a day; before it was founded, what it is founded as.
  func name(of number: OrganisationNumber, on day: Day) -> OrganisationName {
    let state = organisations[number]
    let name = state?.name(on: day) ?? ""
    return OrganisationName(code: state?.code(on: day) ?? name, name: name)
  }

  /// What the organisation is called whose another's members are, through mergers; nil for one
  /// that is not known.
  func home(of number: OrganisationNumber?) -> OrganisationName? {
    guard let home = number.map(tree.resolve), organisations[home] != nil else { return nil }
    return name(of: home)
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

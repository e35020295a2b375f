/// The grassroots organisation (TCCSĐ) that an organisation belonged to, on whichever day; each
/// answer is found once.
struct GrassrootsRoots: Sendable {
  private let organisations: OrganisationTree
  private var found: [Place: OrganisationNumber?] = [:]

  private struct Place: Hashable {
    let organisation: OrganisationNumber
    let day: Day
  }

  init(_ organisations: OrganisationTree) { self.organisations = organisations }

  /// The organisation, through mergers, or the nearest above it, that is a grassroots one on the
  /// day; nil where there is none.
  mutating func root(of organisation: OrganisationNumber, on day: Day) -> OrganisationNumber? {
    let place = Place(organisation: organisation, day: day)
    if let known = found[place] { return known }
    let root = look(from: organisation, on: day)
    found[place] = .some(root)
    return root
  }

  private func look(from organisation: OrganisationNumber, on day: Day) -> OrganisationNumber? {
    var at = organisations.resolve(organisation, on: day)
    for _ in 0..<OrganisationTree.greatestDepth {
      if organisations[at]?.kind(on: day)?.isGrassroots ?? false { return at }
      guard let parent = organisations.parent(of: at, on: day), parent != at else { return nil }
      at = parent
    }
    return nil
  }
}

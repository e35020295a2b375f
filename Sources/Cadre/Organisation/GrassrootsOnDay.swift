/// The grassroots organisations (TCCSĐ) of one day, and to which of them each organisation
/// belongs.
package struct GrassrootsOnDay: Sendable {
  /// By number; nil for one that belongs to none.
  private let roots: [OrganisationNumber?]
  /// Those in the tree that are not dissolved, ascending; whoever is left in a dissolved one belongs
  /// to it still.
  package let units: [OrganisationNumber]
  package let day: Day

  /// O(organisations × depth).
  package init(_ tree: TreeOnDay, _ organisations: OrganisationTree) {
    day = tree.day
    let roots = (0..<tree.limit).map { place in
      Self.root(of: OrganisationNumber(UInt32(place)), tree, organisations)
    }
    self.roots = roots
    let day = tree.day
    units = roots.indices.compactMap { place in
      let number = OrganisationNumber(UInt32(place))
      guard roots[place] == number, organisations[number]?.isDissolved(on: day) == false else {
        return nil
      }
      return number
    }
  }

  /// An organisation or the nearest above it that is a grassroots one in the tree; nil where there
  /// is none.
  package func root(of organisation: OrganisationNumber) -> OrganisationNumber? {
    let place = Int(organisation.number)
    return place < roots.count ? roots[place] : nil
  }

  private static func root(
    of organisation: OrganisationNumber, _ tree: TreeOnDay, _ organisations: OrganisationTree
  ) -> OrganisationNumber? {
    var at = tree.resolve(organisation)
    guard tree.isInTree(at) else { return nil }
    for _ in 0..<OrganisationTree.greatestDepth {
      if organisations[at]?.kind(on: tree.day)?.isGrassroots ?? false { return at }
      guard let parent = tree.parent(of: at), parent != at else { return nil }
      at = parent
    }
    return nil
  }
}

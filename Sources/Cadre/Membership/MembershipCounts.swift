/// How many belong to an organisation, by status.
package struct MembershipCount: Hashable, Sendable {
  package var official = 0
  package var probationers = 0
  package var prospects = 0

  /// No one.
  package init() {}

  /// What a membership count counts: official and probationary members.
  package var members: Int { official + probationers }

  /// What the population counts: members and prospects.
  package var people: Int { members + prospects }

  package static func += (left: inout MembershipCount, right: MembershipCount) {
    left.official += right.official
    left.probationers += right.probationers
    left.prospects += right.prospects
  }

  /// Adds one person of a status.
  mutating func add(_ status: MembershipStatus) {
    switch status {
    case .official: official += 1
    case .probationer: probationers += 1
    case .prospect: prospects += 1
    case .none, .ended: break
    }
  }
}

/// The members of every organisation on one day, each in exactly one.
///
/// Organisations handed over and external ones keep their count, for the total over any set that
/// tiles the tree stays the same; the population leaves them out.
package struct MembershipCounts: Sendable {
  /// The organisations of the day counted.
  package let tree: TreeOnDay
  private var own: [MembershipCount]
  /// Everyone in the tree.
  package private(set) var population = MembershipCount()

  /// Counts of no one yet.
  package init(_ tree: TreeOnDay) {
    self.tree = tree
    own = [MembershipCount](repeating: MembershipCount(), count: tree.limit)
  }

  /// Counts a person where the person officially is on the day, through mergers.
  package mutating func add(_ person: PersonState) {
    let status = person.status(on: tree.day)
    guard status.isPresent, let organisation = person.organisation(on: tree.day) else { return }
    let place = Int(tree.resolve(organisation).number)
    guard place < own.count else { return }
    own[place].add(status)
    if tree.isInTree(organisation) { population.add(status) }
  }

  /// Those whose official organisation it is; none for one merged into another.
  package subscript(_ organisation: OrganisationNumber) -> MembershipCount {
    let place = Int(organisation.number)
    return place < own.count ? own[place] : MembershipCount()
  }

  /// Those of an organisation and of all that stand under it; O(organisations × depth).
  package func total(under top: OrganisationNumber) -> MembershipCount {
    var total = MembershipCount()
    for place in own.indices where own[place].people > 0 {
      if tree.isUnder(OrganisationNumber(UInt32(place)), top) { total += own[place] }
    }
    return total
  }

  /// Adds what another counted of other people, in the same tree.
  package static func += (left: inout MembershipCounts, right: MembershipCounts) {
    for place in left.own.indices { left.own[place] += right.own[place] }
    left.population += right.population
  }

  /// By number, those of an organisation in the tree and of all in the tree that stand under it;
  /// O(organisations × depth).
  package func totals() -> [MembershipCount] {
    var totals = [MembershipCount](repeating: MembershipCount(), count: own.count)
    for place in own.indices where own[place].people > 0 {
      var at = OrganisationNumber(UInt32(place))
      guard tree.isInTree(at) else { continue }
      for _ in 0..<OrganisationTree.greatestDepth {
        totals[Int(at.number)] += own[place]
        guard let parent = tree.parent(of: at), parent != at else { break }
        at = parent
      }
    }
    return totals
  }
}

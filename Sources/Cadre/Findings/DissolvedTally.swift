/// Who is left in organisations that were dissolved.
package struct DissolvedTally: Sendable {
  private var members: [OrganisationNumber: Int] = [:]
  private let tree: TreeOnDay
  private let dissolved: Set<OrganisationNumber>

  /// The organisations in the tree that were dissolved on or before a day and merged into none.
  package init(_ surroundings: Surroundings, on day: Day) {
    let tree = surroundings.tree(on: day)
    let organisations = surroundings.organisations
    self.tree = tree
    dissolved = Set(
      organisations.numbers.filter { number in
        organisations[number]?.isDissolved(on: day) == true && tree.isInTree(number)
          && tree.resolve(number) == number
      })
  }

  /// Counts a person who is a member there on the day.
  package mutating func add(_ person: PersonState) {
    if dissolved.isEmpty { return }
    guard let here = person.organisation(on: tree.day).map(tree.resolve), dissolved.contains(here),
      person.status(on: tree.day).isMember
    else { return }
    members[here, default: 0] += 1
  }

  /// Adds what another counted of other people.
  package mutating func add(_ other: DissolvedTally) {
    members.merge(other.members, uniquingKeysWith: +)
  }

  /// The dissolved organisations that still have members, or organisations under them that are
  /// not dissolved themselves.
  package func findings(_ surroundings: Surroundings, known: LogSize) -> [Finding] {
    let organisations = surroundings.organisations
    return dissolved.sorted().compactMap { number in
      let below = organisations.numbers.count { other in
        tree.resolve(other) == other && tree.parent(of: other) == number
          && !dissolved.contains(other) && organisations[other]?.isEstablished(on: tree.day) == true
      }
      let left = members[number] ?? 0
      guard left + below > 0, let end = organisations[number]?.dissolved else { return nil }
      var finding = Finding(
        .dissolvedWithMembers, event: end.index, day: max(end.from, .firstOf(year: 1)),
        needed: .noMembers, found: .left(members: left, organisations: below))
      finding.organisation = number
      finding.known = known
      return finding
    }
  }
}

/// What the ledger may lack about a person (spec/domain.md: what is absent is not known).
package enum MissingDatum: UInt8, Code {
  /// No birth at all.
  case birth
  /// A birth known to the month or year only: ages are intervals.
  case birthDay
  case sex, citizenNumber
  /// No card issued to an official member.
  case card
  /// Of an official member at the end of the last year, that year's rating.
  case rating
  /// No screening at all.
  case screening
  /// Of somebody in planning, any conclusion on political standards.
  case conclusion
  /// Of a holder of a post at the end of the last year, that year's declaration.
  case declaration
}

/// What private records say of a person, without the texts themselves.
package struct ProfilePresence: Hashable, Sendable {
  package var birth: Birth?
  package var hasSex: Bool
  package var hasCitizenNumber: Bool

  package init(birth: Birth? = nil, hasSex: Bool = false, hasCitizenNumber: Bool = false) {
    self.birth = birth
    self.hasSex = hasSex
    self.hasCitizenNumber = hasCitizenNumber
  }
}

/// What the ledger lacks about the people of each grassroots organisation on a day.
package struct CompletenessTally: Sendable {
  private let subtree: Subtree
  private let units: GrassrootsOnDay
  private let day: Day
  private let rules: RuleSet
  /// The organisations with people, and what is missing of these.
  package private(set) var rows: [OrganisationNumber: Row] = [:]
  /// People whose organisation is none of the tree: who left it, and who never was in it.
  package private(set) var outside = 0

  /// The people of one organisation.
  package struct Row: Hashable, Sendable {
    package var people = 0
    /// By `MissingDatum`.
    package var missing = [Int](repeating: 0, count: MissingDatum.allCases.count)

    package init() {}

    /// How many lack it.
    package subscript(datum: MissingDatum) -> Int { missing[Int(datum.rawValue)] }

    package static func += (left: inout Row, right: Row) {
      left.people += right.people
      for place in left.missing.indices { left.missing[place] += right.missing[place] }
    }
  }

  /// - Parameter units: those of the day asked.
  package init(_ subtree: Subtree, _ units: GrassrootsOnDay, _ rules: RuleSet) {
    self.rules = rules
    self.subtree = subtree
    self.units = units
    day = subtree.tree.day
  }

  /// Counts a person of the population, if asked for, and says what is missing.
  /// - Parameter presence: asked for only of whoever counts.
  package mutating func add<Failure: Error>(
    _ person: PersonState, presence: () throws(Failure) -> ProfilePresence
  ) throws(Failure) -> [MissingDatum] {
    if let home = person.organisation(on: day), !subtree.tree.isInTree(home) { outside += 1 }
    guard let home = person.organisation(on: day), person.isInPopulation(of: subtree.tree),
      subtree.contains(home)
    else { return [] }
    let missing = missing(person, try presence())
    // Whoever belongs to no grassroots organisation counts where they are.
    let unit = units.root(of: home) ?? subtree.tree.resolve(home)
    rows[unit, default: Row()].people += 1
    for datum in missing { rows[unit]?.missing[Int(datum.rawValue)] += 1 }
    return missing
  }

  /// Takes in what was counted of other people.
  package static func += (left: inout CompletenessTally, right: CompletenessTally) {
    left.outside += right.outside
    left.rows.merge(right.rows) { mine, its in
      var both = mine
      both += its
      return both
    }
  }
}

extension CompletenessTally {
  private func missing(
    _ person: PersonState, _ presence: ProfilePresence
  ) -> [MissingDatum] {
    var missing: [MissingDatum] = []
    switch presence.birth {
    case nil: missing.append(.birth)
    case .month, .year: missing.append(.birthDay)
    case .day: break
    }
    if !presence.hasSex { missing.append(.sex) }
    if !presence.hasCitizenNumber { missing.append(.citizenNumber) }
    let status = person.status(on: day)
    if status == .official, !person.cards.contains(where: { $0.on <= day }) {
      missing.append(.card)
    }
    let year = day.year - 1
    let end = Day.lastOf(year: year)
    if person.status(on: end) == .official,
      !person.ratings.contains(where: { $0.year == year && $0.from <= day })
    {
      missing.append(.rating)
    }
    if status.isMember, !person.screenings.contains(where: { $0.on <= day }) {
      missing.append(.screening)
    }
    let isPlanned = person.entries(on: day).contains { rules.end(of: $0.term) > day }
    if isPlanned, !person.conclusions.contains(where: { $0.on <= day }) {
      missing.append(.conclusion)
    }
    if !person.posts(on: end).isEmpty,
      !person.declarations.contains(where: { $0.year == year && $0.on <= day })
    {
      missing.append(.declaration)
    }
    return missing
  }
}

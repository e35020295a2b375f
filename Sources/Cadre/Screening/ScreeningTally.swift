/// The register of screening rounds: what came of each, in each grassroots organisation, and on
/// which grounds people left (S2).
package struct ScreeningTally: Sendable {
  private var byRound: [String: ScreeningRound] = [:]
  private var byPlace: [PlaceKey: ScreeningOutcomes] = [:]
  private var byGround: [RemovalGround: Int] = [:]
  private var roots: GrassrootsRoots
  private let subtree: Subtree
  /// The only round counted; nil: all.
  private let round: String?

  private struct PlaceKey: Hashable {
    let round: String
    let organisation: OrganisationNumber?
  }

  /// Nobody counted yet.
  ///
  /// - Parameters:
  ///   - organisations: of any day: a screening is counted where the person was on its day.
  ///   - round: the name of the only one to be counted; nil: all.
  package init(_ subtree: Subtree, _ organisations: OrganisationTree, round: String? = nil) {
    self.subtree = subtree
    self.round = round
    roots = GrassrootsRoots(organisations)
  }

  private var day: Day { subtree.tree.day }

  /// Counts a person's screenings and endings, wherever the person is by now.
  package mutating func add(_ person: PersonState) {
    for screening in person.screenings where screening.on <= day {
      if let round, screening.round != round { continue }
      count(screening, of: person)
    }
    for ending in person.endings where ending.on <= day && ending.how != .deceased {
      guard subtree.contains(person.organisation(on: ending.on)),
        round == nil || person.proposal(before: ending)?.round == round
      else { continue }
      let key = RemovalGround(year: ending.on.year, how: ending.how, ground: ending.ground)
      byGround[key, default: 0] += 1
    }
  }

  private mutating func count(_ screening: Screening, of person: PersonState) {
    let here = person.organisation(on: screening.on)
    guard subtree.contains(here) else { return }
    byRound[
      screening.round, default: ScreeningRound(name: screening.round, on: screening.on)
    ].add(screening)
    let root = here.flatMap { roots.root(of: $0, on: screening.on) }
    byPlace[
      PlaceKey(round: screening.round, organisation: root), default: ScreeningOutcomes()
    ].add(screening.outcome)
  }

  package static func += (left: inout ScreeningTally, right: ScreeningTally) {
    left.byRound.merge(right.byRound) { mine, its in mine.joined(with: its) }
    left.byPlace.merge(right.byPlace) { mine, its in mine + its }
    left.byGround.merge(right.byGround, uniquingKeysWith: +)
  }
}

extension ScreeningTally {
  /// The rounds, by their first day.
  package var rounds: [ScreeningRound] {
    byRound.values.sorted { ($0.first, $0.name) < ($1.first, $1.name) }
  }

  /// The outcomes of each round in each grassroots organisation, in the order of the rounds, then
  /// by number; those of which the organisation stood under none come last.
  package var places: [ScreeningPlace] {
    let order = Dictionary(
      uniqueKeysWithValues: rounds.enumerated().map { ($0.element.name, $0.offset) })
    return byPlace.map {
      ScreeningPlace(round: $0.round, organisation: $0.organisation, outcomes: $1)
    }.sorted { left, right in
      let (mine, its) = (order[left.round] ?? 0, order[right.round] ?? 0)
      if mine != its { return mine < its }
      return (left.organisation?.number ?? .max) < (right.organisation?.number ?? .max)
    }
  }

  /// How many memberships ended other than by death, a year, kind and ground.
  package var removals: [(key: RemovalGround, count: Int)] {
    byGround.sorted { RemovalGround.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
  }
}

/// How many screenings ended how.
package struct ScreeningOutcomes: Hashable, Sendable {
  package private(set) var qualified = 0
  package private(set) var remedial = 0
  package private(set) var removalProposed = 0

  /// All of them.
  package var screened: Int { qualified + remedial + removalProposed }

  mutating func add(_ outcome: ScreeningOutcome) {
    switch outcome {
    case .qualified: qualified += 1
    case .remedial: remedial += 1
    case .removalProposed: removalProposed += 1
    }
  }

  static func + (left: ScreeningOutcomes, right: ScreeningOutcomes) -> ScreeningOutcomes {
    var sum = left
    sum.qualified += right.qualified
    sum.remedial += right.remedial
    sum.removalProposed += right.removalProposed
    return sum
  }
}

/// One round.
package struct ScreeningRound: Hashable, Sendable {
  /// As the sheet calls it, `2021-1`.
  package let name: String
  package private(set) var first: Day
  package private(set) var last: Day
  package private(set) var outcomes = ScreeningOutcomes()

  init(name: String, on day: Day) {
    self.name = name
    first = day
    last = day
  }

  mutating func add(_ screening: Screening) {
    first = min(first, screening.on)
    last = max(last, screening.on)
    outcomes.add(screening.outcome)
  }

  func joined(with other: ScreeningRound) -> ScreeningRound {
    var both = self
    both.first = min(first, other.first)
    both.last = max(last, other.last)
    both.outcomes = outcomes + other.outcomes
    return both
  }
}

/// The outcomes of one round in one grassroots organisation.
package struct ScreeningPlace: Hashable, Sendable {
  package let round: String
  /// nil: the people's organisations stood under none.
  package let organisation: OrganisationNumber?
  package let outcomes: ScreeningOutcomes
}

/// Why memberships of a year ended.
package struct RemovalGround: Hashable, Sendable {
  package let year: Int
  package let how: EndingKind
  package let ground: EndingGround?

  static func precedes(_ left: RemovalGround, _ right: RemovalGround) -> Bool {
    if left.year != right.year { return left.year < right.year }
    if left.how != right.how { return left.how.rawValue < right.how.rawValue }
    return (left.ground?.rawValue ?? .max) < (right.ground?.rawValue ?? .max)
  }
}

/// A person, a post and a term in planning, as they stand on the day asked.
package struct PlannedRow: Hashable, Sendable {
  package let person: PersonNumber
  package let stand: PlannedStand
  /// Whether the person holds the post already; then nothing is said of readiness.
  package let holds: Bool
  /// Where the entry counts or has lapsed.
  package let outlook: Outlook?
  /// Whether the entry rests on a conclusion for planning (S7).
  package let standards: StandardsCheck
  package let traits: PlannedTraits
  /// Whether the person is young enough for the term, where the entry counts and a rule says.
  package internal(set) var age: PlanningAge?
}

/// What shares and bands of planning count of a person on a day; nil: the ledger does not know.
package struct PlannedTraits: Hashable, Sendable {
  package let isWoman: Bool?
  package let isUnderForty: Bool?
  package let band: AgeBand?

  /// Years below which somebody counts as young (**planning.underForty**).
  package static let youngBelow = 40

  init(_ profile: Profile, on day: Day) {
    isWoman = profile.sex.map { $0 == .female }
    band = AgeBand(of: profile.birth, on: day)
    isUnderForty = profile.birth.flatMap { birth in
      let limit = 12 * PlannedTraits.youngBelow
      let youngest = birth.days.upperBound.wholeMonths(to: day) < limit
      return youngest == (birth.days.lowerBound.wholeMonths(to: day) < limit) ? youngest : nil
    }
  }
}

/// Somebody in planning for more posts of one level in a term than **planning.titlesPerPerson**.
package struct Overplanned: Hashable, Sendable {
  package let person: PersonNumber
  package let term: Term
  /// The body that decides the posts, which makes them one level; nil: not known.
  package let level: String?
  /// By code.
  package let positions: [PositionNumber]
  package let limit: Ruling<Int>
}

/// What coverage takes of people, one after another.
package struct CoverageWork: Sendable {
  package let scope: PlanningScope
  /// By person, then as `Readiness.stands(of:)` orders them.
  package private(set) var rows: [PlannedRow] = []
  /// How many people of the population hold a post.
  package private(set) var holders: [PositionNumber: Int] = [:]
  package private(set) var overplanned: [Overplanned] = []
  package private(set) var decisions: [StandardsDecision] = []
  package private(set) var changes: [PlanningChange] = []
  /// Readiness of the day from which changes are asked about; nil: none are.
  private let before: Readiness?
  private let titles: Ruling<Int>?

  /// Nobody yet.
  /// - Parameter before: readiness of `scope.since`, where changes are asked about.
  package init(_ scope: PlanningScope, before: Readiness? = nil) {
    self.scope = scope
    self.before = before
    titles = scope.readiness.rules.number(.planningTitlesPerPerson, on: scope.on)
  }

  /// Whether birth and sex of a person are of any account: planned for a post asked about.
  package func needsProfile(_ person: PersonState) -> Bool {
    person.planning.contains { scope.includes($0.position) && scope.includes($0.term) }
  }

  /// Takes a person in; nobody twice, and by number.
  /// - Parameter facts: all of the person's, for the decisions taken.
  package mutating func add(
    _ person: PersonState, _ profile: Profile, facts: [Fact<PersonEvent>], known: LogSize
  ) {
    guard person.number != scope.without else { return }
    let candidate = scope.readiness.candidate(person, profile)
    if candidate.isInPopulation {
      for tenure in candidate.posts where scope.includes(tenure.position) {
        holders[tenure.position, default: 0] += 1
      }
    }
    decisions += StandardsDecision.lacking(facts, known: known, of: candidate, in: scope)
    let stands = scope.readiness.stands(of: candidate).filter { scope.includes($0.title.term) }
    if stands.isEmpty { return }
    let asked = stands.filter { scope.includes($0.title.position) }
    if asked.isEmpty { return }
    var own = PlannedRow.rows(asked, of: candidate, in: scope.readiness)
    for place in own.indices where own[place].stand.state == .valid {
      own[place].age = scope.planningAge(own[place].stand.title, of: candidate)
    }
    rows += own
    overplanned += tooMany(stands, of: candidate)
    if let before {
      changes += PlanningChange.changes(
        of: before.candidate(person, profile), before, to: own, in: scope)
    }
  }

  /// Takes in what was made of people with higher numbers.
  package static func += (left: inout CoverageWork, right: CoverageWork) {
    left.rows += right.rows
    left.holders.merge(right.holders, uniquingKeysWith: +)
    left.overplanned += right.overplanned
    left.decisions += right.decisions
    left.changes += right.changes
  }

  /// The terms and levels in which a person is in planning for too many posts, one of which is
  /// asked about.
  private func tooMany(_ stands: [PlannedStand], of candidate: Candidate) -> [Overplanned] {
    guard let titles, stands.count > titles.value else { return [] }
    let countsCommittees = scope.readiness.rules.countsCommitteeSeats(on: scope.on)
    let counting = stands.filter { stand in
      guard stand.state == .valid, let post = scope.readiness.posts[stand.title.position],
        post.isOpen, post.isInTree
      else { return false }
      return countsCommittees || !post.isCommittee
    }
    var found: [Overplanned] = []
    for term in Set(counting.map(\.title.term)).sorted() {
      let posts = counting.filter { $0.title.term == term }.map(\.title.position)
      let levels = Dictionary(grouping: posts) { scope.decidedBy($0) ?? "" }
      for (level, held) in levels.sorted(by: { $0.key < $1.key })
      where held.count > titles.value && held.contains(where: scope.includes) {
        found.append(
          Overplanned(
            person: candidate.person.number, term: term, level: level.isEmpty ? nil : level,
            positions: held, limit: titles))
      }
    }
    return found
  }
}

extension PlannedRow {
  /// The rows of a person; each post is judged once, for whatever terms.
  static func rows(
    _ stands: [PlannedStand], of candidate: Candidate, in readiness: Readiness
  ) -> [PlannedRow] {
    let traits = PlannedTraits(candidate.profile, on: readiness.on)
    var judged: [(position: PositionNumber, outlook: Outlook)] = []
    return stands.map { stand in
      let position = stand.title.position
      let holds = candidate.posts.contains { $0.position == position }
      var outlook: Outlook?
      if !holds, candidate.isInPopulation, stand.state.isJudged {
        outlook = judged.first { $0.position == position }?.outlook
        if outlook == nil, let judgement = readiness.judge(candidate, for: position) {
          let made = Outlook(judgement)
          judged.append((position, made))
          outlook = made
        }
      }
      return PlannedRow(
        person: candidate.person.number, stand: stand, holds: holds, outlook: outlook,
        standards: readiness.standards(
          for: .planning, position, decidedOn: stand.entry.entered, of: candidate),
        traits: traits, age: nil)
    }
  }
}

extension PlannedState {
  /// Whether readiness is of account: the entry counts, or has lapsed and may be made again.
  fileprivate var isJudged: Bool {
    switch self {
    case .valid, .lapsed: true
    case .left, .outside, .over: false
    }
  }
}

package import Cadre
internal import CadreCodec
internal import Projections

/// Somebody whose screening has left something to be followed.
package struct ScreeningRow<Subject: Hashable & Sendable>: Hashable, Sendable {
  package let who: Identity
  /// Where the person officially is.
  package let place: OrganisationName?
  package let subject: Subject
}

/// A row about a grassroots organisation in one round.
package struct ScreeningPlaceRow: Hashable, Sendable {
  /// nil: the people's organisations stood under none.
  package let place: OrganisationName?
  package let outcomes: ScreeningPlace
}

/// The register of screening.
package struct ScreeningList: Sendable {
  package let standpoint: Standpoint
  package let rounds: [ScreeningRound]
  /// By round, then by code.
  package let places: [ScreeningPlaceRow]
  /// By the day of the screening, then by file number; as are the next two.
  package let remedials: [ScreeningRow<RemedialPeriod>]
  package let triggers: [ScreeningRow<ScreeningTrigger>]
  package let proposals: [ScreeningRow<RemovalProposal>]
  package let removals: [(key: RemovalGround, count: Int)]
  /// Whether one round was asked for: triggers are of none.
  package let isOfOneRound: Bool
}

extension Ledger {
  /// The register of screening rounds, and what they have left to be followed (S2; spec/domain.md
  /// section 7). O(people).
  /// - Parameter round: the name of the only round asked for; nil: all.
  package func screening(
    _ inquiry: Inquiry, organisation: String? = nil, round: String? = nil, now: Instant
  ) throws(OfficeError) -> ScreeningList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: organisation, now: now)
      let work = try forEverybody(
        stores, survey.register, reading: .screening, start: ScreeningWork(survey, round: round),
        each: { (work, person, stores) throws(OfficeError) in try work.add(person, stores) },
        join: { $0.join($1) })
      return work.list()
    }
  }
}

/// What one thread finds of screening.
private struct ScreeningWork: Sendable {
  private var tally: ScreeningTally
  private var remedials: [ScreeningRow<RemedialPeriod>] = []
  private var triggers: [ScreeningRow<ScreeningTrigger>] = []
  private var proposals: [ScreeningRow<RemovalProposal>] = []
  private let survey: Survey
  private let round: String?

  init(_ survey: Survey, round: String?) {
    self.survey = survey
    self.round = round
    tally = ScreeningTally(survey.subtree, survey.register.organisations, round: round)
  }

  mutating func add(_ person: PersonState, _ stores: Stores) throws(OfficeError) {
    tally.add(person)
    let tree = survey.register.tree
    guard !person.screenings.isEmpty || !person.ratings.isEmpty, survey.subtree.contains(person)
    else { return }
    let screening = PersonScreening(person, survey.standpoint.rules, on: tree, round: round)
    if screening.isEmpty { return }
    let who = try stores.identity(of: person, on: tree.day)
    let place = survey.register.home(of: person.organisation(on: tree.day))
    func row<Subject>(_ subject: Subject) -> ScreeningRow<Subject> {
      ScreeningRow(who: who, place: place, subject: subject)
    }
    remedials += screening.remedials.map(row)
    proposals += screening.proposals.map(row)
    if let trigger = screening.trigger { triggers.append(row(trigger)) }
  }

  mutating func join(_ other: ScreeningWork) {
    tally += other.tally
    remedials += other.remedials
    triggers += other.triggers
    proposals += other.proposals
  }

  func list() -> ScreeningList {
    let rounds = tally.rounds
    let order = rounds.enumerated().map { ($0.element.name, $0.offset) }
    return ScreeningList(
      standpoint: survey.standpoint, rounds: rounds,
      places: places(in: Dictionary(uniqueKeysWithValues: order)),
      remedials: Self.sorted(remedials) { $0.screening.on },
      triggers: Self.sorted(triggers) { .lastOf(year: $0.lastYear) },
      proposals: Self.sorted(proposals) { $0.screening.on }, removals: tally.removals,
      isOfOneRound: round != nil)
  }

  /// By round, in that order, then by code; those under no organisation last.
  private func places(in order: [String: Int]) -> [ScreeningPlaceRow] {
    let rows = tally.places.map { place in
      ScreeningPlaceRow(
        place: survey.register.home(of: place.organisation), outcomes: place)
    }
    return rows.sorted { left, right in
      let mine = order[left.outcomes.round] ?? 0
      let its = order[right.outcomes.round] ?? 0
      if mine != its { return mine < its }
      guard let code = left.place?.code, let other = right.place?.code else {
        return left.place != nil && right.place == nil
      }
      return code.utf8.lexicographicallyPrecedes(other.utf8)
    }
  }

  private static func sorted<Subject>(
    _ rows: [ScreeningRow<Subject>], by day: (Subject) -> Day
  ) -> [ScreeningRow<Subject>] {
    rows.sorted { left, right in
      let (mine, its) = (day(left.subject), day(right.subject))
      return mine == its ? Identity.precedes(left.who, right.who) : mine < its
    }
  }
}

extension EventTypes {
  /// What says how somebody was screened, and what called for it.
  static let screening = EventTypes.membership.union([.screened, .rated])
}

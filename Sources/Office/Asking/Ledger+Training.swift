package import Cadre
internal import CadreCodec
internal import EventLog
internal import Vault

/// What a question about the training roadmap is about.
package struct TrainingFilter: Hashable, Sendable {
  /// The code of an organisation: posts in its subtree.
  package var organisation: String?
  /// Classes of this level alone.
  package var level: TheoryLevel?
  /// How many seats a class of this year has.
  package var seats: Int?
  /// The last year shown.
  package var until: Int?

  package init() {}
}

/// The training roadmap, row by row, and the standpoint it was asked from.
package struct TrainingList: Sendable {
  package let standpoint: Standpoint
  /// By year and level.
  package let years: [TrainingYear]
  /// By year, level, priority and file number.
  package let people: [TrainingNeed]
  /// By level and place; nil where no seats were named.
  package let seats: [(place: Int, need: TrainingNeed)]?
  /// By file number and the post's code.
  package let risks: [TheoryRisk]
  /// How many appointments had the level before (S3), as everything known says.
  package let held: TheoryTally
  package let names: PlannedNames
  package let places: PlanningPlaces
}

extension Ledger {
  /// Who in planning lacks the theory level of the post, and in which year a class is due
  /// (spec/domain.md section 7; S3, S4). O(people), about 20 µs a person in planning.
  /// - Throws: `unknownOrganisation`.
  package func training(
    _ inquiry: Inquiry, _ filter: TrainingFilter = TrainingFilter(), now: Instant
  ) throws(OfficeError) -> TrainingList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: filter.organisation, now: now)
      let scope = PlanningScope(
        survey.register.readiness, survey.register.positions, survey.register.organisations,
        survey.subtree)
      let found = try forEverybodyConcerned(
        stores, survey.register, scope, start: GatheredTraining(work: TrainingWork(scope)),
        each: { (found, person, stores) throws(OfficeError) in
          try found.add(person, stores, survey.standpoint)
        },
        join: { $0 += $1 })
      return TrainingList(found, filter, survey.register)
    }
  }
}

/// What one thread takes of people, with who they are.
private struct GatheredTraining: Sendable {
  var work: TrainingWork
  var names = PlannedNames()

  mutating func add(
    _ person: ConcernedPerson, _ stores: Stores, _ standpoint: Standpoint
  ) throws(OfficeError) {
    var records: [(index: LogIndex, record: PrivateRecord)] = []
    if work.lacksTheory(person.state) {
      records = try stores.profile(person.state, on: standpoint.on)
    }
    let before = work.needs.count + work.risks.count
    work.add(person.state, Profile(records: records))
    if work.needs.count + work.risks.count > before { names.add(records, person.state.number) }
  }

  static func += (left: inout GatheredTraining, right: GatheredTraining) {
    left.work += right.work
    left.names += right.names
  }
}

extension TrainingList {
  fileprivate init(_ found: GatheredTraining, _ filter: TrainingFilter, _ register: Register) {
    let (work, names) = (found.work, found.names)
    let posts = register.posts
    standpoint = register.standpoint
    let wanted = work.needs.filter { need in
      (filter.until.map { need.year <= $0 } ?? true)
        && (filter.level.map { need.level.rank == $0.rank } ?? true)
    }
    people = wanted.sorted { left, right in
      if left.year != right.year { return left.year < right.year }
      if left.level != right.level { return left.level.rawValue < right.level.rawValue }
      return Self.comesFirst(left, right, names)
    }
    years = TrainingYear.all(wanted, from: register.standpoint.on.year)
    seats = filter.seats.map { Self.filled(wanted, seats: $0, names) }
    risks = work.risks.filter { risk in
      guard let level = filter.level, case .theory(let needed) = risk.requirement.needed else {
        return true
      }
      return needed.rank == level.rank
    }.sorted { left, right in
      if let order = names.precedes(left.person, right.person) { return order }
      if left.title.position != right.title.position {
        return posts.precedes(left.title.position, right.title.position)
      }
      return left.title.term < right.title.term
    }
    held = work.held
    self.names = names
    places = PlanningPlaces(
      register, Set(people.map(\.title.position) + risks.map(\.title.position)))
  }

  private static func comesFirst(
    _ left: TrainingNeed, _ right: TrainingNeed, _ names: PlannedNames
  ) -> Bool {
    left.precedes(right) ?? names.precedes(left.person, right.person) ?? false
  }

  /// Who gets the seats of a class of each level, nearest to an appointment first.
  private static func filled(
    _ needs: [TrainingNeed], seats: Int, _ names: PlannedNames
  ) -> [(place: Int, need: TrainingNeed)] {
    let waiting = needs.filter { $0.state == .needed }
    let levels = Set(waiting.map(\.level)).sorted { $0.rawValue < $1.rawValue }
    return levels.flatMap { level in
      waiting.filter { $0.level == level }.sorted { comesFirst($0, $1, names) }.prefix(seats)
        .enumerated().map { (place: $0.offset + 1, need: $0.element) }
    }
  }
}

import Cadre

/// What planning is held against in spec/rules.md, written out.
enum CoverageRules {
  static let published = ReadinessRules.with(planning.merging(classes) { left, _ in left })

  private static let planning: [ParameterName: [RuleEntry]] = [
    .planningPool: [
      pool("2021-12-27", until: "2025-10-08", .post, least: 100, most: 300),
      pool("2021-12-27", until: "2025-10-08", .committee, least: 150, most: 200),
      pool("2025-10-08", .post, least: nil, most: 300),
      pool("2025-10-08", .committee, least: 100, most: 150),
    ],
    .planningTitlesPerPerson: [ReadinessRules.entry("2021-12-27", .number(3), text: "50-QĐ/TW")],
    .planningPersonsPerTitle: [ReadinessRules.entry("2021-12-27", .number(3), text: "50-QĐ/TW")],
    .planningCommitteeSeatsCounted: [
      ReadinessRules.entry("2021-12-27", until: "2025-10-08", .flag(true)),
      ReadinessRules.entry("2025-10-08", .flag(false)),
    ],
    .planningNextTermMonths: [ReadinessRules.entry("2021-12-27", .number(60), text: "50-QĐ/TW")],
    .planningCurrentTermMonths: [
      ReadinessRules.entry("2025-10-08", .number(60), text: "377-QĐ/TW")
    ],
    .planningReferenceMonth: [reference],
    .planningWomen: [ReadinessRules.entry("2021-12-27", .number(25), text: "50-QĐ/TW")],
    .planningUnderForty: [ReadinessRules.entry("2021-12-27", .number(15), text: "50-QĐ/TW")],
  ]

  private static let classes: [ParameterName: [RuleEntry]] = [
    .theoryClassAge: [
      ReadinessRules.entry("2022-02-08", until: "2025-08-29", .number(33), sexes: [.female]),
      ReadinessRules.entry("2022-02-08", until: "2025-08-29", .number(35), sexes: [.male]),
      ReadinessRules.entry("2025-08-29", .number(28), sexes: [.female]),
      ReadinessRules.entry("2025-08-29", .number(30), sexes: [.male]),
    ]
  ]

  private static var reference: RuleEntry {
    let months = [Month(year: 2025, month: 4), Month(year: 2030, month: 4)]
    var entry = ReadinessRules.entry("2025-10-08", .months(months), text: "377-QĐ/TW")
    entry.scope.levels = [.grassroots]
    return entry
  }

  private static func pool(
    _ from: String, until: String? = nil, _ seats: SeatKind, least: Int?, most: Int
  ) -> RuleEntry {
    var entry = ReadinessRules.entry(
      from, until: until, .range(RuleRange(minimum: least, maximum: most)), text: "50-QĐ/TW")
    entry.scope.seats = [seats]
    return entry
  }
}

extension World {
  func scope(
    on text: String, under top: OrganisationNumber? = nil, position: PositionNumber? = nil,
    term: Term? = nil, since: String? = nil, without: PersonNumber? = nil
  ) -> PlanningScope {
    let readiness = readiness(on: text, rules: CoverageRules.published)
    return PlanningScope(
      readiness, table(), tree(), Subtree(readiness.posts.tree, under: top), position: position,
      term: term, since: since.map(day), without: without)
  }

  /// What coverage takes of everybody.
  func work(_ scope: PlanningScope) -> CoverageWork {
    let before = scope.since.map { readiness(on: $0.description, rules: CoverageRules.published) }
    var work = CoverageWork(scope, before: before)
    for place in people.indices.dropFirst() {
      let state = state(PersonNumber(UInt32(place)))
      work.add(state, profiles[place], facts: people[place], known: known)
    }
    return work
  }

  /// What the roadmap takes of everybody.
  func training(on text: String) -> TrainingWork {
    var work = TrainingWork(scope(on: text))
    for place in people.indices.dropFirst() {
      work.add(state(PersonNumber(UInt32(place))), profiles[place])
    }
    return work
  }

  /// Enters somebody into planning.
  @discardableResult mutating func plan(
    _ person: PersonNumber, for position: PositionNumber, _ years: Int, on text: String
  ) -> LogIndex {
    tell(
      person, on: text,
      .planningEntered(position: position, term: Term(firstYear: years, lastYear: years + 5)))
  }
}

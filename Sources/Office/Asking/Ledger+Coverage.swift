package import Cadre
internal import CadreCodec
internal import EventLog
internal import Vault

/// Which posts and terms a question about planning is about; nil: all.
package struct PlanningFilter: Hashable, Sendable {
  /// The code of an organisation: posts in its subtree.
  package var organisation: String?
  /// The code of a post.
  package var position: String?
  package var term: Term?
  /// A person by file number or `#N` who is left out of account.
  package var without: String?
  /// The day from which changes are asked about.
  package var since: Day?

  package init() {}
}

/// Planning coverage, row by row, and the standpoint it was asked from.
package struct CoverageList: Sendable {
  package let standpoint: Standpoint
  package let coverage: PlanningCoverage
  /// By term, the post's code and the file number.
  package let people: [PlannedRow]
  /// By file number and term.
  package let overplanned: [Overplanned]
  /// By day and event.
  package let decisions: [StandardsDecision]
  /// By the post's code, term and file number; nil where no day was named.
  package let changes: [PlanningChange]?
  /// Who was left out of account.
  package let without: PersonNumber?
  package let scope: PlanningScope
  package let names: PlannedNames
  package let places: PlanningPlaces
}

/// Who the people are that rows about planning name by number.
package struct PlannedNames: Sendable {
  private(set) var people: [PersonNumber: Identity] = [:]

  /// Who somebody is.
  package subscript(_ person: PersonNumber) -> Identity {
    people[person] ?? Identity(person: person)
  }

  mutating func add(_ identity: Identity) { people[identity.person] = identity }

  static func += (left: inout PlannedNames, right: PlannedNames) {
    left.people.merge(right.people) { mine, _ in mine }
  }

  /// Whether one person comes before another in lists: by the bytes of the file number.
  func precedes(_ left: PersonNumber, _ right: PersonNumber) -> Bool? {
    if left == right { return nil }
    let (mine, its) = (people[left]?.file ?? "", people[right]?.file ?? "")
    return mine == its ? left < right : mine.utf8.lexicographicallyPrecedes(its.utf8)
  }
}

extension Ledger {
  /// Who is in planning for each post and term, against seats, limits and readiness
  /// (spec/domain.md section 7; S6, S7, S16). O(people), about 20 µs a person in planning.
  /// - Throws: `unknownOrganisation`, `unknownPosition`, `unknownPerson`.
  package func coverage(
    _ inquiry: Inquiry, _ filter: PlanningFilter = PlanningFilter(), now: Instant
  ) throws(OfficeError) -> CoverageList {
    try reading { (stores) throws(OfficeError) in
      let survey = try survey(stores, inquiry, under: filter.organisation, now: now)
      let scope = try scope(stores, survey, filter)
      let before = filter.since.map { survey.register.readiness(asOf: $0) }
      let found = try forEverybodyConcerned(
        stores, survey.register, scope,
        start: GatheredCoverage(work: CoverageWork(scope, before: before)),
        each: { (found, person, stores) throws(OfficeError) in
          try found.add(person, stores, survey.standpoint)
        },
        join: { $0 += $1 })
      return CoverageList(found, survey.register)
    }
  }

  /// A filter with its codes looked up.
  func scope(
    _ stores: Stores, _ survey: Survey, _ filter: PlanningFilter
  ) throws(OfficeError) -> PlanningScope {
    let register = survey.register
    return PlanningScope(
      register.readiness, register.positions, register.organisations, survey.subtree,
      position: try filter.position.map { (code) throws(OfficeError) in
        try register.position(withCode: code)
      },
      term: filter.term, since: filter.since,
      without: try filter.without.map { (text) throws(OfficeError) in
        try stores.person(withFile: text, at: register.standpoint.known)
      })
  }
}

/// What one thread takes of people, with who they are.
private struct GatheredCoverage: Sendable {
  var work: CoverageWork
  var names = PlannedNames()

  mutating func add(
    _ person: ConcernedPerson, _ stores: Stores, _ standpoint: Standpoint
  ) throws(OfficeError) {
    let isPlanned = work.needsProfile(person.state)
    var profile = Profile()
    if isPlanned {
      let records = try stores.profile(person.state, on: standpoint.on)
      profile = Profile(records: records)
      names.add(records, person.state.number)
    }
    let decided = work.decisions.count
    work.add(person.state, profile, facts: person.facts, known: standpoint.known)
    if !isPlanned, work.decisions.count > decided {
      names.add(try stores.identity(of: person.state, on: standpoint.on))
    }
  }

  static func += (left: inout GatheredCoverage, right: GatheredCoverage) {
    left.work += right.work
    left.names += right.names
  }
}

extension PlannedNames {
  /// Adds who somebody is by their records.
  mutating func add(
    _ records: [(index: LogIndex, record: PrivateRecord)], _ person: PersonNumber
  ) {
    let identity = records.identity
    add(Identity(person: person, file: identity.fileNumber, name: identity.name))
  }
}

extension CoverageList {
  fileprivate init(_ found: GatheredCoverage, _ register: Register) {
    let (work, names) = (found.work, found.names)
    let posts = register.posts
    standpoint = register.standpoint
    scope = work.scope
    without = work.scope.without
    coverage = PlanningCoverage(work)
    self.names = names
    people = work.rows.sorted { left, right in
      let (mine, its) = (left.stand.title, right.stand.title)
      if mine.term != its.term { return mine.term < its.term }
      if mine.position != its.position { return posts.precedes(mine.position, its.position) }
      return names.precedes(left.person, right.person) ?? false
    }
    overplanned = work.overplanned.enumerated().sorted { left, right in
      names.precedes(left.element.person, right.element.person) ?? (left.offset < right.offset)
    }.map(\.element)
    decisions = work.decisions.sorted { ($0.day, $0.index) < ($1.day, $1.index) }
    changes =
      work.scope.since == nil
      ? nil
      : work.changes.enumerated().sorted { left, right in
        let (mine, its) = (left.element.title, right.element.title)
        if mine.position != its.position { return posts.precedes(mine.position, its.position) }
        if mine.term != its.term { return mine.term < its.term }
        return names.precedes(left.element.person, right.element.person)
          ?? (left.offset < right.offset)
      }.map(\.element)
    var named = Set(coverage.posts.map(\.title.position))
    for row in overplanned { named.formUnion(row.positions) }
    for decision in decisions { named.insert(decision.position) }
    for row in people { named.insert(row.stand.title.position) }
    places = PlanningPlaces(register, named)
  }
}

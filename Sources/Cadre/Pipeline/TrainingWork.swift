/// Somebody who could be appointed but for the theory level that the post asks for (S3's risk).
package struct TheoryRisk: Hashable, Sendable {
  package let person: PersonNumber
  package let title: PlannedTitle
  package let requirement: Requirement
  /// The first day of a class that has begun and in which a place is recorded.
  package let enrolledOn: Day?
}

/// What the training roadmap takes of people, one after another (S4).
package struct TrainingWork: Sendable {
  package let scope: PlanningScope
  /// By person, then by level.
  package private(set) var needs: [TrainingNeed] = []
  /// By person, then as `Readiness.stands(of:)` orders them.
  package private(set) var risks: [TheoryRisk] = []
  /// Appointments to the posts asked about for which the level was held on the first day (S3), as
  /// everything known says.
  package private(set) var held = TheoryTally()

  /// Nobody yet.
  package init(_ scope: PlanningScope) { self.scope = scope }

  /// Whether somebody, whoever they are, lacks theory for a post they are in planning for: only
  /// then are birth, sex and name of any account.
  package func lacksTheory(_ person: PersonState) -> Bool {
    person.planning.contains { entry in
      entry.entered <= scope.on && scope.includes(entry.position) && scope.includes(entry.term)
        && lacksTheory(PlannedTitle(position: entry.position, term: entry.term), person)
    }
  }

  /// Takes a person in; nobody twice, and by number.
  package mutating func add(_ person: PersonState, _ profile: Profile) {
    let candidate = scope.readiness.candidate(person, profile)
    count(theoryOf: candidate)
    guard candidate.isInPopulation else { return }
    let stands = scope.readiness.stands(of: candidate).filter { stand in
      stand.state == .valid && scope.includes(stand.title.term)
        && scope.includes(stand.title.position) && lacksTheory(stand.title, person)
    }
    if stands.isEmpty { return }
    let rows = PlannedRow.rows(stands, of: candidate, in: scope.readiness)
    needs += TrainingNeed.needs(rows, of: candidate, in: scope)
    for row in rows {
      guard let outlook = row.outlook, outlook.lacksOnly(.theory) else { continue }
      let requirement = outlook.open[0]
      guard case .theory(let level) = requirement.needed else { continue }
      let enrolment = person.enrolment(atLeast: level, on: scope.on)
      risks.append(
        TheoryRisk(
          person: person.number, title: row.stand.title, requirement: requirement,
          enrolledOn: enrolment?.startsOn))
    }
  }

  /// Takes in what was made of people with higher numbers.
  package static func += (left: inout TrainingWork, right: TrainingWork) {
    left.needs += right.needs
    left.risks += right.risks
    left.held += right.held
  }

  /// Whether a level is lacking that the post asks for in the term.
  private func lacksTheory(_ title: PlannedTitle, _ person: PersonState) -> Bool {
    guard let post = scope.readiness.posts[title.position],
      let needed = scope.theoryNeeded(for: post, in: title.term)
    else { return false }
    return !person.holds(needed.value, on: scope.on, scope.readiness.rules)
  }

  /// Counts the posts entered by the day asked for which a level was required on the first day in
  /// them; a reappointment goes on with the same post.
  private mutating func count(theoryOf candidate: Candidate) {
    let readiness = scope.readiness
    for tenure in candidate.person.tenures where tenure.from <= scope.on {
      guard scope.includes(tenure.position), let post = readiness.posts[tenure.position],
        post.line != .party
      else { continue }
      let asked = post.asked
      guard let needed = readiness.rules.theoryRequired(for: asked, on: tenure.from) else {
        continue
      }
      var status = RequirementStatus.met
      if !candidate.person.holds(needed.value, on: tenure.from, readiness.rules) {
        status = readiness.tellsTheory(of: candidate) ? .unmet : .unknown
      }
      held.add(then: status, now: status)
    }
  }
}

/// The seats needed in classes of one level in one year (S4).
package struct TrainingYear: Hashable, Sendable {
  package let year: Int
  package let level: TheoryLevel
  package private(set) var seats = 0
  package private(set) var partTime = 0
  package private(set) var fullTime = 0
  /// Of them where the form of the class is not known or no rule says it.
  package private(set) var formUnknown = 0
  /// People who would need one but are enrolled already.
  package private(set) var enrolled = 0
  /// People of whom the ledger does not know whether they hold the level.
  package private(set) var unknown = 0

  init(_ year: Int, _ level: TheoryLevel) {
    self.year = year
    self.level = level
  }

  mutating func add(_ need: TrainingNeed) {
    switch need.state {
    case .enrolled: enrolled += 1
    case .unknown: unknown += 1
    case .needed:
      seats += 1
      switch need.form {
      case .partTime: partTime += 1
      case .fullTime: fullTime += 1
      case .unknown, nil: formUnknown += 1
      }
    }
  }

  /// The years from one on to the last in which anything is needed, each level that is needed in
  /// any of them in every year.
  package static func all(_ needs: [TrainingNeed], from first: Int) -> [TrainingYear] {
    let levels = Set(needs.map(\.level)).sorted { $0.rawValue < $1.rawValue }
    guard let last = needs.map(\.year).max(), last >= first else { return [] }
    var years = (first...last).flatMap { year in levels.map { TrainingYear(year, $0) } }
    for need in needs {
      guard let level = levels.firstIndex(of: need.level) else { continue }
      years[(need.year - first) * levels.count + level].add(need)
    }
    return years
  }
}

/// What age rules need of a person's private records.
package struct Profile: Hashable, Sendable {
  package var birth: Birth?
  package var sex: Sex?
  /// The events whose private records say so.
  package var sources: [LogIndex]

  package init(birth: Birth? = nil, sex: Sex? = nil, sources: [LogIndex] = []) {
    self.birth = birth
    self.sex = sex
    self.sources = sources
  }

  /// Reads the records in the order of `PersonState.profileSources`; of birth and sex the last
  /// said counts.
  package init(records: [(index: LogIndex, record: PrivateRecord)]) {
    self.init()
    var saying: [LogIndex?] = [nil, nil]
    for (index, record) in records {
      if let birth = record.birth { (self.birth, saying[0]) = (birth, index) }
      if let sex = record.sex { (self.sex, saying[1]) = (sex, index) }
    }
    sources = Set(saying.compactMap { $0 }).sorted()
  }
}

/// A person prepared for the questions of one day: what does not depend on the post.
package final class Candidate: Sendable {
  package let person: PersonState
  package let profile: Profile
  /// The official organisation on the day, through mergers.
  package let organisation: OrganisationNumber?
  /// Whether the population of the day counts the person.
  package let isInPopulation: Bool
  /// The tenures that run on the day, at most one a line.
  package let posts: [Tenure]
  /// The month of retirement at both ends of the birth's interval.
  let retirement: (earliest: Month, latest: Month, ground: Ground)?
  /// Disciplines that bar on the day or later.
  let bars: [Bar]
  /// What may have ended planning, by day.
  let causes: [LapseCause]

  /// A discipline that bars until a day.
  struct Bar: Sendable {
    let discipline: Discipline
    let until: Day
    let ground: Ground
  }

  /// A party discipline announced or a conclusion failed.
  struct LapseCause: Sendable {
    let day: Day
    let index: LogIndex
  }

  init(_ person: PersonState, _ profile: Profile, on tree: TreeOnDay, _ rules: RuleSet) {
    let day = tree.day
    self.person = person
    self.profile = profile
    organisation = person.organisation(on: day).map(tree.resolve)
    isInPopulation = person.isInPopulation(of: tree)
    posts = person.posts(on: day)
    retirement = Self.retirement(profile, rules)
    bars = person.disciplines.isEmpty ? [] : Self.bars(person, on: day, rules)
    causes = Self.causes(person, on: day)
  }

  private static func retirement(
    _ profile: Profile, _ rules: RuleSet
  ) -> (earliest: Month, latest: Month, ground: Ground)? {
    guard let birth = profile.birth, let sex = profile.sex,
      let (earliest, latest) = rules.retirementMonths(birth: birth, sex: sex)
    else { return nil }
    let ground = Ground(
      basis: earliest.basis, verified: earliest.verified && latest.verified)
    return (earliest.value, latest.value, ground)
  }

  private static func bars(
    _ person: PersonState, on day: Day, _ rules: RuleSet
  ) -> [Bar] {
    person.disciplines.compactMap { discipline in
      guard discipline.announcedOn <= day,
        let months = rules.disciplineBarMonths(
          system: discipline.system, form: discipline.form, announcedOn: discipline.announcedOn)
      else { return nil }
      let until = discipline.announcedOn.adding(months: months.value)
      guard until > day else { return nil }
      let ground = Ground(basis: months.basis, verified: months.verified)
      return Bar(discipline: discipline, until: until, ground: ground)
    }
  }

  /// The tenure that runs on a post's line as it is on the day asked; one of at least its rank goes
  /// first, then the one that began first, then the lowest index.
  func tenure(onLineOf post: PostOnDay, asHeldIn readiness: Readiness) -> Tenure? {
    let held = posts.filter { readiness.line(of: $0) == post.line }
    if held.count < 2 { return held.first }
    func isAsHigh(_ tenure: Tenure) -> Bool {
      readiness.posts[tenure.position].map { $0.rank >= post.rank } ?? false
    }
    return held.min { left, right in
      if isAsHigh(left) != isAsHigh(right) { return isAsHigh(left) }
      return (left.from, left.index) < (right.from, right.index)
    }
  }

  /// The discipline that bars on a day and ends last; of equal last days the lowest index.
  func lastBar(on day: Day) -> Bar? {
    var last: Bar?
    for bar in bars where day < bar.until {
      let goesOn = last.map { last in
        (last.until, bar.discipline.index) < (bar.until, last.discipline.index)
      }
      if goesOn ?? true { last = bar }
    }
    return last
  }

  private static func causes(_ person: PersonState, on day: Day) -> [LapseCause] {
    var causes: [LapseCause] = []
    for discipline in person.disciplines
    where discipline.system == .party && discipline.announcedOn <= day {
      causes.append(LapseCause(day: discipline.announcedOn, index: discipline.index))
    }
    for conclusion in person.conclusions
    where conclusion.result == .unfavourable && conclusion.on <= day {
      causes.append(LapseCause(day: conclusion.on, index: conclusion.index))
    }
    if causes.count > 1 { causes.sort { ($0.day, $0.index) < ($1.day, $1.index) } }
    return causes
  }
}

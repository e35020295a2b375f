/// The measures of what people did and what was decided about them (S1, S2, S4–S7, S10, S14–S17).
package struct PeopleMeasures: Sendable {
  private let asked: PeopleAsked
  /// Of the period.
  private var admissions: AdmissionTally
  private var screened = 0
  private var screeningUnknown = 0
  private var members = 0
  private var remedialOpen = 0
  private var decisions = 0
  private var concluded = 0
  private var conclusionsUnknown = 0
  private var lackingTheory = 0
  private var plannedTheory = 0
  private var theoryUnknown = 0
  private var covered: Set<PositionNumber> = []
  /// In the order of the years asked.
  private var years: [Year]
  private var theory = TheoryTally()

  /// What is counted year by year.
  fileprivate struct Year {
    /// nil: the year is not over.
    var ratings: RatingDistribution?
    var holders = 0
    var declared = 0
    var declarationsUnknown = 0
    var active = 0
    var commented = 0
  }

  /// Nobody yet.
  package init(_ asked: PeopleAsked) {
    self.asked = asked
    admissions = AdmissionTally(
      asked.subtree, asked.organisations, within: asked.period.from..<asked.period.until)
    years = asked.years.map { year in
      let isOver = asked.on >= .lastOf(year: year)
      return Year(
        ratings: isOver ? RatingDistribution(of: year, asked.subtree, asked.organisations) : nil)
    }
  }
}

extension PeopleMeasures {
  /// Takes a person in.
  package mutating func add(_ person: PersonState) {
    admissions.add(person)
    let isPresent = asked.isHere(person, on: asked.day)
    if isPresent, person.status(on: asked.day).isMember {
      members += 1
      let last = person.screenings.last { asked.isInPeriod($0.on) }
      if let last {
        screened += 1
        if last.outcome == .remedial { remedialOpen += 1 }
      } else if !asked.isTold(.screenings, of: person) {
        screeningUnknown += 1
      }
    }
    count(decisionsAbout: person)
    if person.isInPopulation(of: asked.posts.tree) { count(planningOf: person) }
    for place in years.indices { count(person, inYearAt: place) }
  }

  /// S7: entries into planning and appointments with a favourable conclusion for their purpose
  /// before, valid on their day, where one was required. S3: appointments.
  private mutating func count(decisionsAbout person: PersonState) {
    for entry in person.planning where asked.isInPeriod(entry.entered) {
      count(asked.conclusion(for: .planning, entry.position, on: entry.entered, of: person))
    }
    for tenure in person.tenures where asked.isInPeriod(tenure.from) {
      guard let post = asked.posts[tenure.position], post.isInTree,
        asked.subtree.contains(post.organisation)
      else { continue }
      count(theoryOf: person, at: tenure, post)
      count(asked.conclusion(for: .appointment, tenure.position, on: tenure.from, of: person))
    }
  }

  private mutating func count(_ conclusion: StandardsState?) {
    guard let conclusion else { return }
    decisions += 1
    if conclusion == .concluded { concluded += 1 }
    if conclusion == .unknown { conclusionsUnknown += 1 }
  }

  /// S3: the level held on the first day in a post of the government or union line.
  private mutating func count(theoryOf person: PersonState, at tenure: Tenure, _ post: PostOnDay) {
    guard post.line != .party, let needed = asked.theory(for: post, on: tenure.from) else {
      return
    }
    let isMet = person.holds(needed, on: tenure.from, asked.rules)
    let absent: RequirementStatus = asked.isTold(.theory, of: person) ? .unmet : .unknown
    theory.add(then: isMet ? .met : absent, now: isMet ? .met : absent)
  }

  /// S4 and S6: posts with somebody in a valid plan of the term, and who lacks the level of one.
  private mutating func count(planningOf person: PersonState) {
    var needed: TheoryLevel?
    for entry in person.planning where person.counts(entry, on: asked.day, asked.rules) {
      guard let post = asked.posts[entry.position], asked.isCounted(post) else { continue }
      if entry.term == asked.term { covered.insert(entry.position) }
      if let level = asked.theory(for: post, on: asked.day),
        level.rank > needed?.rank ?? 0
      {
        needed = level
      }
    }
    guard let needed else { return }
    plannedTheory += 1
    if person.holds(needed, on: asked.day, asked.rules) { return }
    if asked.isTold(.theory, of: person) { lackingTheory += 1 } else { theoryUnknown += 1 }
  }

  private mutating func count(_ person: PersonState, inYearAt place: Int) {
    let year = asked.years[place]
    years[place].ratings?.add(person)
    let day = min(Day.lastOf(year: year), asked.day)
    guard asked.isHere(person, on: day) else { return }
    if person.status(on: day) == .official,
      !person.exemptions.contains(where: { $0.from <= day && day < $0.until })
    {
      years[place].active += 1
      if person.comments.contains(where: { $0.year == year && $0.on <= asked.on }) {
        years[place].commented += 1
      }
    }
    guard person.posts(on: day).contains(where: { asked.asksAssets(of: $0.position, on: day) })
    else { return }
    years[place].holders += 1
    if person.declarations.contains(where: { $0.year == year && $0.on <= asked.on }) {
      years[place].declared += 1
    } else if !asked.isTold(.declarations, of: person) {
      years[place].declarationsUnknown += 1
    }
  }

  /// Takes in what was counted of other people, of higher numbers.
  package static func += (left: inout PeopleMeasures, right: PeopleMeasures) {
    left.admissions += right.admissions
    left.screened += right.screened
    left.members += right.members
    left.remedialOpen += right.remedialOpen
    left.decisions += right.decisions
    left.concluded += right.concluded
    left.conclusionsUnknown += right.conclusionsUnknown
    left.lackingTheory += right.lackingTheory
    left.plannedTheory += right.plannedTheory
    left.theoryUnknown += right.theoryUnknown
    left.screeningUnknown += right.screeningUnknown
    left.covered.formUnion(right.covered)
    left.theory += right.theory
    for place in left.years.indices { left.years[place].add(right.years[place]) }
  }
}

extension PeopleMeasures.Year {
  fileprivate mutating func add(_ other: Self) {
    if let more = other.ratings { ratings? += more }
    holders += other.holders
    declared += other.declared
    declarationsUnknown += other.declarationsUnknown
    active += other.active
    commented += other.commented
  }
}

extension PeopleMeasures {
  /// The lines of the scorecard, and the units over the cap on excellent.
  package func lines() -> (lines: [ScoreLine], shortfalls: [Shortfall]) {
    let name = asked.period.name
    let posts = asked.posts.all.count { asked.isCounted($0) }
    let decided = asked.decided
    var lines = [
      ScoreLine(.admissions, name, .count(admitted(.total))),
      ScoreLine(.admissionsAgency, name, .count(admitted(.sector(.agency)))),
      ScoreLine(.admissionsPublicUnit, name, .count(admitted(.sector(.publicUnit)))),
      ScoreLine(.admissionsEnterprise, name, .count(admitted(.sector(.enterprise)))),
      ScoreLine(.screened, name, .part(screened, of: members), unknown: screeningUnknown),
      ScoreLine(.remedialOpen, name, .count(remedialOpen)),
      theoryLine,
      ScoreLine(
        .lackingTheory, name, .part(lackingTheory, of: plannedTheory), unknown: theoryUnknown),
      ScoreLine(.prospectClass, name, .count(passed(.prospects))),
      ScoreLine(.newMemberClass, name, .count(passed(.newMembers))),
      ScoreLine(.postsCovered, name, .part(covered.count, of: posts)),
      ScoreLine(
        .conclusionBefore, name, .part(concluded, of: decisions),
        decisions == 0 ? nil : .share(100), isOver: asked.isPeriodOver,
        short: decisions - concluded - conclusionsUnknown, unknown: conclusionsUnknown,
        basis: asked.rules.ruling(.standardsRequired, on: asked.day)?.basis,
        verified: asked.rules.ruling(.standardsRequired, on: asked.day)?.verified ?? true),
      ScoreLine(.decidingBody, name, .part(decided, of: posts)),
      ScoreLine(.introduced, name, .count(admissions.funnel.introduced)),
      ScoreLine(
        .introducedAdmitted, name,
        .part(admissions.funnel.admitted, of: admissions.funnel.introduced)),
    ]
    var shortfalls: [Shortfall] = []
    for (year, counted) in zip(asked.years, years) {
      let (more, short) = yearly(year, counted)
      lines += more
      shortfalls += short
    }
    return (lines, shortfalls)
  }

  private func admitted(_ group: AdmissionYear.Group) -> Int {
    admissions.years.filter { $0.sector == group }.reduce(0) { $0 + $1.count.all }
  }

  private func passed(_ course: Course) -> Int {
    admissions.classes.filter { $0.course == course }.reduce(0) { $0 + $1.count.certificates }
  }

  private var theoryLine: ScoreLine {
    let target = asked.rules.number(.theoryTarget, on: asked.on)
    var by = asked.period.last
    if case .day(let day) = asked.rules.ruling(.theoryTargetBy, on: asked.on)?.value {
      by = max(by, day)
    }
    return ScoreLine(
      .theoryBefore, asked.period.name, .part(theory.met, of: theory.appointments),
      theory.appointments == 0 ? nil : target.map { .share($0.value) }, isOver: asked.on > by,
      short: theory.appointments - theory.met - theory.unknown, unknown: theory.unknown,
      basis: target?.basis, verified: target?.verified ?? true)
  }

  private func yearly(_ year: Int, _ counted: Year) -> ([ScoreLine], [Shortfall]) {
    let name = String(year)
    let day = Day.lastOf(year: year)
    let groups = counted.ratings?.groups(asked.rules) ?? []
    let capped = groups.filter { $0.cap != nil }
    let over = capped.filter { $0.cap?.status == .unmet }
    let doubtful = capped.count { $0.cap?.status == .unknown }
    let members = groups.reduce(0) { $0 + $1.count.members }
    let unrated = groups.reduce(0) { $0 + $1.count.unrated }
    let cap = asked.rules.ruling(.ratingExcellentShareOfGood, on: day)
    let assets = asked.rules.ruling(.assetsRequired, on: day)
    let due = asked.rules.assetsDueBy(on: day)?.value.inYear(year + 1)
    return (
      [
        ScoreLine(.membersRated, name, .part(members - unrated, of: members)),
        ScoreLine(
          .excellentWithinCap, name,
          .part(capped.count - over.count - doubtful, of: capped.count),
          capped.isEmpty ? nil : .share(100), isOver: asked.on > day, short: over.count,
          unknown: doubtful, basis: cap?.basis, verified: cap?.verified ?? true),
        ScoreLine(
          .declarations, name, .part(counted.declared, of: counted.holders),
          counted.holders == 0 ? nil : .share(100), isOver: asked.on > (due ?? day),
          short: counted.holders - counted.declared - counted.declarationsUnknown,
          unknown: counted.declarationsUnknown, basis: assets?.basis,
          verified: assets?.verified ?? true),
        ScoreLine(.residenceComments, name, .part(counted.commented, of: counted.active)),
      ],
      over.compactMap { group in
        group.organisation.map { unit in
          Shortfall(
            measure: .excellentWithinCap, period: name, organisation: unit,
            value: .part(group.count[.excellent], of: group.cap?.most.value ?? 0))
        }
      }
    )
  }
}

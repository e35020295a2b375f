/// The measures of what people did and what was decided about them (S1, S2, S4–S7, S10, S14–S17).
package struct PeopleMeasures: Sendable {
  private let asked: PeopleAsked
  private var admissions = [Int](repeating: 0, count: 4)
  private var screened = 0
  private var members = 0
  private var remedialOpen = 0
  private var classes = [Int](repeating: 0, count: 2)
  private var decisions = 0
  private var concluded = 0
  private var conclusionsUnknown = 0
  private var introduced = 0
  private var introducedAdmitted = 0
  private var lackingTheory = 0
  private var plannedTheory = 0
  private var covered: Set<PositionNumber> = []
  /// In the order of the years asked.
  private var years: [Year]
  private var theory = TheoryTally()

  /// What is counted year by year.
  fileprivate struct Year {
    var members = 0
    var rated = 0
    var units: [OrganisationNumber: Grades] = [:]
    var holders = 0
    var declared = 0
    var active = 0
    var commented = 0
  }

  /// Members of a unit rated good and excellent.
  fileprivate struct Grades {
    var good = 0
    var excellent = 0
  }

  /// Nobody yet.
  package init(_ asked: PeopleAsked) {
    self.asked = asked
    years = asked.years.map { _ in Year() }
  }
}

extension PeopleMeasures {
  /// Takes a person in.
  package mutating func add(_ person: PersonState) {
    count(admissionsOf: person)
    for course in person.courses where asked.isInPeriod(course.issuedOn) {
      if asked.isHere(person, on: course.issuedOn) { classes[Int(course.course.rawValue)] += 1 }
    }
    if let introduction = person.introduction, asked.isInPeriod(introduction.from),
      asked.isHere(person, on: introduction.from)
    {
      introduced += 1
      if person.admissions.contains(where: { $0.ceremonyOn <= asked.on }) {
        introducedAdmitted += 1
      }
    }
    let isPresent = asked.isHere(person, on: asked.day)
    if isPresent, person.status(on: asked.day).isMember {
      members += 1
      let last = person.screenings.last { asked.isInPeriod($0.on) }
      if let last {
        screened += 1
        if last.outcome == .remedial { remedialOpen += 1 }
      }
    }
    count(decisionsAbout: person)
    if isPresent, person.status(on: asked.day).isPresent { count(planningOf: person) }
    for place in years.indices { count(person, inYearAt: place) }
  }

  private mutating func count(admissionsOf person: PersonState) {
    for admission in person.admissions where asked.isInPeriod(admission.ceremonyOn) {
      guard
        let place = admission.cell ?? person.organisation(on: admission.ceremonyOn),
        asked.isHere(place, on: admission.ceremonyOn)
      else { continue }
      let sector = asked.organisations.sector(of: place, on: admission.ceremonyOn)
      admissions[sector.map { Int($0.rawValue) } ?? 3] += 1
    }
  }

  /// S7: entries into planning and appointments with a favourable conclusion for their purpose
  /// before, valid on their day, where one was required. S3: appointments.
  private mutating func count(decisionsAbout person: PersonState) {
    for entry in person.planning where asked.isInPeriod(entry.entered) {
      count(asked.conclusion(for: .planning, entry.position, on: entry.entered, of: person))
    }
    for tenure in person.tenures where asked.isInPeriod(tenure.from) {
      guard let post = asked.posts[tenure.position], asked.subtree.contains(post.organisation)
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
    if !person.holds(needed, on: asked.day, asked.rules) { lackingTheory += 1 }
  }

  private mutating func count(_ person: PersonState, inYearAt place: Int) {
    let year = asked.years[place]
    let last = Day.lastOf(year: year)
    let day = min(last, asked.day)
    guard asked.isHere(person, on: day) else { return }
    if person.status(on: day) == .official {
      years[place].members += 1
      let rating = person.ratings.last { $0.year == year && $0.from <= asked.on }
      if let rating {
        years[place].rated += 1
        if rating.grade >= .good, let home = person.organisation(on: last),
          let unit = asked.unit(of: home, in: year)
        {
          if rating.grade == .good {
            years[place].units[unit, default: Grades()].good += 1
          } else {
            years[place].units[unit, default: Grades()].excellent += 1
          }
        }
      }
      if !person.exemptions.contains(where: { $0.from <= day && day < $0.until }) {
        years[place].active += 1
        if person.comments.contains(where: { $0.year == year && $0.on <= asked.on }) {
          years[place].commented += 1
        }
      }
    }
    if !person.posts(on: day).isEmpty {
      years[place].holders += 1
      if person.declarations.contains(where: { $0.year == year && $0.on <= asked.on }) {
        years[place].declared += 1
      }
    }
  }

  /// Takes in what was counted of other people, of higher numbers.
  package static func += (left: inout PeopleMeasures, right: PeopleMeasures) {
    for place in left.admissions.indices { left.admissions[place] += right.admissions[place] }
    left.screened += right.screened
    left.members += right.members
    left.remedialOpen += right.remedialOpen
    for place in left.classes.indices { left.classes[place] += right.classes[place] }
    left.decisions += right.decisions
    left.concluded += right.concluded
    left.conclusionsUnknown += right.conclusionsUnknown
    left.introduced += right.introduced
    left.introducedAdmitted += right.introducedAdmitted
    left.lackingTheory += right.lackingTheory
    left.plannedTheory += right.plannedTheory
    left.covered.formUnion(right.covered)
    left.theory += right.theory
    for place in left.years.indices { left.years[place].add(right.years[place]) }
  }
}

extension PeopleMeasures.Year {
  fileprivate mutating func add(_ other: Self) {
    members += other.members
    rated += other.rated
    holders += other.holders
    declared += other.declared
    active += other.active
    commented += other.commented
    units.merge(other.units) { mine, its in
      PeopleMeasures.Grades(
        good: mine.good + its.good, excellent: mine.excellent + its.excellent)
    }
  }
}

extension PeopleMeasures {
  /// The lines of the scorecard, and the units over the cap on excellent.
  package func lines() -> (lines: [ScoreLine], shortfalls: [Shortfall]) {
    let name = asked.period.name
    let posts = asked.posts.all.count { asked.isCounted($0) }
    let decided = asked.decided
    var lines = [
      ScoreLine(.admissions, name, .count(admissions.reduce(0, +))),
      ScoreLine(.admissionsAgency, name, .count(admissions[0])),
      ScoreLine(.admissionsPublicUnit, name, .count(admissions[1])),
      ScoreLine(.admissionsEnterprise, name, .count(admissions[2])),
      ScoreLine(.screened, name, .part(screened, of: members)),
      ScoreLine(.remedialOpen, name, .count(remedialOpen)),
      theoryLine,
      ScoreLine(.lackingTheory, name, .part(lackingTheory, of: plannedTheory)),
      ScoreLine(.prospectClass, name, .count(classes[0])),
      ScoreLine(.newMemberClass, name, .count(classes[1])),
      ScoreLine(.postsCovered, name, .part(covered.count, of: posts)),
      ScoreLine(
        .conclusionBefore, name, .part(concluded, of: decisions),
        decisions == 0 ? nil : .share(100), isOver: asked.isPeriodOver,
        short: decisions - concluded - conclusionsUnknown, unknown: conclusionsUnknown,
        basis: asked.rules.ruling(.standardsRequired, on: asked.day)?.basis,
        verified: asked.rules.ruling(.standardsRequired, on: asked.day)?.verified ?? true),
      ScoreLine(.decidingBody, name, .part(decided, of: posts)),
      ScoreLine(.introduced, name, .count(introduced)),
      ScoreLine(.introducedAdmitted, name, .part(introducedAdmitted, of: introduced)),
    ]
    var shortfalls: [Shortfall] = []
    for (year, counted) in zip(asked.years, years) {
      let (more, short) = yearly(year, counted)
      lines += more
      shortfalls += short
    }
    return (lines, shortfalls)
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
    var over: [Shortfall] = []
    var doubtful = 0
    for (unit, grades) in counted.units.sorted(by: { $0.key < $1.key }) {
      guard let most = asked.rules.excellentMaximum(good: grades.good, on: day),
        grades.excellent > most.value
      else { continue }
      let special = asked.rules.excellentMaximum(good: grades.good, .special, on: day)
      if let special, special.value > most.value, grades.excellent <= special.value {
        doubtful += 1
        continue
      }
      over.append(
        Shortfall(
          measure: .excellentWithinCap, period: name, organisation: unit,
          value: .part(grades.excellent, of: most.value)))
    }
    let cap = asked.rules.ruling(.ratingExcellentShareOfGood, on: day)
    let assets = asked.rules.ruling(.assetsRequired, on: day)
    let due = asked.rules.assetsDueBy(on: day)?.value.inYear(year + 1)
    let units = counted.units.count
    return (
      [
        ScoreLine(.membersRated, name, .part(counted.rated, of: counted.members)),
        ScoreLine(
          .excellentWithinCap, name, .part(units - over.count - doubtful, of: units),
          cap == nil || units == 0 ? nil : .share(100), isOver: asked.on > day,
          short: over.count, unknown: over.isEmpty ? doubtful : 0, basis: cap?.basis,
          verified: cap?.verified ?? true),
        ScoreLine(
          .declarations, name, .part(counted.declared, of: counted.holders),
          assets == nil || counted.holders == 0 ? nil : .share(100),
          isOver: asked.on > (due ?? day),
          short: counted.holders - counted.declared, basis: assets?.basis,
          verified: assets?.verified ?? true),
        ScoreLine(.residenceComments, name, .part(counted.commented, of: counted.active)),
      ], over
    )
  }
}

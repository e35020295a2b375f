/// A level of political theory that somebody in planning lacks, and when a class for it is due (S4).
package struct TrainingNeed: Hashable, Sendable {
  package let person: PersonNumber
  /// The level that the post asks for.
  package let level: TheoryLevel
  /// The highest level held; nil: none.
  package let held: TheoryLevel?
  /// The post that makes it due first, and the term.
  package let title: PlannedTitle
  /// Of the post inside its line, 1…4.
  package let rank: Int
  /// The year of the class.
  package let year: Int
  package let state: State
  /// Of somebody enrolled, the first day of the class.
  package let enrolledOn: Day?
  /// Whether the person could be appointed but for the level.
  package let lacksOnlyTheory: Bool
  package let form: ClassForm?
  /// **theory.classAge** in that year; nil where no rule says.
  package let classAge: Ruling<Int>?
  /// Years of age in that year: on its first and on its last day.
  package let ages: ClosedRange<Int>?
  /// The rule that asks for the level.
  package let basis: Basis
  package let verified: Bool

  /// Whether a seat is needed.
  package enum State: UInt8, Code {
    case needed
    /// A class of at least the level has begun, and a place in it is recorded.
    case enrolled
    /// No level is recorded, and no sheet of theory tells that there is none.
    case unknown
  }
}

/// How a class is attended.
package enum ClassForm: UInt8, Code {
  /// Old enough for a class beside work (tại chức) in the whole year.
  case partTime
  /// Too young for one in the whole year: a full-time class (tập trung).
  case fullTime
  /// It depends on the day of the year, or on a birth or sex that is not known.
  case unknown
}

extension TrainingNeed {
  /// Who gets a seat before whom: who stands nearest to an appointment. The term of the day before
  /// later ones, the higher post, who lacks nothing else.
  package func precedes(_ other: TrainingNeed) -> Bool? {
    if title.term != other.title.term { return title.term < other.title.term }
    if rank != other.rank { return rank > other.rank }
    if lacksOnlyTheory != other.lacksOnlyTheory { return lacksOnlyTheory }
    return nil
  }

  /// Whether a person's need for a level is that one rather than the other: the earlier, then by
  /// priority.
  fileprivate func comesFirst(_ other: TrainingNeed) -> Bool {
    if year != other.year { return year < other.year }
    return precedes(other) ?? false
  }

  /// The needs of a person: one a level, none where a higher one is due as early.
  static func needs(
    _ rows: [PlannedRow], of candidate: Candidate, in scope: PlanningScope
  ) -> [TrainingNeed] {
    let readiness = scope.readiness
    let held = candidate.person.theory(on: scope.on, readiness.rules)
    var first: [TrainingNeed?] = [nil, nil, nil]
    for row in rows where row.stand.state == .valid {
      guard let post = readiness.posts[row.stand.title.position],
        let needed = scope.theoryNeeded(for: post, in: row.stand.title.term),
        held.map({ $0.level.rank < needed.value.rank }) ?? true
      else { continue }
      let need = TrainingNeed(row, needed, post, held?.level, candidate, scope)
      let place = needed.value.rank - 1
      if first[place].map(need.comesFirst) ?? true { first[place] = need }
    }
    let needs = first.compactMap { $0 }
    return needs.filter { need in
      !needs.contains { $0.level.rank > need.level.rank && $0.year <= need.year }
    }
  }

  private init(
    _ row: PlannedRow, _ needed: Ruling<TheoryLevel>, _ post: PostOnDay, _ held: TheoryLevel?,
    _ candidate: Candidate, _ scope: PlanningScope
  ) {
    let person = candidate.person
    let enrolment = person.enrolment(atLeast: needed.value, on: scope.on)
    let year = scope.classYear(of: row)
    self.person = person.number
    level = needed.value
    self.held = held
    title = row.stand.title
    rank = post.rank
    self.year = year
    enrolledOn = enrolment?.startsOn
    if enrolment != nil {
      state = .enrolled
    } else if held == nil, !scope.readiness.tellsTheory(of: candidate) {
      state = .unknown
    } else {
      state = .needed
    }
    lacksOnlyTheory = row.outlook?.lacksOnly(.theory) ?? false
    let age = scope.classAge(for: needed.value, candidate.profile.sex, in: year)
    classAge = age.own
    ages = candidate.profile.birth?.years(in: year)
    form = ClassForm(of: age, ages)
    basis = needed.basis
    verified = needed.verified
  }
}

extension ClassForm {
  /// How somebody of those ages attends a class; nil where no rule says from which age.
  fileprivate init?(of limit: PlanningScope.ClassAge, _ ages: ClosedRange<Int>?) {
    guard let (least, most) = limit.bounds else { return nil }
    guard let ages else {
      self = .unknown
      return
    }
    if ages.lowerBound >= most {
      self = .partTime
    } else {
      self = ages.upperBound < least ? .fullTime : .unknown
    }
  }
}

extension Birth {
  /// Whole years of age on the first day of a year, if born as late as may be, and on its last, if
  /// as early.
  fileprivate func years(in year: Int) -> ClosedRange<Int> {
    let least = days.upperBound.wholeMonths(to: .firstOf(year: year)) / 12
    return least...max(least, days.lowerBound.wholeMonths(to: .lastOf(year: year)) / 12)
  }
}

extension PlanningScope {
  /// **theory.classAge** for a person; of one whose sex is not known, for both.
  struct ClassAge {
    let own: Ruling<Int>?
    let bounds: (Int, Int)?
  }

  /// The age from which a class of a level is attended beside work, in a year; the rule is about
  /// intermediate classes.
  func classAge(for level: TheoryLevel, _ sex: Sex?, in year: Int) -> ClassAge {
    guard level == .intermediate else { return ClassAge(own: nil, bounds: nil) }
    let day = max(on, .firstOf(year: year))
    let found = (sex.map { [$0] } ?? Sex.allCases).compactMap { sex in
      readiness.rules.number(.theoryClassAge, for: RuleCase(sex: sex), on: day)
    }
    guard let least = found.map(\.value).min(), let most = found.map(\.value).max() else {
      return ClassAge(own: nil, bounds: nil)
    }
    return ClassAge(own: found.count == 1 ? found.first : nil, bounds: (least, most))
  }

  /// The year of the class: of the term of the day this year; of a later one the year before it
  /// begins, or that in which all else is met, if it is earlier.
  func classYear(of row: PlannedRow) -> Int {
    let start = start(of: row.stand.title.term)
    if start <= on { return on.year }
    let latest = start.year - 1
    let due = row.outlook?.due(leavingOut: .theory, from: on)?.year ?? latest
    return max(on.year, min(latest, due))
  }

  /// The highest level that **theory.required** asks of a post on some day of a term still to come.
  func theoryNeeded(for post: PostOnDay, in term: Term) -> Ruling<TheoryLevel>? {
    let rules = readiness.rules
    let asked = post.asked
    let end = readiness.end(of: term)
    var day = max(on, start(of: term))
    var highest: Ruling<TheoryLevel>?
    while day < end {
      if let ruling = rules.theoryRequired(for: asked, on: day),
        highest.map({ $0.value.rank < ruling.value.rank }) ?? true
      {
        highest = ruling
      }
      guard let next = rules.nextChange(of: .theoryRequired, for: asked, after: day) else { break }
      day = next
    }
    return highest
  }
}

extension Readiness {
  /// Whether a sheet received tells all levels of theory that a person holds.
  func tellsTheory(of candidate: Candidate) -> Bool {
    coverage.receipt(of: .theory, for: candidate.organisation, candidate.person) != nil
  }
}

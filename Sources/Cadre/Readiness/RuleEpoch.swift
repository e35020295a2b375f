/// What a rule rests on, as a requirement quotes it.
struct Ground: Sendable {
  let basis: Basis
  let verified: Bool
}

/// The rules for one kind of post over a run of days on which none of them changes.
struct RuleEpoch: Sendable {
  /// The first day on which some value may be another; `afterAll` for none.
  private(set) var until = Day.afterAll
  private(set) var planningRequired = false
  private(set) var theory: TheoryLevel?
  /// An equivalence certificate counts only if issued before it.
  private(set) var equivalenceUntil = Day.afterAll
  private(set) var standardsRequired = false
  private(set) var validMonths: Int?
  private(set) var screeningRequired = false
  private(set) var ratingRequired = false
  private(set) var ratingYears = 1
  private(set) var ratingMinimum = Grade.unfulfilled
  private(set) var ratingMinimumEarlier = Grade.unfulfilled
  private(set) var ratingDueBy: DayOfYear?
  private(set) var assetsRequired = false
  private(set) var assetsDueBy: DayOfYear?
  private(set) var degree: Degree?
  private(set) var monthsToRetirement: Int?
  private(set) var monthsInPost: Int?
  private(set) var suspended = false
  /// By the place of the parameter in `parameters`.
  private var grounds: [Ground?] = []

  /// The parameters read on the day asked.
  private static let parameters: [ParameterName] = [
    .planningRequired, .theoryRequired, .theoryEquivalenceUntil, .standardsRequired,
    .standardsValidMonths, .screeningRequired, .ratingRequired, .ratingYears, .ratingMinimum,
    .ratingMinimumEarlier, .ratingDueBy, .assetsRequired, .assetsDueBy, .qualificationRequired,
    .appointmentMonthsToRetirement, .appointmentMonthsInPost, .suspension, .probationMonths,
  ]

  /// The rules for a case from a day on.
  init(_ rules: RuleSet, for asked: RuleCase, from day: Day) {
    grounds = Array(repeating: nil, count: ParameterName.allCases.count)
    for name in Self.parameters {
      if let next = rules.nextChange(of: name, for: asked, after: day) { until = min(until, next) }
      guard let ruling = rules.ruling(name, for: asked, on: day) else { continue }
      grounds[Int(name.rawValue)] = Ground(basis: ruling.basis, verified: ruling.verified)
      take(ruling.value, of: name)
    }
    // A bar's own rule is that of its announcement; this one is quoted where there is no bar.
    let bar = rules.disciplineBarMonths(system: .party, form: .reprimand, announcedOn: day)
    grounds[Int(ParameterName.disciplineBarMonths.rawValue)] = bar.map {
      Ground(basis: $0.basis, verified: $0.verified)
    }
  }

  private mutating func take(_ value: RuleValue, of name: ParameterName) {
    switch (name, value) {
    case (.planningRequired, .flag(let flag)): planningRequired = flag
    case (.theoryRequired, .theoryLevel(let level)): theory = level
    case (.theoryEquivalenceUntil, .day(let day)): equivalenceUntil = day
    case (.standardsRequired, .flag(let flag)): standardsRequired = flag
    case (.standardsValidMonths, .number(let months)): validMonths = months
    case (.screeningRequired, .flag(let flag)): screeningRequired = flag
    case (.ratingRequired, .flag(let flag)): ratingRequired = flag
    case (.ratingYears, .number(let years)): ratingYears = max(years, 1)
    case (.ratingMinimum, .grade(let grade)): ratingMinimum = grade
    case (.ratingMinimumEarlier, .grade(let grade)): ratingMinimumEarlier = grade
    case (.ratingDueBy, .dayOfYear(let day)): ratingDueBy = day
    case (.assetsRequired, .flag(let flag)): assetsRequired = flag
    case (.assetsDueBy, .dayOfYear(let day)): assetsDueBy = day
    case (.qualificationRequired, .degree(let level)): degree = level
    case (.appointmentMonthsToRetirement, .number(let months)): monthsToRetirement = months
    case (.appointmentMonthsInPost, .number(let months)): monthsInPost = months
    case (.suspension, .flag(let flag)): suspended = flag
    default: break
    }
  }

  /// What a parameter's value rests on; nil where it has none.
  func ground(of name: ParameterName) -> Ground? { grounds[Int(name.rawValue)] }
}

/// The rules for one kind of post from a day on, epoch by epoch.
struct PostRules: Sendable {
  /// The case they are asked for.
  let asked: RuleCase
  /// Consecutive; the last reaches past the last day asked.
  private let epochs: [RuleEpoch]

  /// Compiles the rules for the days from `first` to `last`.
  init(_ rules: RuleSet, for asked: RuleCase, from first: Day, through last: Day) {
    self.asked = asked
    var epochs: [RuleEpoch] = []
    var day = first
    while day <= last {
      let epoch = RuleEpoch(rules, for: asked, from: day)
      epochs.append(epoch)
      day = max(epoch.until, day.adding(days: 1))
    }
    self.epochs = epochs
  }

  /// The rules of a day, not before the first; linear in the changes until then, which are few.
  func epoch(on day: Day) -> RuleEpoch {
    var place = 0
    while place + 1 < epochs.count, epochs[place].until <= day { place += 1 }
    return epochs[place]
  }
}

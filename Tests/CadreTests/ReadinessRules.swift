import Cadre

/// A day written `yyyy-mm-dd`; one far off where the text is none, so that a test fails.
func day(_ text: String) -> Day { Day(text: text) ?? .afterAll }

/// What readiness reads of spec/rules.md, written out as a rule set.
enum ReadinessRules {
  /// All of it.
  static let published = RuleSet(
    id: "published", title: "spec/rules.md",
    parameters: planning.merging(theory) { left, _ in left }
      .merging(repeated) { left, _ in left }.merging(bars) { left, _ in left }
      .merging(age) { left, _ in left })

  /// The same with other entries for some parameters.
  static func with(_ changed: [ParameterName: [RuleEntry]]) -> RuleSet {
    let all = ParameterName.allCases.map { ($0, Array(published.entries(of: $0))) }
    return RuleSet(
      id: "changed", title: "Changed",
      parameters: Dictionary(uniqueKeysWithValues: all).merging(changed) { _, new in new })
  }

  /// An entry for the days [from, to).
  static func entry(
    _ from: String?, until: String? = nil, _ value: RuleValue, lines: Set<Line> = [],
    sectors: Set<Sector> = [], classes: Set<PositionClass> = [], sexes: Set<Sex> = [],
    systems: Set<DisciplineSystem> = [], forms: Set<DisciplineForm> = [], text: String = "text",
    verified: Bool = true
  ) -> RuleEntry {
    var scope = RuleScope()
    scope.lines = lines
    scope.sectors = sectors
    scope.classes = classes
    scope.sexes = sexes
    scope.systems = systems
    scope.forms = forms
    return RuleEntry(
      from: from.map(day), to: until.map(day), scope: scope, value: value, basis: Basis(text: text),
      verified: verified)
  }

  private static let offices: Set<Line> = [.government, .union]

  private static let planning: [ParameterName: [RuleEntry]] = [
    .planningTerms: [2015, 2020, 2025].map {
      entry(
        "\($0)-09-01", until: "\($0 + 5)-09-01", .term(Term(firstYear: $0, lastYear: $0 + 5)),
        verified: false)
    },
    .planningRequired: [entry("2017-12-19", .flag(true))],
    .planningLapsesOnDiscipline: [entry("2021-12-27", .flag(true), text: "50-QĐ/TW")],
    .appointmentMonthsInPost: [
      entry(
        "2022-08-18", until: "2025-10-08", .number(24), lines: offices,
        classes: [.divisionHead, .deputyDirector, .director], text: "80-QĐ/TW"),
      entry(
        "2025-10-08", .number(12), lines: offices,
        classes: [.divisionHead, .deputyDirector, .director], text: "377-QĐ/TW"),
    ],
    .suspension: [entry("2025-03-07", until: "2025-07-01", .flag(true), text: "128-KL/TW")],
    .probationMonths: [entry(nil, .number(12), text: "Điều lệ Đảng")],
  ]

  private static let theory: [ParameterName: [RuleEntry]] = [
    .theoryRequired: [
      entry(
        "2024-05-01", .theoryLevel(.advanced), lines: offices, sectors: [.agency],
        classes: [.director], text: "Nghị định 29/2024"),
      entry("2021-01-01", .theoryLevel(.intermediate), lines: offices, verified: false),
      entry(
        "2021-01-01", .theoryLevel(.intermediate), lines: [.party],
        classes: [.deputySecretary, .secretary], verified: false),
    ],
    .theoryEquivalenceUntil: [entry(nil, .day(day("2021-07-09")), text: "09-KL/TW")],
    .qualificationRequired: [
      entry(nil, .degree(.university), lines: offices, verified: false)
    ],
  ]

  private static let repeated: [ParameterName: [RuleEntry]] = [
    .standardsRequired: [entry("2018-02-28", .flag(true), text: "126-QĐ/TW", verified: false)],
    .standardsValidMonths: [entry(nil, .number(12), verified: false)],
    .screeningRequired: [entry("2019-01-21", .flag(true), text: "28-CT/TW", verified: false)],
    .ratingRequired: [entry("2018-03-08", .flag(true), text: "132-QĐ/TW", verified: false)],
    .ratingYears: [
      entry(nil, until: "2025-10-08", .number(1)),
      entry("2025-10-08", .number(3), text: "377-QĐ/TW"),
    ],
    .ratingMinimum: [entry(nil, .grade(.good), verified: false)],
    .ratingMinimumEarlier: [entry(nil, .grade(.fulfilled), verified: false)],
    .ratingDueBy: [due], .assetsDueBy: [due],
    .assetsRequired: [
      entry("2020-12-20", .flag(true), text: "Nghị định 130/2020", verified: false)
    ],
  ]

  private static var due: RuleEntry {
    entry(nil, march.map { .dayOfYear($0) } ?? .number(0), verified: false)
  }

  private static let march = DayOfYear(month: 3, day: 31)

  private static let bars: [ParameterName: [RuleEntry]] = [
    .disciplineBarMonths:
      bar(.party, "2017-12-19", "2022-08-18", [.reprimand: 12, .warning: 12, .dismissal: 12])
      + bar(.party, "2022-08-18", "2025-10-08", [.reprimand: 12, .warning: 30, .dismissal: 60])
      + bar(.party, "2025-10-08", nil, [.reprimand: 24, .warning: 36, .dismissal: 60])
      + bar(
        .state, "2020-07-01", "2025-07-01",
        [.reprimand: 12, .warning: 12, .payStepCut: 12, .demotion: 24, .dismissal: 24])
      + bar(.state, "2025-07-01", nil, [.reprimand: 12, .warning: 12, .dismissal: 24])
  ]

  private static func bar(
    _ system: DisciplineSystem, _ from: String, _ to: String?, _ months: [DisciplineForm: Int]
  ) -> [RuleEntry] {
    months.sorted { $0.key.rawValue < $1.key.rawValue }.map { form, months in
      entry(
        from, until: to, .number(months), systems: [system], forms: [form],
        text: "\(system) \(from)")
    }
  }

  private static let age: [ParameterName: [RuleEntry]] = [
    .appointmentMonthsToRetirement: [entry("2017-12-19", .number(60), text: "105-QĐ/TW")],
    .retirementAge: retirement(.male, from: 60 * 12, by: 3, to: 62 * 12)
      + retirement(.female, from: 55 * 12, by: 4, to: 60 * 12),
  ]

  /// Decree 135/2020: an age to 2020, then a step a year up to the last age.
  private static func retirement(
    _ sex: Sex, from first: Int, by step: Int, to last: Int
  ) -> [RuleEntry] {
    var entries = [
      entry(nil, until: "2021-01-01", .age(first), sexes: [sex], text: "Nghị định 135/2020")
    ]
    var (year, age) = (2021, first + step)
    while age < last {
      entries.append(entry("\(year)-01-01", until: "\(year + 1)-01-01", .age(age), sexes: [sex]))
      (year, age) = (year + 1, age + step)
    }
    return entries + [entry("\(year)-01-01", .age(last), sexes: [sex])]
  }
}

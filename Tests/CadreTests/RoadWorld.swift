import Cadre

/// What questions about the way into the Party, screening and what is ahead read beside findings.
enum RoadRules {
  static let published: RuleSet = {
    let all = ParameterName.allCases.map { ($0, Array(FindingsRules.published.entries(of: $0))) }
    return RuleSet(
      id: "road", title: "Road",
      parameters: Dictionary(uniqueKeysWithValues: all).merging(further) { _, new in new })
  }()

  private static let further: [ParameterName: [RuleEntry]] = [
    .admissionDecideWorkingDays: [ReadinessRules.entry("2016-07-25", .number(60))],
    .admissionExtension: [ReadinessRules.entry("2016-07-25", .number(30))],
    .screeningRemedialMonths: [
      ReadinessRules.entry("2021-04-12", .number(12), text: "02-HD/BTCTW", verified: false)
    ],
    .screeningTriggerUnfulfilledYears: [
      ReadinessRules.entry("2021-04-12", .number(2), text: "02-HD/BTCTW")
    ],
    .disciplineLapseMonths: [
      ReadinessRules.entry("2022-07-06", .number(12), text: "69-QĐ/TW")
    ],
    .badgeYears: [ReadinessRules.entry("2021-09-28", .list([30, 40, 45]), text: "01-HD/TW")],
  ]
}

extension World {
  func deadlines(on text: String, calendar: WorkingDays = FindingsRules.calendar) -> Deadlines {
    Deadlines(RoadRules.published, calendar, on: day(text))
  }

  /// Where somebody stands on the way into the Party.
  func standing(
    _ person: PersonNumber, on text: String, calendar: WorkingDays = FindingsRules.calendar
  ) -> AdmissionStanding? {
    AdmissionStanding(state(person), deadlines(on: text, calendar: calendar))
  }

  /// Everybody, in the order of their numbers.
  var everybody: [PersonState] {
    people.indices.dropFirst().map { state(PersonNumber(UInt32($0))) }
  }

  func subtree(on text: String, under top: OrganisationNumber? = nil) -> Subtree {
    Subtree(tree().on(day(text)), under: top)
  }

  func admissions(
    on text: String, under top: OrganisationNumber? = nil, year: Int? = nil
  ) -> AdmissionTally {
    var tally = AdmissionTally(
      subtree(on: text, under: top), tree(),
      within: year.map { .firstOf(year: $0)..<Day.firstOf(year: $0 + 1) })
    for person in everybody { tally.add(person) }
    return tally
  }

  func screening(
    on text: String, under top: OrganisationNumber? = nil, round: String? = nil
  ) -> ScreeningTally {
    var tally = ScreeningTally(subtree(on: text, under: top), tree(), round: round)
    for person in everybody { tally.add(person) }
    return tally
  }

  func screening(
    of person: PersonNumber, on text: String, round: String? = nil
  ) -> PersonScreening {
    PersonScreening(
      state(person), RoadRules.published, on: tree().on(day(text)), round: round)
  }
}

import Cadre

/// What findings read of spec/rules.md beside readiness, written out.
enum FindingsRules {
  static let published = ReadinessRules.with(membership.merging(planning) { left, _ in left })

  private static let membership: [ParameterName: [RuleEntry]] = [
    .admissionAgeYears: [
      ReadinessRules.entry(
        "2016-07-25", .range(RuleRange(minimum: 18, maximum: 60)), text: "24-QĐ/TW")
    ],
    .admissionCertificateMonths: [
      ReadinessRules.entry("2021-09-28", .number(60), text: "01-HD/TW", verified: false)
    ],
    .admissionFileMonths: [ReadinessRules.entry("2021-09-28", .number(12))],
    .admissionCeremonyWorkingDays: [
      ReadinessRules.entry("2016-07-25", .number(30), text: "24-QĐ/TW")
    ],
    .recognitionCellWorkingDays: [ReadinessRules.entry("2016-07-25", .number(30))],
    .recognitionCommitteeWorkingDays: [ReadinessRules.entry("2016-07-25", .number(30))],
    .recognitionExtension: [ReadinessRules.entry("2016-07-25", .number(30))],
    .readmissionMonths: [ReadinessRules.entry("2016-07-25", .number(36))],
    .readmissionTimes: [ReadinessRules.entry("2016-07-25", .number(1))],
    .readmissionNeverAfter: [
      ReadinessRules.entry("2016-07-25", .grounds([.askedToLeave, .corruption]))
    ],
    .transferWorkingDays: [ReadinessRules.entry("2016-07-25", .number(60))],
    .ratingExcellentShareOfGood: [outstanding, ReadinessRules.entry("2019-10-18", .number(20))],
  ]

  private static var outstanding: RuleEntry {
    var entry = ReadinessRules.entry("2025-08-30", .number(25))
    entry.scope.specials = [.special]
    return entry
  }

  private static let planning: [ParameterName: [RuleEntry]] = [
    .planningTitlesPerPerson: [
      ReadinessRules.entry("2021-12-27", .number(3), text: "50-QĐ/TW")
    ],
    .planningPersonsPerTitle: [
      ReadinessRules.entry("2021-12-27", .number(3), text: "50-QĐ/TW")
    ],
    .planningCommitteeSeatsCounted: [
      ReadinessRules.entry("2021-12-27", until: "2025-10-08", .flag(true)),
      ReadinessRules.entry("2025-10-08", .flag(false)),
    ],
  ]

  /// Lists of 2023 to 2025; of all days of them only 2/9/2024 is a holiday.
  static var calendar: WorkingDays {
    var calendar = WorkingDays()
    calendar.adopt(year: 2023, holidays: [])
    calendar.adopt(year: 2024, holidays: [day("2024-09-02")])
    calendar.adopt(year: 2025, holidays: [])
    return calendar
  }
}

extension World {
  func surroundings(
    _ known: LogSize? = nil, calendar: WorkingDays = FindingsRules.calendar
  ) -> Surroundings {
    let known = known ?? self.known
    return Surroundings(
      Land(tree(known), table(known)), sheets: sheets(known),
      calendar: calendar, rules: FindingsRules.published)
  }

  func judge(
    _ person: PersonNumber, on text: String, _ known: LogSize? = nil,
    calendar: WorkingDays = FindingsRules.calendar
  ) -> PersonJudge {
    PersonJudge(
      dossier(person), known: known ?? self.known, surroundings(known, calendar: calendar),
      on: day(text))
  }

  func dossier(_ person: PersonNumber) -> PersonDossier {
    let profile = profiles[Int(person.number)]
    var record = PrivateRecord()
    record.birth = profile.birth
    record.sex = profile.sex
    return PersonDossier(
      person, people[Int(person.number)], records: profile.sources.map { ($0, record) })
  }

  /// What is found about a decision; `then` is how much was known when it was recorded, where
  /// more is known now.
  func findings(
    about index: LogIndex, of person: PersonNumber, on text: String = "2026-01-01",
    then: LogSize? = nil, calendar: WorkingDays = FindingsRules.calendar
  ) -> [Finding] {
    guard let fact = people[Int(person.number)].first(where: { $0.index == index }) else {
      return []
    }
    let now = judge(person, on: text, calendar: calendar).opinion(on: fact).findings
    let before = then.map {
      judge(person, on: text, $0, calendar: calendar).opinion(on: fact).findings
    }
    return Finding.compared(then: before ?? now, now: now)
  }

  /// An admission on the usual days, with the certificate of a year before; what is nil is not
  /// known.
  @discardableResult mutating func admit(
    _ person: PersonNumber, _ kind: AdmissionKind = .admission, vote: String? = "2024-02-01",
    decided: String? = "2024-03-01", ceremony: String = "2024-03-15", course: String? = "2023-02-01"
  ) -> LogIndex {
    if let course {
      tell(
        person, on: course,
        .courseCompleted(
          CourseCompleted(course: .prospects, certificate: "1", issued: day(course))))
    }
    return tell(
      person, on: ceremony,
      .admitted(
        Admitted(
          kind: kind, cellVotedOn: vote.map(day), decidedOn: decided.map(day),
          ceremonyOn: day(ceremony))))
  }
}

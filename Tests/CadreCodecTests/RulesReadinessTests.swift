import Cadre
import CadreCodec
import Testing

@Suite struct `Rules: values of the shipped rule set` {
  private let rules: RuleSet

  init() throws { rules = try RuleSetReader.read(ShippedRules.content) }

  @Test(arguments: [
    ("2022-06-01", "2023-06-01"), ("2023-06-01", "2025-12-01"), ("2026-06-01", "2029-06-01"),
  ])
  func `a party warning bars until (T6)`(announced: String, free: String) throws {
    let end = rules.disciplineBarEnd(
      Disciplined(system: .party, form: .warning, announcedOn: try ruleDay(announced)))
    #expect(end?.value == Day(text: free))
  }

  @Test(arguments: [
    (DisciplineForm.reprimand, [nil, 12, 12, 12, 12, 24]),
    (.warning, [nil, 12, 12, 30, 30, 36]), (.dismissal, [nil, 12, 12, 60, 60, 60]),
    (.expulsion, [nil, nil, nil, nil, nil, nil]),
  ])
  func `party bars change on 19/12/2017, 18/8/2022 and 8/10/2025`(
    form: DisciplineForm, months: [Int?]
  ) throws {
    let days = [
      "2017-12-18", "2017-12-19", "2022-08-17", "2022-08-18", "2025-10-07", "2025-10-08",
    ]
    for (text, months) in zip(days, months) {
      let ruling = rules.disciplineBarMonths(
        system: .party, form: form, announcedOn: try ruleDay(text))
      #expect(ruling?.value == months, "\(text)")
    }
  }

  @Test func `state bars begin on 1/7/2020 and two forms end on 1/7/2025`() throws {
    func months(_ form: DisciplineForm, _ text: String) throws -> Int? {
      rules.disciplineBarMonths(system: .state, form: form, announcedOn: try ruleDay(text))?.value
    }
    #expect(try months(.warning, "2020-06-30") == nil)
    #expect(try months(.warning, "2020-07-01") == 12)
    #expect(try months(.demotion, "2025-06-30") == 24)
    #expect(try months(.demotion, "2025-07-01") == nil)
    #expect(try months(.payStepCut, "2025-07-01") == nil)
    #expect(try months(.dismissal, "2025-07-01") == 24)
  }

  @Test func `an equivalence certificate must be issued before 9/7/2021 (T9)`() throws {
    #expect(rules.theoryEquivalenceUntil(on: try ruleDay("2021-07-08")) == nil)
    let limit = try #require(rules.theoryEquivalenceUntil(on: try ruleDay("2021-07-09")))
    #expect(limit.verified)
    #expect(try ruleDay("2021-07-08") < limit.value)
    #expect(try ruleDay("2021-07-09") >= limit.value)
  }

  @Test func `a pool is at most 75, 23, 14 for committees and 9 for a post of 3 (T16)`() throws {
    let on = try ruleDay("2025-10-08")
    func most(_ seats: Int, committee: Bool) -> Int? {
      rules.poolMaximum(seats: seats, committee: committee, on: on)?.value
    }
    #expect([50, 15, 9].map { most($0, committee: true) } == [75, 23, 14])
    #expect(most(3, committee: false) == 9)
    #expect(rules.poolMinimum(seats: 9, committee: true, on: on)?.value == 9)
    #expect(rules.poolMinimum(seats: 3, committee: false, on: on) == nil)
    let before = try ruleDay("2025-10-07")
    #expect(rules.poolMaximum(seats: 9, committee: true, on: before)?.value == 18)
    #expect(rules.poolMaximum(seats: 9, committee: true, on: before)?.verified == false)
  }

  @Test func `time in post is 24 months to 7/10/2025 and 12 from 8/10/2025 (T17)`() throws {
    let deputy = RuleCase(line: .government, class: .deputyDirector)
    #expect(rules.appointmentMonthsInPost(for: deputy, on: try ruleDay("2022-08-17")) == nil)
    let ruling = rules.appointmentMonthsInPost(for: deputy, on: try ruleDay("2025-10-01"))
    #expect(ruling?.value == 24)
    #expect(ruling?.until == Day(text: "2025-10-08"))
    #expect(ruling?.basis.text == "80-QĐ/TW")
    #expect(rules.appointmentMonthsInPost(for: deputy, on: try ruleDay("2025-10-09"))?.value == 12)
    let lowest = RuleCase(line: .union, class: .deputyDivisionHead)
    #expect(rules.appointmentMonthsInPost(for: lowest, on: try ruleDay("2025-10-09")) == nil)
    let party = RuleCase(line: .party, class: .secretary)
    #expect(rules.appointmentMonthsInPost(for: party, on: try ruleDay("2025-10-09")) == nil)
  }

  @Test func `a director in an agency needs the advanced level from 1/5/2024`() throws {
    let agency = RuleCase(line: .government, sector: .agency, class: .director)
    let enterprise = RuleCase(line: .government, sector: .enterprise, class: .director)
    func ruling(_ asked: RuleCase, _ text: String) throws -> Ruling<TheoryLevel>? {
      rules.theoryRequired(for: asked, on: try ruleDay(text))
    }
    #expect(try ruling(agency, "2020-12-31") == nil)
    #expect(try ruling(agency, "2024-04-30")?.value == .intermediate)
    #expect(try ruling(agency, "2024-04-30")?.verified == false)
    #expect(try ruling(agency, "2024-04-30")?.until == Day(text: "2024-05-01"))
    #expect(try ruling(agency, "2024-05-01")?.value == .advanced)
    #expect(try ruling(agency, "2025-12-20")?.verified == true)
    #expect(try ruling(agency, "2025-12-21")?.verified == false)
    #expect(try ruling(enterprise, "2025-12-21")?.value == .intermediate)
    let members = RuleCase(line: .party, class: .committeeMember)
    #expect(try ruling(members, "2025-12-21") == nil)
  }

  @Test func `appointment to a higher post asks for 60 months, a special case for 48`() throws {
    let party = RuleCase(line: .party, sector: .agency, class: .secretary)
    let on = try ruleDay("2025-10-07")
    #expect(rules.appointmentMonthsToRetirement(for: party, on: on)?.value == 60)
    #expect(rules.appointmentMonthsToRetirement(for: party, on: on)?.verified == false)
    let special = RuleCase(line: .party, class: .secretary, special: .special)
    #expect(rules.appointmentMonthsToRetirement(for: special, on: on)?.value == 60)
    let next = on.adding(days: 1)
    #expect(rules.appointmentMonthsToRetirement(for: party, on: next)?.verified == true)
    #expect(rules.appointmentMonthsToRetirement(for: special, on: next)?.value == 48)
  }

  @Test func `ratings, declarations and conclusions are asked for from their days on`() throws {
    let post = RuleCase(line: .government, sector: .agency, class: .director)
    #expect(rules.ratingRequired(for: post, on: try ruleDay("2018-03-07")) == nil)
    #expect(rules.ratingRequired(for: post, on: try ruleDay("2018-03-08"))?.value == true)
    #expect(rules.ratingYears(on: try ruleDay("2025-10-07"))?.value == 1)
    #expect(rules.ratingYears(on: try ruleDay("2025-10-08"))?.value == 3)
    #expect(rules.ratingMinimum(on: try ruleDay("2025-10-08"))?.value == .good)
    #expect(rules.ratingMinimumEarlier(on: try ruleDay("2025-10-08"))?.value == .fulfilled)
    #expect(rules.ratingDueBy(on: try ruleDay("2025-10-08"))?.value.description == "03-31")
    #expect(rules.assetsRequired(on: try ruleDay("2020-12-19")) == nil)
    #expect(rules.assetsRequired(on: try ruleDay("2022-08-17"))?.verified == false)
    #expect(rules.assetsRequired(on: try ruleDay("2022-08-18"))?.verified == true)
    let party = RuleCase(line: .party, class: .secretary)
    #expect(rules.standardsRequired(for: post, on: try ruleDay("2025-07-01"))?.verified == true)
    #expect(rules.standardsRequired(for: party, on: try ruleDay("2025-07-01"))?.verified == false)
    #expect(rules.standardsValidMonths(on: try ruleDay("2025-07-01"))?.value == 12)
    #expect(
      rules.qualificationRequired(for: post, on: try ruleDay("1990-01-01"))?.value == .university)
    #expect(rules.qualificationRequired(for: party, on: try ruleDay("2025-07-01")) == nil)
  }

  @Test func `personnel work was suspended from 7/3/2025 to 30/6/2025`() throws {
    #expect(rules.suspension(on: try ruleDay("2025-03-06")) == nil)
    #expect(rules.suspension(on: try ruleDay("2025-03-07"))?.until == Day(text: "2025-07-01"))
    #expect(rules.suspension(on: try ruleDay("2025-06-30"))?.value == true)
    #expect(rules.suspension(on: try ruleDay("2025-07-01")) == nil)
    let next = rules.nextChange(of: .suspension, for: RuleCase(), after: try ruleDay("2020-01-01"))
    #expect(next == Day(text: "2025-03-07"))
  }

  @Test func `of 47 rated good at most 9 may be excellent (T5)`() throws {
    #expect(rules.excellentMaximum(good: 47, on: try ruleDay("2020-12-31"))?.value == 9)
    let on = try ruleDay("2025-12-31")
    #expect(rules.excellentMaximum(good: 47, .special, on: on)?.value == 11)
  }
}

import Testing

@testable import Cadre

/// The worked cases of spec/rules.md that readiness decides.
@Suite struct ReadinessCasesTests {
  private let term = Term(firstYear: 2025, lastYear: 2030)

  /// A member, a director's post in one unit, and the ledger they are in.
  private func given(
    born: String? = "1975-02-01", sex: Sex? = .male, class: PositionClass = .director
  ) -> (world: World, person: PersonNumber, post: PositionNumber, unit: OrganisationNumber) {
    var world = World()
    let unit = world.organisation(sector: .agency)
    let post = world.position(.government, `class`, in: unit)
    let person = world.member(in: unit, born: born, sex: sex)
    return (world, person, post, unit)
  }

  @Test func `T4: a dossier received 60 months before retirement is in time, 59 is not`() {
    let (world, person, post, _) = given(born: "02/1965")
    func age(_ dossier: String) -> Requirement? {
      world.judge(person, for: post, on: "2021-10-20", dossier: dossier)?[.age]
    }
    let retirement = Month(year: 2026, month: 8)
    #expect(age("2021-08-31")?.status == .met)
    #expect(age("2021-08-31")?.found == .retirement(earliest: retirement, latest: retirement))
    #expect(age("2021-09-01")?.status == .unmet)
  }

  @Test(arguments: [
    ("2022-06-01", "2023-06-01"), ("2023-06-01", "2025-12-01"), ("2026-06-01", "2029-06-01"),
  ])
  func `T6: a party warning bars for as long as the rule of its day says`(
    announced: String, until: String
  ) {
    var (world, person, post, _) = given()
    let warning = world.tell(
      person, on: announced,
      .disciplined(Disciplined(system: .party, form: .warning, announcedOn: day(announced))))
    let barred = world.judge(person, for: post, on: announced)?[.discipline]
    #expect(barred?.status == .unmet)
    #expect(barred?.metFrom == day(until))
    #expect(barred?.evidence == [warning])
    let last = day(until).adding(days: -1).description
    #expect(world.judge(person, for: post, on: last)?[.discipline].status == .unmet)
    #expect(world.judge(person, for: post, on: until)?[.discipline].status == .met)
  }

  @Test(arguments: [("2021-07-08", RequirementStatus.met), ("2021-07-09", .unmet)])
  func `T9: an equivalence certificate counts if issued before 9/7/2021`(
    issued: String, status: RequirementStatus
  ) {
    var (world, person, post, _) = given(class: .divisionHead)
    let certificate = world.tell(
      person, on: issued,
      .theoryAttained(
        TheoryAttained(level: .intermediate, proof: .equivalence, issuedOn: day(issued))))
    let theory = world.judge(person, for: post, on: "2023-01-01")?[.theory]
    #expect(theory?.status == status)
    #expect(theory?.evidence.contains(certificate) == (status == .met))
  }

  @Test func `T10: an annulled discipline never lapsed a plan and never barred`() {
    var (world, person, post, _) = given()
    let entry = world.tell(
      person, on: "2022-01-10",
      .planningEntered(position: post, term: Term(firstYear: 2020, lastYear: 2025)))
    let paper = Document(number: "7-QĐ/UBKT", date: day("2023-03-01"))
    let warning = world.tell(
      person, on: "2023-03-01",
      .disciplined(
        Disciplined(system: .party, form: .warning, announcedOn: day("2023-03-01"))),
      document: paper)
    let before = world.known
    world.tell(
      person, on: "2024-02-01",
      .disciplineAnnulled(
        DisciplineAnnulled(system: .party, number: paper.number, day: paper.date)))

    let then = world.judge(person, for: post, on: "2023-06-01", before)
    #expect(then?[.planning].status == .unmet)
    #expect(then?[.planning].evidence == [entry, warning])
    #expect(then?[.discipline].status == .unmet)
    #expect(world.rows(of: person, on: "2023-06-01", before).map(\.isLapsed) == [true])
    for text in ["2023-03-01", "2023-06-01", "2024-01-31", "2024-02-01"] {
      let now = world.judge(person, for: post, on: text)
      #expect(now?[.planning].status == .met)
      #expect(now?[.discipline].status == .met)
      #expect(world.rows(of: person, on: text).map(\.isLapsed) == [false])
    }
  }

  @Test func `T12: a term counts from its planning on, until it ends`() {
    var (world, person, post, _) = given()
    world.tell(person, on: "2024-07-15", .planningEntered(position: post, term: term))
    func planning(_ text: String) -> RequirementStatus? {
      world.judge(person, for: post, on: text)?[.planning].status
    }
    #expect(planning("2024-07-14") == .unmet)
    #expect(planning("2025-02-01") == .met)
    #expect(planning("2030-08-31") == .met)
    #expect(planning("2030-09-01") == .unmet)
  }

  @Test func `T14: a birth known to the year leaves the age unknown between its ends`() {
    let (world, person, post, _) = given(born: "1965")
    let age = world.judge(person, for: post, on: "2021-10-01")?[.age]
    #expect(age?.status == .unknown)
    #expect(age?.missingSheet == nil, "the sheet was received; it does not say the month")
    #expect(
      age?.found
        == .retirement(
          earliest: Month(year: 2026, month: 7), latest: Month(year: 2027, month: 9)))
    #expect(world.judge(person, for: post, on: "2021-07-31")?[.age].status == .met)
    #expect(world.judge(person, for: post, on: "2022-10-01")?[.age].status == .unmet)
  }

  @Test func `T15: an appointment is judged as if it had not been taken`() {
    var (world, person, post, _) = given(born: "1966-02-01")
    let entered = Term(firstYear: 2020, lastYear: 2025)
    world.tell(person, on: "2022-01-10", .planningEntered(position: post, term: entered))
    let decision = world.tell(
      person, on: "2023-03-01",
      .appointed(
        Appointed(
          position: post, kind: .appointment, dossierReceivedOn: day("2023-01-20"))))
    world.tell(
      person, on: "2023-03-01",
      .planningLeft(position: post, term: entered, reason: .appointed))

    let afterwards = world.judge(person, for: post, on: "2023-03-01")
    #expect(afterwards?[.age].status == .notApplicable)
    #expect(afterwards?[.discipline].status == .notApplicable)
    #expect(afterwards?[.planning].status == .unmet)

    let judged = world.judge(
      person, for: post, on: "2023-03-01",
      leavingOut: JudgedDecision(index: decision, position: post, on: day("2023-03-01")),
      dossier: "2023-01-20")
    #expect(judged?[.age].status == .unmet)
    #expect(judged?[.age].needed == .monthsToRetirement(60))
    #expect(judged?[.discipline].status == .met)
    #expect(judged?[.planning].status == .met)
  }

  @Test func `T17: 15 months a division head are too few under the old rule, enough under the new`()
  {
    var (world, person, post, unit) = given(class: .deputyDirector)
    let below = world.position(.government, .divisionHead, in: unit)
    let first = world.tell(
      person, on: "2024-07-01", .appointed(Appointed(position: below, kind: .appointment)))
    let old = world.judge(person, for: post, on: "2025-10-01")?[.tenure]
    #expect(old?.status == .unmet)
    #expect(old?.needed == .monthsInPost(24))
    #expect(old?.found == .monthsInPost(15))
    #expect(old?.metFrom == day("2025-10-08"))
    #expect(old?.evidence.first == first)
    let new = world.judge(person, for: post, on: "2025-10-09")?[.tenure]
    #expect(new?.status == .met)
    #expect(new?.needed == .monthsInPost(12))
    #expect(new?.basis?.text == "377-QĐ/TW")
  }
}

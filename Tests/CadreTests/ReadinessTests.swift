import Testing

@testable import Cadre

/// Each requirement of readiness, at its edges (spec/domain.md section 6).
@Suite struct ReadinessTests {
  private let term = Term(firstYear: 2020, lastYear: 2025)

  @Test func `someone who lacks nothing is ready, from that day until a later rule or day`() {
    let judgement = Sound().judge("2023-06-01")
    #expect(judgement?.verdict == .ready)
    #expect(judgement?.readyFrom == day("2023-06-01"))
    // Personnel work is suspended from that day.
    #expect(judgement?.readyUntil == day("2025-03-07"))
    #expect(judgement?.requirements.allSatisfy { $0.metFrom == nil } == true)
    #expect(judgement?.requirements.map(\.id) == RequirementID.allCases)
  }

  @Test func `what needs a repeated act is renewed by the day the first of it runs out`() {
    let judgement = Sound().judge("2023-06-01")
    #expect(
      judgement?.renewBy == Renewal(day: day("2024-02-10"), requirements: [.standards]))
    var later = Sound()
    later.tell("2023-05-30", .standardsConcluded(purpose: .appointment, result: .favourable))
    #expect(
      later.judge("2023-06-01")?.renewBy
        == Renewal(day: day("2024-04-01"), requirements: [.rating, .assets]))
  }

  @Test func `any unmet makes not ready, else any unknown makes unknown`() {
    var sound = Sound()
    sound.tell("2023-05-01", .impeded(kind: .inspection, until: nil))
    #expect(sound.judge("2023-06-01")?.verdict == .notReady)
    #expect(Sound().judge("2024-04-01")?.verdict == .notReady)
    var renewed = Sound()
    renewed.tell("2024-01-10", .standardsConcluded(purpose: .appointment, result: .favourable))
    #expect(renewed.judge("2024-04-01")?.verdict == .unknown)
    #expect(renewed.judge("2024-03-31")?.verdict == .ready)
  }

  @Test func `a requirement found open today is ready again when time alone meets it`() {
    var sound = Sound()
    sound.tell("2023-05-01", .impeded(kind: .longIllness, until: day("2023-07-01")))
    let judgement = sound.judge("2023-06-01")
    #expect(judgement?[.impediment].metFrom == day("2023-07-01"))
    #expect(judgement?.readyFrom == day("2023-07-01"))
    #expect(judgement?.readyUntil == day("2025-03-07"))
  }

  @Test func `a sheet that lacks any of a person's numbers does not tell by absence`() {
    var sound = Sound()
    sound.world.receive(
      SheetReceived(.disciplines, gaps: [PersonNumber(77)], ownClaim: .subtree(of: nil)))
    #expect(sound.status(.discipline, "2023-06-01") == .met)
    sound.tell(nil, .samePerson(other: PersonNumber(77)))
    #expect(sound.status(.discipline, "2023-06-01") == .unknown)
  }

  @Test func `maternity bars no one`() {
    var sound = Sound()
    sound.tell("2023-05-01", .impeded(kind: .maternity, until: nil))
    #expect(sound.status(.impediment, "2023-06-01") == .met)
  }

  @Test func `without its sheet absence is unknown, and the sheet is named`() {
    var world = World(receivingSheets: false)
    let unit = world.organisation(sector: .agency)
    let post = world.position(.government, .director, in: unit)
    let prospect = world.person(in: unit)
    world.tell(prospect, on: nil, .prospectIntroduced(by: nil))
    let judgement = world.judge(prospect, for: post, on: "2023-06-01")
    let missing: [RequirementID: RequiredSheet] = [
      .membership: .admissions, .planning: .planning, .theory: .theory,
      .standards: .conclusions, .screening: .screenings, .rating: .ratings,
      .discipline: .disciplines, .age: .people, .assets: .declarations,
      .qualification: .people, .tenure: .appointments,
    ]
    for requirement in judgement?.requirements ?? [] {
      #expect(requirement.missingSheet == missing[requirement.id], "\(requirement.id)")
      #expect(requirement.status == (missing[requirement.id] == nil ? .met : .unknown))
    }
  }

  @Test func `a sheet speaks for what stands under the organisation it covers, once received`() {
    var world = World(receivingSheets: false)
    let top = world.organisation(.superior)
    let covered = world.organisation(under: top, sector: .agency)
    let other = world.organisation(under: top, sector: .agency)
    let post = world.position(.government, .director, in: top)
    let (one, two) = (world.member(in: covered), world.member(in: other))
    let before = world.known
    let receipt = world.receive(.disciplines, covers: covered)
    func bar(_ person: PersonNumber, _ known: LogSize) -> Requirement? {
      world.judge(person, for: post, on: "2023-06-01", known)?[.discipline]
    }
    #expect(bar(one, before)?.status == .unknown)
    #expect(bar(one, world.known)?.status == .met)
    #expect(bar(one, world.known)?.evidence == [receipt])
    #expect(bar(two, world.known)?.status == .unknown)
  }

  @Test func `a bar and an ended membership need no sheet, a lapse does`() {
    var sound = Sound(World(receivingSheets: false))
    let warning = sound.tell(
      "2023-03-01",
      .disciplined(
        Disciplined(system: .party, form: .reprimand, announcedOn: day("2023-03-01"))))
    let barred = sound.judge("2023-06-01")
    #expect(barred?[.discipline].status == .unmet)
    // A newer entry may be missing.
    #expect(barred?[.planning].status == .unknown)
    #expect(barred?[.planning].evidence == [sound.entry, warning])
    let ending = sound.tell("2023-04-01", .membershipEnded(how: .resigned, ground: nil))
    #expect(sound.judge("2023-06-01")?[.membership].status == .unmet)
    #expect(sound.judge("2023-06-01")?[.membership].evidence == [ending])
  }

  @Test func `a probationer is not official, and becomes so in time once recognition is known`() {
    var world = World()
    let unit = world.organisation(sector: .agency)
    let post = world.position(.government, .divisionHead, in: unit)
    let person = world.person(in: unit)
    world.tell(
      person, on: "2023-01-15",
      .admitted(Admitted(kind: .admission, ceremonyOn: day("2023-01-15"))))
    let before = world.known
    world.tell(person, on: "2024-03-01", .recognised(decidedOn: day("2024-03-01")))
    func membership(_ known: LogSize) -> Requirement? {
      world.judge(person, for: post, on: "2023-06-01", known)?[.membership]
    }
    #expect(membership(before)?.metFrom == nil)
    #expect(membership(world.known)?.status == .unmet)
    #expect(membership(world.known)?.metFrom == day("2024-01-15"))
  }

  @Test func `an entry for a higher post of the line counts, one of another line does not`() {
    var world = World()
    let unit = world.organisation(sector: .agency)
    let post = world.position(.government, .divisionHead, in: unit)
    let higher = world.position(.government, .director, in: unit)
    let party = world.position(.party, .secretary, in: unit)
    let one = world.member(in: unit)
    let two = world.member(in: unit)
    world.tell(one, on: "2022-01-01", .planningEntered(position: higher, term: term))
    world.tell(two, on: "2022-01-01", .planningEntered(position: party, term: term))
    #expect(world.judge(one, for: post, on: "2023-01-01")?[.planning].status == .met)
    #expect(world.judge(two, for: post, on: "2023-01-01")?[.planning].status == .unmet)
  }

  @Test(arguments: [
    ("2021-12-26", RequirementStatus.met), ("2021-12-27", .unmet), ("2021-03-01", .met),
  ])
  func `a failed conclusion ends an earlier entry only where the rule of its day says so`(
    on: String, status: RequirementStatus
  ) {
    var sound = Sound()
    sound.tell(on, .standardsConcluded(purpose: .planning, result: .unfavourable))
    #expect(sound.status(.planning, "2023-06-01") == status)
  }

  @Test func `an entry after the lapse counts again`() {
    var sound = Sound()
    sound.tell("2022-03-01", .standardsConcluded(purpose: .planning, result: .unfavourable))
    sound.tell("2022-09-01", .planningEntered(position: sound.post, term: term))
    #expect(sound.status(.planning, "2023-06-01") == .met)
    #expect(sound.world.rows(of: sound.person, on: "2023-06-01").map(\.isLapsed) == [false])
  }

  @Test func `a conclusion counts for twelve months, and one for reappointment to a holder only`() {
    let sound = Sound()
    #expect(sound.status(.standards, "2024-02-09") == .met)
    #expect(sound.status(.standards, "2024-02-10") == .unmet)
    var again = Sound()
    again.tell("2024-01-01", .standardsConcluded(purpose: .reappointment, result: .favourable))
    #expect(again.status(.standards, "2024-02-10") == .unmet)
    again.tell("2023-06-01", .appointed(Appointed(position: again.post, kind: .appointment)))
    #expect(again.status(.standards, "2024-02-10") == .met)
  }

  @Test func `the last screening decides`() {
    var sound = Sound()
    sound.tell("2023-05-19", .screened(Screened(round: "2023-1", outcome: .remedial)))
    #expect(sound.status(.screening, "2023-05-18") == .met)
    #expect(sound.status(.screening, "2023-05-19") == .unmet)
  }

  @Test func `until 31 March the year before the last may stand for an absent rating`() {
    var sound = Sound()
    sound.tell("2024-02-01", .standardsConcluded(purpose: .appointment, result: .favourable))
    #expect(sound.status(.rating, "2024-03-31") == .met)
    #expect(sound.status(.rating, "2024-04-01") == .unknown)
    sound.tell("2023-12-31", .rated(year: 2023, grade: .fulfilled))
    #expect(sound.status(.rating, "2024-03-31") == .unmet)
  }

  @Test func `from 8/10/2025 three years are looked at, the earlier ones less strictly`() {
    var sound = Sound()
    sound.tell("2024-12-31", .rated(year: 2024, grade: .good))
    #expect(sound.status(.rating, "2025-10-07") == .met)
    #expect(sound.status(.rating, "2025-10-08") == .unknown)
    sound.tell("2023-12-31", .rated(year: 2023, grade: .fulfilled))
    #expect(sound.status(.rating, "2025-10-08") == .met)
    var low = Sound()
    low.tell("2024-12-31", .rated(year: 2024, grade: .good))
    low.tell("2023-12-31", .rated(year: 2023, grade: .unfulfilled))
    #expect(low.status(.rating, "2025-10-08") == .unmet)
  }

  @Test func `discipline and age are not asked of who holds a post as high`() {
    var sound = Sound()
    let other = sound.world.position(.government, .director, in: sound.unit)
    sound.tell("2023-03-01", .appointed(Appointed(position: other, kind: .appointment)))
    #expect(sound.status(.age, "2023-06-01") == .notApplicable)
    #expect(sound.status(.discipline, "2023-06-01") == .notApplicable)
    #expect(sound.status(.age, "2023-02-28") == .met)
  }

  @Test func `adjoining periods in the rank below and the same add up to whole months`() {
    var sound = Sound()
    let other = sound.world.position(.government, .deputyDirector, in: sound.unit)
    sound.tell("2021-05-20", .appointed(Appointed(position: other, kind: .appointment)))
    sound.tell("2022-01-20", .relieved(position: other, reason: nil))
    // One run from 5/5/2020 to 20/1/2022: 20 whole months, not 12 and 8.
    #expect(sound.judge("2023-06-01")?[.tenure].found == .monthsInPost(20))
    #expect(sound.status(.tenure, "2023-06-01") == .unmet)
    sound.tell("2023-02-10", .appointed(Appointed(position: other, kind: .appointment)))
    #expect(sound.judge("2023-05-01")?[.tenure].metFrom == day("2023-06-10"))
    #expect(sound.status(.tenure, "2023-06-10") == .met)
  }

  @Test func `a degree too low is unmet, none at all unknown`() {
    var world = World()
    let unit = world.organisation(sector: .agency)
    let post = world.position(.government, .director, in: unit)
    let (one, two) = (world.member(in: unit), world.member(in: unit))
    world.tell(one, on: nil, .qualificationAttained(level: .college))
    let low = world.judge(one, for: post, on: "2023-06-01")?[.qualification]
    #expect(low?.status == .unmet)
    #expect(low?.found == .degree(.college))
    #expect(low?.verified == false)
    #expect(world.judge(two, for: post, on: "2023-06-01")?[.qualification].status == .unknown)
  }

  @Test func `a suspension holds for its days unless lifted above the post's organisation`() {
    var sound = Sound()
    #expect(sound.status(.suspension, "2025-03-06") == .met)
    #expect(sound.status(.suspension, "2025-03-07") == .unmet)
    #expect(sound.judge("2025-03-07")?[.suspension].metFrom == day("2025-07-01"))
    let lifting = sound.world.tell(
      OrganisationNumber(1), on: "2025-04-01", .suspensionLifted)
    #expect(sound.status(.suspension, "2025-03-31") == .unmet)
    #expect(sound.judge("2025-04-01")?[.suspension].evidence == [lifting])
    #expect(sound.status(.suspension, "2025-04-01") == .met)
  }

  @Test func `a row is a post planned for, not held, in a term to come, in the tree`() {
    var sound = Sound()
    let later = Term(firstYear: 2025, lastYear: 2030)
    sound.tell("2023-01-01", .planningEntered(position: sound.post, term: later))
    sound.tell("2023-01-01", .planningEntered(position: sound.deputy, term: later))
    let rows = sound.world.rows(of: sound.person, on: "2023-06-01")
    #expect(rows.map(\.position) == [sound.post])
    #expect(rows.map(\.terms) == [[term, later]])
    #expect(sound.world.rows(of: sound.person, on: "2025-09-01").map(\.terms) == [[later]])
    #expect(sound.world.rows(of: sound.person, on: "2030-09-01").isEmpty)
    let city = sound.world.organisation(.external)
    sound.world.tell(
      sound.unit, on: "2024-01-01", .handedOver(receiver: city, headcount: Headcount()))
    #expect(sound.world.rows(of: sound.person, on: "2023-12-31").count == 1)
    #expect(sound.world.rows(of: sound.person, on: "2024-01-01").isEmpty)
  }
}

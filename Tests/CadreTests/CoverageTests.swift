import Cadre
import Testing

@Suite struct CoverageTests {
  private static let current = Term(firstYear: 2020, lastYear: 2025)
  private static let next = Term(firstYear: 2025, lastYear: 2030)

  @Test(arguments: [(50, 75), (15, 23), (9, 14)])
  func `T16: the pool of a committee is one and a half of its seats, halves up`(
    seats: Int, most: Int
  ) throws {
    var world = World()
    let top = world.organisation(.superior)
    _ = world.position(.party, .committeeMember, in: top, seats: seats)
    let row = try #require(PlanningCoverage(world.work(world.scope(on: "2025-11-01"))).posts.first)
    #expect(row.limits.least == seats)
    #expect(row.limits.most == most)
    #expect(row.limits.perTitle == nil, "seats in committees are not counted any more")
  }

  @Test func `T16: a post of three seats has at most nine`() throws {
    var world = World()
    let top = world.organisation(.superior)
    _ = world.position(.government, .deputyDirector, in: top, seats: 3)
    let row = try #require(PlanningCoverage(world.work(world.scope(on: "2025-11-01"))).posts.first)
    #expect(row.limits.most == 9)
    #expect(row.limits.least == nil)
    #expect(row.limits.perTitle?.value == 9)
    #expect(row.level == .nobody)
  }

  @Test func `an entry counts, lapses, is left or is of nobody here, and is one of these`() throws {
    var sound = Sound()
    let post = sound.post
    let (unit, top) = (sound.unit, OrganisationNumber(1))
    var people: [PersonNumber] = []
    for _ in 0..<4 { people.append(sound.world.member(in: unit, born: "1990-05", sex: .female)) }
    for person in people { sound.world.plan(person, for: post, 2020, on: "2022-02-01") }
    sound.world.tell(
      people[0], on: "2023-02-01",
      .disciplined(Disciplined(system: .party, form: .reprimand, announcedOn: day("2023-02-01"))))
    sound.world.tell(
      people[1], on: "2023-03-01",
      .planningLeft(position: post, term: CoverageTests.current, reason: .overAge))
    sound.world.tell(people[2], on: "2023-04-01", .membershipEnded(how: .resigned, ground: nil))
    let work = sound.world.work(sound.world.scope(on: "2023-06-01", under: top))
    let states = work.rows.map(\.stand.state)
    #expect(states[0] == .valid)
    #expect(states[1].day == day("2023-02-01"))
    if case .lapsed(_, .discipline, _) = states[1] {} else { Issue.record("\(states[1])") }
    if case .left(_, .overAge, _) = states[2] {} else { Issue.record("\(states[2])") }
    #expect(states[3] == .outside)
    #expect(states[4] == .valid)
    let rows = PlanningCoverage(work).posts.filter { $0.title.position == post }
    let row = try #require(rows.first { $0.title.term == CoverageTests.current })
    #expect(row.count.valid == 2)
    #expect([row.count.lapsed, row.count.left, row.count.outside] == [1, 1, 1])
    #expect(row.count.women.yes == 1)
    #expect(row.count.underForty.yes == 1)
    #expect(row.level == .within)
    #expect(row.count.ready == 1, "the sound one")
  }

  @Test func `somebody entered again after a lapse counts once`() throws {
    var sound = Sound()
    sound.tell(
      "2023-02-01",
      .disciplined(Disciplined(system: .party, form: .reprimand, announcedOn: day("2023-02-01"))))
    sound.world.plan(sound.person, for: sound.post, 2020, on: "2023-05-01")
    let rows = sound.world.work(sound.world.scope(on: "2023-06-01")).rows
    #expect(rows.map(\.stand.state) == [.valid])
    #expect(rows[0].stand.entry.entered == day("2023-05-01"))
  }

  @Test func `what birth and sex do not tell widens a share, and decides nothing`() throws {
    var world = World()
    let top = world.organisation(.superior)
    let post = world.position(.government, .divisionHead, in: top)
    let woman = world.member(in: top, born: "1980-01-01", sex: .female)
    let man = world.member(in: top, born: "1984", sex: .male)
    let unknown = world.member(in: top)
    for person in [woman, man, unknown] { world.plan(person, for: post, 2020, on: "2022-05-01") }
    // Born in 1984 or on any day of it: 40 on some day of 2024.
    let count = try #require(
      PlanningCoverage(world.work(world.scope(on: "2024-06-01"))).posts.first
    ).count
    #expect(count.women.yes == 1)
    #expect(count.women.unknown == 1)
    #expect(count.women.least == Hundredths(3333))
    #expect(count.women.most == Hundredths(6666))
    #expect(count.women.reaches(25) == true)
    #expect(count.women.reaches(50) == nil)
    #expect(count.women.reaches(70) == false)
    #expect(count.underForty.yes == 0)
    #expect(count.underForty.unknown == 2)
    #expect(count.bands.reduce(0, +) == 3)
  }

  @Test func `a post held twice over has its holders, and who holds it is not judged`() throws {
    var sound = Sound()
    sound.tell("2023-03-01", .appointed(Appointed(position: sound.post, kind: .appointment)))
    let work = sound.world.work(sound.world.scope(on: "2023-06-01", position: sound.post))
    #expect(work.holders == [sound.post: 1])
    #expect(work.rows.map(\.holds) == [true])
    #expect(work.rows[0].outlook == nil)
    let row = try #require(PlanningCoverage(work).posts.first)
    #expect(row.holders == 1)
    #expect(row.count.holding == 1)
  }

  @Test func `without somebody their planning and their post are free`() throws {
    let sound = Sound()
    let scope = sound.world.scope(on: "2023-06-01", without: sound.person)
    let coverage = PlanningCoverage(sound.world.work(scope))
    #expect(coverage.posts.allSatisfy { $0.holders == 0 && $0.count.valid == 0 })
    #expect(coverage.uncovered.count == coverage.posts.count)
    let all = PlanningCoverage(sound.world.work(sound.world.scope(on: "2023-06-01")))
    #expect(all.posts.map(\.holders) == [0, 1])
    #expect(all.posts.map(\.count.valid) == [1, 0])
  }

  @Test func `a later term without anybody is only added up, unless it is asked for`() {
    let sound = Sound()
    let coverage = PlanningCoverage(sound.world.work(sound.world.scope(on: "2023-06-01")))
    #expect(Set(coverage.posts.map(\.title.term)) == [CoverageTests.current])
    #expect(coverage.terms.map(\.term) == [CoverageTests.current, CoverageTests.next])
    #expect(coverage.terms.map(\.covered) == [1, 0])
    let asked = PlanningCoverage(
      sound.world.work(sound.world.scope(on: "2023-06-01", term: CoverageTests.next)))
    #expect(asked.posts.map(\.title.term) == [CoverageTests.next, CoverageTests.next])
  }

  @Test func `more than three posts of one level are too many, seats in committees later not`() {
    var world = World()
    let top = world.organisation(.superior)
    let posts = (0..<3).map { _ in world.position(.government, .divisionHead, in: top) }
    let seat = world.position(.party, .committeeMember, in: top, seats: 9)
    let person = world.member(in: top)
    for post in posts + [seat] { world.plan(person, for: post, 2025, on: "2024-05-01") }
    let before = world.work(world.scope(on: "2025-10-07")).overplanned
    #expect(before.map(\.positions) == [posts + [seat]])
    #expect(before.first?.limit.value == 3)
    #expect(world.work(world.scope(on: "2025-10-08")).overplanned.isEmpty)
  }

  @Test(
    arguments: [
      // A man retires at 62 from 2028 on; 60 months from 9/2025 end in 9/2030.
      ("1968-09", "2025-01-01", RequirementStatus.met), ("1968-08", "2025-01-01", .unmet),
      ("1968", "2025-01-01", .unknown), (nil, "2025-01-01", .unknown),
      // The term of the day: from the day itself, and before 8/10/2025 not asked.
      ("1968-11", "2025-11-01", .met), ("1968-10", "2025-11-01", .unmet),
      ("1950-01", "2025-10-01", nil),
    ] as [(String?, String, RequirementStatus?)])
  func `who retires too soon for a term is told`(
    born: String?, on: String, status: RequirementStatus?
  ) {
    var world = World()
    let top = world.organisation(.superior)
    let post = world.position(.party, .secretary, in: top)
    let person = world.member(in: top, born: born, sex: .male)
    world.plan(person, for: post, 2025, on: "2024-05-01")
    #expect(world.work(world.scope(on: on)).rows.map(\.age?.status) == [status])
  }

  @Test func `from 8/10/2025 a later term counts from the month of its congress`() {
    var world = World()
    let top = world.organisation(.superior)
    let unit = world.organisation(.grassrootsCommittee, under: top)
    for place in [top, unit] {
      let post = world.position(.party, .secretary, in: place)
      world.plan(world.member(in: place), for: post, 2030, on: "2025-11-01")
    }
    let months = world.work(world.scope(on: "2026-01-01")).rows.map(\.age?.month)
    #expect(months == [Month(year: 2030, month: 9), Month(year: 2030, month: 4)])
  }

  @Test func `the review tells what changed since a day, and nothing that did not`() {
    var sound = Sound()
    let (post, world) = (sound.post, sound.world)
    let newcomer = sound.world.member(in: sound.unit)
    sound.world.plan(newcomer, for: post, 2020, on: "2023-04-01")
    let leaver = sound.world.member(in: sound.unit)
    sound.world.plan(leaver, for: post, 2020, on: "2022-04-01")
    sound.world.tell(
      leaver, on: "2023-05-01",
      .planningLeft(position: post, term: CoverageTests.current, reason: .yearlyReview))
    let kinds = sound.world.work(sound.world.scope(on: "2023-06-01", since: "2023-01-01")).changes
      .map { "\($0.person.number) \($0.kind.name)" }
    let own = sound.person.number
    #expect(
      kinds == [
        "\(own) becameReady", "\(newcomer.number) entered", "\(leaver.number) left",
      ])
    let quiet = sound.world.work(sound.world.scope(on: "2023-06-01", since: "2023-05-31")).changes
    #expect(quiet.isEmpty)
    #expect(world.known < sound.world.known)
  }

  @Test func `counting by post, by term and by person gives the same`() {
    var sound = Sound()
    for place in 0..<20 {
      let sex: Sex = place.isMultiple(of: 3) ? .female : .male
      let person = sound.world.member(in: sound.unit, sex: sex)
      for post in [sound.post, sound.deputy] where place.isMultiple(of: 2) || post == sound.post {
        sound.world.plan(person, for: post, 2020, on: "2022-04-0\(1 + place % 9)")
      }
    }
    let work = sound.world.work(sound.world.scope(on: "2023-06-01"))
    let coverage = PlanningCoverage(work)
    let valid = work.rows.count { $0.stand.state == .valid }
    #expect(coverage.posts.reduce(0) { $0 + $1.count.valid } == valid)
    #expect(coverage.terms.reduce(0) { $0 + $1.count.valid } == valid)
    #expect(coverage.bodies.reduce(0) { $0 + $1.count.valid } == valid)
    #expect(coverage.terms[0].people == Set(work.rows.map(\.person)).count)
  }
}

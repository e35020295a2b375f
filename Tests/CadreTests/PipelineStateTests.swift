import Testing

@testable import Cadre

/// Posts held and planned on any day (spec/domain.md section 5).
@Suite struct PipelineStateTests {
  private func appointed(
    _ position: PositionNumber, _ kind: AppointmentKind = .appointment
  ) -> PersonEvent {
    .appointed(Appointed(position: position, kind: kind))
  }

  @Test func `T13: a director appointed secretary keeps the directorship`() {
    var world = World()
    let unit = world.organisation()
    let director = world.position(.government, .director, in: unit)
    let secretary = world.position(.party, .secretary, in: unit)
    let person = world.member(in: unit)
    world.tell(person, on: "2020-01-01", appointed(director))
    world.tell(person, on: "2021-01-01", appointed(secretary))
    let state = world.state(person)
    #expect(state.posts(on: day("2021-01-01")).map(\.position) == [director, secretary])
  }

  @Test func `an appointment ends the one before on its line`() {
    var world = World()
    let unit = world.organisation()
    let deputy = world.position(.government, .deputyDirector, in: unit)
    let director = world.position(.government, .director, in: unit)
    let person = world.member(in: unit)
    world.tell(person, on: "2020-01-01", appointed(deputy))
    let second = world.tell(person, on: "2021-01-01", appointed(director))
    let state = world.state(person)
    #expect(state.holds(deputy, on: day("2020-12-31")))
    #expect(!state.holds(deputy, on: day("2021-01-01")))
    #expect(state.tenures.first?.endedBy == second)
  }

  @Test func `a reappointment continues the tenure`() {
    var world = World()
    let unit = world.organisation()
    let director = world.position(.government, .director, in: unit)
    let person = world.member(in: unit)
    world.tell(person, on: "2018-01-01", appointed(director))
    world.tell(person, on: "2023-01-01", appointed(director, .reappointment))
    world.tell(person, on: "2024-01-01", .relieved(position: director, reason: nil))
    let tenures = world.state(person).tenures
    #expect(tenures.map(\.from) == [day("2018-01-01")])
    #expect(tenures.map(\.until) == [day("2024-01-01")])
  }

  @Test func `relief on the day of the next appointment means the same whenever recorded`() {
    var world = World()
    let unit = world.organisation()
    let one = world.position(.government, .director, in: unit)
    let person = world.member(in: unit)
    world.tell(person, on: "2018-01-01", appointed(one))
    world.tell(person, on: "2023-01-01", appointed(one))
    world.tell(person, on: "2023-01-01", .relieved(position: one, reason: nil))
    #expect(world.state(person).holds(one, on: day("2023-01-01")))
  }

  @Test(arguments: [EndingKind.deceased, .expelled, .struckOff])
  func `death ends every post, expulsion those of the party`(how: EndingKind) {
    var world = World()
    let unit = world.organisation()
    let director = world.position(.government, .director, in: unit)
    let secretary = world.position(.party, .secretary, in: unit)
    let person = world.member(in: unit)
    world.tell(person, on: "2020-01-01", appointed(director))
    world.tell(person, on: "2020-01-01", appointed(secretary))
    world.tell(person, on: "2022-01-01", .membershipEnded(how: how, ground: nil))
    let held = world.state(person).posts(on: day("2022-01-01")).map(\.position)
    switch how {
    case .deceased: #expect(held == [])
    case .expelled: #expect(held == [director])
    case .struckOff, .resigned: #expect(held == [director, secretary])
    }
  }

  @Test func `an abolished post is held no longer`() {
    var world = World()
    let unit = world.organisation()
    let director = world.position(.government, .director, in: unit)
    let person = world.member(in: unit)
    world.tell(person, on: "2020-01-01", appointed(director))
    let abolition = world.tell(director, on: "2022-01-01", .abolished)
    let state = world.state(person)
    #expect(state.holds(director, on: day("2021-12-31")))
    #expect(!state.holds(director, on: day("2022-01-01")))
    #expect(state.tenures.first?.endedBy == abolition)
  }

  @Test func `an entry left is left from its day, and one made later counts anew`() {
    var world = World()
    let unit = world.organisation()
    let post = world.position(.government, .director, in: unit)
    let term = Term(firstYear: 2020, lastYear: 2025)
    let person = world.member(in: unit)
    world.tell(person, on: "2020-01-01", .planningEntered(position: post, term: term))
    world.tell(
      person, on: "2021-01-01", .planningLeft(position: post, term: term, reason: .yearlyReview))
    world.tell(person, on: "2022-01-01", .planningEntered(position: post, term: term))
    let state = world.state(person)
    #expect(state.entries(on: day("2020-12-31")).count == 1)
    #expect(state.entries(on: day("2021-01-01")).isEmpty)
    #expect(state.entries(on: day("2022-01-01")).map(\.entered) == [day("2022-01-01")])
  }

  @Test func `an annulled discipline is gone on every day for those who know`() {
    var world = World()
    let person = world.member(in: world.organisation())
    let paper = Document(number: "1-QĐ/UBKT", date: day("2023-03-01"))
    world.tell(
      person, on: "2023-03-05",
      .disciplined(
        Disciplined(system: .party, form: .warning, announcedOn: day("2023-03-05"))),
      document: paper)
    let before = world.known
    world.tell(
      person, on: "2024-01-01",
      .disciplineAnnulled(
        DisciplineAnnulled(system: .party, number: paper.number, day: paper.date)))
    #expect(world.state(person, before).disciplines.count == 1)
    #expect(world.state(person).disciplines.isEmpty)
    #expect(world.state(person).annulled.count == 1)
  }
}

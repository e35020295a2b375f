import Cadre
import Testing

@Suite struct TrainingTests {
  /// A unit with somebody in planning who lacks all theory.
  private struct Class {
    var world = World()
    let top: OrganisationNumber
    let post: PositionNumber

    init(_ line: Line = .government, _ postClass: PositionClass = .divisionHead) {
      top = world.organisation(.superior, sector: .publicUnit)
      post = world.position(line, postClass, in: top)
    }

    mutating func member(
      planned years: Int, born: String? = "1980-05-05", sex: Sex? = .male
    ) -> PersonNumber {
      let person = world.member(in: top, born: born, sex: sex)
      world.plan(person, for: post, years, on: "2022-02-01")
      return person
    }
  }

  @Test func `the term of the day is due this year, a later one before it begins`() {
    var unit = Class()
    let now = unit.member(planned: 2020)
    let later = unit.member(planned: 2025)
    let needs = unit.world.training(on: "2022-06-01").needs
    #expect(needs.map(\.person) == [now, later])
    #expect(needs.map(\.year) == [2022, 2024])
    #expect(needs.map(\.level) == [.intermediate, .intermediate])
    let years = TrainingYear.all(needs, from: 2022)
    #expect(years.map(\.year) == [2022, 2023, 2024])
    #expect(years.map(\.seats) == [1, 0, 1])
  }

  @Test(arguments: [
    ("1987-06-01", Sex.male, "2022-06-01", ClassForm.unknown),
    ("1986-12-31", .male, "2022-06-01", .partTime),
    ("1988-01-01", .male, "2022-06-01", .fullTime),
    ("1989-01-01", .female, "2022-06-01", .partTime),
    ("1996-01-01", .male, "2026-06-01", .partTime),
    ("1999-01-01", .female, "2026-06-01", .fullTime),
  ])
  func `who is too young for a part-time class is named for a full-time one`(
    born: String, sex: Sex, on: String, form: ClassForm
  ) {
    var unit = Class()
    _ = unit.member(planned: on.hasPrefix("2026") ? 2025 : 2020, born: born, sex: sex)
    #expect(unit.world.training(on: on).needs.map(\.form) == [form])
  }

  @Test func `without birth or sex the form is not known`() {
    var unit = Class()
    _ = unit.member(planned: 2020, born: nil)
    _ = unit.member(planned: 2020, born: "1988-06-01", sex: nil)
    _ = unit.member(planned: 2020, born: "1970", sex: nil)
    let forms = unit.world.training(on: "2022-06-01").needs.map(\.form)
    #expect(forms == [.unknown, .unknown, .partTime])
  }

  @Test func `who is enrolled needs no seat, and who has the level is not named`() {
    var unit = Class()
    let enrolled = unit.member(planned: 2020)
    let educated = unit.member(planned: 2020)
    unit.world.tell(
      enrolled, on: "2022-03-01",
      .theoryEnrolled(TheoryEnrolled(level: .intermediate, startsOn: day("2022-03-15"))))
    unit.world.tell(
      educated, on: "2015-03-01",
      .theoryAttained(
        TheoryAttained(level: .intermediate, proof: .diploma, issuedOn: day("2015-03-01"))))
    let needs = unit.world.training(on: "2022-06-01").needs
    #expect(needs.map(\.person) == [enrolled])
    #expect(needs.map(\.state) == [.enrolled])
    #expect(needs.first?.enrolledOn == day("2022-03-15"))
    #expect(TrainingYear.all(needs, from: 2022).map(\.seats) == [0])
    #expect(TrainingYear.all(needs, from: 2022).map(\.enrolled) == [1])
    #expect(unit.world.training(on: "2022-03-15").needs.map(\.state) == [.enrolled])
    let before = unit.world.training(on: "2022-03-14").needs
    #expect(before.map(\.state) == [.needed], "the class begins on the day after")
    #expect(before.first?.enrolledOn == nil)
  }

  @Test func `without the sheet of theory nobody is known to lack it`() {
    var unit = Class()
    unit.world.forget(.theory)
    _ = unit.member(planned: 2020)
    #expect(unit.world.training(on: "2022-06-01").needs.map(\.state) == [.unknown])
  }

  @Test func `a higher level due as early takes the place of a lower one`() {
    var world = World()
    let top = world.organisation(.superior, sector: .agency)
    let head = world.position(.government, .divisionHead, in: top)
    let director = world.position(.government, .director, in: top)
    let person = world.member(in: top)
    world.plan(person, for: head, 2020, on: "2022-02-01")
    world.plan(person, for: director, 2025, on: "2022-02-01")
    // An agency's director needs the advanced level from 1/5/2024, in the next term, that is.
    let needs = world.training(on: "2023-06-01").needs
    #expect(needs.map(\.level) == [.intermediate, .advanced])
    #expect(needs.map(\.year) == [2023, 2024])
    world.plan(person, for: director, 2020, on: "2023-02-01")
    let both = world.training(on: "2023-06-01").needs
    #expect(both.map(\.level) == [.advanced])
    #expect(both.map(\.year) == [2023])
  }

  @Test func `S3: who lacks nothing but theory stands to be appointed without it`() {
    var sound = Sound()
    let certificate = sound.world.people[Int(sound.person.number)].first {
      if case .theoryAttained = $0.event { true } else { false }
    }
    #expect(sound.world.training(on: "2023-06-01").risks.isEmpty)
    if let certificate { sound.world.retract(certificate.index, of: sound.person) }
    let work = sound.world.training(on: "2023-06-01")
    #expect(work.risks.map(\.person) == [sound.person])
    #expect(work.risks.map(\.title.position) == [sound.post])
    #expect(work.risks.first?.requirement.status == .unmet)
    #expect(work.needs.map(\.lacksOnlyTheory) == [true])
    // The deputy's appointment of 2020 was before the rule.
    #expect(work.held.appointments == 0)
    sound.tell("2023-06-01", .appointed(Appointed(position: sound.post, kind: .appointment)))
    let after = sound.world.training(on: "2023-06-01").held
    #expect(after.appointments == 1)
    #expect(after.met == 0)
  }

  @Test func `the nearer term goes before the higher post, and that before who lacks less`() {
    var unit = Class()
    let higher = unit.world.position(.government, .deputyDirector, in: unit.top)
    let first = unit.member(planned: 2025)
    let second = unit.member(planned: 2020)
    let third = unit.world.member(in: unit.top)
    unit.world.plan(third, for: higher, 2020, on: "2022-02-01")
    let needs = unit.world.training(on: "2023-06-01").needs
    let order = needs.sorted { $0.precedes($1) ?? false }.map(\.person)
    #expect(order == [third, second, first])
  }
}

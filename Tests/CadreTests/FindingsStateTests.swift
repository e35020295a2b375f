import Testing

@testable import Cadre

/// States that decisions led to as findings, at each limit and one past it.
@Suite struct FindingsStateTests {
  // A man born in 2/1965 retires in 8/2026.
  @Test(arguments: [("2026-08-31", false), ("2026-09-01", true)])
  func `who holds a post after the month of retirement is a finding`(
    asked: String, isFound: Bool
  ) throws {
    var world = World()
    let unit = world.organisation()
    let post = world.position(.government, .director, in: unit)
    let person = world.member(in: unit, born: "02/1965", sex: .male)
    let appointed = world.tell(
      person, on: "2020-01-01", .appointed(Appointed(position: post, kind: .appointment)))
    let findings = world.judge(person, on: asked).standing()
    #expect(findings.map(\.kind) == (isFound ? [.holderPastRetirement] : []))
    guard isFound else { return }
    let finding = try #require(findings.first)
    #expect(finding.status == .breach)
    #expect(finding.event == appointed)
    #expect(finding.day == day("2026-09-01"))
    let retirement = Month(year: 2026, month: 8)
    #expect(finding.found == .requirement(.retirement(earliest: retirement, latest: retirement)))
    #expect(finding.organisation == unit)
    #expect(finding.parameter == .retirementAge)
  }

  @Test func `a birth known to the year leaves retirement unknown between its ends`() {
    var world = World()
    let unit = world.organisation()
    let post = world.position(.government, .director, in: unit)
    let person = world.member(in: unit, born: "1965", sex: .male)
    let nobody = world.member(in: unit)
    for each in [person, nobody] {
      world.tell(
        each, on: "2020-01-01", .appointed(Appointed(position: post, kind: .appointment)))
    }
    func states(_ text: String) -> [FindingStatus] {
      world.judge(person, on: text).standing().map(\.status)
    }
    #expect(states("2026-07-31") == [])
    #expect(states("2026-08-01") == [.unknown])
    #expect(states("2027-09-30") == [.unknown])
    #expect(states("2027-10-01") == [.breach])
    let missing = world.judge(nobody, on: "2026-01-01").standing()
    #expect(missing.map(\.status) == [.unknown])
    #expect(missing.map(\.missingSheet) == [.people])
  }

  @Test func `who has left the post, or the population, is no finding`() {
    var world = World()
    let unit = world.organisation()
    let post = world.position(.government, .director, in: unit)
    let person = world.member(in: unit, born: "02/1955", sex: .male)
    world.tell(person, on: "2010-01-01", .appointed(Appointed(position: post, kind: .appointment)))
    #expect(world.judge(person, on: "2023-01-01").standing().count == 1)
    var relieved = world
    relieved.tell(person, on: "2022-01-01", .relieved(position: post, reason: .retired))
    #expect(relieved.judge(person, on: "2023-01-01").standing().isEmpty)
    world.tell(unit, on: "2022-01-01", .handedOver(receiver: unit, headcount: Headcount()))
    #expect(world.judge(person, on: "2023-01-01").standing().isEmpty)
    #expect(world.judge(person, on: "2023-01-01").holdings().isEmpty)
  }

  @Test(arguments: [(2, 0), (3, 1), (4, 2)])
  func `the last to come are beyond the seats`(holders: Int, beyond: Int) {
    var world = World()
    let unit = world.organisation()
    let post = world.position(.government, .deputyDirector, in: unit, seats: 2)
    var appointed: [LogIndex] = []
    var holdings: [Holding] = []
    for place in 0..<holders {
      let person = world.member(in: unit)
      // The last told came first.
      let from = "20\(20 - place)-01-01"
      appointed.insert(
        world.tell(
          person, on: from, .appointed(Appointed(position: post, kind: .appointment))),
        at: 0)
      holdings += world.judge(person, on: "2023-01-01").holdings()
    }
    let findings = Holding.beyondSeats(
      holdings, on: day("2023-01-01"), known: world.known, world.surroundings())
    #expect(findings.map(\.event) == Array(appointed.suffix(beyond)))
    #expect(
      findings.allSatisfy {
        $0.kind == .holderBeyondSeats && $0.needed == .atMost(2) && $0.found == .count(holders)
      })
  }

  @Test func `from 30/8/2025 a quarter may be excellent by a decision that no event holds`() {
    func findings(_ year: Int, excellent: Int) -> [Finding] {
      var world = World()
      let unit = world.organisation()
      let people = (0..<(20 + excellent)).map { place -> PersonNumber in
        let person = world.member(in: unit)
        world.tell(
          person, on: "\(year)-12-31", .rated(year: year, grade: place < 20 ? .good : .excellent))
        return person
      }
      let surroundings = world.surroundings()
      var tally = RatingTally()
      let roots = GrassrootsByYear(surroundings)
      for person in people { tally.add(world.state(person), upTo: .afterAll, roots) }
      return tally.findings(surroundings.rules, known: world.known)
    }
    #expect(findings(2025, excellent: 4).isEmpty)
    #expect(findings(2025, excellent: 5).map(\.status) == [.unknown])
    #expect(findings(2025, excellent: 5).map(\.needed) == [.atMostUnless(4, special: 5)])
    #expect(findings(2025, excellent: 6).map(\.status) == [.breach])
    #expect(findings(2024, excellent: 5).map(\.status) == [.breach])
    #expect(findings(2018, excellent: 6).isEmpty, "no cap before 18/10/2019")
  }

  @Test func `a member is counted where they were at the end of the year`() {
    var world = World()
    let (first, second) = (world.organisation(), world.organisation())
    let person = world.member(in: first)
    world.tell(person, on: "2023-12-31", .rated(year: 2023, grade: .excellent))
    world.tell(
      person, on: "2024-01-01",
      .transferIntroduced(TransferIntroduced(kind: .official, from: first, to: second)))
    world.tell(
      person, on: "2024-01-01",
      .transferReceived(
        TransferReceived(
          kind: .official, introducedOn: day("2024-01-01"), from: first, to: second)))
    let surroundings = world.surroundings()
    var tally = RatingTally()
    tally.add(world.state(person), upTo: day("2023-12-30"), GrassrootsByYear(surroundings))
    #expect(tally.findings(surroundings.rules, known: world.known).isEmpty)
    tally.add(world.state(person), upTo: day("2024-06-01"), GrassrootsByYear(surroundings))
    let findings = tally.findings(surroundings.rules, known: world.known)
    #expect(findings.map(\.organisation) == [first], "one of none rated good is too many")
  }

  @Test func `a dissolved organisation is a finding until no one is left`() {
    var world = World()
    let top = world.organisation(.superior)
    let unit = world.organisation(under: top)
    let cell = world.organisation(.cell, under: unit)
    let person = world.member(in: unit)
    let dissolved = world.tell(unit, on: "2023-03-01", .dissolved)
    func findings(_ text: String) -> [Finding] {
      let surroundings = world.surroundings()
      var tally = DissolvedTally(surroundings, on: day(text))
      tally.add(world.state(person))
      return tally.findings(surroundings, known: world.known)
    }
    #expect(findings("2023-02-28").isEmpty)
    let found = findings("2023-03-01")
    #expect(found.map(\.found) == [.left(members: 1, organisations: 1)])
    #expect(found.map(\.event) == [dissolved])
    #expect(found.map(\.organisation) == [unit])
    world.tell(cell, on: "2023-04-01", .reparented(parent: top))
    #expect(findings("2023-04-01").map(\.found) == [.left(members: 1, organisations: 0)])
    world.tell(person, on: "2023-05-01", .membershipEnded(how: .resigned, ground: nil))
    #expect(findings("2023-05-01").isEmpty)
  }
}

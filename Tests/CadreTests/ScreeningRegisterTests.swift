import Testing

@testable import Cadre

/// The register of screening: rounds, periods of help, proposals and triggers (S2).
@Suite struct ScreeningRegisterTests {
  private static func remedial(_ round: String = "2021-1", months: Int? = nil) -> PersonEvent {
    .screened(
      Screened(
        round: round, outcome: .remedial, ground: .exampleBreached, remedialMonths: months))
  }

  private static let qualified = PersonEvent.screened(
    Screened(round: "2022-1", outcome: .qualified))
  private static let proposed = PersonEvent.screened(
    Screened(round: "2021-2", outcome: .removalProposed, ground: .degradation))

  @Test func `a round is counted where people were on its day`() {
    var world = World()
    let top = world.organisation(.superior)
    let (first, second) = (world.organisation(under: top), world.organisation(under: top))
    let cell = world.organisation(.cell, under: first)
    let moved = world.member(in: cell)
    world.tell(moved, on: "2021-05-19", Self.remedial())
    let introduced = TransferIntroduced(kind: .internal, from: cell, to: second)
    world.tell(moved, on: "2021-09-01", .transferIntroduced(introduced))
    world.tell(
      moved, on: "2021-09-10",
      .transferReceived(
        TransferReceived(
          kind: .internal, introducedOn: day("2021-09-01"), from: cell, to: second)))
    world.tell(moved, on: "2022-05-19", Self.qualified)
    let tally = world.screening(on: "2023-01-01")
    #expect(tally.rounds.map(\.name) == ["2021-1", "2022-1"])
    #expect(tally.rounds.map(\.outcomes.remedial) == [1, 0])
    #expect(tally.places.map(\.organisation) == [first, second])
    #expect(world.screening(on: "2022-01-01").rounds.map(\.name) == ["2021-1"])
    #expect(world.screening(on: "2023-01-01", under: first).rounds.map(\.name) == ["2021-1"])
    #expect(world.screening(on: "2023-01-01", round: "2022-1").rounds.map(\.name) == ["2022-1"])
  }

  @Test(arguments: [("2022-05-18", RemedialState.running), ("2022-05-19", .ended)])
  func `a period without months of its own lasts as long as the rule says`(
    on: String, state: RemedialState
  ) throws {
    var world = World()
    let person = world.member(in: world.organisation())
    world.tell(person, on: "2021-05-19", Self.remedial())
    let period = try #require(world.screening(of: person, on: on).remedials.first)
    #expect(period.months == 12)
    #expect(period.until == day("2022-05-19"))
    #expect(period.state == state)
    #expect(period.basis?.text == "02-HD/BTCTW")
    #expect(!period.verified)
  }

  @Test func `what follows a period is said, and its own months stand before the rule's`() throws {
    var world = World()
    let person = world.member(in: world.organisation())
    world.tell(person, on: "2021-05-19", Self.remedial(months: 6))
    let alone = try #require(world.screening(of: person, on: "2021-12-01").remedials.first)
    #expect(alone.until == day("2021-11-19"))
    #expect(alone.basis == nil)
    #expect(alone.state == .ended)
    world.tell(person, on: "2022-05-19", Self.qualified)
    let followed = try #require(world.screening(of: person, on: "2022-06-01").remedials.first)
    #expect(followed.state == .screenedAgain)
    #expect(followed.later?.outcome == .qualified)
    let early = world.member(in: world.organisation())
    world.tell(early, on: "2019-05-19", Self.remedial("2019-1"))
    let old = try #require(world.screening(of: early, on: "2021-06-01").remedials.first)
    #expect(old.state == .unknown, "no rule of that day says how long")
    #expect(old.until == nil)
  }

  @Test func `a proposal is pending until the membership ends or another round has looked`() throws
  {
    var world = World()
    let person = world.member(in: world.organisation())
    world.tell(person, on: "2021-11-19", Self.proposed)
    let pending = try #require(world.screening(of: person, on: "2021-12-31").proposals.first)
    #expect(pending.outcome == .pending)
    world.tell(person, on: "2022-01-05", .membershipEnded(how: .struckOff, ground: .screening))
    let ended = try #require(world.screening(of: person, on: "2022-01-05").proposals.first)
    #expect(ended.outcome == .ended)
    #expect(ended.ending?.ground == .screening)
    let removals = world.screening(on: "2022-02-01").removals
    #expect(
      removals.map(\.key) == [RemovalGround(year: 2022, how: .struckOff, ground: .screening)])
    #expect(removals.map(\.count) == [1])
    #expect(world.screening(on: "2022-02-01", round: "2021-1").removals.isEmpty)
    #expect(world.screening(on: "2022-02-01", round: "2021-2").removals.map(\.count) == [1])
  }

  @Test func `nothing is left to do about who was handed over with the organisation`() throws {
    var world = World()
    let top = world.organisation(.superior)
    let unit = world.organisation(under: top)
    let person = world.member(in: unit)
    let other = world.member(in: unit)
    world.tell(person, on: "2021-05-19", Self.remedial())
    world.tell(other, on: "2021-11-19", Self.proposed)
    world.tell(unit, on: "2022-01-01", .handedOver(receiver: top, headcount: Headcount()))
    func states(_ on: String) -> [RemedialState] {
      world.screening(of: person, on: on).remedials.map(\.state)
    }
    func outcomes(_ on: String) -> [ProposalOutcome] {
      world.screening(of: other, on: on).proposals.map(\.outcome)
    }
    #expect(states("2021-12-31") == [.running])
    #expect(states("2023-01-01") == [.outside])
    #expect(outcomes("2021-12-31") == [.pending])
    #expect(outcomes("2023-01-01") == [.outside])
  }

  @Test func `death is no removal`() {
    var world = World()
    let person = world.member(in: world.organisation())
    world.tell(person, on: "2022-01-05", .membershipEnded(how: .deceased, ground: nil))
    #expect(world.screening(on: "2022-02-01").removals.isEmpty)
  }

  @Test func `two years running unfulfilled call for a round until one has looked`() throws {
    var world = World()
    let person = world.member(in: world.organisation())
    for year in [2019, 2021, 2022] {
      world.tell(person, on: "\(year)-12-31", .rated(year: year, grade: .unfulfilled))
    }
    world.tell(person, on: "2020-12-31", .rated(year: 2020, grade: .good))
    world.tell(person, on: "2023-12-31", .rated(year: 2023, grade: .good))
    #expect(world.screening(of: person, on: "2022-12-30").trigger == nil)
    let trigger = try #require(world.screening(of: person, on: "2024-06-01").trigger)
    #expect(trigger.firstYear == 2021)
    #expect(trigger.lastYear == 2022)
    #expect(trigger.verified)
    #expect(trigger.lastScreening == nil)
    #expect(world.screening(of: person, on: "2024-06-01", round: "2022-1").trigger == nil)
    world.tell(
      person, on: "2024-07-01", .screened(Screened(round: "2024-1", outcome: .qualified)))
    #expect(world.screening(of: person, on: "2024-07-01").trigger == nil)
  }
}

import Testing

@testable import Cadre

/// Since when somebody is in the ledger no more: retention counts from it (spec/log.md, Erasure).
@Suite struct LeavingTests {
  private let today = day("2026-11-24")

  private func left(_ person: PersonNumber, _ world: World) -> Day? {
    world.state(person).left(by: today, world.tree())
  }

  @Test func `who is a member or a prospect has not left, and who never was anything neither`() {
    var world = World()
    let unit = world.organisation()
    let member = world.member(in: unit, ceremony: "2010-01-01")
    let nobody = world.person(in: unit)
    let prospect = world.person(in: unit)
    world.tell(prospect, on: "1990-01-01", .prospectIntroduced(by: .cell))
    for person in [member, nobody, prospect] { #expect(left(person, world) == nil) }
  }

  @Test func `an end counts from its day, and of several the last`() {
    var world = World()
    let person = world.member(in: world.organisation(), ceremony: "1990-01-01")
    world.tell(person, on: "1995-01-01", .membershipEnded(how: .struckOff, ground: nil))
    #expect(left(person, world) == day("1995-01-01"))
    world.tell(
      person, on: "1999-01-01",
      .admitted(Admitted(kind: .readmission, ceremonyOn: day("1999-01-01"))))
    #expect(left(person, world) == nil)
    world.tell(person, on: "2002-03-04", .membershipEnded(how: .deceased, ground: nil))
    #expect(left(person, world) == day("2002-03-04"))
    world.tell(person, on: "2030-01-01", .membershipEnded(how: .deceased, ground: nil))
    #expect(left(person, world) == day("2002-03-04"))
  }

  @Test func `an end that is still to come is none`() {
    var world = World()
    let person = world.member(in: world.organisation(), ceremony: "1990-01-01")
    world.tell(person, on: "2026-11-25", .membershipEnded(how: .resigned, ground: nil))
    #expect(left(person, world) == nil)
    #expect(world.state(person).left(by: day("2026-11-25"), world.tree()) == day("2026-11-25"))
  }

  @Test func `who went to an organisation outside left on the day of reception`() {
    var world = World()
    let (unit, outside) = (world.organisation(), world.organisation(.external))
    let person = world.member(in: unit, ceremony: "1990-01-01")
    world.tell(
      person, on: "2001-01-01",
      .transferIntroduced(TransferIntroduced(kind: .official, from: unit, to: outside)))
    #expect(left(person, world) == nil)
    world.tell(
      person, on: "2001-02-03",
      .transferReceived(
        TransferReceived(
          kind: .official, introducedOn: day("2001-01-01"), from: unit, to: outside)))
    #expect(left(person, world) == day("2001-02-03"))
    // What is heard of them later changes nothing.
    world.tell(person, on: "2015-01-01", .membershipEnded(how: .deceased, ground: nil))
    #expect(left(person, world) == day("2001-02-03"))
  }

  @Test func `who was handed over with an organisation left with it, until it comes back`() {
    var world = World()
    let top = world.organisation(.superior)
    let unit = world.organisation(under: top)
    let outside = world.organisation(.external)
    let person = world.member(in: unit, ceremony: "1990-01-01")
    world.tell(unit, on: "2003-04-05", .handedOver(receiver: outside, headcount: Headcount()))
    #expect(left(person, world) == day("2003-04-05"))
    world.tell(unit, on: "2020-01-01", .received(from: outside, headcount: Headcount()))
    #expect(left(person, world) == nil)
  }

  @Test func `who left before the organisation was founded that a sheet names left all the same`() {
    var world = World()
    let unit = world.organisation(since: "2018-10-01")
    let person = world.member(in: unit, ceremony: "1970-01-01")
    world.tell(person, on: "2000-05-05", .membershipEnded(how: .deceased, ground: nil))
    #expect(left(person, world) == day("2000-05-05"))
  }
}

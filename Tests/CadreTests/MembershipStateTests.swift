import Testing

@testable import Cadre

/// What a person is, where, and how many there are (spec/domain.md section 5).
@Suite struct MembershipStateTests {
  @Test func `T1: official from twelve months after the ceremony, once recognition is known`() {
    var world = World()
    let unit = world.organisation()
    let person = world.person(in: unit)
    world.tell(
      person, on: "2024-09-15",
      .admitted(
        Admitted(
          kind: .admission, decidedOn: day("2024-08-25"), ceremonyOn: day("2024-09-15"))))
    let before = world.known
    world.tell(person, on: "2025-12-20", .recognised(decidedOn: day("2025-12-20")))

    let unknown = world.state(person, before)
    #expect(unknown.status(on: day("2025-12-19")) == .probationer)
    #expect(unknown.status(on: day("2026-06-01")) == .probationer)

    let known = world.state(person)
    #expect(known.partyAgeFrom(on: day("2025-12-20")) == day("2024-08-25"))
    #expect(known.status(on: day("2024-09-14")) == .none)
    #expect(known.status(on: day("2024-09-15")) == .probationer)
    #expect(known.status(on: day("2025-09-14")) == .probationer)
    #expect(known.status(on: day("2025-09-15")) == .official)
    #expect(known.officialFrom(on: day("2025-12-20")) == day("2025-09-15"))
  }

  @Test func `membership ends and begins again`() {
    var world = World()
    let person = world.member(in: world.organisation(), ceremony: "2010-01-01")
    world.tell(person, on: "2015-01-01", .membershipEnded(how: .struckOff, ground: nil))
    world.tell(
      person, on: "2019-01-01",
      .admitted(Admitted(kind: .readmission, ceremonyOn: day("2019-01-01"))))
    let state = world.state(person)
    #expect(state.status(on: day("2014-12-31")) == .official)
    #expect(state.status(on: day("2015-01-01")) == .ended(.struckOff))
    #expect(state.status(on: day("2018-12-31")) == .ended(.struckOff))
    #expect(state.status(on: day("2019-01-01")) == .probationer)
    #expect(state.status(on: day("2021-01-01")) == .probationer)
  }

  @Test func `a member expelled before the twelve months are over never was official`() {
    var world = World()
    let person = world.member(in: world.organisation(), ceremony: "2020-01-01")
    world.tell(person, on: "2020-06-01", .membershipEnded(how: .expelled, ground: nil))
    #expect(world.state(person).status(on: day("2021-06-01")) == .ended(.expelled))
  }

  @Test func `the organisation is the destination of the last transfer received`() {
    var world = World()
    let (first, second, third) = (
      world.organisation(), world.organisation(), world.organisation(.external)
    )
    let person = world.member(in: second)
    move(&world, person, .official, first, second, "2020-01-01", "2020-02-01")
    move(&world, person, .temporary, second, first, "2021-01-01", "2021-02-01")
    move(&world, person, .official, second, third, "2022-01-01", "2022-02-01")
    let state = world.state(person)
    let days = ["2019-01-01", "2020-01-31", "2020-02-01", "2021-03-01", "2022-02-01"]
    #expect(
      days.map { state.organisation(on: day($0)) } == [first, first, second, second, third])
    let tree = world.tree()
    #expect(state.isInPopulation(of: tree.on(day("2022-01-31"))))
    #expect(!state.isInPopulation(of: tree.on(day("2022-02-01"))))
    #expect(state.transfers.map { $0.isStay(on: day("2021-03-01")) } == [false, true, false])
  }

  private func move(
    _ world: inout World, _ person: PersonNumber, _ kind: TransferKind,
    _ from: OrganisationNumber, _ to: OrganisationNumber, _ introduced: String, _ received: String
  ) {
    world.tell(
      person, on: introduced,
      .transferIntroduced(TransferIntroduced(kind: kind, from: from, to: to)))
    world.tell(
      person, on: received,
      .transferReceived(
        TransferReceived(kind: kind, introducedOn: day(introduced), from: from, to: to)))
  }

  @Test func `the ended are not counted, prospects are people and no members`() {
    var world = World()
    let unit = world.organisation()
    let dead = world.member(in: unit)
    world.tell(dead, on: "2020-01-01", .membershipEnded(how: .deceased, ground: nil))
    let prospect = world.person(in: unit)
    world.tell(prospect, on: nil, .prospectIntroduced(by: .youthUnion))
    _ = world.member(in: unit)
    let counts = count(world, on: "2020-01-01")
    #expect(counts[unit].members == 1)
    #expect(counts[unit].people == 2)
    #expect(count(world, on: "2019-12-31").population.people == 3)
  }

  @Test func `profile sources are the registration and the amendments until the day`() {
    var world = World()
    let person = world.person(in: world.organisation())
    let amended = world.tell(person, on: "2021-01-01", .profileAmended)
    let state = world.state(person)
    #expect(state.profileSources(on: day("2020-12-31")).count == 1)
    #expect(state.profileSources(on: day("2021-01-01")).last == amended)
    let profile = Profile(records: [
      (LogIndex(1), PrivateRecord(birth: .year(1965), sex: .male)),
      (LogIndex(2), PrivateRecord(birth: .day(day("1965-02-03")))),
    ])
    #expect(profile.birth == .day(day("1965-02-03")) && profile.sex == .male)
    #expect(profile.sources == [LogIndex(1), LogIndex(2)])
  }
}

/// Whole organisations move, and no one is lost or counted twice (S8).
@Suite struct MembershipCountTests {
  @Test func `T7: 22 organisations with 388 members are handed over on their day`() {
    var world = World()
    let bloc = world.organisation(.superior)
    let stays = world.organisation(under: bloc)
    for _ in 0..<12 { _ = world.member(in: stays) }
    let moving = (0..<22).map { _ in world.organisation(under: bloc) }
    for place in 0..<388 { _ = world.member(in: moving[place % 22]) }
    let city = world.organisation(.external)
    let before = world.known
    for unit in moving {
      world.tell(unit, on: "2019-03-28", .handedOver(receiver: city, headcount: Headcount()))
    }
    let people = (1..<world.people.count).map { world.state(PersonNumber(UInt32($0))) }
    #expect(count(world, on: "2019-03-28", before, people).population.members == 400)
    #expect(count(world, on: "2019-03-07", people).population.members == 400)
    #expect(count(world, on: "2019-03-27", people).population.members == 400)
    #expect(count(world, on: "2019-03-28", people).population.members == 12)
    let after = count(world, on: "2019-03-28", people)
    #expect(moving.reduce(0) { $0 + after[$1].members } == 388)
  }

  @Test func `T8: a split conserves the total on every day around it`() {
    var world = World()
    let bloc = world.organisation(.superior)
    let parts = [(22, 567), (52, 3413), (31, 578)]
    let receivers = parts.map { _ in world.organisation(.superior) }
    for (place, (units, members)) in parts.enumerated() {
      let moving = (0..<units).map { _ in world.organisation(under: bloc) }
      for member in 0..<members { _ = world.member(in: moving[member % units]) }
      for unit in moving {
        world.tell(
          unit, on: day("2025-02-01").adding(days: place).description,
          .reparented(parent: receivers[place]))
      }
    }
    let people = (1..<world.people.count).map { world.state(PersonNumber(UInt32($0))) }
    for offset in -3...5 {
      let counts = count(world, on: day("2025-02-01").adding(days: offset).description, people)
      let moved = receivers.map { counts.total(under: $0).members }
      for (place, (_, members)) in parts.enumerated() {
        #expect(moved[place] == (offset >= place ? members : 0))
      }
      #expect(counts.total(under: bloc).members + moved.reduce(0, +) == 4558)
      #expect(counts.population.members == 4558)
    }
  }

  @Test func `a merger moves its members and loses no one`() {
    var world = World()
    let (old, new) = (world.organisation(), world.organisation())
    for _ in 0..<5 { _ = world.member(in: old) }
    for _ in 0..<3 { _ = world.member(in: new) }
    world.tell(old, on: "2022-01-01", .merged(into: new))
    let before = count(world, on: "2021-12-31")
    #expect(before[old].members == 5 && before[new].members == 3)
    let after = count(world, on: "2022-01-01")
    #expect(after[old].members == 0 && after[new].members == 8)
  }
}

/// The counts of a day, over everyone or over people already folded.
private func count(
  _ world: World, on text: String, _ known: LogSize? = nil, _ people: [PersonState]? = nil
) -> MembershipCounts {
  var counts = MembershipCounts(world.tree(known).on(day(text)))
  for person in people ?? (1..<world.people.count).map({ world.state(PersonNumber(UInt32($0))) }) {
    counts.add(person)
  }
  return counts
}

private func count(_ world: World, on text: String, _ people: [PersonState]) -> MembershipCounts {
  count(world, on: text, nil, people)
}

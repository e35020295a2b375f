import Testing

@testable import Cadre

/// How many a reorganisation concerned, counted on the day before it.
@Suite struct ReorganisationTallyTests {
  @Test func `whoever stands below counts, and who had left before does not`() {
    var world = World()
    let top = world.organisation(.superior)
    let unit = world.organisation(under: top)
    let cell = world.organisation(.cell, under: unit)
    let gone = world.organisation(.cell, under: unit)
    let city = world.organisation(.external)
    for place in [unit, cell, cell, gone, gone, gone] { _ = world.member(in: place) }
    let moved = world.member(in: unit)
    world.tell(
      moved, on: "2021-12-31",
      .transferReceived(
        TransferReceived(
          kind: .internal, introducedOn: day("2021-12-01"), from: unit, to: top)))
    world.hand(gone, to: city, on: "2020-01-01")
    world.hand(unit, to: city, on: "2022-01-01")
    #expect(world.counted(on: "2023-01-01") == [3, 3])
    // On the day itself those who moved away the day before count no more.
    #expect(world.counted(on: "2021-12-30") == [3, 4])
  }

  @Test func `a reception counts who stood there outside the tree`() {
    var world = World()
    let city = world.organisation(.external)
    let unit = world.organisation()
    let cell = world.organisation(.cell, under: unit)
    for place in [unit, cell] { _ = world.member(in: place) }
    world.tell(unit, on: "2020-01-01", .received(from: city, headcount: Headcount()))
    #expect(world.counted(on: "2023-01-01") == [2])
  }

  @Test func `a merger counts those of the merged alone, a renaming those of the renamed`() {
    var world = World()
    let top = world.organisation(.superior)
    let old = world.organisation(under: top)
    let new = world.organisation(under: top)
    for place in [old, new, new] { _ = world.member(in: place) }
    world.tell(old, on: "2022-01-01", .merged(into: new))
    world.tell(new, on: "2022-06-01", .amended(OrganisationAmended(name: "Tên mới")))
    #expect(world.counted(on: "2023-01-01") == [1, 3])
  }
}

extension World {
  fileprivate mutating func hand(
    _ unit: OrganisationNumber, to receiver: OrganisationNumber, on text: String
  ) {
    tell(unit, on: text, .handedOver(receiver: receiver, headcount: Headcount()))
  }

  /// The members that each reorganisation concerned, by its day; asked on a day.
  fileprivate func counted(on text: String) -> [Int] {
    let tree = tree()
    let changes = (1..<organisations.count).flatMap { number in
      organisations[number].compactMap {
        Reorganisation($0, of: OrganisationNumber(UInt32(number)), in: tree)
      }
    }
    var tally = ReorganisationTally(
      changes.sorted(by: Reorganisation.precedes), tree, on: day(text))
    for number in 1..<people.count { tally.add(state(PersonNumber(UInt32(number)))) }
    return tally.counts.map(\.members)
  }
}

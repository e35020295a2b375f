import Testing

@testable import Cadre

/// Who stands under whom on any day (spec/domain.md section 5).
@Suite struct OrganisationTreeTests {
  @Test func `the sector of an organisation without one is the nearest above it`() {
    var world = World()
    let top = world.organisation(.superior)
    let unit = world.organisation(under: top, sector: .enterprise)
    let cell = world.organisation(.cell, under: unit)
    let tree = world.tree()
    #expect(tree.sector(of: cell, on: day("2023-01-01")) == .enterprise)
    #expect(tree.sector(of: top, on: day("2023-01-01")) == nil)
    #expect(tree.ancestors(of: cell, on: day("2023-01-01")) == [unit, top])
  }

  @Test func `before an amendment the earlier name holds`() {
    var world = World()
    let unit = world.organisation()
    world.tell(unit, on: "2022-03-01", .amended(OrganisationAmended(name: "Tên mới")))
    let state = world.tree()[unit]
    #expect(state?.name(on: day("2022-02-28")) == "Tổ chức 1")
    #expect(state?.name(on: day("2022-03-01")) == "Tên mới")
  }

  @Test func `a handed-over organisation leaves the tree with all under it from its day`() {
    var world = World()
    let top = world.organisation(.superior)
    let unit = world.organisation(under: top)
    let cell = world.organisation(.cell, under: unit)
    let city = world.organisation(.external)
    world.tell(unit, on: "2019-03-28", .handedOver(receiver: city, headcount: Headcount()))
    let tree = world.tree()
    for organisation in [unit, cell] {
      #expect(tree.isInTree(organisation, on: day("2019-03-27")))
      #expect(!tree.isInTree(organisation, on: day("2019-03-28")))
    }
    #expect(tree.isInTree(top, on: day("2019-03-28")))
    #expect(!tree.isInTree(city, on: day("2019-03-28")))
  }

  @Test func `one received is in the tree only from its reception, and again after a return`() {
    var world = World()
    let city = world.organisation(.external)
    let unit = world.organisation(since: "2001-01-01")
    world.tell(unit, on: "2020-01-01", .received(from: city, headcount: Headcount()))
    world.tell(unit, on: "2021-01-01", .handedOver(receiver: city, headcount: Headcount()))
    world.tell(unit, on: "2022-01-01", .received(from: city, headcount: Headcount()))
    let tree = world.tree()
    let days = ["2019-12-31", "2020-01-01", "2021-01-01", "2021-12-31", "2022-01-01"]
    #expect(days.map { tree.isInTree(unit, on: day($0)) } == [false, true, false, false, true])
  }

  @Test func `one not yet established is not in the tree`() {
    var world = World()
    let unit = world.organisation(since: "2015-06-01")
    let tree = world.tree()
    #expect(!tree.isInTree(unit, on: day("2015-05-31")))
    #expect(tree.isInTree(unit, on: day("2015-06-01")))
  }

  @Test func `from the day of a merger subordinates are those of the organisation merged into`() {
    var world = World()
    let top = world.organisation(.superior)
    let old = world.organisation(under: top, sector: .agency)
    let new = world.organisation(under: top, sector: .enterprise)
    let cell = world.organisation(.cell, under: old)
    world.tell(old, on: "2022-01-01", .merged(into: new))
    let tree = world.tree()
    #expect(tree.parent(of: cell, on: day("2021-12-31")) == old)
    #expect(tree.parent(of: cell, on: day("2022-01-01")) == new)
    #expect(tree.resolve(old, on: day("2022-01-01")) == new)
    #expect(tree.sector(of: cell, on: day("2022-01-01")) == .enterprise)
    #expect(tree.on(day("2022-01-01")).isUnder(cell, new))
    #expect(!tree.on(day("2021-12-31")).isUnder(cell, new))
  }

  @Test func `an organisation that its parent merges into takes the parent's place`() {
    var world = World()
    let top = world.organisation(.superior)
    let unit = world.organisation(under: top)
    let cell = world.organisation(.cell, under: unit)
    world.tell(unit, on: "2022-01-01", .merged(into: cell))
    #expect(world.tree().parent(of: cell, on: day("2022-01-01")) == top)
  }

  @Test func `loops of parents and mergers end`() {
    var world = World()
    let one = world.organisation()
    let two = world.organisation(under: one)
    world.tell(one, on: "2020-01-01", .reparented(parent: two))
    let old = world.organisation()
    let new = world.organisation()
    world.tell(old, on: "2020-01-01", .merged(into: new))
    world.tell(new, on: "2022-01-01", .merged(into: old))
    let tree = world.tree()
    #expect(tree.on(day("2023-01-01")).isInTree(one))
    #expect(!tree.isUnder(one, new, on: day("2023-01-01")))
    #expect(tree.resolve(old, on: day("2021-01-01")) == new)
    #expect(tree.resolve(new, on: day("2023-01-01")) == old)
    #expect(tree.resolve(old, on: day("2023-01-01")) == old)
  }

  @Test func `a loop between two later changes is found, and from its end on there is none`() {
    var world = World()
    let top = world.organisation(.superior)
    let one = world.organisation(under: top)
    let two = world.organisation(under: top)
    world.tell(one, on: "2016-01-01", .reparented(parent: two))
    world.tell(one, on: "2018-01-01", .reparented(parent: top))
    world.tell(two, on: "2015-01-01", .reparented(parent: one))
    let tree = world.tree()
    #expect(!tree.standsInLoop(two, on: day("2015-01-01")))
    #expect(tree.loopDay(of: two, from: day("2015-01-01")) == day("2016-01-01"))
    #expect(tree.loopDay(of: two, from: day("2017-06-01")) == day("2017-06-01"))
    #expect(tree.loopDay(of: two, from: day("2018-01-01")) == nil)
    #expect(tree.loopDay(of: top, from: .beforeAll) == nil)
  }

  @Test func `a lifting of a suspension holds for all under it from its day`() {
    var world = World()
    let top = world.organisation(.superior)
    let unit = world.organisation(under: top)
    let lifting = world.tell(top, on: "2025-04-01", .suspensionLifted)
    let tree = world.tree()
    #expect(tree.lifting(of: unit, on: day("2025-03-31")) == nil)
    #expect(tree.lifting(of: unit, on: day("2025-04-01")) == lifting)
  }

  @Test func `a dissolved organisation stays in the tree`() {
    var world = World()
    let unit = world.organisation()
    world.tell(unit, on: "2020-01-01", .dissolved)
    let tree = world.tree()
    #expect(tree.isInTree(unit, on: day("2020-01-01")))
    #expect(tree[unit]?.isDissolved(on: day("2020-01-01")) == true)
  }

  @Test func `a post follows its organisation and its amendments`() {
    var world = World()
    let old = world.organisation(sector: .agency)
    let new = world.organisation(sector: .enterprise)
    let post = world.position(.government, .director, in: old)
    world.tell(old, on: "2022-01-01", .merged(into: new))
    world.tell(post, on: "2023-01-01", .amended(PositionAmended(class: .deputyDirector, seats: 2)))
    world.tell(post, on: "2024-01-01", .abolished)
    func shown(_ text: String) -> PostOnDay? { world.table().on(world.tree().on(day(text)))[post] }
    #expect(shown("2021-12-31")?.sector == .agency)
    #expect(shown("2022-01-01")?.organisation == new)
    #expect(shown("2023-01-01")?.rank == 3)
    #expect(shown("2023-01-01")?.seats == 2)
    #expect(shown("2023-12-31")?.isOpen == true)
    #expect(shown("2024-01-01")?.isOpen == false)
  }
}

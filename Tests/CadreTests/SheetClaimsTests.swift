import Cadre
import Testing

/// What absence from a sheet means, as claims and rejected rows have it (spec/lists.md,
/// Completeness); the sheet asked about is that of disciplines.
@Suite struct SheetClaimsTests {
  private var world = World(receivingSheets: false)
  private let top: OrganisationNumber
  private let unit, other: OrganisationNumber
  private let post: PositionNumber
  private let person, neighbour: PersonNumber

  init() {
    top = world.organisation(.superior)
    unit = world.organisation(under: top, sector: .agency)
    other = world.organisation(under: top, sector: .agency)
    post = world.position(.government, .director, in: top)
    person = world.member(in: unit)
    neighbour = world.member(in: other)
  }

  private func discipline(
    _ person: PersonNumber, _ world: World, at known: LogSize? = nil
  ) -> Requirement? {
    world.judge(person, for: post, on: "2023-06-01", known)?[.discipline]
  }

  private func status(_ person: PersonNumber, _ world: World) -> RequirementStatus? {
    discipline(person, world)?.status
  }

  @Test func `a sheet that is only received says nothing of whom it does not list`() {
    var world = world
    world.receive(SheetReceived(.disciplines))
    #expect(status(person, world) == .unknown)
    #expect(discipline(person, world)?.missingSheet == .disciplines)
  }

  @Test func `a claim makes absence count, and is the evidence`() {
    var world = world
    let before = world.known
    let claim = world.claim(.disciplines)
    #expect(status(person, world) == .met)
    #expect(discipline(person, world)?.evidence == [claim])
    #expect(discipline(person, world, at: before)?.status == .unknown)
  }

  @Test func `a claim for an organisation says nothing of the others`() {
    var world = world
    world.claim(.disciplines, for: unit)
    #expect(status(person, world) == .met)
    #expect(status(neighbour, world) == .unknown)
  }

  @Test func `a rejected row opens a gap for its person until the next claim without it`() {
    var world = world
    world.claim(.disciplines, lacking: [person])
    #expect(status(person, world) == .unknown)
    #expect(status(neighbour, world) == .met)
    world.receive(SheetReceived(.disciplines, content: 77))
    #expect(status(person, world) == .unknown, "a sheet that nobody claims closes nothing")
    world.claim(.disciplines)
    #expect(status(person, world) == .met)
  }

  @Test func `a row rejected later opens a gap, claimed or not`() {
    var world = world
    world.claim(.disciplines)
    world.receive(SheetReceived(.disciplines, gaps: [person], content: 77))
    #expect(status(person, world) == .unknown)
    #expect(status(neighbour, world) == .met)
  }

  @Test func `a row of nobody known leaves everybody open for whom the sheet is claimed`() {
    var world = world
    world.claim(.disciplines)
    world.claim(.disciplines, for: unit, somebody: true)
    #expect(status(person, world) == .unknown)
    #expect(status(neighbour, world) == .met)
    world.receive(SheetReceived(.disciplines, hasGapForAll: true, content: 77))
    #expect(status(neighbour, world) == .unknown, "unclaimed, it may be about anybody")
    world.claim(.disciplines)
    #expect(status(person, world) == .met)
    #expect(status(neighbour, world) == .met)
  }

  @Test func `a claim tells nothing of whom the ledger did not know yet`() {
    var world = world
    world.claim(.disciplines)
    let late = world.member(in: unit)
    #expect(status(late, world) == .unknown)
    #expect(status(person, world) == .met)
    world.claim(.disciplines)
    #expect(status(late, world) == .met)
  }

  @Test func `the last claim that covers decides alone`() {
    var world = world
    world.claim(.disciplines)
    world.claim(.disciplines, for: unit, lacking: [person])
    #expect(status(person, world) == .unknown, "the claim for all does not tell instead")
    #expect(status(neighbour, world) == .met)
  }

  @Test func `a claim made again speaks of its sheet as it was received last`() {
    var world = world
    let receipt = SheetReceived(.disciplines, gaps: [person], content: 5)
    world.receive(receipt)
    world.claim(receipt)
    #expect(status(person, world) == .unknown)
    let mended = SheetReceived(.disciplines, content: 5)
    world.receive(mended)
    world.claim(mended)
    #expect(status(person, world) == .met)
  }

  @Test func `a receipt of version 1 goes on claiming, and its own gaps are its own`() {
    var world = world
    world.receive(.disciplines)
    #expect(status(person, world) == .met)
    world.receive(SheetReceived(.disciplines, gaps: [person], ownClaim: .subtree(of: other)))
    #expect(status(person, world) == .met, "the gap is in a receipt that does not cover them")
    world.receive(SheetReceived(.disciplines, gaps: [person], ownClaim: .nobody))
    #expect(status(person, world) == .met, "a partial receipt of version 1 opened nothing")
    world.receive(SheetReceived(.disciplines, gaps: [person], content: 9))
    #expect(status(person, world) == .unknown, "a row rejected since opens a gap")
  }

  @Test func `what the other requirements rest on absence for is claimed sheet by sheet`() {
    for sheet in RequiredSheet.ofAbsence {
      var world = world
      world.claim(sheet)
      let judged = world.judge(person, for: post, on: "2023-06-01")
      let missing = Set(judged?.requirements.compactMap(\.missingSheet) ?? [])
      #expect(!missing.contains(sheet), "\(sheet)")
      #expect(
        missing.isSuperset(
          of: RequiredSheet.ofAbsence.filter { other in
            other != sheet && other != .admissions && other != .appointments
          }), "\(sheet)")
    }
  }
}

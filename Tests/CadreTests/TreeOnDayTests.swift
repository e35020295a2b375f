import TestSupport
import Testing

@testable import Cadre

/// A tree made for one day says what climbing says, whatever is recorded: loops, mergers into what
/// is not known yet, parents that are not.
@Suite struct TreeOnDayTests {
  @Test(arguments: [1, 2, 3, UInt64.random(in: 4 ... .max)])
  func `a day's tree equals climbing`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let world = Self.world(&random)
      for known in [world.known, LogSize(world.known.count / 2), LogSize(world.known.count / 3)] {
        let tree = world.tree(known)
        for text in ["2019-06-01", "2021-06-01", "2023-06-01"] {
          Self.expectEqual(tree, tree.on(day(text)), "seed \(seed), K \(known.count), \(text)")
        }
      }
    }
  }

  private static func expectEqual(_ tree: OrganisationTree, _ made: TreeOnDay, _ hint: Comment) {
    for place in 1..<16 {
      let number = OrganisationNumber(UInt32(place))
      guard tree[number] != nil else {
        #expect(!made.isInTree(number), hint)
        continue
      }
      #expect(made.resolve(number) == tree.resolve(number, on: made.day), hint)
      #expect(made.isInTree(number) == tree.isInTree(number, on: made.day), hint)
      #expect(made.sector(of: number) == tree.sector(of: number, on: made.day), hint)
      #expect(made.lifting(of: number) == tree.lifting(of: number, on: made.day), hint)
      let parent = tree.parent(of: tree.resolve(number, on: made.day), on: made.day)
      #expect(made.parent(of: number) == parent, hint)
    }
  }

  private static func world(_ random: inout SeededGenerator) -> World {
    var world = World()
    let count = 12
    func any(_ random: inout SeededGenerator) -> OrganisationNumber {
      OrganisationNumber(UInt32.random(in: 1...UInt32(count + 2), using: &random))
    }
    for _ in 0..<count {
      _ = world.organisation(
        Bool.random(using: &random) ? .cell : .grassrootsCommittee,
        under: Int.random(in: 0..<5, using: &random) == 0 ? nil : any(&random),
        sector: [nil, nil, .agency, .enterprise].randomElement(using: &random) ?? nil,
        since: [nil, "2019-01-01", "2021-01-01"].randomElement(using: &random) ?? nil)
    }
    for _ in 0..<14 {
      let organisation = OrganisationNumber(UInt32.random(in: 1...UInt32(count), using: &random))
      let on = "20\(Int.random(in: 19...23, using: &random))-03-01"
      let event: OrganisationEvent =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: .merged(into: any(&random))
        case 1: .handedOver(receiver: any(&random), headcount: Headcount())
        case 2: .received(from: any(&random), headcount: Headcount())
        case 3: .suspensionLifted
        case 4: .dissolved
        default: .reparented(parent: any(&random))
        }
      world.tell(organisation, on: on, event)
    }
    return world
  }
}

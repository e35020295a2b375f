import Cadre
import CadreCodec
import TestSupport
import Testing

@testable import Office

/// What was known at K is what a ledger says that holds nothing else (spec/domain.md section 2).
@Suite struct KnownLawTests {
  static let days = ["2023-06-01", "2025-10-20"]

  @Test(arguments: [1, 2, 20_260_301] as [UInt64])
  func `asking with K equals asking a ledger of the first K events`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/whole")
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    for _ in 0..<80 { try office.work() }
    let size = try ledger.status().events
    var sizes: [UInt64] = (0..<2).map { _ in
      UInt64.random(in: office.sizes[0]...size, using: &office.random)
    }
    sizes += office.sizes.shuffled(using: &office.random).prefix(1)
    sizes.append(UInt64.random(in: 2...office.sizes[0], using: &office.random))
    print("seed \(seed): \(size) events, \(office.sizes.count) batches, K \(sizes)")
    for (place, known) in sizes.enumerated() {
      let cut = try ledger.cut(to: known, in: "\(folder.path)/\(place)")
      let verified = try cut.verify()
      #expect(verified.isClean && verified.events == known, "seed \(seed), K \(known)")
      for text in Self.days {
        let day = try #require(Day(text: text))
        let subjects = office.subjects(3)
        let then = Answers(ledger, on: day, known: .size(known), about: subjects)
        let alone = Answers(cut, on: day, known: .all, about: subjects)
        expectSame(then, alone, "seed \(seed), K \(known), on \(text), \(subjects)")
      }
    }
    #expect(try ledger.verify().isClean, "seed \(seed)")
  }

  /// Compares part by part, so that a difference is told apart.
  private func expectSame(_ then: Answers, _ alone: Answers, _ context: String) {
    #expect(then.list == alone.list, "eligibility: \(context)")
    #expect(then.people == alone.people, "cards: \(context)")
    #expect(then.verdicts == alone.verdicts, "explanations: \(context)")
    #expect(then.found == alone.found, "people found: \(context)")
  }

  @Test func `a rule set that was retracted later was in force before`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/whole")
    try ledger.take([SampleSheets.folder("small")])
    // Only one of several rule sets can be retracted.
    let other = ShippedRules.content.replacing("khoi-ha-tinh-2026-2", with: "other")
    let adopted = LogIndex(try ledger.status().events)
    try ledger.append([.rulesAdopted(id: "other", content: other)], actor: "test", at: askedAt)
    let known = try ledger.status().events
    let day = try #require(Day(text: "2023-06-01"))
    let before = try ledger.eligibility(Inquiry(on: day), now: askedAt)
    _ = try ledger.retract(
      adopted, reason: .other, withDependants: false, actor: "test", now: askedAt)
    let after = try ledger.eligibility(Inquiry(on: day, known: .size(known)), now: askedAt)
    #expect(before.rows == after.rows)
    #expect(before.standpoint.rules.id == "other")
    #expect(after.standpoint.rules.id == "other")
    #expect(
      try ledger.eligibility(Inquiry(on: day), now: askedAt).standpoint.rules.id
        == "khoi-ha-tinh-2026-2")
  }
}

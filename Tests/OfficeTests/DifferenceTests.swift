import Cadre
import Office
import TestSupport
import Testing

/// What changed in what was known about a person.
@Suite struct DifferenceTests {
  private static let days = ["2023-06-01", "2025-10-20"]

  @Test(arguments: [3, 20_261_124] as [UInt64])
  func `a difference is what two cards and two lists differ in`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    for _ in 0..<120 { try office.work() }
    let size = try ledger.status().events
    print("seed \(seed): \(size) events")
    var told = 0
    for round in 0..<40 {
      let (one, other) = (
        UInt64.random(in: 9...size, using: &office.random),
        UInt64.random(in: office.sizes[0]...size, using: &office.random)
      )
      let day = try #require(Day(text: Self.days[round % 2]))
      let file = try #require(office.subjects(1).files.first)
      let context: Comment = "seed \(seed), \(file) at \(one) and \(other) on \(day)"
      guard let found = try difference(ledger, file, one, other, on: day) else {
        for known in [one, other] {
          #expect(try card(ledger, file, known, on: day) == nil, context)
        }
        continue
      }
      let (older, newer) = (min(one, other), max(one, other))
      #expect(found.standpoints.before.known.count == older, context)
      #expect(found.standpoints.after.known.count == newer, context)
      #expect(try difference(ledger, file, other, one, on: day)?.facts == found.facts, context)
      let current = found.after ?? found.before
      let name = try #require(current?.found.who.file)
      try expectFacts(found, context)
      try expectVerdicts(ledger, found, on: day, context)
      if found.after != nil {
        #expect(try card(ledger, name, newer, on: day) != nil, context)
      }
      let same = try difference(ledger, file, newer, newer, on: day)
      #expect(same?.facts.isEmpty ?? true, context)
      #expect(same?.verdicts.isEmpty ?? true, context)
      told += found.facts.count
    }
    #expect(told > 0, "seed \(seed)")
    #expect(try ledger.verify().isClean, "seed \(seed)")
  }

  /// What counts at one size and not at the other is told, and nothing else.
  private func expectFacts(_ found: PersonDifference, _ context: Comment) throws {
    let older = counting(found.before)
    let newer = counting(found.after)
    func told(_ turns: Set<FactTurn>) -> Set<LogIndex> {
      Set(found.facts.filter { turns.contains($0.turn) }.map(\.item.index))
    }
    #expect(told([.learnt, .restored]) == newer.subtracting(older), context)
    #expect(told([.ceased]) == older.subtracting(newer), context)
    #expect(told([.passing]).isDisjoint(with: older.union(newer)), context)
    #expect(Set(found.facts.map(\.item.index)).count == found.facts.count, context)
  }

  private func counting(_ card: PersonCard?) -> Set<LogIndex> {
    Set((card?.timeline ?? []).filter { $0.counts && !$0.isRetraction }.map(\.index))
  }

  /// The verdicts that differ are those of the two lists.
  private func expectVerdicts(
    _ ledger: Ledger, _ found: PersonDifference, on day: Day, _ context: Comment
  ) throws {
    let older = try verdicts(ledger, found.before, found.standpoints.before, on: day)
    let newer = try verdicts(ledger, found.after, found.standpoints.after, on: day)
    let changed = Set(older.keys).union(newer.keys).filter { older[$0] != newer[$0] }
    let told = found.verdicts.filter(\.isOfVerdict)
    #expect(Set(told.map(\.row.positionCode)) == changed, context)
    for change in told {
      #expect(change.before?.verdict == older[change.row.positionCode], context)
      #expect(change.after?.verdict == newer[change.row.positionCode], context)
    }
  }

  private func verdicts(
    _ ledger: Ledger, _ card: PersonCard?, _ standpoint: Standpoint, on day: Day
  ) throws -> [String: Verdict] {
    guard let card else { return [:] }
    let inquiry = Inquiry(on: day, known: .size(standpoint.known.count))
    let rows = try ledger.eligibility(inquiry, now: askedAt).rows
      .filter { $0.who.person == card.found.who.person }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.positionCode, $0.judgement.verdict) })
  }

  private func difference(
    _ ledger: Ledger, _ file: String, _ one: UInt64, _ other: UInt64, on day: Day
  ) throws -> PersonDifference? {
    do throws(OfficeError) {
      return try ledger.difference(
        of: file, between: .size(one), and: .size(other), Inquiry(on: day), now: askedAt)
    } catch {
      guard error.reason == .unknownPerson else { throw error }
      return nil
    }
  }

  private func card(
    _ ledger: Ledger, _ file: String, _ known: UInt64, on day: Day
  ) throws -> PersonCard? {
    do throws(OfficeError) {
      return try ledger.card(of: file, Inquiry(on: day, known: .size(known)), now: askedAt)
    } catch {
      guard error.reason == .unknownPerson else { throw error }
      return nil
    }
  }
}

extension TimelineItem {
  fileprivate var isRetraction: Bool { event.retraction != nil }
}

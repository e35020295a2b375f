import Cadre
import Office
import Projections
import TestSupport
import Testing

/// Views that followed the log and views built from it anew are the same bytes.
@Suite struct RebuildLawTests {
  @Test(arguments: [11, 12] as [UInt64])
  func `after imports and work at random the live views are those rebuilt`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    for round in 0..<3 {
      try work(in: path, seed: seed &+ UInt64(round) << 32, isNew: round == 0)
      let (live, rebuilt) = try ViewDump.both(of: path, beside: "\(folder.path)/\(round)")
      #expect(live == rebuilt, "seed \(seed), round \(round)")
      let counts = live.mapValues(\.count)
      print("seed \(seed), round \(round): \(counts[.people] ?? 0) people's rows")
      #expect((counts[.people] ?? 0) > 0)
    }
  }

  /// Opens the ledger for a while; each round takes the next state of an office's sheets.
  private func work(in path: String, seed: UInt64, isNew: Bool) throws {
    let ledger = isNew ? try Ledger.made(in: path) : try Ledger(opening: path, access: .write)
    let state = ["2022-12-31", "2024-06-30", "2026-11-01"][Int(seed >> 32) % 3]
    var office = try RandomOffice(
      ledger, seed: seed, sheets: SampleSheets.folder("monthly/\(state)"))
    for _ in 0..<12 { try office.work() }
    #expect(try ledger.verify().isClean, "seed \(seed)")
  }
}

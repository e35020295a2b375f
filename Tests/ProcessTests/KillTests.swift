import JSON
import Platform
import TestSupport
import Testing

/// An import killed at any moment leaves a whole ledger, and is finished by running it again
/// (spec/intake.md, Recording; spec/log.md, Order of commits).
@Suite(.serialized) struct KillTests {
  private static let sheets = SampleSheets.folder("monthly/2026-11-01")

  @Test(arguments: [61] as [UInt64])
  func `a killed import leaves whole batches, and running it again finishes it`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let whole = folder.path + "/whole"
    let empty = try begin(whole)
    let start = SystemClock.monotonicNanoseconds()
    let counts = try importing(whole)
    // Its outside organisations are named: that is status 3.
    #expect(counts.status == 3)
    let time = Int32((SystemClock.monotonicNanoseconds() - start) / 1_000_000)
    let full = try events(of: whole)
    let answers = try ready(whole)
    var (cut, late) = (0, 0)
    for round in 0..<10 {
      let ledger = "\(folder.path)/\(round)"
      #expect(try begin(ledger) == empty)
      // Up to twice, one after the other, so that what a killed one left is met by the next.
      for _ in 0..<2 {
        let limit = Int32.random(in: 1...max(2, time * 3 / 2), using: &random)
        let killed = try importing(ledger, killedAfter: limit)
        let found = try events(of: ledger)
        if killed.status == nil { cut += 1 }
        if killed.status == nil, found == full { late += 1 }
        #expect(found == empty || found == full, "seed \(seed), \(limit) of \(time) ms")
        #expect(try verify(ledger) == 0, "seed \(seed), \(limit) of \(time) ms")
      }
      let isOver = try events(of: ledger) == full
      let last = try importing(ledger)
      #expect(last.status == (isOver ? 0 : 3))
      if !isOver { #expect(last.output == counts.output, "seed \(seed), round \(round)") }
      #expect(try events(of: ledger) == full, "seed \(seed), round \(round)")
      #expect(try verify(ledger) == 0, "seed \(seed), round \(round)")
      #expect(try ready(ledger) == answers, "seed \(seed), round \(round)")
    }
    print("seed \(seed): killed \(cut) of 20, \(late) after the commit; undisturbed \(time) ms")
    #expect(cut > 0)
  }

  /// Makes a ledger; says how many events it has.
  private func begin(_ ledger: String) throws -> Int64 {
    #expect(try Program.run(["init", "--ledger", ledger]).status == 0)
    return try events(of: ledger)
  }

  private func importing(_ ledger: String, killedAfter limit: Int32? = nil) throws
    -> Program.Outcome
  {
    try Program.run(
      ["import", Self.sheets, "--ledger", ledger, "-O", "ndjson"], killedAfter: limit)
  }

  private func events(of ledger: String) throws -> Int64 {
    let status = try Program.run(["status", "--ledger", ledger, "-O", "json"])
    #expect(status.status == 0)
    return try #require(JSONValue(parsing: Array(status.output.utf8))["events"]?.integer)
  }

  private func verify(_ ledger: String) throws -> Int32? {
    try Program.run(["verify", "--ledger", ledger]).status
  }

  private func ready(_ ledger: String) throws -> String {
    try Program.run(["ready", "--on", "2024-02-15", "--ledger", ledger, "-O", "ndjson"]).output
  }
}

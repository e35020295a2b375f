import JSON
import Platform
import TestSupport
import Testing

/// A night killed at any moment leaves a ledger that needs no hand, and backups and reports that are
/// whole or not there; the next night does it all.
@Suite(.serialized) struct NightKillTests {
  @Test(arguments: [71] as [UInt64])
  func `a killed night is made up for by the next one`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let ledger = folder.path + "/ledger"
    #expect(try Program.run(["init", "--ledger", ledger]).status == 0)
    let sheets = SampleSheets.folder("small")
    #expect(try Program.run(["import", sheets, "--ledger", ledger]).status == 0)
    let answers = try ready(ledger)
    let start = SystemClock.monotonicNanoseconds()
    #expect(try night(ledger).status == 0)
    let time = Int32((SystemClock.monotonicNanoseconds() - start) / 1_000_000)
    var killed = 0
    for round in 0..<12 {
      let limit = Int32.random(in: 1...max(2, time * 5 / 4), using: &random)
      if try night(ledger, killedAfter: limit).status == nil { killed += 1 }
      let place = "seed \(seed), round \(round), \(limit) of \(time) ms"
      #expect(try Program.run(["verify", "--ledger", ledger]).status == 0, "\(place)")
      #expect(try ready(ledger) == answers, "\(place)")
      try expectWhole(ledger + "-night", place)
    }
    let last = try night(ledger)
    #expect(last.status == 0, "\(last.output)")
    try expectWhole(ledger + "-night", "at the end")
    let unfinished = try Files.list(ledger + "-night/backups").filter { $0.hasSuffix(".part") }
    #expect(unfinished.isEmpty)
    print("seed \(seed): \(killed) of 12 nights killed; undisturbed \(time) ms")
    #expect(killed > 0)
  }

  private func night(
    _ ledger: String, killedAfter limit: Int32? = nil
  ) throws -> Program.Outcome {
    try Program.run(["night", "--ledger", ledger, "-O", "ndjson"], killedAfter: limit)
  }

  private func ready(_ ledger: String) throws -> String {
    let answer = try Program.run(
      ["ready", "--on", "2023-06-01", "--ledger", ledger, "-O", "csv"])
    #expect(answer.status == 0)
    return answer.output
  }

  /// Whatever has its name is whole: reports with the night's account, what `latest` leads to too.
  private func expectWhole(_ places: String, _ when: String) throws {
    let reports = try Files.list(places + "/reports").filter { !$0.hasSuffix(".part") }
    #expect(reports.contains("latest"), "\(when)")
    for name in reports where name != "latest.tmp" {
      let files = try Files.list("\(places)/reports/\(name)")
      #expect(
        files == [
          "backup-checkpoint.txt", "checkpoint.txt", "findings.csv", "findings.ndjson",
          "night.ndjson", "ready.csv",
          "ready.ndjson",
        ], "\(when): \(name)")
    }
    #expect(try Files.read("\(places)/backups/latest", limit: 100).last == 0x0A, "\(when)")
  }
}

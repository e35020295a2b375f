import JSON
import Platform
import Testing

@testable import Terminal

/// `cadre rules diff`, `lint` and `adopt`.
@Suite struct RuleCommandTests {
  @Test func `a trial has a row a verdict that changes, with why, and records nothing`() throws {
    let ledger = try changedLedger()
    let told = ledger.cadre("rules diff \(try ledger.trialRules()) --on 2025-08-01 -O ndjson")
    #expect(told.status == .done)
    let changes = try rows(told)
    #expect(!changes.isEmpty)
    for change in changes {
      #expect(
        change.object?.members.map(\.name) == [
          "person", "file", "name", "position", "title", "line", "class", "terms", "organisation",
          "on", "known", "rules", "rulesKnown", "proposed", "before", "after", "requirements",
        ])
      #expect(change["proposed"] == .string("trial"))
      #expect(change["before"] != change["after"])
      let requirement = try #require(change["requirements"]?.array?.first)
      #expect(requirement["before"]?["status"] != requirement["after"]?["status"])
      #expect(requirement["after"]?["basis"]?["text"]?.string?.isEmpty == false)
    }
    #expect(told.errors.contains("; by the rules trial instead of khoi-ha-tinh-2026-2, on"))
    #expect(try rows(ledger.cadre("rules list -O ndjson")).count == 1)
    ledger.expectClean()
  }

  @Test func `adopted rules judge from then on, and the same again is nothing`() throws {
    let ledger = try changedLedger()
    let path = try ledger.trialRules()
    let before = ledger.cadre("ready --on 2023-06-01 -O ndjson").output
    let done = ledger.cadre("rules adopt \(path) --actor ntb -O ndjson")
    #expect(done.status == .done, "\(done.errors)")
    #expect(try rows(done).first?["index"] == .integer(1486))
    #expect(try rows(done).first?["outcome"] == .string("recorded"))
    #expect(done.errors == "cadre: adopted the rule set trial, event 1486.\n")
    let again = ledger.cadre("rules adopt \(path) -O ndjson")
    #expect(try rows(again).first?["outcome"] == .string("unchanged"))
    #expect(try rows(again).first?["index"] == .integer(1486))
    #expect(ledger.cadre("ready --on 2023-06-01 -O ndjson").output != before)
    #expect(ledger.cadre("ready --on 2023-06-01 --known 1486 -O ndjson").output == before)
    let shown = try rows(ledger.cadre("log --from 1486 -O ndjson"))
    #expect(shown.first?["actor"] == .string("ntb"))
    // Under the same id other content is a conflict.
    _ = try ledger.trialRules([(#""value": 12"#, #""value": 13"#)])
    let conflict = ledger.cadre("rules adopt \(path)")
    #expect(conflict.status == .badData)
    #expect(
      conflict.errors.contains("“trial” is that of another rule set in the ledger already (1486)"))
    // With the later set in force, the first is still there to be compared with.
    let trial = ledger.cadre("rules diff \(path) --on 2023-06-01 --rules khoi-ha-tinh-2026-2")
    #expect(trial.errors.contains("instead of khoi-ha-tinh-2026-2"))
    ledger.expectClean()
  }

  @Test(arguments: ["rules diff", "rules lint", "rules adopt"])
  func `a file that is missing or no rule set has a status and a place`(command: String) throws {
    let ledger = try TestLedger()
    let path = "\(ledger.folder.path)/bad.json"
    #expect(ledger.cadre("\(command) \(path)").status == .noInput)
    try Files.write(Array("{\n  \"id\": \"x\", }".utf8), to: path)
    let bad = ledger.cadre("\(command) \(path)")
    #expect(bad.status == .badData)
    #expect(bad.errors.contains("the rule set “\(path)” cannot be read: 2:14"), "\(bad.errors)")
    try Files.write([0x22, 0xFF, 0x22], to: path)
    #expect(ledger.cadre("\(command) \(path)").status == .badData)
    try Files.write(Array(repeating: 0x20, count: 1 << 20 + 1), to: path)
    #expect(ledger.cadre("\(command) \(path)").status == .badData)
    #expect(try rows(ledger.cadre("rules list -O ndjson")).count == 1)
  }

  @Test func `doubts are warnings, and a set without any is done`() throws {
    let ledger = try smallLedger()
    let doubts = ledger.cadre("rules lint --on 2025-08-01 -O ndjson")
    #expect(doubts.status == .warnings)
    let kinds = try rows(doubts).compactMap { $0["kind"]?.string }
    #expect(kinds.contains("hangingVerdicts"))
    #expect(kinds.contains("unverified"))
    #expect(kinds.count { $0 == "expired" } == 1)
    #expect(try rows(doubts).compactMap { $0["year"]?.integer } == [2026])
    let path = try ledger.trialRules([(#""verified": false"#, #""verified": true"#)])
    let clean = ledger.cadre("rules lint \(path) --on 2024-06-01 -O ndjson")
    #expect(clean.status == .done, "\(clean.output)")
    #expect(clean.output.isEmpty)
    #expect(clean.errors.hasPrefix("cadre: trial: 0 warnings; 0 of "))
    #expect(ledger.cadre("rules lint \(path) --rules trial").status == .usage)
    #expect(ledger.cadre("rules lint --rules trial").status == .noInput)
  }
}

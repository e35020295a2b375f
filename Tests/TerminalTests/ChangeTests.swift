import JSON
import Platform
import Testing

@testable import Terminal

/// The small sample; then somebody is disciplined (1484) and their screening retracted (1485).
func changedLedger() throws -> TestLedger {
  let ledger = try smallLedger()
  let disciplined = ledger.cadre(
    "record Disciplined person=000034HT system=party form=reprimand document.number=9-QĐ/ĐUK "
      + "document.date=2023-02-01 announcedOn=03/02/2023")
  #expect(disciplined.status == .done, "\(disciplined.errors)")
  let retracted = ledger.cadre("retract 1012 --reason wrongPerson")
  #expect(retracted.status == .done, "\(retracted.errors)")
  return ledger
}

extension TestLedger {
  /// Writes a file with the rules in force, under the id `trial` and with some text replaced.
  func trialRules(
    _ parts: [(String, String)] = [
      (#""value": "intermediate""#, #""value": "advanced""#),
      (#""value": "good""#, #""value": "fulfilled""#),
    ]
  ) throws -> String {
    let path = "\(folder.path)/trial.json"
    let text = cadre("rules show khoi-ha-tinh-2026-2 -O json").output
    try Files.write(
      Array(text.masked([("khoi-ha-tinh-2026-2", "trial")] + parts).utf8), to: path)
    return path
  }
}

/// `cadre diff`, and what questions answer of an earlier knowledge.
@Suite struct DiffTests {
  @Test func `what is known now and was not is told, and in either order`() throws {
    let ledger = try changedLedger()
    let line = "diff 000034HT --on 2023-06-01 -O ndjson"
    let told = ledger.cadre(line + " --known 1484 --known 1486")
    #expect(told.status == .done)
    #expect(ledger.cadre(line + " --known 1486 --known=1484").output == told.output)
    #expect(told.errors.isEmpty)
    let row = try #require(try rows(told).first)
    #expect(
      row.object?.members.map(\.name) == [
        "person", "file", "name", "on", "knownBefore", "knownAfter", "rulesBefore", "rulesAfter",
        "existsBefore", "existsAfter", "facts", "standing", "verdicts",
      ])
    let facts = try #require(row["facts"]?.array)
    #expect(facts.map { $0["turn"] } == [.string("learnt"), .string("ceased")])
    #expect(facts.map { $0["index"] } == [.integer(1484), .integer(1012)])
    #expect(facts.map { $0["by"] } == [.null, .integer(1485)])
    #expect(row["standing"]?.array?.first?["field"] == .string("planning"))
    let verdict = try #require(row["verdicts"]?.array?.first)
    #expect(verdict["position"] == .string("CD00121"))
    #expect(verdict["after"] == .string("notReady"))
    #expect(
      verdict["requirements"]?.array?.compactMap { $0["id"]?.string }
        == ["planning", "screening", "discipline"])
    ledger.expectClean()
  }

  @Test(arguments: ["1486", "2026-11-19", "2026-11-18T23:00:00+07:00"])
  func `the same twice says that nothing changed`(known: String) throws {
    let ledger = try changedLedger()
    let line = "diff 000034HT --known 1486 --known \(known) --on 2023-06-01"
    let told = ledger.cadre(line + " -O ndjson")
    #expect(told.status == .done)
    #expect(told.errors == "cadre: nothing changed.\n")
    let row = try #require(try rows(told).first)
    for part in ["facts", "standing", "verdicts"] { #expect(row[part] == .array([])) }
    let people = ledger.cadre(line)
    #expect(people.output.split(separator: "\n").count == 3)
  }

  @Test func `a person who was not known then is new`() throws {
    let ledger = try changedLedger()
    let told = ledger.cadre("diff 000034HT --known 9 --known 1484 --on 2023-06-01 -O ndjson")
    let row = try #require(try rows(told).first)
    #expect(row["existsBefore"] == .bool(false))
    #expect(row["existsAfter"] == .bool(true))
    #expect(row["verdicts"]?.array?.first?["before"] == .null)
    #expect(ledger.cadre("diff 000034HT --known 9 --known 10").status == .noInput)
    #expect(ledger.cadre("diff nobody --known 9 --known 1486").status == .noInput)
    #expect(ledger.cadre("diff 000034HT --known 9 --known 1487").status == .noInput)
  }

  @Test(arguments: ["", " --known 9", " --known 9 --known 10 --known 11"])
  func `a difference has two sides`(known: String) throws {
    let ledger = try TestLedger()
    let told = ledger.cadre("diff 000034HT" + known)
    #expect(told.status == .usage)
    #expect(
      told.errors == """
        cadre: the command “diff” needs the option “--known” exactly twice.
          It is written: cadre diff P --known A --known B

        """)
    #expect(ledger.cadre("diff 000034HT --known 9 --known x").status == .usage)
  }

  @Test func `people, events and rule sets are there from when they were recorded`() throws {
    let ledger = try changedLedger()
    #expect(ledger.cadre("person 000034HT --known 114").status == .noInput)
    #expect(ledger.cadre("person 000034HT --known 115").status == .done)
    #expect(try rows(ledger.cadre("rules list --known 1 -O ndjson")).isEmpty)
    #expect(try rows(ledger.cadre("rules list --known 2 -O ndjson")).count == 1)
    #expect(try rows(ledger.cadre("log --known 100 -O ndjson")).count == 100)
    #expect(ledger.cadre("show 1012 --known 1012").status == .noInput)
    for (known, counts) in [("1013", true), ("1485", true), ("1486", false)] {
      let shown = try rows(ledger.cadre("show 1012 --known \(known) -O ndjson"))
      #expect(shown.first?["counts"] == .bool(counts), "\(known)")
    }
    #expect(ledger.cadre("rules show --known 1").status == .configuration)
  }
}

/// `cadre log --follow`, as far as one process tells; FollowTests of ProcessTests does the rest.
@Suite struct FollowingTests {
  @Test func `what is there is printed, and the answer ends with its reader`() throws {
    let ledger = try smallLedger()
    let told = ledger.cadre("log --follow -O ndjson")
    #expect(told.status == .closedPipe)
    #expect(told.output == ledger.cadre("log -O ndjson").output)
    #expect(told.errors.isEmpty)
    let part = ledger.cadre("log --follow --from 3 --until 5 -O ndjson")
    #expect(part.status == .done)
    #expect(try rows(part).map { $0["index"] } == [.integer(3), .integer(4)])
    let stream = "log --stream person/24 -O csv"
    #expect(ledger.cadre(stream + " --follow").output == ledger.cadre(stream).output)
  }

  @Test(arguments: ["-O json", "-o /tmp/x", "--known 5"])
  func `what must end before it is an answer cannot follow`(options: String) throws {
    let ledger = try TestLedger()
    let told = ledger.cadre("log --follow \(options)")
    #expect(told.status == .usage)
    #expect(told.errors.contains("“--follow” and “"))
  }
}

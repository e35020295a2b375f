import Cadre
import JSON
import Reports
import TestSupport
import Testing

@testable import Terminal

/// A ledger with the small sample in it.
func smallLedger() throws -> TestLedger {
  let ledger = try TestLedger()
  let done = ledger.importing(SampleSheets.folder("small"))
  #expect(done.status == .done, "\(done.errors)")
  return ledger
}

/// The lines of an answer of NDJSON.
func rows(_ transcript: Transcript) throws -> [JSONValue] {
  try transcript.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
}

@Suite struct ReadyTests {
  @Test func `machines read rows by file number, each with every key`() throws {
    let ledger = try smallLedger()
    let rows = try rows(ledger.cadre("ready --on 2023-06-01 -O ndjson"))
    let files = rows.compactMap { $0["file"]?.string }
    #expect(files == ["000024HT", "000034HT", "000041HT", "000043HT", "000046HT", "000052HT"])
    for row in rows {
      #expect(row.object?.members.map(\.name) == ReadyTests.keys)
      let requirements = try #require(row["requirements"]?.array)
      #expect(
        requirements.compactMap { $0["id"]?.string } == RequirementID.allCases.map(\.name))
      for requirement in requirements {
        #expect(requirement.object?.members.map(\.name) == ReadyTests.requirementKeys)
      }
    }
  }

  private static let keys = [
    "person", "file", "name", "position", "title", "line", "class", "terms", "organisation", "on",
    "known", "rules", "rulesKnown", "verdict", "readyFrom", "readyUntil", "renewBy",
    "renewRequirements", "requirements",
  ]
  private static let requirementKeys = [
    "id", "status", "needed", "found", "evidence", "basis", "metFrom", "verified", "missingSheet",
  ]

  @Test func `a row tells machines everything exactly`() throws {
    let ledger = try smallLedger()
    let row = try #require(try rows(ledger.cadre("ready --on 2025-08-01 -O ndjson")).last)
    #expect(row["file"] == .string("000057HT"))
    #expect(row["class"] == .string("deputyDivisionHead"))
    #expect(row["terms"] == .array([.string("2025-2030")]))
    #expect(row["known"] == .integer(1484))
    #expect(row["rulesKnown"] == .bool(true))
    #expect(row["renewBy"] == .string("2026-01-06"))
    #expect(row["renewRequirements"] == .array([.string("standards")]))
    let standards = try #require(row["requirements"]?.array?[3])
    #expect(
      try standards
        == JSONValue(
          parsing: """
            {"id":"standards","status":"met",
             "needed":{"result":"favourable","validMonths":12},
             "found":{"result":"favourable","on":"2025-01-06","until":"2026-01-06"},
             "evidence":[1289],
             "basis":{"text":"Nghị định 170/2025/NĐ-CP","article":"35","date":"2025-07-01"},
             "metFrom":null,"verified":false,"missingSheet":null}
            """))
  }

  @Test func `an array holds the same rows as lines do`() throws {
    let ledger = try smallLedger()
    let array = try JSONValue(parsing: ledger.cadre("ready --on 2025-01-01 -O json").output)
    #expect(try array.array == rows(ledger.cadre("ready --on 2025-01-01 -O ndjson")))
  }

  @Test(arguments: [
    ("--position CD00302", ["000043HT", "000057HT"]),
    ("--class deputyDirector", ["000034HT", "000034HT", "000046HT"]),
    ("--term 2010-2015", []),
    ("--organisation 38.168.002", ["000041HT", "000041HT", "000046HT"]),
    ("--verdict ready", ["000024HT", "000041HT", "000041HT"]),
    ("--missing theory", ["000043HT"]),
    ("--missing theory --verdict ready", []),
  ])
  func `filters leave out rows and nothing else`(options: String, files: [String]) throws {
    let ledger = try smallLedger()
    let all = try rows(ledger.cadre("ready --on 2025-08-01 -O ndjson"))
    let some = try rows(ledger.cadre("ready --on 2025-08-01 -O ndjson \(options)"))
    #expect(some.compactMap { $0["file"]?.string } == files)
    for row in some { #expect(all.contains(row)) }
  }

  @Test(arguments: [
    ("--class head", ExitCode.usage), ("--term 2020", .usage), ("--verdict maybe", .usage),
    ("--missing party", .usage), ("--position CD1 --class director", .usage),
    ("--position CD99999", .noInput), ("--organisation 1.2", .noInput),
    ("--rules none", .noInput), ("--known 1485", .noInput), ("--known 1", .configuration),
  ])
  func `what cannot be asked is said, and how to ask`(line: String, status: ExitCode) throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("ready \(line)")
    #expect(transcript.status == status, "\(transcript.errors)")
    #expect(transcript.output.isEmpty)
    #expect(transcript.errors.split(separator: "\n").count == 2, "\(transcript.errors)")
  }

  @Test func `knowing nothing of the people, the list is empty`() throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("ready --known 9 -O ndjson")
    #expect(transcript.status == .done)
    #expect(transcript.output.isEmpty)
    #expect(transcript.errors.hasPrefix("cadre: 0 rows: 0 ready, 0 not ready, 0 not known; on "))
  }

  @Test func `rules that were not known yet may be named, and the answer says so`() throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("ready --known 1 --rules khoi-ha-tinh-2026-2")
    #expect(transcript.status == .done)
    #expect(transcript.errors.contains("by the rules khoi-ha-tinh-2026-2 (adopted later);"))
  }

  @Test func `an answer at a size is that of a ledger that holds no more`() throws {
    let ledger = try smallLedger()
    let before = ledger.cadre("ready --on 2025-08-01 -O ndjson").output
    let line = "record Rated person=000024HT year=2018 grade=unfulfilled"
    #expect(ledger.cadre(line).status == .done)
    #expect(ledger.cadre("retract 1219 --reason wrongPerson").status == .done)
    #expect(ledger.cadre("ready --on 2025-08-01 -O ndjson").output != before)
    #expect(ledger.cadre("ready --on 2025-08-01 --known 1484 -O ndjson").output == before)
    ledger.expectClean()
  }
}

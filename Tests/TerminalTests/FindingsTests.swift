import Cadre
import JSON
import Reports
import TestSupport
import Testing

@testable import Terminal

/// A ledger with the last state of an office of 300 people in it.
func monthlyLedger() throws -> TestLedger {
  let ledger = try TestLedger()
  let done = ledger.importing(SampleSheets.folder("monthly/2026-11-01"))
  // By the tests' clock two of them are not yet where the sheet has them.
  #expect(done.status == .warnings, "\(done.errors)")
  return ledger
}

@Suite struct FindingsTests {
  private static let keys = [
    "kind", "status", "requirement", "person", "file", "name", "organisation", "position", "title",
    "term", "event", "day", "parameter", "needed", "found", "basis", "verified", "evidence",
    "missingSheet", "judgedKnown", "afterwards", "on", "known", "rules", "rulesKnown",
  ]

  @Test func `every row has every key, and the last sums up theory held before`() throws {
    let ledger = try monthlyLedger()
    let rows = try rows(ledger.cadre("findings --on 2026-11-01 -O ndjson"))
    #expect(rows.count > 1)
    for row in rows { #expect(row.object?.members.map(\.name) == FindingsTests.keys) }
    for row in rows.dropLast() {
      #expect(row["kind"]?.string.flatMap { FindingKind(name: $0) } != nil)
      #expect(row["afterwards"] == .string("same"), "one import brought everything")
    }
    let summary = try #require(rows.last)
    #expect(summary["kind"] == .string("summary"))
    #expect(summary["needed"]?["percent"] == .integer(100))
    #expect(summary["needed"]?["by"] == .string("2025-12-31"))
    let found = try #require(summary["found"])
    let unmet = rows.count { $0["requirement"] == .string("theory") && $0["event"] != .null }
    let party = rows.count {
      $0["requirement"] == .string("theory")
        && ($0["title"]?.string ?? "").hasPrefix("Bí thư")
    }
    #expect(party == 0, "else they would not be counted")
    #expect(found["appointments"]?.integer == (found["met"]?.integer ?? 0) + Int64(unmet))
  }

  @Test func `the summary has no percentage where nobody was appointed`() throws {
    let ledger = try monthlyLedger()
    let asked = ledger.cadre("findings --on 2026-11-01 --since 2030-01-01 -O ndjson")
    let rows = try rows(asked)
    #expect(rows.count == 1)
    #expect(rows[0]["status"] == .null)
    #expect(rows[0]["found"]?["percent"] == .null)
    #expect(asked.errors.contains("0 findings"))
  }

  @Test func `a summary stands only where theory is asked about`() throws {
    let ledger = try monthlyLedger()
    let asked = ledger.cadre("findings --on 2026-11-01 --requirement age -O ndjson")
    #expect(try rows(asked).allSatisfy { $0["requirement"] == .string("age") })
    #expect(!asked.errors.contains("S3"))
    #expect(ledger.cadre("findings --on 2026-11-01").errors.contains("S3: "))
  }

  @Test func `a diploma recorded later changes nothing, a correction resolves`() throws {
    let ledger = try monthlyLedger()
    let line = "findings --on 2026-11-01 --requirement theory -O ndjson"
    let before = try rows(ledger.cadre(line))
    let row = try #require(before.first { $0["event"] != .null })
    let file = try #require(row["file"]?.string)
    let late = "level=intermediate proof=diploma"
    ledger.cadre(
      "record TheoryAttained person=\(file) \(late) certificate=X1 issuedOn=2026-10-01 "
        + "on=2026-10-01")
    let same = try rows(ledger.cadre(line))
    #expect(same.first { $0["file"] == row["file"] }?["afterwards"] == .string("same"))
    #expect(same.last?["found"] == before.last?["found"])
    ledger.cadre(
      "record TheoryAttained person=\(file) \(late) certificate=X2 issuedOn=2015-10-01 "
        + "on=2015-10-01")
    let resolved = try rows(ledger.cadre(line))
    #expect(resolved.first { $0["file"] == row["file"] }?["afterwards"] == .string("resolved"))
    #expect(resolved.last?["found"]?["met"] == before.last?["found"]?["met"])
    #expect(resolved.last?["found"]?["metAfterwards"] != before.last?["found"]?["met"])
    ledger.expectClean()
  }

  @Test func `what is asked wrongly is said`() throws {
    let ledger = try monthlyLedger()
    #expect(ledger.cadre("findings --requirement theories").status == .usage)
    #expect(ledger.cadre("findings --since yesterday").status == .usage)
    #expect(ledger.cadre("findings --organisation 99").status == .noInput)
  }
}

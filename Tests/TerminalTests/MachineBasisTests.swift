import JSON
import TestSupport
import Testing

@testable import Terminal

/// What machines read of every list: one shape of each thing, and no words for people.
@Suite struct MachineBasisTests {
  @Test(arguments: [
    "coverage --on 2024-08-01 --since 2023-08-01", "training --on 2024-08-01 --seats 3",
    "admissions --on 2026-11-01", "screening --on 2026-11-01", "organisations --on 2026-11-01",
    "transfers --on 2024-06-01 --all", "ratings --on 2026-11-01", "findings --on 2026-11-01",
    "reminders --on 2026-11-01 --within 366", "todo --on 2026-11-01",
    "scorecard --period 2024 --on 2026-11-01", "ready --on 2026-11-01",
    "completeness --on 2026-11-01 --missing citizenNumber",
  ])
  func `a basis is text, article and date, or null`(line: String) throws {
    let ledger = try monthlyLedger()
    let rows = try rows(ledger.cadre("\(line) -O ndjson"))
    #expect(!rows.isEmpty)
    for row in rows {
      for member in row.object?.members ?? [] {
        guard member.name.lowercased().hasSuffix("basis"), member.value != .null else { continue }
        #expect(
          member.value.object?.members.map(\.name) == ["text", "article", "date"],
          "\(line): \(member.name)")
      }
    }
  }

  @Test func `of a total and of somebody erased machines read null, not words`() throws {
    let ledger = try formerLedger()
    #expect(ledger.cadre("erase #61 --authority BTC --basis other").status == .done)
    let transcript = ledger.cadre("completeness --on 2023-06-01 --missing card -O ndjson")
    let lists = try lists(transcript)
    #expect(lists["organisations"]?.first?["organisationName"] == .null)
    #expect(!transcript.output.contains("(erased"))
    #expect(!transcript.output.contains("\"All\""))
  }

  @Test func `a round that never was is said to be none`() throws {
    let ledger = try monthlyLedger()
    let transcript = ledger.cadre("screening --on 2026-11-01 --round bogus", language: "en")
    #expect(transcript.status == .done)
    #expect(transcript.errors.contains("there is no such round"))
  }

  @Test func `options name every value they take`() throws {
    let ledger = try TestLedger()
    #expect(ledger.cadre("help training").output.contains("bachelor"))
    let admissions = ledger.cadre("help admissions").output
    #expect(admissions.contains("introduced") && admissions.contains("recognitionDue"))
    #expect(ledger.cadre("help completeness").output.contains("declaration"))
  }
}

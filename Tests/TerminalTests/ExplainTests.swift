import JSON
import Testing

@testable import Terminal

@Suite struct ExplainTests {
  @Test(arguments: [
    ("2024-08-01", ExitCode.done, "ready"), ("2023-06-01", .no, "notReady"),
  ])
  func `the exit status is the answer`(day: String, status: ExitCode, verdict: String) throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("explain 000024HT CD00400 -O json --on \(day)")
    #expect(transcript.status == status)
    #expect(try JSONValue(parsing: transcript.output)["verdict"]?.string == verdict)
  }

  @Test func `what the ledger lacks is unknown`() throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("explain 000034HT CD00121 --on 2023-06-01")
    #expect(transcript.status == .unknown)
    #expect(transcript.output.contains("a favourable conclusion of the last 12 months"))
    #expect(transcript.output.contains("unverified"))
  }

  @Test func `all evidence exists and leads to a file and a row`() throws {
    let ledger = try smallLedger()
    for list in try rows(ledger.cadre("ready --on 2025-01-01 -O ndjson")) {
      let file = try #require(list["file"]?.string)
      let position = try #require(list["position"]?.string)
      let line = "explain \(file) \(position) --on 2025-01-01 -O ndjson"
      let row = try #require(try rows(ledger.cadre(line)).first)
      for member in try #require(list.object?.members) { #expect(row[member.name] == member.value) }
      let cited = Set(
        (row["requirements"]?.array ?? []).flatMap { $0["evidence"]?.array ?? [] }
          .compactMap(\.integer))
      let evidence = try #require(row["evidence"]?.array)
      #expect(evidence.compactMap { $0["index"]?.integer } == cited.sorted())
      for item in evidence {
        #expect(item["sheet"]?.string != nil)
        #expect(item["sha256"]?.string?.utf8.count == 64)
        #expect(item["row"]?.integer != nil || item["type"]?.string == "SheetReceived")
      }
    }
  }

  @Test func `a post that the person is not in planning for is judged too`() throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("explain 000001HT CD00400 --on 2023-06-01 -O json")
    #expect(transcript.status == .no)
    let row = try JSONValue(parsing: transcript.output)
    #expect(row["terms"] == .array([]))
    #expect(row["requirements"]?.array?[1]["status"] == .string("unmet"))
  }

  @Test(arguments: [
    ("9 CD00400", "no person has the file number “9”", "cadre find"),
    ("000024HT CD9", "no post has the code “CD9”", "PositionDefined"),
    ("000024HT CD00400 --known 20", "no person has the file number “000024HT”", "cadre find"),
  ])
  func `nobody and nothing are no input`(line: String, what: String, hint: String) throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("explain \(line)")
    #expect(transcript.status == .noInput)
    #expect(transcript.errors.contains(what))
    #expect(transcript.errors.contains(hint))
  }
}

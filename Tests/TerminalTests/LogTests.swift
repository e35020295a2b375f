import JSON
import Testing

@testable import Terminal

@Suite struct LogTests {
  @Test func `an event names people, posts and organisations by their codes`() throws {
    let ledger = try smallLedger()
    let row = try #require(
      try rows(ledger.cadre("log --stream person/24 --type planningentered -O ndjson")).first)
    #expect(
      row.object?.members.map(\.name) == [
        "index", "stream", "subject", "revision", "prior", "type", "effective", "recorded",
        "actor", "document", "cause", "row", "private", "fields",
      ])
    #expect(row["index"] == .integer(558))
    #expect(row["subject"] == .string("000024HT"))
    #expect(row["type"] == .string("PlanningEntered"))
    #expect(
      row["fields"]
        == (try JSONValue(parsing: #"{"position":"CD00400","term":"2020-2025"}"#)))
    #expect(row["recorded"] == .string("2026-11-18T11:06:40.120Z"))
  }

  @Test(arguments: [
    ("--from 1482", 2), ("--from 3 --until 5", 2), ("--until 0", 0), ("--from 9999", 0),
    ("--from 5 --until 3", 0), ("--type SheetReceived", 14), ("--stream ledger --from 9", 25),
    ("--stream person/999", 0),
  ])
  func `events are chosen by place, stream and type`(options: String, count: Int) throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("log -O ndjson \(options)")
    #expect(transcript.status == .done)
    #expect(try rows(transcript).count == count)
  }

  @Test func `a long table is parted, and holds every event`() throws {
    let ledger = try smallLedger()
    let lines = ledger.cadre("log").output.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count { $0.contains("Recorded") } == 2)
    #expect(lines.count == 1484 + 2 * 2 + 1 + 1)
  }

  @Test(arguments: ["--stream people/1", "--stream person/x", "--type Appoint", "--from x"])
  func `what is no stream, type or place is a usage error`(options: String) throws {
    let ledger = try TestLedger()
    #expect(ledger.cadre("log \(options)").status == .usage)
  }

  @Test func `one event is shown with its bytes and its private record`() throws {
    let ledger = try smallLedger()
    let shown = try #require(try rows(ledger.cadre("show 104 -O ndjson")).first)
    #expect(shown["type"] == .string("PersonRegistered"))
    #expect(shown["private"]?["name"] == .string("Vũ Thanh Đạt"))
    #expect(shown["fields"]?["organisation"] == .string("38.168.004.000.002"))
    #expect(shown["sheet"] == .string("nhan-su"))
    #expect(shown["row"] == .integer(25))
    #expect(shown["leaf"]?.string?.utf8.count == 44)
    let bytes = try #require(shown["bytes"]?.string)
    #expect(shown["size"]?.integer == Int64(bytes.utf8.count / 2))
    let table = ledger.cadre("show 104", language: "vi").output
    #expect(table.contains("Vũ Thanh Đạt"))
    #expect(table.contains(bytes))
  }

  @Test func `an event that is not there is no input`() throws {
    let ledger = try TestLedger()
    #expect(ledger.cadre("show 9").status == .noInput)
    #expect(ledger.cadre("show x").status == .usage)
    #expect(ledger.cadre("show 8").status == .done)
  }
}

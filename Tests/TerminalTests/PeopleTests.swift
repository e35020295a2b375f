import JSON
import Testing

@testable import Terminal

@Suite struct PeopleTests {
  @Test(arguments: [
    "vũ thanh đạt", "VU THANH DAT", "vu dat", "dat", "000024HT", "thanh đ",
  ])
  func `people are found by name without regard to marks, or by number`(text: String) throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("find \(text) --on 2023-06-01 -O ndjson")
    #expect(transcript.status == .done)
    let found = try rows(transcript)
    #expect(found.contains { $0["file"] == .string("000024HT") })
  }

  @Test func `nobody found is an answer`() throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("find zzz -O ndjson")
    #expect(transcript.status == .done)
    #expect(transcript.output.isEmpty)
    #expect(transcript.errors == "cadre: nobody was found by “zzz”.\n")
  }

  @Test func `machines read a person as one object`() throws {
    let ledger = try smallLedger()
    let person = try #require(
      try rows(ledger.cadre("person 000034HT --on 2023-06-01 -O ndjson")).first)
    #expect(
      person.object?.members.map(\.name) == [
        "person", "file", "name", "birth", "sex", "ethnicity", "status", "ended", "officialFrom",
        "partyAgeFrom", "organisation", "organisationName", "inPopulation", "on", "known", "rules",
        "rulesKnown", "posts", "planning", "career", "timeline",
      ])
    #expect(person["status"] == .string("official"))
    #expect(person["posts"]?.array?.first?["position"] == .string("CD00110"))
    #expect(person["posts"]?.array?.first?["from"] == .string("2017-11-01"))
    #expect(person["planning"]?.array?.first?["position"] == .string("CD00121"))
    let entered = person["timeline"]?.array?.first { $0["type"] == .string("PlanningEntered") }
    #expect(entered?["fields"]?["position"] == .string("CD00121"))
    #expect(entered?["document"]?["number"] == .string("3-QĐ/ĐUK"))
  }

  @Test func `a person nobody knows is no input`() throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre("person 000099HT")
    #expect(transcript.status == .noInput)
    #expect(transcript.errors.contains("cadre find"))
  }
}

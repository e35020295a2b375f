import Cadre
import JSON
import Platform
import Reports
import TestSupport
import Testing

@testable import Terminal

/// A ledger with a college of three posts, whose people are 61 (planned), 62 (the head) and 63.
func collegeLedger() throws -> TestLedger {
  let ledger = try TestLedger()
  let sheets = "\(ledger.folder.path)/sheets"
  try SampleSheets.copy("small", to: sheets)
  let claims = try Files.read("\(sheets)/pham-vi.csv", limit: 1 << 20)
  try Files.remove("\(sheets)/pham-vi.csv")
  ledger.importing(sheets)
  let members = ["999101HT", "999102HT", "999103HT"].map { file in
    """
    {"event":"Admitted","person":"\(file)","kind":"admission","ceremonyOn":"2012-02-03"}
    {"event":"Recognised","person":"\(file)","decidedOn":"2013-03-03"}
    """
  }.joined(separator: "\n")
  let done = ledger.cadre("record -", input: college + "\n" + members + "\n" + planning)
  #expect(done.status == .done, "\(done.errors)")
  // The sheets are claimed once these people are known: a claim tells nothing of others.
  try Files.write(claims, to: "\(sheets)/pham-vi.csv")
  let claimed = ledger.importing(sheets)
  #expect(claimed.output.contains("Claimed complete"), "\(claimed.output)")
  return ledger
}

private let college = """
  {"event":"OrganisationEstablished","code":"38.168.099","name":"Đảng bộ Trường Cao đẳng",\
  "kind":"grassrootsCommittee","sector":"publicUnit","parent":"38.168"}
  {"event":"PositionDefined","code":"CD099P0","title":"Ủy viên BCH","organisation":"38.168.099",\
  "line":"party","class":"committeeMember","seats":9,"decidedBy":"Ban Thường vụ Đảng ủy Khối"}
  {"event":"PositionDefined","code":"CD09930","title":"Hiệu trưởng","organisation":"38.168.099",\
  "line":"government","class":"director","decidedBy":"Ban Thường vụ Đảng ủy Khối"}
  {"event":"PositionDefined","code":"CD09910","title":"Trưởng khoa","organisation":"38.168.099",\
  "line":"government","class":"divisionHead","seats":2,"decidedBy":"Đảng ủy Trường"}
  {"event":"PersonRegistered","fileNumber":"999101HT","name":"Lê Thị An","birth":"1990-02-03",\
  "sex":"female","organisation":"38.168.099"}
  {"event":"PersonRegistered","fileNumber":"999102HT","name":"Trần Văn Bình","birth":"1975-05-06",\
  "sex":"male","organisation":"38.168.099"}
  {"event":"PersonRegistered","fileNumber":"999103HT","name":"Ngô Quang Chính","birth":"1988",\
  "organisation":"38.168.099"}
  """

private let planning = """
  {"event":"Appointed","person":"999102HT","position":"CD09930","kind":"appointment",\
  "on":"2021-05-01"}
  {"event":"StandardsConcluded","person":"999101HT","purpose":"planning","result":"favourable",\
  "document.number":"1-KL","document.date":"2022-01-10"}
  {"event":"PlanningEntered","person":"999101HT","position":"CD09930","term":"2020-2025",\
  "on":"2022-02-01"}
  {"event":"PlanningEntered","person":"999101HT","position":"CD09910","term":"2020-2025",\
  "on":"2022-02-01"}
  {"event":"PlanningEntered","person":"999101HT","position":"CD099P0","term":"2025-2030",\
  "on":"2024-02-01"}
  {"event":"PlanningEntered","person":"999102HT","position":"CD09930","term":"2025-2030",\
  "on":"2024-02-01"}
  {"event":"PlanningEntered","person":"999103HT","position":"CD09910","term":"2020-2025",\
  "on":"2022-02-01"}
  {"event":"PlanningLeft","person":"999103HT","position":"CD09910","term":"2020-2025",\
  "reason":"ownWish","on":"2023-02-01"}
  {"event":"TheoryEnrolled","person":"999103HT","level":"intermediate","startsOn":"2022-05-09"}
  """

extension [JSONValue] {
  /// The rows of one list, as the values of some members, joined by spaces.
  func told(_ list: String, _ members: String...) -> [String] {
    filter { $0["list"] == .string(list) }.map { row in
      members.map { member in
        switch row[member] {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .bool(let truth): "\(truth)"
        default: "-"
        }
      }.joined(separator: " ")
    }
  }
}

@Suite struct CoverageTests {
  private static let line = "coverage --organisation 38.168.099 --on 2024-06-01"

  @Test func `S6: every post and term has its seats, holders, entries and pool`() throws {
    let ledger = try collegeLedger()
    let rows = try rows(ledger.cadre("\(CoverageTests.line) -O ndjson"))
    #expect(
      rows.told("posts", "term", "position", "seats", "holders", "entries", "left", "pool") == [
        "2020-2025 CD09910 2 0 1 1 below", "2020-2025 CD09930 1 1 1 0 within",
        "2020-2025 CD099P0 9 0 0 0 nobody", "2025-2030 CD09910 2 0 0 0 nobody",
        "2025-2030 CD09930 1 1 1 0 within", "2025-2030 CD099P0 9 0 1 0 below",
      ])
    #expect(
      rows.told("uncovered", "term", "position") == ["2020-2025 CD099P0", "2025-2030 CD09910"])
    #expect(
      rows.told("people", "position", "file", "state", "why", "day", "verdict", "holds") == [
        "CD09910 999101HT valid - - notReady false",
        "CD09910 999103HT left ownWish 2023-02-01 - false",
        "CD09930 999101HT valid - - notReady false", "CD09930 999102HT valid - - - true",
        "CD099P0 999101HT valid - - unknown false",
      ])
    #expect(
      rows.told("terms", "term", "posts", "covered", "people", "entries", "womenMet") == [
        "2020-2025 3 2 1 2 met", "2025-2030 3 2 2 2 met",
      ])
    ledger.expectClean()
  }

  @Test func `S6: the yearly review tells what changed`() throws {
    let ledger = try collegeLedger()
    let asked = ledger.cadre("\(CoverageTests.line) --since 2022-12-31 -O ndjson")
    #expect(
      try rows(asked).told("review", "position", "term", "file", "change", "day", "why") == [
        "CD09910 2020-2025 999103HT left 2023-02-01 ownWish",
        "CD09930 2025-2030 999102HT entered 2024-02-01 -",
        "CD099P0 2025-2030 999101HT entered 2024-02-01 -",
      ])
    let none = ledger.cadre("\(CoverageTests.line) -O ndjson")
    #expect(try rows(none).told("review", "file").isEmpty)
    ledger.expectClean()
  }

  @Test func `S7: decisions without a valid conclusion of their purpose are told`() throws {
    let ledger = try collegeLedger()
    let rows = try rows(ledger.cadre("\(CoverageTests.line) -O ndjson"))
    #expect(
      rows.told("standards", "day", "file", "purpose", "position", "standards") == [
        "2021-05-01 999102HT appointment CD09930 missing",
        "2022-02-01 999103HT planning CD09910 missing",
        "2024-02-01 999101HT planning CD099P0 expired",
        "2024-02-01 999102HT planning CD09930 missing",
      ])
    #expect(
      rows.told("people", "position", "file", "standards").prefix(2) == [
        "CD09910 999101HT concluded", "CD09910 999103HT missing",
      ])
    ledger.expectClean()
  }

  @Test func `S16: posts add up by the body that decides them`() throws {
    let ledger = try collegeLedger()
    let rows = try rows(ledger.cadre("\(CoverageTests.line) -O ndjson"))
    #expect(
      rows.told("bodies", "term", "decidedBy", "posts", "covered", "holders") == [
        "2020-2025 Ban Thường vụ Đảng ủy Khối 2 1 1", "2020-2025 Đảng ủy Trường 1 1 0",
        "2025-2030 Ban Thường vụ Đảng ủy Khối 2 2 1", "2025-2030 Đảng ủy Trường 1 0 0",
      ])
    ledger.expectClean()
  }

  @Test func `without somebody their planning and posts are gone, and published by number`() throws
  {
    let ledger = try collegeLedger()
    let line = "\(CoverageTests.line) --without 999102HT"
    let rows = try rows(ledger.cadre("\(line) -O ndjson"))
    #expect(rows.told("people", "file").allSatisfy { $0 != "999102HT" })
    #expect(rows.told("posts", "holders").allSatisfy { $0 == "0" })
    #expect(ledger.cadre(line).errors.contains("leaving out #62"))
    #expect(ledger.cadre("\(line) --publish --actor lan").status == .done)
    let published = try TerminalTests.rows(ledger.cadre("published -O ndjson"))
    #expect(
      published.map { $0["question"] } == [
        .string("coverage --organisation 38.168.099 --without #62")
      ])
    #expect(ledger.cadre("published --check").status == .done)
    ledger.expectClean()
  }

  @Test func `every format shows the same rows, and posts of other organisations never`() throws {
    let ledger = try collegeLedger()
    let rows = try rows(ledger.cadre("\(CoverageTests.line) -O ndjson"))
    for format in ["table", "csv", "json"] {
      let told = ledger.cadre("\(CoverageTests.line) -O \(format)").output
      for file in ["999101HT", "999102HT", "999103HT"] { #expect(told.contains(file)) }
      #expect(!told.contains("000034HT"))
    }
    #expect(Set(rows.told("posts", "organisation")) == ["38.168.099"])
    let whole = try TerminalTests.rows(ledger.cadre("coverage --on 2024-06-01 -O ndjson"))
    let others = ["38.168.001", "38.168.002", "38.168.003", "38.168.004"]
    var parts = rows.told("posts", "entries", "term", "position")
    for code in others {
      let line = "coverage --organisation \(code) --on 2024-06-01 -O ndjson"
      let told = try TerminalTests.rows(ledger.cadre(line))
      parts += told.told("posts", "entries", "term", "position")
    }
    let all = Set(whole.told("posts", "entries", "term", "position"))
    #expect(Set(parts).isSubset(of: all))
    #expect(all.filter { !$0.hasPrefix("0 ") } == Set(parts).filter { !$0.hasPrefix("0 ") })
  }

  @Test func `what is asked wrongly is said`() throws {
    let ledger = try smallLedger()
    #expect(ledger.cadre("coverage --position CD99999").status == .noInput)
    #expect(ledger.cadre("coverage --without 999999HT").status == .noInput)
    #expect(ledger.cadre("coverage --term 2020").status == .usage)
    #expect(ledger.cadre("coverage --since yesterday").status == .usage)
    #expect(ledger.cadre("training --level higher").status == .usage)
    #expect(ledger.cadre("training --seats 0").status == .usage)
  }
}

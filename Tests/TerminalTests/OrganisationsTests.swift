import JSON
import Testing

@testable import Terminal

/// `cadre organisations`: where members are, and what decisions made of organisations (S8).
@Suite struct OrganisationsTests {
  @Test func `S8: small grassroots organisations, handed over, with everyone in them`() throws {
    let ledger = try TestLedger()
    var office = InventedOffice()
    office.organisation("38.200", "Đảng bộ cấp trên cơ sở", sector: "")
    office.organisation("38.200.001", "Đảng bộ cơ sở", under: "38.200")
    office.organisation("38.200.001.001", "Chi bộ trực thuộc", under: "38.200.001")
    office.organisation("38.200.002", under: "38.200", sector: "Doanh nghiệp")
    office.organisation("38.200.003", under: "38.200")
    office.members(8, in: "38.200.001")
    office.members(4, in: "38.200.001.001")
    office.members(8, in: "38.200.002")
    office.member(in: "38.200.002", probationerSince: "19/05/2022")
    office.members(2, in: "38.200.003")
    try office.bring("before", to: ledger)
    let small = "organisations --on 2022-12-31 --fewer-than 10 -O ndjson"
    let before = try lists(ledger.cadre(small))
    #expect(before["organisations"]?.map(\.code) == ["38.200.002", "38.200.003"])
    #expect(before["organisations"]?.map { $0.number("totalMembers") } == [9, 2])
    #expect(before["changes"] == nil)
    #expect(
      try lists(ledger.cadre("organisations --on 2022-12-31 --fewer-than 9 -O ndjson"))[
        "organisations"]?.map(\.code) == ["38.200.003"])

    office.row(
      "chuyen-to-chuc", "38.200.002;Chuyển giao;Thành ủy;5-QĐ/TU;01/12/2022;01/01/2023;9;1")
    try office.bring("after", to: ledger)
    let decided = try lists(ledger.cadre("organisations --on 2022-12-31 -O ndjson"))
    #expect(decided["changes"]?.first?["state"] == .string("decided"))
    #expect(decided["organisations"]?.first?.number("totalMembers") == 23)
    let after = try lists(ledger.cadre("organisations --on 2023-01-01 -O ndjson"))
    #expect(
      after["organisations"]?.map(\.code)
        == ["38.200", "38.200.001", "38.200.001.001", "38.200.003"])
    #expect(after["organisations"]?.first?.number("totalMembers") == 14)
    #expect(after["organisations"]?.map { $0.number("members") } == [0, 8, 4, 2])
    let change = try #require(after["changes"]?.first)
    #expect(change["change"] == .string("handedOver") && change["state"] == .string("done"))
    #expect(change["day"] == .string("2023-01-01"))
    #expect(change["decision"] == .string("5-QĐ/TU"))
    #expect(change["from"] == .string("38.200") && change["to"] == .string("Thành ủy"))
    #expect(change.number("members") == 9 && change.number("probationers") == 1)
    #expect(change.number("countedMembers") == 9 && change.number("countedProbationers") == 1)
    ledger.expectClean()
  }

  @Test func `a cell with too few official members is said, with the basis`() throws {
    let ledger = try TestLedger()
    var office = InventedOffice()
    office.organisation("38.200", "Đảng bộ cơ sở")
    for (code, count) in [("38.200.001", 3), ("38.200.002", 2)] {
      office.organisation(code, "Chi bộ trực thuộc", under: "38.200")
      office.members(count, in: code)
    }
    office.member(in: "38.200.002", probationerSince: "19/05/2022")
    try office.bring("sheets", to: ledger, complete: "ket-nap")
    let rows = try lists(ledger.cadre("organisations --on 2023-01-01 -O ndjson"))
    let cells = try #require(rows["organisations"])
    #expect(cells.map { $0["minimum"]?.string } == ["notApplicable", "met", "unmet"])
    #expect(cells[2].number("minimumNeeded") == 3)
    #expect(cells[2]["basis"]?["text"]?.string == "Điều lệ Đảng")
    #expect(cells[2]["verified"] == .bool(true))
    #expect(cells[0]["basis"] == .null)
  }

  @Test func `without the sheet of admissions too few members is not known`() throws {
    let ledger = try TestLedger()
    var office = InventedOffice()
    office.organisation("38.200")
    try office.bring("sheets", to: ledger)
    let rows = try lists(ledger.cadre("organisations --on 2023-01-01 -O ndjson"))
    #expect(rows["organisations"]?.first?["minimum"] == .string("unknown"))
    #expect(rows["organisations"]?.first?["missingSheet"] == .string("ket-nap"))
  }

  @Test func `a subtree is listed with what left it, and with nothing else`() throws {
    let ledger = try TestLedger()
    var office = InventedOffice()
    office.organisation("38.200", "Đảng bộ cấp trên cơ sở", sector: "")
    for code in ["38.200.001", "38.200.002", "38.200.003"] {
      office.organisation(code, "Đảng bộ cơ sở", under: "38.200")
    }
    office.organisation("38.200.001.001", "Chi bộ trực thuộc", under: "38.200.001")
    office.members(3, in: "38.200.001.001")
    office.row(
      "chuyen-to-chuc", "38.200.001.001;Chuyển trực thuộc;38.200.002;6-QĐ;01/02/2022;01/03/2022;;")
    office.row("chuyen-to-chuc", "38.200.003;Đổi tên;Tên mới;7-QĐ;01/02/2022;01/02/2022;;")
    try office.bring("sheets", to: ledger)
    let line = "organisations --on 2022-03-01 -O ndjson --organisation"
    for (code, listed) in [
      ("38.200.001", ["38.200.001"]), ("38.200.002", ["38.200.001.001", "38.200.002"]),
    ] {
      let rows = try lists(ledger.cadre("\(line) \(code)"))
      #expect(rows["organisations"]?.map(\.code) == listed)
      #expect(rows["changes"]?.map(\.code) == ["38.200.001.001"])
      #expect(rows["changes"]?.first?["from"] == .string("38.200.001"))
      #expect(rows["changes"]?.first?.number("countedMembers") == 3)
    }
    let renamed = try lists(ledger.cadre("\(line) 38.200.003"))["changes"]
    #expect(renamed?.first?["change"] == .string("renamed"))
    #expect(renamed?.first?["fromName"] == .string("Tổ chức 38.200.003"))
    #expect(renamed?.first?["toName"] == .string("Tên mới"))
    #expect(ledger.cadre("organisations --organisation 9.9").status == .noInput)
    #expect(ledger.cadre("organisations --fewer-than 0").status == .usage)
  }

  @Test func `posts move with a merger and keep number and tenure`() throws {
    let ledger = try TestLedger()
    var office = InventedOffice()
    office.organisation("38.200", "Đảng bộ cấp trên cơ sở", sector: "")
    office.organisation("38.200.001", "Đảng bộ cơ sở", under: "38.200")
    office.organisation("38.200.002", "Đảng bộ cơ sở", under: "38.200")
    office.members(3, in: "38.200.001")
    let director = office.member(in: "38.200.002")
    office.row("chuc-danh", "CD1;Giám đốc;38.200.002;giám đốc sở;Chính quyền;1;Đảng ủy")
    office.row("bo-nhiem", "\(director);CD1;Bổ nhiệm;1-QĐ;01/10/2017;01/11/2017;17/08/2017")
    try office.bring("before", to: ledger)
    let known = try #require(rows(ledger.cadre("status -O ndjson")).first?["events"]?.integer)
    office.row("chuyen-to-chuc", "38.200.002;Sáp nhập;38.200.001;8-QĐ;01/06/2022;01/07/2022;;")
    try office.bring("after", to: ledger)
    func posts(_ options: String) throws -> JSONValue? {
      try rows(ledger.cadre("person \(director) -O ndjson \(options)")).first?["posts"]
    }
    let held = try #require(try posts("--on 2022-06-30"))
    #expect(held.array?.first?["position"] == .string("CD1"))
    #expect(held.array?.first?["from"] == .string("2017-11-01"))
    #expect(try posts("--on 2022-07-01") == held)
    #expect(try posts("--on 2022-07-01 --known \(known)") == held)
    #expect(try rows(ledger.cadre("log --stream position/1 -O ndjson")).count == 1)
    let explained = try rows(
      ledger.cadre("explain \(director) CD1 --on 2022-07-01 -O ndjson"))
    #expect(explained.first?["organisation"] == .string("38.200.001"))
    let after = try lists(ledger.cadre("organisations --on 2022-07-01 -O ndjson"))
    #expect(after["organisations"]?.map(\.code) == ["38.200", "38.200.001"])
    #expect(after["organisations"]?.last?.number("members") == 4)
    #expect(after["changes"]?.first?["to"] == .string("38.200.001"))
    #expect(after["changes"]?.first?.number("countedMembers") == 1)
    ledger.expectClean()
  }
}

/// The rows of an answer of lists, by list.
func lists(_ transcript: Transcript) throws -> [String: [JSONValue]] {
  #expect(transcript.status == .done, "\(transcript.errors)")
  return Dictionary(grouping: try rows(transcript)) { $0["list"]?.string ?? "" }
}

extension JSONValue {
  /// A member that is a whole number.
  func number(_ key: String) -> Int? { self[key]?.integer.map { Int($0) } }

  /// The code of the organisation that a row is about.
  var code: String? { self["organisation"]?.string }
}

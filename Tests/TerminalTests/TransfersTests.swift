import JSON
import Testing

@testable import Terminal

/// `cadre transfers`: what is open, what is late, and who stays where for a time.
@Suite struct TransfersTests {
  /// Two units with five members each, and the transfers of the first.
  private func office(_ transfers: [String]) throws -> TestLedger {
    let ledger = try TestLedger()
    var office = InventedOffice()
    office.organisation("38.200", "Đảng bộ cấp trên cơ sở", sector: "")
    for code in ["38.200.001", "38.200.002"] {
      office.organisation(code, under: "38.200")
      office.members(5, in: code)
    }
    for (place, cells) in transfers.enumerated() {
      office.row("chuyen-sinh-hoat", "00000\(place + 1)HT;\(cells)")
    }
    try office.bring("sheets", to: ledger)
    return ledger
  }

  private func transfers(
    _ ledger: TestLedger, on day: String, _ options: String = ""
  ) throws -> [JSONValue] {
    try lists(ledger.cadre("transfers --on \(day) -O ndjson \(options)"))["transfers"] ?? []
  }

  @Test(arguments: [
    ("2025-01-02", "introduced", 91), ("2025-04-03", "introduced", 0),
    ("2025-04-04", "overdue", -1),
  ])
  func `an introduction is due after 60 working days, holidays left out`(
    day: String, state: String, left: Int
  ) throws {
    let ledger = try office(["Chính thức;38.200.001;38.200.002;02/01/2025;;"])
    let row = try #require(try transfers(ledger, on: day).first)
    #expect(row["state"] == .string(state))
    #expect(row["due"] == .string("2025-04-03"))
    #expect(row.number("daysLeft") == left)
    #expect(row["direction"] == .string("within"))
    #expect(row["basis"]?["text"]?.string == "24-QĐ/TW")
    #expect(row["file"] == .string("000001HT"))
    #expect(row["inTime"] == .string(state == "overdue" ? "unmet" : "met"))
  }

  @Test(arguments: [("2026-02-12", "introduced"), ("2026-02-13", "unknown")])
  func `in a year without a list of holidays being late is not known`(
    day: String, state: String
  ) throws {
    let ledger = try office(["Chính thức;38.200.001;38.200.002;20/11/2025;;"])
    let row = try #require(try transfers(ledger, on: day).first)
    #expect(row["state"] == .string(state))
    #expect(row["due"] == .null && row["daysLeft"] == .null)
    #expect(row.number("noListFor") == 2026)
  }

  @Test func `a temporary member is counted at home only, and a stay may be overstayed`() throws {
    let ledger = try office(["Tạm thời;38.200.001;38.200.002;01/02/2025;10/02/2025;31/08/2025"])
    for (day, state) in [
      ("2025-02-09", "introduced"), ("2025-02-10", "staying"), ("2025-08-31", "staying"),
      ("2025-09-01", "pastEnd"),
    ] {
      let row = try #require(try transfers(ledger, on: day).first)
      #expect(row["state"] == .string(state), "on \(day)")
      #expect(row["stayLength"] == .string("met"))
      let units = try lists(ledger.cadre("organisations --on \(day) -O ndjson"))["organisations"]
      #expect(units?.map { $0.number("members") } == [0, 5, 5], "on \(day)")
    }
    let ended = ledger.cadre(
      "record TemporaryTransferEnded person=000001HT introducedOn=2025-02-01 on=2025-09-01")
    #expect(ended.status == .done, "\(ended.errors)")
    #expect(try transfers(ledger, on: "2025-09-01").isEmpty)
    #expect(try transfers(ledger, on: "2025-09-01", "--all").first?["state"] == .string("ended"))
    ledger.expectClean()
  }

  // From 3 months to under 12; full-time study, which no event tells, up to 24.
  @Test(arguments: [
    ("29/04/2025", "unmet"), ("30/04/2025", "met"), ("30/01/2026", "met"),
    ("31/01/2026", "unknown"), ("31/01/2027", "unknown"), ("01/02/2027", "unmet"),
    ("", "unknown"),
  ])
  func `the months of a temporary stay are held against the rule`(
    until: String, length: String
  ) throws {
    let ledger = try office(["Tạm thời;38.200.001;38.200.002;01/02/2025;10/02/2025;\(until)"])
    let row = try #require(try transfers(ledger, on: "2025-03-01").first)
    #expect(row["stayLength"] == .string(length), "until \(until)")
    #expect(row["stayBasis"]?["article"]?.string == "6.3.2")
  }

  @Test func `counts are by kind and direction of the year, seen from who asks`() throws {
    let ledger = try office([
      "Chính thức;38.200.001;38.200.002;02/01/2024;10/01/2024;",
      "Chính thức;38.200.001;Thành ủy;02/01/2025;10/01/2025;",
      "Nội bộ;38.200.001;38.200.002;02/12/2024;10/01/2025;",
      "Chính thức;38.200.001;Thành ủy;03/01/2025;;",
    ])
    func counts(_ options: String) throws -> [String] {
      let rows = try lists(ledger.cadre("transfers --on 2025-02-01 -O ndjson \(options)"))
      return (rows["counts"] ?? []).map { row in
        let words = ["kind", "direction"].map { row[$0]?.string ?? "" }
        let numbers = ["year", "introduced", "received"].map { row.number($0) ?? -1 }
        return "\(numbers[0]) \(words[0]) \(words[1]) \(numbers[1]) \(numbers[2])"
      }
    }
    #expect(try counts("") == ["2025 official leaving 2 1", "2025 internal within 0 1"])
    #expect(
      try counts("--all") == [
        "2024 official within 1 1", "2024 internal within 1 0", "2025 official leaving 2 1",
        "2025 internal within 0 1",
      ])
    #expect(try counts("--organisation 38.200.002") == ["2025 internal arriving 0 1"])
    #expect(try transfers(ledger, on: "2025-02-01", "--organisation 38.200.002").isEmpty)
    #expect(try transfers(ledger, on: "2025-02-01", "--all").count == 4)
  }

  @Test func `a day knows nothing of what came after it`() throws {
    let ledger = try office([
      "Chính thức;38.200.001;38.200.002;02/01/2025;10/01/2025;",
      "Tạm thời;38.200.001;38.200.002;02/01/2025;10/01/2025;31/08/2025",
    ])
    let ended = ledger.cadre(
      "record TemporaryTransferEnded person=000002HT introducedOn=2025-01-02 on=2025-06-01")
    #expect(ended.status == .done, "\(ended.errors)")
    let early = try transfers(ledger, on: "2025-01-09", "--all")
    #expect(early.map { $0["state"] } == [.string("introduced"), .string("introduced")])
    #expect(early.allSatisfy { $0["receivedOn"] == .null && $0["endedOn"] == .null })
    let staying = try #require(try transfers(ledger, on: "2025-05-31").first)
    #expect(staying["state"] == .string("staying"))
    #expect(staying["endedOn"] == .null)
  }

  @Test func `the reception of a stay that was ended is asked of nobody`() throws {
    let ledger = try office(["Tạm thời;38.200.001;38.200.002;01/02/2025;;31/08/2025"])
    func asked() throws -> [JSONValue] {
      let papers = try lists(ledger.cadre("todo --on 2025-06-01 -O ndjson"))["papers"] ?? []
      return papers.filter { $0["paper"] == .string("reception") }
    }
    #expect(try asked().count == 1)
    let ended = ledger.cadre(
      "record TemporaryTransferEnded person=000001HT introducedOn=2025-02-01 on=2025-05-01")
    #expect(ended.status == .done, "\(ended.errors)")
    #expect(try asked().isEmpty)
  }

  @Test func `what was overtaken is no longer open`() throws {
    let ledger = try office(["Chính thức;38.200.001;38.200.002;02/01/2025;;"])
    #expect(try transfers(ledger, on: "2025-02-01").count == 1)
    let ended = ledger.cadre("record MembershipEnded person=000001HT how=deceased on=2025-01-20")
    #expect(ended.status == .done, "\(ended.errors)")
    #expect(try transfers(ledger, on: "2025-02-01").isEmpty)
    #expect(
      try transfers(ledger, on: "2025-02-01", "--all").first?["state"] == .string("overtaken"))
  }
}

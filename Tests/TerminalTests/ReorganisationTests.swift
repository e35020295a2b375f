import JSON
import Testing

@testable import Terminal

/// Whole organisations move, and no one is lost or counted twice (S8; spec/rules.md, worked cases).
@Suite struct ReorganisationTests {
  @Test func `T7: 22 organisations with 388 members, decided on 7/3/2019, go on 28/3/2019`() throws
  {
    let ledger = try TestLedger()
    var office = InventedOffice()
    let moving = office.cells(22, under: "38.200")
    office.organisation("38.200.900", under: "38.200")
    office.members(12, in: "38.200.900")
    for place in 0..<388 { office.member(in: moving[place % 22]) }
    try office.bring("before", to: ledger)
    let known = try #require(rows(ledger.cadre("status -O ndjson")).first?["events"]?.integer)
    for code in moving {
      office.row("chuyen-to-chuc", "\(code);Chuyển giao;Thành ủy;9-QĐ/TU;07/03/2019;28/03/2019;;")
    }
    try office.bring("after", to: ledger)
    func asked(_ day: String, _ options: String = "") throws -> [String: [JSONValue]] {
      try lists(ledger.cadre("organisations --on \(day) -O ndjson \(options)"))
    }
    for (day, members, changes, state) in [
      ("2019-03-06", 400, 0, ""), ("2019-03-07", 400, 22, "decided"),
      ("2019-03-27", 400, 22, "decided"), ("2019-03-28", 12, 22, "done"),
      ("2023-01-01", 12, 22, "done"),
    ] {
      let rows = try asked(day)
      #expect(rows["organisations"]?.first?.number("totalMembers") == members, "on \(day)")
      let moved = rows["changes"] ?? []
      #expect(moved.count == changes && moved.allSatisfy { $0["state"] == .string(state) })
      #expect(moved.sum("countedMembers") == (changes == 0 ? 0 : 388), "on \(day)")
    }
    let before = try asked("2019-03-28", "--known \(known)")
    #expect(before["organisations"]?.first?.number("totalMembers") == 400)
    #expect(before["changes"] == nil)
    ledger.expectClean()
  }

  @Test func `T8: 105 organisations with 4,558 members go to three receivers in one decision`()
    throws
  {
    let ledger = try TestLedger()
    var office = InventedOffice()
    let cells = office.cells(105, under: "38.200")
    let parts = [("Đảng ủy A", 22, 567), ("Đảng ủy B", 52, 3413), ("Đảng ủy C", 31, 578)]
    var first = 0
    for (receiver, units, members) in parts {
      for place in 0..<members { office.member(in: cells[first + place % units]) }
      for code in cells[first..<first + units] {
        office.row(
          "chuyen-to-chuc", "\(code);Chuyển giao;\(receiver);1-QĐ/TU;15/01/2025;01/02/2025;;")
      }
      first += units
    }
    try office.bring("sheets", to: ledger)
    for day in ["2025-01-14", "2025-01-31", "2025-02-01", "2025-02-02"] {
      let rows = try lists(ledger.cadre("organisations --on \(day) -O ndjson"))
      let done = (rows["changes"] ?? []).filter { $0["state"] == .string("done") }
      let stayed = rows["organisations"]?.first?.number("totalMembers") ?? 0
      #expect(stayed + done.sum("countedMembers") == 4558, "on \(day)")
      #expect(stayed == (day < "2025-02-01" ? 4558 : 0), "on \(day)")
      if done.isEmpty { continue }
      for (receiver, units, members) in parts {
        let received = done.filter { $0["to"] == .string(receiver) }
        #expect(received.count == units && received.sum("countedMembers") == members)
      }
      let population = try lists(ledger.cadre("population --on \(day) -O ndjson"))["population"]
      #expect(population?.first?.number("members") == stayed)
    }
    ledger.expectClean()
  }

  @Test func `no decision and no retraction has organisations stand in a loop on some day`() throws
  {
    let ledger = try TestLedger()
    var office = InventedOffice()
    office.organisation("38.200", "Đảng bộ cấp trên cơ sở", sector: "")
    for code in ["38.200.001", "38.200.002"] {
      office.organisation(code, "Đảng bộ cơ sở", under: "38.200")
    }
    try office.bring("sheets", to: ledger)
    func reparent(_ code: String, _ parent: String, _ day: String) -> ExitCode {
      ledger.cadre(
        "record Reparented organisation=\(code) parent=\(parent) document.number=\(day) "
          + "document.date=\(day) on=\(day)"
      ).status
    }
    #expect(reparent("38.200.001", "38.200.002", "2016-01-01") == .done)
    #expect(reparent("38.200.001", "38.200", "2018-01-01") == .done)
    // From 2015 it would be right, and from 2018 again.
    #expect(reparent("38.200.002", "38.200.001", "2015-01-01") != .done)
    #expect(reparent("38.200.002", "38.200.001", "2018-01-01") == .done)
    let last = try rows(ledger.cadre("log --type Reparented -O ndjson"))
    let moved = try #require(last.dropLast().last?["index"]?.integer)
    #expect(ledger.cadre("retract \(moved) --reason typingError").status != .done)
    ledger.expectClean()
  }
}

extension InventedOffice {
  /// Adds an organisation at the top with that many grassroots cells under it.
  fileprivate mutating func cells(_ count: Int, under top: String) -> [String] {
    organisation(top, "Đảng bộ cấp trên cơ sở", sector: "")
    return (1...count).map { organisation("\(top).\(100 + $0)", under: top) }
  }
}

extension [JSONValue] {
  /// The sum of a member of each row.
  fileprivate func sum(_ key: String) -> Int { reduce(0) { $0 + ($1.number(key) ?? 0) } }
}

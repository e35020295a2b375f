import JSON
import Testing

@testable import Terminal

/// `cadre ratings`: how people and organisations were rated, and the cap on excellent (S10).
@Suite struct RatingsTests {
  private static let words = [
    "excellent": "Hoàn thành xuất sắc nhiệm vụ", "good": "Hoàn thành tốt nhiệm vụ",
    "fulfilled": "Hoàn thành nhiệm vụ", "unfulfilled": "Không hoàn thành nhiệm vụ",
  ]

  /// Rates members of an organisation for a year, as many of each grade.
  private func rate(
    _ office: inout InventedOffice, in code: String, _ year: Int, _ grades: [(String, Int)]
  ) {
    for (grade, count) in grades {
      for file in office.members(count, in: code) {
        office.row("xep-loai", "\(file);\(year);\(RatingsTests.words[grade] ?? "")")
      }
    }
  }

  @Test func `S10: ratings by grassroots organisation, and the cap on excellent`() throws {
    let ledger = try TestLedger()
    var office = InventedOffice()
    office.organisation("38.200", "Đảng bộ cấp trên cơ sở", sector: "")
    office.organisation("38.200.001", "Đảng bộ cơ sở", under: "38.200")
    office.organisation("38.200.001.001", "Chi bộ trực thuộc", under: "38.200.001")
    office.organisation("38.200.002", under: "38.200")
    // T5: of 47 rated good at most 9 excellent. They count with the cells below.
    rate(&office, in: "38.200.001", 2022, [("excellent", 4), ("good", 40), ("unfulfilled", 1)])
    rate(&office, in: "38.200.001.001", 2022, [("excellent", 6), ("good", 7)])
    rate(&office, in: "38.200.002", 2022, [("excellent", 1), ("good", 5), ("fulfilled", 2)])
    office.members(3, in: "38.200.002")
    office.row("xep-loai-to-chuc", "38.200.001;2022;Hoàn thành tốt nhiệm vụ")
    office.row("xep-loai-to-chuc", "38.200.002;2021;Hoàn thành tốt nhiệm vụ")
    try office.bring("sheets", to: ledger)
    let rows = try lists(ledger.cadre("ratings --on 2023-06-01 -O ndjson"))
    let people = try #require(rows["people"])
    #expect(people.map(\.code) == ["38.200.001", "38.200.002"])
    #expect(people.map { $0["cap"]?.string } == ["unmet", "met"])
    #expect(people.map { $0.number("most") } == [9, 1])
    #expect(people[0]["basis"]?["text"]?.string == "21-HD/BTCTW")
    #expect(people[0]["basis"]?["article"]?.string == "2.3")
    #expect(people[0]["basis"]?["date"]?.string == "2019-10-18")
    #expect(people[0]["verified"] == .bool(true))
    #expect(people.map { $0.number("excellent") } == [10, 1])
    #expect(people.map { $0.number("good") } == [47, 5])
    #expect(people.map { $0.number("members") } == [58, 11])
    #expect(people.map { $0.number("unrated") } == [0, 3])
    let total = try #require(rows["total"]?.first)
    #expect(total.number("members") == 69 && total.number("unrated") == 3)
    #expect(total.number("fulfilled") == 2 && total.number("unfulfilled") == 1)
    #expect(rows["unrated"]?.map(\.code) == ["38.200", "38.200.001.001", "38.200.002"])
    let kinds = try #require(rows["organisations"])
    let grassroots = kinds.first { $0["kind"] == .string("grassrootsCommittee") }
    #expect(grassroots?.number("good") == 1 && grassroots?.number("unrated") == 0)
    let found = ledger.cadre("findings --on 2023-06-01 -O ndjson").output
    #expect(found.contains("excellentShare"), "the finding says the same")

    let cell = try lists(
      ledger.cadre("ratings --on 2023-06-01 --organisation 38.200.001.001 -O ndjson"))["people"]
    #expect(cell?.map(\.code) == ["38.200.001.001"])
    #expect(cell?.first?.number("excellent") == 6)
    #expect(cell?.first?["cap"] == .string("notApplicable"))
    #expect(ledger.cadre("ratings --on 2023-06-01 --year 2023").status == .usage)
    #expect(
      try lists(ledger.cadre("ratings --on 2023-06-01 --year 2021 -O ndjson"))["total"]?.first?
        .number("unrated") == 69)
    ledger.expectClean()
  }

  @Test func `where a decision could allow 25 percent, over the cap is not known`() throws {
    let ledger = try TestLedger()
    var office = InventedOffice()
    for (code, excellent) in [("38.200.001", 1), ("38.200.002", 2), ("38.200.003", 3)] {
      office.organisation(code)
      rate(&office, in: code, 2025, [("excellent", excellent), ("good", 8)])
    }
    try office.bring("sheets", to: ledger)
    let people = try lists(ledger.cadre("ratings --on 2026-03-01 -O ndjson"))["people"]
    #expect(people?.map { $0["cap"]?.string } == ["met", "unknown", "unmet"])
    #expect(people?.map { $0.number("most") } == [1, 1, 1])
    #expect(people?.map { $0.number("mostByDecision") } == [2, 2, 2])
  }
}

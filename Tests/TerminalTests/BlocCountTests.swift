import JSON
import TestSupport
import Testing

@testable import Terminal

/// What the questions answer of the Bloc is what can be counted in its sheets by hand.
@Suite struct BlocCountTests {
  /// Behind the last row of every sheet.
  private static let day = "2026-12-31"

  @Test func `the sheets are counted as they are`() throws {
    let counts = try SpreadsheetCounts()
    #expect(try counts.admissions().values.reduce(0, +) > 6_000)
    #expect(try counts.admissions().keys.allSatisfy { $0.count > 5 }, "every cell has a sector")
    #expect(try counts.ratings().values.reduce(0, +) == (try Spreadsheet.bloc("xep-loai").count))
    #expect(try counts.screenings().values.reduce(0, +) == Spreadsheet.bloc("sang-loc").count)
    #expect(try counts.planning(on: Self.day).values.reduce(0, +) > 2_000)
    #expect(try counts.articles(in: 2023).count == 12)
    let quoted = Spreadsheet("\u{FEFF}a; b \r\n\"x;\n\"\"y\"\"\";2\r\n").rows
    #expect(quoted == [["a": "x; \"y\"", "b": "2"]])
  }

  @Test func `S1, S2, S6, S10, S13: what is answered is what a spreadsheet counts`() throws {
    let ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("bloc"))
    let counts = try SpreadsheetCounts()
    if Self.isThere("admissions") { try expectAdmissions(ledger, counts) }
    if Self.isThere("screening") { try expectScreenings(ledger, counts) }
    if Self.isThere("ratings") { try expectRatings(ledger, counts) }
    if Self.isThere("coverage") { try expectPlanning(ledger, counts) }
    if Self.isThere("scorecard") { try expectArticles(ledger, counts) }
  }

  private static func isThere(_ command: String) -> Bool {
    CommandTable.all.contains { $0.name == command }
  }

  private func expectAdmissions(_ ledger: TestLedger, _ counts: SpreadsheetCounts) throws {
    let sectors = [
      "agency": "Cơ quan", "publicUnit": "Đơn vị sự nghiệp", "enterprise": "Doanh nghiệp",
    ]
    var asked: [String: Int] = [:]
    var total = 0
    for row in try list("years", of: "admissions", ledger) {
      let count = number(row, "admissions") + number(row, "readmissions")
      if let sector = sectors[row["sector"]?.string ?? ""] {
        asked["\(number(row, "year")) \(sector)"] = count
      } else if row["sector"]?.string == "total" {
        total += count
      } else {
        #expect(count == 0, "an admission without a sector")
      }
    }
    let counted = try counts.admissions()
    #expect(asked.filter { $0.value > 0 } == counted)
    #expect(total == counted.values.reduce(0, +))
  }

  private func expectScreenings(_ ledger: TestLedger, _ counts: SpreadsheetCounts) throws {
    let outcomes = [
      "qualified": "đủ tư cách", "remedial": "giáo dục, giúp đỡ",
      "removalProposed": "đề nghị đưa ra khỏi đảng",
    ]
    var asked: [String: Int] = [:]
    for row in try list("rounds", of: "screening", ledger) {
      for (key, outcome) in outcomes {
        asked["\(row["round"]?.string ?? "") \(outcome)"] = number(row, key)
      }
    }
    #expect(try asked.filter { $0.value > 0 } == counts.screenings())
  }

  private func expectRatings(_ ledger: TestLedger, _ counts: SpreadsheetCounts) throws {
    let grades = [
      "excellent": "hoàn thành xuất sắc nhiệm vụ", "good": "hoàn thành tốt nhiệm vụ",
      "fulfilled": "hoàn thành nhiệm vụ", "unfulfilled": "không hoàn thành nhiệm vụ",
    ]
    let counted = try counts.ratings()
    var asked: [String: Int] = [:]
    for year in Set(counted.keys.map { $0.prefix(4) }) {
      for row in try list("total", of: "ratings --year \(year)", ledger) {
        #expect(number(row, "notMembers") == 0)
        for (key, grade) in grades { asked["\(year) \(grade)"] = number(row, key) }
      }
    }
    #expect(asked == counted)
  }

  private func expectPlanning(_ ledger: TestLedger, _ counts: SpreadsheetCounts) throws {
    var asked: [String: Int] = [:]
    let counted = try counts.planning(on: Self.day)
    for term in Set(counted.keys.compactMap { $0.split(separator: " ").last }) {
      for row in try list("people", of: "coverage --term \(term)", ledger) {
        let title = "\(row["position"]?.string ?? "") \(row["term"]?.string ?? "")"
        asked[title, default: 0] += 1
      }
    }
    #expect(asked == counted)
  }

  private func expectArticles(_ ledger: TestLedger, _ counts: SpreadsheetCounts) throws {
    for year in [2021, 2022, 2023, 2024] {
      let articles = try counts.articles(in: year)
      for quarter in 1...4 {
        let months = (quarter * 3 - 2)...(quarter * 3)
        let row = try #require(
          try list("targets", of: "scorecard --period \(year)-Q\(quarter)", ledger)
            .first { $0["measure"]?.string == "articles" })
        #expect(number(row, "count") == months.reduce(0) { $0 + articles[$1, default: 0] })
      }
    }
  }

  /// The rows of a list of an answer on the day.
  private func list(
    _ key: String, of question: String, _ ledger: TestLedger
  ) throws -> [JSONValue] {
    let answer = ledger.cadre("\(question) --on \(Self.day) -O ndjson")
    #expect(answer.status == .done, "\(answer.errors)")
    return try rows(answer).filter { $0["list"]?.string == key }
  }

  private func number(_ row: JSONValue, _ key: String) -> Int {
    Int(row[key]?.integer ?? -1)
  }
}

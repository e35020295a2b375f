import Cadre
import JSON
import TestSupport
import Testing

@testable import Terminal

/// Planning of the Bloc, counted in its sheet alone.
@Suite struct BlocPlanningTests {
  @Test func `S6: entries by post and term are those of the sheet`() throws {
    let ledger = try TestLedger()
    #expect(ledger.importing(SampleSheets.folder("bloc")).status != .badData)
    let told = try rows(ledger.cadre("coverage --on 2026-11-01 -O ndjson"))
    var counted: [String: Int] = [:]
    for row in told where row["list"] == .string("people") && row["state"] != .string("left") {
      counted["\(row["position"]?.string ?? "") \(row["term"]?.string ?? "")", default: 0] += 1
    }
    let posts = Set(told.told("posts", "position", "term"))
    let expected = try entries(by: day(2026, 11, 1)).filter { posts.contains($0.key) }
    #expect(counted == expected)
    #expect(expected.values.reduce(0, +) > 1000)
    let totals = told.filter { $0["list"] == .string("terms") }
    let valid = told.told("people", "state").count { $0 == "valid" }
    #expect(totals.reduce(0) { $0 + ($1["entries"]?.integer ?? 0) } == Int64(valid))
  }

  /// How many people were entered by a day and not taken out again, by post and term: the last row
  /// of the sheet quy-hoach about each decides.
  private func entries(by last: Int) throws -> [String: Int] {
    let text = try SampleSheets.text("\(SampleSheets.folder("bloc"))/quy-hoach.csv")
    var decisions: [String: (day: Int, isEntry: Bool)] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
        cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      let parts = cells[5].split(separator: "/").compactMap { Int($0) }
      let date = day(parts[2], parts[1], parts[0])
      let key = "\(cells[1]) \(cells[2]) \(cells[0])"
      guard date <= last, decisions[key].map({ $0.day <= date }) ?? true else { continue }
      decisions[key] = (date, cells[3].lowercased() != "đưa ra")
    }
    var counts: [String: Int] = [:]
    for (key, decision) in decisions where decision.isEntry {
      counts[key.split(separator: " ").prefix(2).joined(separator: " "), default: 0] += 1
    }
    return counts
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    (year * 100 + month) * 100 + day
  }
}

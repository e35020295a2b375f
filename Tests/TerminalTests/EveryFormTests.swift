import JSON
import TestSupport
import Testing

@testable import Terminal

/// Every question about the whole ledger or a part of it says the same in every form: one filter,
/// one set of rows.
@Suite struct EveryFormTests {
  /// The questions that take `--organisation`, whatever they are.
  static let questions = CommandTable.all.filter { command in
    command.options.contains { $0.name == "--organisation" } && command.publishing.operands != nil
  }.map(\.name)
  static let organisations = [nil, "38.168.001", "38.168.002.000.001"]

  @Test func `there are such questions`() { #expect(Self.questions.contains("population")) }

  @Test(arguments: questions, organisations)
  func `table, CSV, JSON and NDJSON have the same rows`(
    question: String, organisation: String?
  ) throws {
    let ledger = try smallLedger()
    let line = Self.line(question, organisation)
    let lists = try Self.lists(try rows(ledger.cadre("\(line) -O ndjson")))
    let whole = try JSONValue(parsing: ledger.cadre("\(line) -O json").output)
    #expect(try Self.lists(try #require(whole.array)) == lists)

    let csv = Spreadsheet(ledger.cadre("\(line) -O csv").output)
    let sections = csv.parts.map { $0.dropFirst() }.filter { !$0.isEmpty }
    #expect(sections.map(\.count) == lists.map(\.rows.count), "\(line)")
    for (section, list) in zip(sections, lists) {
      for (cells, row) in zip(section, list.rows) {
        // Readiness and findings name organisations to people, and tell programs their codes.
        for key in list.key.isEmpty ? ["file"] : ["file", "organisation"] {
          guard let code = row[key]?.string, code.first?.isNumber ?? false else { continue }
          #expect(cells.contains { $0.contains(code) }, "\(line): \(list.key): \(code)")
        }
      }
    }

    let table = Self.sections(of: ledger.cadre("\(line) -O table", language: "vi").output)
      .filter { !$0.isEmpty }
    #expect(table.map(\.count) == lists.map(\.rows.count), "\(line)")
    for (section, list) in zip(table, lists) {
      let files = list.rows.compactMap { $0["file"]?.string }
      let said = section.joined(separator: "\n")
      #expect(files.allSatisfy { said.contains($0) }, "\(line): \(list.key)")
    }
  }

  @Test(arguments: questions)
  func `what is said of an organisation's people is what is said of them among all`(
    question: String
  ) throws {
    let ledger = try smallLedger()
    let all = try rows(ledger.cadre("\(Self.line(question, nil)) -O ndjson"))
    var people = 0
    for organisation in Self.organisations.compactMap({ $0 }) {
      for row in try rows(ledger.cadre("\(Self.line(question, organisation)) -O ndjson"))
      where row["file"]?.string != nil {
        people += 1
        #expect(all.contains(row), "\(question) of \(organisation): \(row["file"]?.string ?? "")")
      }
    }
    let top = try rows(ledger.cadre("\(Self.line(question, "38.168")) -O ndjson"))
    let apart = all.filter { row in row["file"]?.string != nil && !top.contains(row) }
    #expect(apart.isEmpty, "the top stands over everybody")
  }

  private static func line(_ question: String, _ organisation: String?) -> String {
    let period = question == "scorecard" ? " --period 2024" : ""
    let filter = organisation.map { " --organisation \($0)" } ?? ""
    return "\(question)\(period) --on 2025-08-01\(filter)"
  }

  /// The rows of one list.
  struct List: Equatable {
    let key: String
    let rows: [JSONValue]
  }

  /// The rows by their list, in the order of the lists; what sums up a list of findings is no row.
  private static func lists(_ rows: [JSONValue]) throws -> [List] {
    var lists: [List] = []
    for row in rows where row["kind"]?.string != "summary" {
      let key = row["list"]?.string ?? ""
      if lists.last?.key == key, let last = lists.popLast() {
        lists.append(List(key: key, rows: last.rows + [row]))
      } else {
        lists.append(List(key: key, rows: [row]))
      }
    }
    #expect(Set(lists.map(\.key)).count == lists.count, "a list stands in one piece")
    return lists
  }

  /// The lines below each rule of a table, up to an empty line.
  private static func sections(of table: String) -> [[String]] {
    var sections: [[String]] = []
    var isInside = false
    for line in table.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("───") {
        sections.append([])
        isInside = true
      } else if line.isEmpty {
        isInside = false
      } else if isInside, let last = sections.popLast() {
        sections.append(last + [String(line)])
      }
    }
    return sections
  }
}

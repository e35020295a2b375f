import JSON
import Platform
import TestSupport
import Testing

@testable import Terminal

/// Answers as pictures (`-O svg`): well-formed, of the rows that other forms show, and the same
/// for the same question.
@Suite struct PictureTests {
  /// A line for every command that has a picture, as it may be asked of the small sample.
  static let lines = CommandTable.all.filter(\.hasPicture).map { command in
    let operands = command.synopsis.hasPrefix("P") ? " 000034HT" : ""
    let period = command.name == "scorecard" ? " --period 2022" : ""
    return "\(command.name)\(operands)\(period) --on 2023-06-01"
  }

  @Test(arguments: lines)
  func `a picture is well-formed, in both languages, and says from where it was asked`(
    line: String
  ) throws {
    let ledger = try smallLedger()
    let status = try JSONValue(parsing: ledger.cadre("status -O json").output)
    let (root, rules) = (
      try #require(status["root"]?.string), try #require(status["rules"]?.string)
    )
    for language in ["vi", "en"] {
      let answer = ledger.cadre("\(line) -O svg", language: language)
      #expect(answer.status == .done, "\(answer.errors)")
      let picture = try PictureReading(answer.output)
      let footer = picture.texts(of: "footer").joined(separator: " ")
      #expect(footer.contains("cadre \(line.prefix { $0 != "-" }.dropLast())"))
      #expect(footer.contains("01/06/2023"))
      #expect(footer.contains("1484"))
      #expect(footer.contains(rules))
      #expect(footer.contains("\(root.prefix(12))…"))
      #expect(answer.output.contains("; \(root)</desc>"))
      #expect(picture.elements["svg"] == 1)
      #expect(ledger.cadre("\(line) -O svg", language: language).output == answer.output)
    }
  }

  @Test(arguments: lines.filter { !$0.hasPrefix("person") })
  func `below a picture stand the rows of the table`(line: String) throws {
    let ledger = try smallLedger()
    let answer = ledger.cadre("\(line) -O svg", language: "vi")
    let picture = try PictureReading(answer.output)
    let table = ledger.cadre("\(line) -O table", language: "vi").output.words
    for group in Set(picture.texts.map(\.group)) where group.hasPrefix("rows-") {
      let texts = picture.texts(of: group)
      #expect(!texts.isEmpty)
      let words = texts.joined(separator: " ").words
      #expect(Set(words).isSubset(of: Set(table)), "\(group)")
    }
  }

  @Test func `the figures beside bars are those of the rows`() throws {
    let ledger = try smallLedger()
    let line = "population --on 2023-06-01"
    let rows = try TerminalTests.rows(ledger.cadre("\(line) -O ndjson"))
    let picture = try PictureReading(ledger.cadre("\(line) -O svg").output)
    let drawn = picture.texts(of: "drawing-population").filter { $0.contains(" · ") }
      .filter { $0.allSatisfy { !$0.isLetter } }
    let expected = rows.map { row in
      ["official", "probationers", "prospects"].map { "\(row[$0]?.integer ?? -1)" }
        .joined(separator: " · ")
    }
    #expect(drawn == expected)
    #expect(rows.count == 11)
  }

  @Test func `a career is drawn of the rows that JSON has`() throws {
    let ledger = try smallLedger()
    let line = "person 000034HT --on 2023-06-01"
    let row = try JSONValue(parsing: ledger.cadre("\(line) -O json").output)
    let career = try #require(row["career"]?.array)
    let picture = try PictureReading(ledger.cadre("\(line) -O svg").output)
    let times = picture.texts(of: "drawing-career").filter { $0.contains(" – ") }
    #expect(times == career.map { "\(day($0, "from")) – \(day($0, "until"))" })
    #expect(
      career.map { $0["kind"]?.string } == Array(repeating: "membership", count: 3)
        + ["post", "planning"])
    #expect(career.last?["until"]?.isNull == true)
    #expect(picture.texts(of: "rows-career").contains("Trưởng phòng Bưu điện tỉnh 01"))
    let later = try JSONValue(
      parsing: ledger.cadre("person 000034HT --on 1988-10-29 -O json").output)
    #expect(later["career"]?.array?.count == 1)
  }

  @Test func `names are escaped`() throws {
    let ledger = try TestLedger()
    let sheets = "\(ledger.folder.path)/sheets"
    try SampleSheets.copy("small", to: sheets)
    let path = "\(sheets)/nhan-su.csv"
    let text = try SampleSheets.text(path).masked([("Trần Hữu Thủy", "\"A&B <\"\"i\"\">\"")])
    try Files.write(Array(text.utf8), to: path)
    ledger.importing(sheets)
    let answer = ledger.cadre("person 000034HT --on 2023-06-01 -O svg")
    let picture = try PictureReading(answer.output)
    #expect(picture.texts.contains { $0.text.contains("A&B <\"i\">") })
    #expect(!answer.output.contains("<i>"))
  }

  @Test func `a command without a picture names those that have one`() throws {
    for command in CommandTable.all where command.options.contains(where: { $0.name == "-O" }) {
      let words = command.name.split(separator: " ").map(String.init)
      let operands = Array(repeating: "x", count: command.operands.lowerBound)
      let page = run(["help"] + words + ["--lang", "en"]).output
      #expect(page.contains("or svg: a picture") == command.hasPicture, "\(command.name)")
      if command.hasPicture { continue }
      let answer = run(words + operands + ["-O", "svg", "--lang", "en"])
      #expect(answer.status == .usage, "\(command.name)")
      #expect(answer.errors.contains("“\(command.name)” has no picture."))
      #expect(answer.errors.contains("These have one: person, population"))
      #expect(answer.output.isEmpty)
    }
  }

  @Test func `a picture goes to a file, and can be published`() throws {
    let ledger = try smallLedger()
    let file = "\(ledger.folder.path)/population.svg"
    let line = "population --on 2023-06-01 -O svg"
    let shown = ledger.cadre(line).output
    #expect(ledger.cadre("\(line) -o \(file) --publish").status == .done)
    #expect(try SampleSheets.text(file) == shown)
    let checked = ledger.cadre("published --check -O ndjson")
    #expect(checked.status == .done, "\(checked.output)")
  }

  @Test(arguments: [
    ("population", "population --on 2023-06-01 -O svg"),
    ("person", "person 000034HT --on 2023-06-01 -O svg"),
  ])
  func `the picture is as it was`(name: String, line: String) throws {
    let ledger = try smallLedger()
    let root = try root(of: ledger)
    let said = ledger.cadre(line, language: "vi").output
      .masked([(root, "ROOT"), (String(root.prefix(12)), "ROOT")])
    let file = Files.parent(of: Files.parent(of: #filePath)) + "/Golden/\(name).svg"
    if CurrentProcess.environment("CADRE_GOLDEN") == "write" {
      try Files.write(Array(said.utf8), to: file)
    }
    #expect(said == (try SampleSheets.text(file)))
  }

  private func root(of ledger: TestLedger) throws -> String {
    let status = try JSONValue(parsing: ledger.cadre("status -O json").output)
    return try #require(status["root"]?.string)
  }

  private func day(_ row: JSONValue, _ key: String) -> String {
    guard let parts = row[key]?.string?.split(separator: "-"), parts.count == 3 else { return "" }
    return "\(parts[2])/\(parts[1])/\(parts[0])"
  }
}

extension String {
  /// What stands between white space.
  fileprivate var words: [String] {
    split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

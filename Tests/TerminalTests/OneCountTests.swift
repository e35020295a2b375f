import JSON
import Platform
import TestSupport
import Testing

@testable import Terminal

/// One person in two files is counted as if one file had never been.
@Suite struct OneCountTests {
  private static let questions = [
    "population", "findings", "scorecard --period 2022", "scorecard --period 2024", "admissions",
    "screening", "ratings", "coverage", "training", "transfers", "reminders", "todo", "ready",
  ]

  @Test(arguments: [31, 32, 33] as [UInt64])
  func `every question answers as of one file, however facts are kept in two`(seed: UInt64) throws {
    print("seed \(seed)")
    let sheets = try TwoFiles.sheets(of: SampleSheets.folder("small"))
    let one = try TestLedger()
    var whole = TwoFiles(seed: seed, splitting: 0)
    try whole.take(sheets, into: one)
    let two = try TestLedger()
    var split = TwoFiles(seed: seed, splitting: 14)
    try split.take(sheets, into: two)
    #expect(split.twins > 5 && split.kept > 20, "seed \(seed)")
    for question in Self.questions {
      for day in ["2022-06-01", "2023-06-01", "2025-10-20"] {
        let asked = "\(question) --on \(day) -O ndjson"
        let (expected, found) = (one.cadre(asked), two.cadre(asked))
        #expect(expected.status == found.status, "seed \(seed): \(asked): \(found.errors)")
        #expect(try told(found) == told(expected), "seed \(seed): \(asked)")
      }
    }
    let conflicts = two.cadre("completeness -O ndjson")
    #expect(!conflicts.output.contains("leftOut"), "\(conflicts.output)")
    one.expectClean()
    two.expectClean()
  }

  @Test func `what two files say differently counts once, and completeness names it`() throws {
    let sheets = try TwoFiles.sheets(of: SampleSheets.folder("small"))
    let ledger = try TestLedger()
    var split = TwoFiles(seed: 5, splitting: 14)
    split.differs = true
    try split.take(sheets, into: ledger)
    let rows = ledger.cadre("completeness -O csv").output
    #expect(rows.contains("Sự kiện không tính"), "\(rows)")
    let shown = ledger.cadre("completeness", language: "vi").output
    #expect(shown.contains("Hai hồ sơ của một người ghi khác nhau"))
    ledger.expectClean()
  }

  /// The rows of an answer without the places of events in the log.
  private func told(_ answer: Transcript) throws -> [String] {
    // Rows of one day stand in the order of the log.
    try rows(answer).map { "\(TwoFiles.withoutPlaces($0))" }.sorted()
  }
}

/// A second file for some people of an office, which keeps some of their facts, too or alone.
private struct TwoFiles {
  private var random: SeededGenerator
  private let people: Int
  /// Whether a rating of the second file says something else.
  var differs = false
  /// How many people have two files, and how many rows stand in both.
  private(set) var twins = 0
  private(set) var kept = 0

  init(seed: UInt64, splitting people: Int) {
    random = SeededGenerator(seed: seed)
    self.people = people
  }

  static func sheets(of folder: String) throws -> [String: [String]] {
    var sheets: [String: [String]] = [:]
    for file in try Files.list(folder) where file.hasSuffix(".csv") && file != "expected.csv" {
      let rows = try SampleSheets.text("\(folder)/\(file)").split(whereSeparator: \.isNewline)
      sheets[file] = rows.map { file == "ket-nap.csv" ? withoutClass(String($0)) : String($0) }
    }
    return sheets
  }

  /// A member's admission without the class before it, whose certificate is one person's.
  private static func withoutClass(_ row: String) -> String {
    var cells = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    guard cells[1] == "Kết nạp" else { return row }
    for place in 2...4 { cells[place] = "" }
    return cells.joined(separator: ";")
  }

  /// Imports who there is, says who is one person, and imports the rest.
  mutating func take(_ sheets: [String: [String]], into ledger: TestLedger) throws {
    let first = ["to-chuc.csv", "chuc-danh.csv", "nhan-su.csv", "ket-nap.csv"]
    let files = (sheets["nhan-su.csv"] ?? []).dropFirst().compactMap {
      $0.split(separator: ";").first.map(String.init)
    }
    let chosen = Array(files.shuffled(using: &random).prefix(people)).sorted()
    twins = chosen.count
    for (at, names) in [first, sheets.keys.filter { !first.contains($0) }.sorted()].enumerated() {
      let folder = "\(ledger.folder.path)/part-\(at)"
      try Files.makeFolder(folder)
      for name in names {
        let rows = spread(sheets[name] ?? [], name, chosen)
        try Files.write(Array(rows.joined(separator: "\n").utf8), to: "\(folder)/\(name)")
      }
      let taken = ledger.importing(folder)
      #expect(taken.status == .done || taken.status == .warnings, "\(taken.errors)")
      #expect(!taken.output.contains("rejected to"), "\(taken.output)")
      for file in at == 0 ? chosen : [] {
        let joined = ledger.cadre(
          "record SamePerson person=\(file) other=\(Self.twin(file)) on=2026-01-01")
        #expect(joined.status == .done, "\(joined.errors)")
      }
    }
  }

  private static func twin(_ file: String) -> String { "9" + file.dropFirst() }

  /// The rows of a sheet, with those of the chosen people in one file, in the other or in both.
  private mutating func spread(
    _ rows: [String], _ name: String, _ chosen: [String]
  ) -> [String] {
    var ways: [String: Int] = [:]
    for file in chosen { ways[file] = Int.random(in: 0..<3, using: &random) }
    return rows.flatMap { row -> [String] in
      let cells = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      guard let file = cells.first, let way = ways[file] else { return [row] }
      var twin = cells
      twin[0] = Self.twin(file)
      switch name {
      case "nhan-su.csv":
        twin[5] = ""
        return [row, twin.joined(separator: ";")]
      case "ket-nap.csv":
        // Whose facts are kept in the second file must be a member there.
        if cells[1] != "Kết nạp" { return [row] }
        for place in [10, 11, 14] { twin[place] = "" }
        kept += 1
        return [row, twin.joined(separator: ";")]
      case "ly-luan-chinh-tri.csv":
        // A certificate is one person's: two files cannot hold it.
        return way == 0 ? [row] : [twin.joined(separator: ";")]
      case "xep-loai.csv" where differs:
        twin[2] = cells[2] == "Hoàn thành nhiệm vụ" ? "Hoàn thành tốt nhiệm vụ" : cells[2]
        return [row, twin.joined(separator: ";")]
      default:
        if way == 0 { return [row] }
        if way == 1 { return [twin.joined(separator: ";")] }
        kept += 1
        return [row, twin.joined(separator: ";")]
      }
    }
  }

  /// A value without what says where in the log something stands.
  static func withoutPlaces(_ value: JSONValue) -> JSONValue {
    let places: Set = ["known", "judgedKnown", "evidence", "event", "index", "events"]
    if let array = value.array { return .array(array.map(withoutPlaces)) }
    guard let object = value.object else { return value }
    return .object(
      object.mapping { places.contains($0.name) ? .null : withoutPlaces($0.value) })
  }
}

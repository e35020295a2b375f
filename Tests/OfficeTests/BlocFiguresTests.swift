import Cadre
import Office
import Platform
import TestSupport
import Testing

/// What the questions count on the sample of a real Bloc's size equals what a spreadsheet would
/// count: here the sheets are read as text, with nothing of the program between.
@Suite struct BlocFiguresTests {
  @Test func `admissions by year and sector, and screenings by round and outcome, as counted`()
    throws
  {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path)
    _ = try ledger.take([SampleSheets.folder("bloc")])
    let now = Instant(milliseconds: 1_793_000_000_000)
    let day = try #require(Day(text: "2026-11-24"))
    let inquiry = Inquiry(on: day)
    let admissions = try #require(try ledger.admissions(inquiry, now: now).tally)
    var asked: [String: Int] = [:]
    for row in admissions.years {
      guard case .sector(let sector) = row.sector else { continue }
      asked["\(row.year) \(sector.vietnamese)"] = row.count.all
    }
    let counted = try BlocSheets().admissions()
    #expect(asked.filter { $0.value > 0 } == counted)
    #expect(counted.values.reduce(0, +) > 6000)
    #expect(admissions.years.allSatisfy { $0.sector != .unknown && $0.sector != .outside })
    let screening = try ledger.screening(inquiry, now: now)
    var outcomes: [String: Int] = [:]
    for round in screening.rounds {
      outcomes["\(round.name) đủ tư cách"] = round.outcomes.qualified
      outcomes["\(round.name) giáo dục, giúp đỡ"] = round.outcomes.remedial
      outcomes["\(round.name) đề nghị đưa ra khỏi đảng"] = round.outcomes.removalProposed
    }
    #expect(outcomes.filter { $0.value > 0 } == (try BlocSheets().screenings()))
    let places = screening.places.reduce(0) { $0 + $1.outcomes.outcomes.screened }
    #expect(places == outcomes.values.reduce(0, +), "the organisations tile the whole")
  }
}

/// The sheets of the Bloc as text.
private struct BlocSheets {
  func rows(_ sheet: String) throws -> [[String: String]] {
    let bytes = try Files.read("\(SampleSheets.folder("bloc"))/\(sheet).csv", limit: 1 << 26)
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let heads = cells(lines.first ?? "")
    return lines.dropFirst().map { line in
      Dictionary(zip(heads, cells(line))) { first, _ in first }
    }
  }

  private func cells(_ line: Substring) -> [String] {
    line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
      // Sheets hold no-break spaces where others would be.
      var text = Substring(String(cell.map { $0.isWhitespace ? " " : $0 }))
      while text.first == " " || text.first == "\u{FEFF}" { text.removeFirst() }
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  /// Admissions of all kinds by year of the ceremony and sector of the cell.
  func admissions() throws -> [String: Int] {
    var sectors: [String: String] = [:]
    var parents: [String: String] = [:]
    for row in try rows("to-chuc") {
      sectors[row["Mã tổ chức"] ?? ""] = row["Khối"]
      parents[row["Mã tổ chức"] ?? ""] = row["Trực thuộc"]
    }
    var counts: [String: Int] = [:]
    for row in try rows("ket-nap") {
      guard let kind = row["Loại"], kind.lowercased().hasPrefix("kết nạp"),
        let date = row["Ngày lễ kết nạp"], var cell = row["Chi bộ"]
      else { continue }
      while sectors[cell]?.isEmpty ?? false, let parent = parents[cell] { cell = parent }
      let year = date.contains("/") ? date.suffix(4) : date.prefix(4)
      counts["\(year) \(sectors[cell] ?? "")", default: 0] += 1
    }
    return counts
  }

  /// Screenings by round and outcome.
  func screenings() throws -> [String: Int] {
    try rows("sang-loc").reduce(into: [:]) { counts, row in
      counts["\(row["Đợt"] ?? "") \((row["Kết quả"] ?? "").lowercased())", default: 0] += 1
    }
  }
}

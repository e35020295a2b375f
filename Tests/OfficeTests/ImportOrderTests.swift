import Cadre
import Intake
import Platform
import TestSupport
import Testing

@testable import Office

/// The order of rows and files, the clock and a second run change no answer (spec/intake.md).
@Suite struct ImportOrderTests {
  @Test(arguments: ["small", "monthly/2026-11-01"], [21, 22] as [UInt64])
  func `rows and files in another order give the same events and answers`(
    name: String, seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    print("seed \(seed), \(name)")
    let folder = try TemporaryFolder()
    let plain = SampleSheets.folder(name)
    let mixed = folder.path + "/sheets"
    let files = try shuffle(plain, into: mixed, &random)
    let one = try Ledger.made(in: folder.path + "/one")
    let other = try Ledger.made(in: folder.path + "/other")
    // The clocks of the two differ by years.
    let first = try one.take([plain], at: 1_795_000_000_000)
    let second = try other.take(files, at: 1_900_000_000_000)
    #expect(first.sheets == second.sheets)
    #expect(first.rejections.isEmpty && second.rejections.isEmpty)
    let left = try told(by: one, SampleSheets.lines(of: plain))
    let right = try told(by: other, SampleSheets.lines(of: mixed))
    #expect(left.count == right.count)
    let differs = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }
    #expect(differs == nil, "seed \(seed), the first event that differs")
    for text in ["2022-12-31", "2023-06-01", "2025-10-20"] {
      let day = try #require(Day(text: text))
      #expect(answers(one, day) == answers(other, day), "seed \(seed), on \(text)")
    }
  }

  @Test func `the same sheets again, later, record nothing and change no answer`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    let sheets = SampleSheets.folder("monthly/2026-11-01")
    try ledger.take([sheets])
    let day = try #require(Day(text: "2024-02-15"))
    let (events, before) = (try ledger.status().events, answers(ledger, day))
    let again = try ledger.take([sheets], at: 1_950_000_000_000)
    #expect(again.eventCount == 0 && again.rejections.isEmpty)
    for sheet in again.sheets { #expect(sheet.unchanged == sheet.read, "\(sheet)") }
    #expect(try ledger.status().events == events)
    #expect(answers(ledger, day) == before)
    #expect(try ledger.verify().isClean)
  }

  private func answers(_ ledger: Ledger, _ day: Day) -> Answers {
    let subjects = Answers.Subjects(
      files: ["000002HT", "000024HT", "000034HT"], posts: ["CD00100", "CD00400", "CD00200"],
      texts: ["nguyen thi", "nguyễn"])
    return Answers(ledger, on: day, known: .all, about: subjects).withoutOrigins
  }

  /// Writes sheets with their rows in another order, and names the files in another order.
  private func shuffle(
    _ folder: String, into target: String, _ random: inout SeededGenerator
  ) throws -> [String] {
    try Files.makeFolder(target)
    var files: [String] = []
    for (name, lines) in try SampleSheets.lines(of: folder).sorted(by: { $0.key < $1.key }) {
      let rows = lines.dropFirst().shuffled(using: &random)
      let text = (lines.prefix(1) + rows).joined(separator: "\r\n") + "\r\n"
      try Files.write(Array(text.utf8), to: "\(target)/\(name)")
      files.append("\(target)/\(name)")
    }
    return files.shuffled(using: &random)
  }

  /// What an event says and where it comes from, without what differs between any two ledgers:
  /// the instant, the digest of the file, the number of the row.
  private struct Told: Hashable {
    var stream: Stream
    var revision: UInt64
    var prior: LogIndex?
    var effective: Day?
    var document: Document?
    var event: Event
    var cause: LogIndex?
    var line: String?
    var secret: PrivateRecord?
  }

  private func told(by ledger: Ledger, _ lines: [String: [String]]) throws -> [Told] {
    let entries = try ledger.events()
    return try ledger.reading { (stores) throws(OfficeError) in
      var told: [Told] = []
      for entry in entries.dropFirst() {
        told.append(
          Told(
            stream: entry.stream, revision: entry.revision, prior: entry.prior,
            effective: entry.effective, document: entry.document, event: entry.event.withoutDigest,
            cause: entry.cause, line: entry.line(in: lines, entries),
            secret: try stores.privateRecord(at: entry.index)))
      }
      return told
    }
  }
}

extension LogEntry {
  /// The line of the sheet that the event comes from; nil where it comes from none.
  func line(in sheets: [String: [String]], _ entries: [LogEntry]) -> String? {
    guard let cause, let row, cause.number < UInt64(entries.count),
      case .ledger(.sheetReceived(let sheet)) = entries[Int(cause.number)].event,
      let lines = sheets["\(sheet.sheet).csv"], lines.indices.contains(row - 1)
    else { return nil }
    return lines[row - 1]
  }
}

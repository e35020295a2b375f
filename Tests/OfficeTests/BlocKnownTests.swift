import Cadre
import Intake
import Office
import Platform
import Synchronization
import Terminal
import TestSupport
import Testing

/// What was known at K is said byte for byte as by a ledger that holds nothing else, on the sample
/// of a real Bloc's size (spec/domain.md section 2).
@Suite struct BlocKnownTests {
  @Test func `asking the Bloc with K is asking a Bloc cut to K, byte for byte`() throws {
    var random = SeededGenerator.announced()
    let folder = try TemporaryFolder()
    let whole = folder.path + "/whole"
    let sheets = try SampleSheets.lines(of: SampleSheets.folder("bloc"))
    let (first, size) = try fill(whole)
    var told = 0
    // One early and one late, so that neither half goes unasked.
    for (place, range) in [first...size / 2, size / 2...size].enumerated() {
      let known = UInt64.random(in: range, using: &random)
      let cut = "\(folder.path)/\(place)"
      try make(cut, from: whole, to: known)
      let lines = try questions(sheets, below: known, using: &random)
      print("\(random): K \(known) of \(size), \(lines.count) questions")
      for line in lines {
        let then = Said(line + " --known \(known)", of: whole)
        let alone = Said(line, of: cut)
        #expect(then == alone, "\(random), K \(known): \(line)")
        told += then.output.utf8.count
      }
    }
    // To hash every event again is slow; the smaller cut stands for both.
    #expect(Said("verify", of: "\(folder.path)/0").status == .done, "\(random)")
    print("\(told) bytes compared")
    #expect(told > 100_000)
  }

  /// Imports the sample; says how many events there were before and after.
  private func fill(_ path: String) throws -> (UInt64, UInt64) {
    let ledger = try Ledger.made(in: path)
    let first = try ledger.status().events
    let report = try ledger.take([SampleSheets.folder("bloc")])
    return (first, report.sizeAfter.count)
  }

  /// A process opens a ledger once, so that both are closed again before they are asked.
  private func make(_ cut: String, from whole: String, to size: UInt64) throws {
    _ = try Ledger(opening: whole, access: .read).cut(to: size, in: cut)
  }

  /// Lines that ask of some people and posts, and of what was recorded last.
  private func questions(
    _ sheets: [String: [String]], below known: UInt64, using random: inout SeededGenerator
  ) throws -> [String] {
    func codes(_ sheet: String) -> [String] {
      (sheets[sheet] ?? []).dropFirst().compactMap {
        $0.split(separator: ";").first.map(String.init)
      }
    }
    let planned = codes("quy-hoach.csv")
    let (people, posts) = (codes("nhan-su.csv"), codes("chuc-danh.csv"))
    let day = ["2021-02-03", "2023-06-01", "2025-10-20"].randomElement(using: &random) ?? ""
    var lines = ["ready --on \(day)", "rules list", "find nguyen van a --on \(day)"]
    for _ in 0..<4 {
      let file = try #require(
        [planned, people].randomElement(using: &random)?.randomElement(using: &random))
      let post = try #require(posts.randomElement(using: &random))
      lines += [
        "person \(file) --on \(day)", "explain \(file) \(post) --on \(day)",
        "find \(file) --on \(day)",
        "log --stream person/\(Int.random(in: 1...people.count, using: &random))",
      ]
    }
    lines.append("log --from \(known - min(known, 150))")
    lines.append("log --type Rated --from \(known - min(known, 3_000))")
    lines.append("show \(UInt64.random(in: 0..<known, using: &random))")
    return lines
  }
}

/// What the command says of a line, as NDJSON.
private struct Said: Hashable {
  let status: ExitCode
  let output: String
  let errors: String

  init(_ line: String, of ledger: String) {
    let (output, errors) = (Sink(), Sink())
    let console = Console(
      output: output, errors: errors, variable: { ["LANG": "en", "CADRE_LEDGER": ledger][$0] },
      now: { askedAt }, stopwatch: { 0 })
    status = Program(console).run((line + " -O ndjson").split(separator: " ").map(String.init))
    self.output = output.text
    self.errors = errors.text
  }
}

/// Holds what a run wrote.
private final class Sink: ByteSink {
  private let held = Mutex<[UInt8]>([])

  func write(_ bytes: [UInt8]) throws(PlatformError) { held.withLock { $0 += bytes } }

  var text: String { held.withLock { String(decoding: $0, as: UTF8.self) } }
}

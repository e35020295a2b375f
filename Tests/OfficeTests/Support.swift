import Cadre
import Intake
import Office
import Platform

/// A folder of its own for a test, removed with all it holds when its owner is gone.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    let name = try Randomness.bytes(8).map { String($0, radix: 16) }.joined()
    path = "/tmp/cadre-office-\(name)"
    try Files.makeFolder(path)
  }

  deinit {
    do { try Files.removeTree(path) } catch { print("left behind: \(path): \(error)") }
  }
}

/// Numbers that depend on nothing but a seed (SplitMix64, Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The sample sheets beside the tests.
enum Sheets {
  /// The folder of that name.
  static func folder(_ name: String, file: String = #filePath) -> String {
    Files.parent(of: Files.parent(of: file)) + "/Sheets/\(name)"
  }

  /// The lines of each sheet of a folder, by file name; the header is line 0.
  static func lines(of folder: String) throws -> [String: [String]] {
    var sheets: [String: [String]] = [:]
    for name in try Files.list(folder) where name.hasSuffix(".csv") && name != "expected.csv" {
      let text = String(
        decoding: try Files.read("\(folder)/\(name)", limit: 1 << 24), as: UTF8.self)
      sheets[name] = text.split(whereSeparator: \.isNewline).map(String.init)
    }
    return sheets
  }
}

/// The instant at which tests ask; no answer depends on it, since every question names its day.
let askedAt = Instant(milliseconds: 1_800_000_000_000)

extension Ledger {
  /// A new ledger in a folder.
  static func made(in folder: String) throws -> Ledger {
    try Ledger.create(
      in: folder, actor: "test", now: Instant(milliseconds: 1_600_000_000_000))
  }

  /// Imports sheets, folders or files.
  @discardableResult
  func take(_ paths: [String], at milliseconds: Int64 = 1_700_000_000_000) throws -> ImportReport {
    try Import(paths, options: .init(actor: "test"))
      .run(on: self, now: Instant(milliseconds: milliseconds)).report
  }

  /// Every event of the log, in order.
  func events() throws -> [LogEntry] {
    var entries: [LogEntry] = []
    try forEachEvent(LogFilter(), known: .all) { entry, _ in entries.append(entry) }
    return entries
  }
}

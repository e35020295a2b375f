import Cadre
import Intake
import Office
import Platform
import TestSupport

extension SampleSheets {
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
  func take(_ paths: [String], at milliseconds: Int64 = 1_795_000_000_000) throws -> ImportReport {
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

import JSON
import Platform
import TestSupport
import Testing

@testable import Terminal

extension TestLedger {
  /// A new ledger that took in sheets given by name, every row of them.
  static func importing(
    _ sheets: [String: String], expecting status: ExitCode = .done
  ) throws -> TestLedger {
    let ledger = try TestLedger()
    let path = "\(ledger.folder.path)/sheets"
    try Files.makeFolder(path)
    for (name, text) in sheets {
      try Files.write(Array((text + "\n").utf8), to: "\(path)/\(name).csv")
    }
    // Each sheet of people tells all.
    let told = sheets.keys.filter { !["to-chuc", "chuc-danh", "chuyen-to-chuc"].contains($0) }
    let done = ledger.importing(path, "--complete \(told.sorted().joined(separator: ","))")
    #expect(done.status == status, "\(done.output)\(done.errors)")
    return ledger
  }

  /// The rows of one list of an answer.
  func list(_ key: String, of line: String) throws -> [JSONValue] {
    let asked = cadre(line + " -O ndjson")
    #expect(asked.status == .done, "\(asked.errors)")
    return try rows(asked).filter { $0["list"] == .string(key) }
  }
}

extension JSONValue {
  /// The values of members as text, parted by spaces.
  func text(_ keys: String...) -> String {
    keys.map { key in
      switch self[key] {
      case .string(let text): text
      case .integer(let number): "\(number)"
      case .number(let number): number
      case .bool(let truth): "\(truth)"
      case .null: "null"
      case .some(let other): "\(other)"
      case nil: "none"
      }
    }.joined(separator: " ")
  }
}

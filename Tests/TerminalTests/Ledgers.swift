import Platform
import Reports
import Terminal
import TestSupport
import Testing

/// A new folder with a ledger, and runs of the command on it.
struct TestLedger {
  /// Goes away with its last owner.
  let folder: Folder
  /// The ledger's own folder.
  let path: String

  /// Makes the ledger; `init` must succeed.
  init() throws {
    folder = try Folder()
    path = "\(folder.path)/ledger"
    let made = cadre("init")
    #expect(made.status == .done, "\(made.errors)")
  }

  /// Runs a line on the ledger, in English unless it says otherwise.
  @discardableResult
  func cadre(_ line: String, language: String = "en") -> Transcript {
    cadre(line.split(separator: " ").map(String.init), language: language)
  }

  /// The same with its words given one by one.
  @discardableResult
  func cadre(_ words: [String], language: String = "en") -> Transcript {
    run(words, environment: ["LANG": language, "CADRE_LEDGER": path])
  }

  /// Imports a sample; rejected rows go beside the ledger.
  @discardableResult
  func importing(_ path: String, _ options: String = "", language: String = "en") -> Transcript {
    let words = options.split(separator: " ").map(String.init)
    return cadre(
      ["import", path, "--rejects", "\(folder.path)/rejected"] + words, language: language)
  }

  /// Every store test ends with this.
  func expectClean(_ location: SourceLocation = #_sourceLocation) {
    let verified = cadre("verify")
    #expect(verified.status == .done, "\(verified.errors)", sourceLocation: location)
  }
}

extension SampleSheets {
  /// A copy of a sample that may be changed, in a folder of that name.
  static func copy(_ name: String, to path: String) throws {
    try Files.makeFolder(path)
    for file in try Files.list(folder(name)) {
      try Files.write(Files.read("\(folder(name))/\(file)", limit: 1 << 24), to: "\(path)/\(file)")
    }
  }

  /// The text of a file.
  static func text(_ path: String) throws -> String {
    String(decoding: try Files.read(path, limit: 1 << 24), as: UTF8.self)
  }
}

extension String {
  /// The text with what differs from run to run replaced.
  func masked(_ parts: [(String, String)]) -> String {
    parts.reduce(self) { text, part in
      var rest = text[...]
      var masked = ""
      while let range = rest.firstRange(of: part.0) {
        masked += rest[..<range.lowerBound] + part.1
        rest = rest[range.upperBound...]
      }
      return masked + rest
    }
  }
}

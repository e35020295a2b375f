import Platform
import TestSupport
import Testing

@testable import Terminal

/// What the questions say of the small sample, word for word: Tests/Golden holds a file each.
///
/// Run the tests with CADRE_GOLDEN=write to write the files anew, then look at what changed.
@Suite struct GoldenTests {
  @Test(arguments: [
    ("ready", "vi", "ready --on 2023-06-01"),
    ("ready", "en", "ready --on 2025-08-01"),
    ("ready", "csv", "ready --on 2025-08-01 -O csv"),
    ("ready", "ndjson", "ready --on 2025-08-01 --position CD00302 -O ndjson"),
    ("explain", "vi", "explain 000043HT CD00302 --on 2023-06-01"),
    ("explain", "en", "explain 000034HT CD00121 --on 2023-06-01"),
    ("explain", "json", "explain 000034HT CD00121 --on 2023-06-01 -O json"),
    ("person", "vi", "person 000034HT --on 2023-06-01"),
    ("person", "json", "person 000057HT --on 2023-06-01 -O json"),
    ("find", "vi", "find nguyen --on 2023-06-01"),
    ("find", "ndjson", "find nguyen thi --on 2023-06-01 -O ndjson"),
    ("log", "vi", "log --stream person/24"),
    ("log", "ndjson", "log --from 9 --type Appointed -O ndjson"),
    ("show", "vi", "show 57"),
    ("show", "json", "show 57 -O json"),
  ])
  func `the answer is as it was`(name: String, form: String, line: String) throws {
    let ledger = try smallLedger()
    let transcript = ledger.cadre(line, language: form == "en" ? "en" : "vi")
    let path = Files.parent(of: Files.parent(of: #filePath)) + "/Golden/\(name).\(form).txt"
    let said = "$ cadre \(line)\n\(transcript.output)\(transcript.errors)".withoutHashes
    if CurrentProcess.environment("CADRE_GOLDEN") == "write" {
      try Files.write(Array(said.utf8), to: path)
    }
    #expect(said == (try SampleSheets.text(path)))
  }
}

extension String {
  /// The text without hashes in base64: a ledger's origin is random, and so are roots and paths.
  fileprivate var withoutHashes: String {
    let digits = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
    var text = ""
    var word = ""
    for character in self + "\n" {
      if digits.contains(character) {
        word.append(character)
        continue
      }
      text += (word.count == 44 && word.hasSuffix("=") ? "HASH" : word) + String(character)
      word = ""
    }
    return String(text.dropLast())
  }
}

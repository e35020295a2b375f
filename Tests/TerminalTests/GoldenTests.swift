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
    ("coverage", "vi", "coverage --on 2024-08-01 --organisation 38.168.002 --since 2023-08-01"),
    (
      "coverage", "ndjson",
      "coverage --on 2024-08-01 --position CD00200 --term 2025-2030 -O ndjson"
    ),
    ("training", "vi", "training --on 2024-08-01 --seats 2"),
    ("training", "ndjson", "training --on 2024-08-01 --until 2024 -O ndjson"),
    ("find", "vi", "find nguyen --on 2023-06-01"),
    ("find", "ndjson", "find nguyen thi --on 2023-06-01 -O ndjson"),
    ("log", "vi", "log --stream person/24"),
    ("log", "ndjson", "log --from 9 --type Appointed -O ndjson"),
    ("show", "vi", "show 58"),
    ("show", "json", "show 58 -O json"),
  ])
  func `the answer is as it was`(name: String, form: String, line: String) throws {
    try expectGolden(name, form, line, of: try smallLedger())
  }

  @Test(arguments: [
    ("diff", "vi", "diff 000034HT --known 1484 --known 1486 --on 2023-06-01"),
    ("diff", "en", "diff 000034HT --known 9 --known 1486 --on 2023-06-01"),
    ("diff", "json", "diff 000034HT --known 1484 --known 1486 --on 2023-06-01 -O json"),
    ("diff", "csv", "diff 000034HT --known 1484 --known 1486 --on 2023-06-01 -O csv"),
    ("rules-diff", "vi", "rules diff FILE --on 2025-08-01"),
    (
      "rules-diff", "en", "rules diff FILE --on 2025-08-01 --known 1484 --rules khoi-ha-tinh-2026-2"
    ),
    ("rules-diff", "ndjson", "rules diff FILE --on 2025-08-01 -O ndjson"),
    ("rules-lint", "vi", "rules lint --on 2023-06-01"),
    ("rules-lint", "ndjson", "rules lint FILE --on 2025-08-01 -O ndjson"),
  ])
  func `what changed is as it was`(name: String, form: String, line: String) throws {
    let ledger = try changedLedger()
    let file = try ledger.trialRules()
    try expectGolden(name, form, line, of: ledger, masking: (file, "FILE"))
  }

  @Test(arguments: [
    ("publish", "vi", "explain 000034HT CD00121 --on 2023-06-01 --publish"),
    ("publish", "en", "explain 000034HT CD00121 --on 2023-06-01 --publish"),
    ("published", "vi", "published --check"),
    ("published", "en", "published --check"),
    ("published", "ndjson", "published --check -O ndjson"),
  ])
  func `what was published is as it was`(name: String, form: String, line: String) throws {
    let ledger = try formerLedger()
    for published in ["ready --on 2023-06-01", "person 999001HT --on 2023-06-01"] {
      #expect(ledger.cadre("\(published) --publish").status == .done)
    }
    #expect(ledger.cadre("erase #61 --authority BTC --basis other").status == .done)
    try expectGolden(name, form, line, of: ledger)
  }

  @Test(arguments: [
    ("findings", "vi", "findings --on 2026-11-01 --since 2025-06-01"),
    ("findings", "en", "findings --on 2026-11-01 --requirement theory"),
    ("findings", "csv", "findings --on 2026-11-01 --since 2025-06-01 -O csv"),
    ("findings", "ndjson", "findings --on 2026-11-01 --requirement theory -O ndjson"),
    ("organisations", "vi", "organisations --on 2026-11-01"),
    ("organisations", "en", "organisations --on 2026-11-01 --fewer-than 60"),
    (
      "organisations", "ndjson", "organisations --on 2023-06-01 --organisation 38.168.003 -O ndjson"
    ),
    ("transfers", "vi", "transfers --on 2024-06-01 --all"),
    ("transfers", "ndjson", "transfers --on 2024-06-01 -O ndjson"),
    ("ratings", "vi", "ratings --on 2026-11-01"),
    ("ratings", "ndjson", "ratings --year 2022 --on 2026-11-01 -O ndjson"),
  ])
  func `the answer about an office of 300 is as it was`(
    name: String, form: String, line: String
  ) throws {
    try expectGolden(name, form, line, of: try monthlyLedger())
  }

  @Test(arguments: [
    ("admissions", "vi", "admissions --on 2026-11-01 --organisation 38.168.003"),
    ("admissions", "ndjson", "admissions --on 2026-11-01 --stage probation -O ndjson"),
    ("screening", "vi", "screening --on 2026-11-01 --round 2025-1"),
    ("screening", "ndjson", "screening --on 2026-11-01 --round 2025-1 -O ndjson"),
    ("reminders", "vi", "reminders --on 2026-11-01 --within 366"),
    ("reminders", "ndjson", "reminders --on 2026-11-01 --within 30 -O ndjson"),
    ("todo", "vi", "todo --on 2026-11-01"),
    ("todo", "ndjson", "todo --on 2026-11-01 -O ndjson"),
  ])
  func `the way into the Party is told as it was`(
    name: String, form: String, line: String
  ) throws {
    try expectGolden(name, form, line, of: try monthlyLedger())
  }

  /// Holds a transcript against its file, with a path that differs from run to run masked.
  private func expectGolden(
    _ name: String, _ form: String, _ line: String, of ledger: TestLedger,
    masking path: (String, String)? = nil
  ) throws {
    let asked = path.map { line.masked([($0.1, $0.0)]) } ?? line
    let transcript = ledger.cadre(asked, language: form == "en" ? "en" : "vi")
    let told = (transcript.output + transcript.errors).withoutHashes
    let said = "$ cadre \(line)\n\(path.map { told.masked([$0]) } ?? told)"
    let file = Files.parent(of: Files.parent(of: #filePath)) + "/Golden/\(name).\(form).txt"
    if CurrentProcess.environment("CADRE_GOLDEN") == "write" {
      try Files.write(Array(said.utf8), to: file)
    }
    #expect(said == (try SampleSheets.text(file)))
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

import Cadre
import JSON
import Merkle
import Office
import Platform
import TestSupport
import Testing

@testable import Terminal

/// Somebody who may be erased, in a ledger with the small sample: number 61.
func formerLedger() throws -> TestLedger {
  let ledger = try smallLedger()
  let done = ledger.cadre(
    "record -",
    input: """
      {"event":"PersonRegistered","fileNumber":"999001HT","name":"Quách Thị Ngạn",\
      "birth":"1931-02-03","sex":"female","organisation":"38.168.001"}
      {"event":"Admitted","person":"999001HT","kind":"admission","ceremonyOn":"1960-02-03"}
      {"event":"MembershipEnded","person":"#61","how":"deceased","on":"2000-05-05"}
      """)
  #expect(done.status == .done, "\(done.errors)")
  return ledger
}

/// `--publish`: the answer as asked, and what the log says of it.
@Suite struct PublishTests {
  @Test(arguments: [
    ("ready --on 2023-06-01", "ready", "2023-06-01"),
    (
      "ready --verdict unknown --on 01/06/2023 --position CD00302",
      "ready --position CD00302 --verdict unknown", "2023-06-01"
    ),
    ("explain 000034HT CD00121", "explain #34 CD00121", "2023-06-01"),
    ("explain #34 CD00121", "explain #34 CD00121", "2023-06-01"),
    ("person 000034HT --on 2024-02-29", "person #34", "2024-02-29"),
    (
      "findings --since 01/02/2020 --on 2026-11-01", "findings --since 2020-02-01", "2026-11-01"
    ),
    ("diff 000034HT --known 1486 --known 1484", "diff #34 --known 1484", "2023-06-01"),
    (
      "coverage --since 01/02/2020 --without 000034HT",
      "coverage --without #34 --since 2020-02-01", "2023-06-01"
    ),
    (
      "training --seats 5 --level intermediate", "training --level intermediate --seats 5",
      "2023-06-01"
    ),
    ("rules lint", "rules lint", "2023-06-01"),
  ])
  func `an answer is given as it was asked for, and recorded with the digest of its ndjson`(
    line: String, question: String, on: String
  ) throws {
    let ledger = try changedLedger()
    for format in ["table", "csv", "json", "ndjson"] {
      let asked = ledger.cadre("\(line) -O \(format)")
      let told = ledger.cadre("\(line) -O \(format) --publish --actor lan")
      #expect(told.status == asked.status)
      let index = try #require(try events(ledger)) - 1
      #expect(told.errors == "cadre: recorded as published, event \(index).\n" + asked.errors)
      #expect(told.output == asked.output)
      let shown = try #require(try rows(ledger.cadre("show \(index) -O ndjson")).first)
      #expect(shown["type"] == .string("ReportPublished"))
      #expect(shown["actor"] == .string("lan"))
      let fields = try #require(shown["fields"])
      #expect(fields["question"] == .string(question))
      #expect(fields["on"] == .string(on))
      #expect(fields["rules"] == .string("khoi-ha-tinh-2026-2"))
      let known = try #require(fields["known"]?.integer)
      #expect(UInt64(known) == (line.hasPrefix("diff") ? 1486 : index))
      let again = ledger.cadre(
        "\(question) -O ndjson --on \(on) --known \(known) --rules khoi-ha-tinh-2026-2")
      #expect(fields["sha256"] == .string(sha256(again.output)))
      if format == "ndjson" { #expect(told.output == again.output) }
    }
    #expect(ledger.cadre("published --check").status == .done)
    ledger.expectClean()
  }

  @Test func `language, form and place do not change what is recorded`() throws {
    let ledger = try changedLedger()
    let path = "\(ledger.folder.path)/list"
    let line = "ready --on 2023-06-01 --known 1486 --publish"
    for options in ["", " -O csv", " --lang vi -O json", " -o \(path)", " -O ndjson -o \(path)"] {
      #expect(ledger.cadre(line + options).status == .done)
    }
    let listed = try rows(ledger.cadre("published -O ndjson"))
    let digests = Set(listed.compactMap { $0["sha256"]?.string })
    #expect(digests.count == 1)
    #expect(
      try SampleSheets.text(path)
        == ledger.cadre("ready --on 2023-06-01 --known 1486 -O ndjson").output)
  }

  @Test func `a file looks as it does without publishing`() throws {
    let ledger = try changedLedger()
    let (one, other) = ("\(ledger.folder.path)/one", "\(ledger.folder.path)/other")
    let line = "explain 000034HT CD00121 --known 1486 --on 2023-06-01 -o"
    #expect(ledger.cadre("\(line) \(one)").status == .no)
    let words = "\(line) \(other) --publish".split(separator: " ").map(String.init)
    let told = run(words, environment: ["CADRE_LEDGER": ledger.path, "COLUMNS": "60"])
    #expect(told.status == .no)
    #expect(told.output.isEmpty)
    #expect(try SampleSheets.text(one) != "")
    let asked = run(
      "\(line) \(one)".split(separator: " ").map(String.init),
      environment: ["CADRE_LEDGER": ledger.path])
    #expect(asked.status == .no)
    #expect(try SampleSheets.text(one) == SampleSheets.text(other))
  }

  @Test(arguments: [
    ("ready --position CD9", ExitCode.noInput), ("explain 9 CD00400", .noInput),
    ("person #99", .noInput), ("ready --known 9999", .noInput), ("ready --known 1", .configuration),
    ("ready --on never", .usage), ("ready -o /nowhere/list", .cannotCreate),
    ("ready --actor Lan%", .usage), ("diff 000034HT --known 9", .usage),
    ("ready -O xml", .usage),
  ])
  func `what has no answer, or no place for it, is not recorded`(
    line: String, status: ExitCode
  ) throws {
    let ledger = try changedLedger()
    let told = ledger.cadre("\(line) --publish")
    #expect(told.status == status, "\(told.errors)")
    #expect(told.output.isEmpty)
    #expect(try events(ledger) == 1486)
  }

  @Test(arguments: [
    ("find nguyen", "answers of “find” cannot be published.", "stays out of the log"),
    ("dossier 000034HT CD00121", "answers of “dossier” cannot be published.", "own proof"),
    ("rules show", "answers of “rules show” cannot be published.", "word for word"),
    ("log", "answers of “log” cannot be published.", "--on, --known and --rules"),
    ("status", "answers of “status” cannot be published.", "cadre ready"),
    ("rules diff FILE", "answers of “rules diff” cannot be published.", "has not the file"),
    ("rules lint FILE", "what “rules lint” says of a file cannot be published.", "adopt"),
  ])
  func `what cannot be asked again, or is personal, is refused with the reason`(
    line: String, what: String, why: String
  ) throws {
    let ledger = try changedLedger()
    let told = ledger.cadre("\(line) --publish")
    #expect(told.status == .usage)
    #expect(told.errors.hasPrefix("cadre: \(what)\n"))
    #expect(told.errors.contains(why))
    #expect(ledger.cadre("\(line) --publish", language: "vi").errors.contains("công bố được."))
    #expect(try events(ledger) == 1486)
  }

  @Test func `a comparison by two rule sets needs one to be named`() throws {
    let ledger = try changedLedger()
    let file = try ledger.trialRules()
    #expect(ledger.cadre("rules adopt \(file)").status == .done)
    let line = "diff 000034HT --known 1484 --known 1487 --publish"
    let told = ledger.cadre(line)
    #expect(told.status == .usage)
    #expect(
      told.errors == """
        cadre: the two states of knowledge have different rule sets (khoi-ha-tinh-2026-2, trial); \
        one is recorded.
          Choose one for both with --rules.

        """)
    #expect(ledger.cadre("\(line) --rules trial").status == .done)
    #expect(ledger.cadre("published --check").status == .done)
  }

  @Test func `a question of 200 bytes is recorded, and one more is refused`() throws {
    let ledger = try changedLedger()
    for (length, status) in [(200, ExitCode.done), (201, .usage)] {
      let code = String(repeating: "9", count: length - "ready --position ".utf8.count)
      let request = ledger.cadre(
        "record PositionDefined code=\(code) title=X organisation=38.168.001 line=government "
          + "class=divisionHead on=2020-01-01")
      #expect(request.status == .done, "\(request.errors)")
      let told = ledger.cadre("ready --position \(code) --publish")
      #expect(told.status == status, "\(told.errors)")
      #expect(status == .done || told.errors.contains("the question has 201 bytes"))
    }
  }

  @Test func `status, log and show say in both languages what was published`() throws {
    let ledger = try changedLedger()
    ledger.cadre("explain 000034HT CD00121 --on 2023-06-01 --publish")
    let said = (
      en: "explain #34 CD00121: on 01/06/2023, knowing 1486 events, by the rules "
        + "khoi-ha-tinh-2026-2",
      vi: "explain #34 CD00121: ngày 01/06/2023, 1486 sự kiện, quy tắc khoi-ha-tinh-2026-2"
    )
    #expect(ledger.cadre("status").output.contains("Last published    event 1486, \(said.en)"))
    #expect(
      ledger.cadre("status", language: "vi").output.contains("sự kiện 1486, \(said.vi)"))
    #expect(ledger.cadre("log --from 1486").output.contains(said.en))
    #expect(ledger.cadre("log --from 1486", language: "vi").output.contains(said.vi))
    let shown = ledger.cadre("show 1486", language: "vi").output
    #expect(shown.contains("công bố báo cáo") && shown.contains("explain #34 CD00121"))
    let status = try JSONValue(parsing: ledger.cadre("status -O json").output)
    #expect(status["published"]?["question"] == .string("explain #34 CD00121"))
    let untold = try JSONValue(parsing: try smallLedger().cadre("status -O json").output)
    #expect(untold["published"] == nil)
  }

  /// How many events the log has.
  private func events(_ ledger: TestLedger) throws -> UInt64? {
    try JSONValue(parsing: ledger.cadre("status -O json").output)["events"]?.integer
      .map { UInt64($0) }
  }

  private func sha256(_ text: String) -> String {
    var hash = SHA256()
    hash.update(Array(text.utf8))
    return hash.digest().hex
  }
}

/// `#N`: the person's number in the ledger, wherever a person is named.
@Suite struct PersonNumberTests {
  @Test(arguments: [
    "person P", "explain P CD00121", "diff P --known 1484 --known 1486", "dossier P CD00121",
    "erase P --authority BTC --basis other --dry-run",
  ])
  func `a person is named by number as well as by file number`(line: String) throws {
    let ledger = try changedLedger()
    ledger.cadre("seal")
    let one = ledger.cadre(line.masked([("P", "000034HT")]))
    let other = ledger.cadre(line.masked([("P", "#34")]))
    #expect(one.status == other.status)
    #expect(one.output.masked([("000034HT", "#34")]) == other.output.masked([("000034HT", "#34")]))
    let nobody = ledger.cadre(line.masked([("P", "#99")]))
    #expect(nobody.status == .noInput)
    #expect(nobody.errors.hasPrefix("cadre: nobody is #99 in what was asked.\n"))
    for text in ["#0", "#034", "#", "#34x", "# 34", "##34"] {
      let words = line.split(separator: " ").map { $0 == "P" ? text : String($0) }
      #expect(ledger.cadre(words).errors.contains("no person has the file number “\(text)”"))
    }
  }

  @Test func `events are recorded of a person by number`() throws {
    let ledger = try smallLedger()
    let done = ledger.cadre("record Rated person=#24 year=2019 grade=good -O ndjson")
    #expect(done.status == .done, "\(done.errors)")
    #expect(try rows(done).first?["stream"] == .string("person/24"))
    #expect(ledger.cadre("record Rated person=#61 year=2019 grade=good").status == .badData)
    let registered = "PersonRegistered fileNumber=999002HT name=Lan birth=1970"
    #expect(ledger.cadre("record \(registered) organisation=38.168.001").status == .done)
    let joined = ledger.cadre("record SamePerson person=#24 other=#61 on=2023-01-01")
    #expect(joined.status == .done, "\(joined.errors)")
    ledger.expectClean()
  }

  @Test func `somebody erased is still there by number, without a name`() throws {
    let ledger = try formerLedger()
    let line = "erase #61 --authority BTC --basis retentionEnded"
    #expect(ledger.cadre(line).status == .done)
    #expect(ledger.cadre(line).errors.contains("“#61”"))
    #expect(try rows(ledger.cadre("log --type PersonErased -O ndjson")).count == 1)
    let card = try #require(try rows(ledger.cadre("person #61 -O ndjson")).first)
    #expect(card["person"] == .integer(61))
    #expect(card["name"] == .null && card["file"] == .null)
    #expect(ledger.cadre("record Rated person=#61 year=1999 grade=good").status == .badData)
    ledger.expectClean()
  }
}

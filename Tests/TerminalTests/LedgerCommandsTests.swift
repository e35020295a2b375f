import JSON
import Platform
import TestSupport
import Testing

@testable import Terminal

@Test func `a new ledger says so, and how it stands`() throws {
  let folder = try Folder()
  let path = "\(folder.path)/ledger"
  let made = run(["init", "--ledger", path])
  #expect(made.status == .done)
  #expect(made.output.isEmpty)
  #expect(
    made.errors == "cadre: made the ledger “\(path)”, rule set khoi-ha-tinh-2026-2, 9 events\n")
  let status = run(["status", "--ledger", path, "-O", "json"])
  let root = try #require(try JSONValue(parsing: status.output)["root"]?.string)
  #expect(
    status.output.masked([(root, "ROOT")]) == """
      {
        "events": 9,
        "root": "ROOT",
        "rules": "khoi-ha-tinh-2026-2",
        "people": 0,
        "organisations": 0,
        "layout": 1,
        "generations": {
          "vault": 1,
          "views": 1
        }
      }

      """)
  #expect(root.utf8.count == 44)
}

@Test func `status for people tells more`() throws {
  let ledger = try TestLedger()
  ledger.importing(SampleSheets.folder("small"))
  let lines = ledger.cadre("checkpoint").output.split(separator: "\n").map(String.init)
  #expect(lines.count == 3)
  let status = ledger.cadre("status --lang vi")
  #expect(
    status.output.masked([
      (ledger.path, "LEDGER"), (lines[0], "ORIGIN"), (lines[2], "ROOT"),
    ]) == """
      Sổ                 LEDGER
      Nguồn gốc          ORIGIN
      Số sự kiện         1484
      Ghi lần cuối       18/11/2026 18:06:40
      Gốc Merkle         ROOT
      Bộ quy tắc         khoi-ha-tinh-2026-2
      Số người           60
      Số tổ chức         11
      Số chức danh       47
      Bố cục             1
      Thế hệ kho kín     1
      Thế hệ khung nhìn  1

      """)
}

@Test func `a checkpoint is three lines, and the ledger is held against it`() throws {
  let ledger = try TestLedger()
  let file = "\(ledger.folder.path)/checkpoint"
  #expect(ledger.cadre(["checkpoint", "-o", file]).status == .done)
  let lines = try SampleSheets.text(file).split(separator: "\n", omittingEmptySubsequences: false)
  #expect(lines.count == 4)
  #expect(lines[0].hasPrefix("cadreledger/"))
  #expect(lines[1] == "9")
  #expect(lines[3].isEmpty)
  ledger.importing(SampleSheets.folder("small"))
  let verified = ledger.cadre(["verify", "--expect", file])
  #expect(verified.status == .done)
  #expect(verified.output.contains("Checkpoint            agrees: the first 9 events stand\n"))
  let json = try JSONValue(parsing: ledger.cadre("checkpoint -O json").output)
  #expect(json["size"]?.integer == 1484)
}

@Test func `a clean verification says what was read again`() throws {
  let ledger = try TestLedger()
  ledger.importing(SampleSheets.folder("small"))
  let root = ledger.cadre("checkpoint").output.split(separator: "\n")[2]
  #expect(
    ledger.cadre("verify -O json").output.masked([(String(root), "ROOT")]) == """
      {
        "clean": true,
        "events": 1484,
        "root": "ROOT",
        "streams": {
          "ledger": 1,
          "organisation": 11,
          "position": 47,
          "person": 60
        },
        "commitments": 105,
        "fault": null,
        "missing": [],
        "lingering": null,
        "unfinishedErasure": false,
        "expected": null,
        "signer": null
      }

      """)
  #expect(
    ledger.cadre("verify").output.masked([(String(root), "ROOT")]) == """
      Result                clean
      Events read again     1484
      Merkle root           ROOT
      Streams               119
      Commitments compared  105
      First fault           none
      Records missing       none
      Erasures              complete
      Checkpoint
      Signed by

      """)
}

@Test(arguments: [
  ("\u{FEFF}", "\n", "byte order mark", "dấu BOM"), ("", "\r\n", "CR LF", "CR LF"),
  ("\u{FEFF}", "\r\n", "byte order mark", "dấu BOM"),
])
func `a checkpoint that an editor saved again is told as that, not as of another ledger`(
  mark: String, lineBreak: String, english: String, vietnamese: String
) throws {
  let ledger = try TestLedger()
  let file = "\(ledger.folder.path)/checkpoint"
  let lines = ledger.cadre("checkpoint").output.split(separator: "\n").map(String.init)
  let text = mark + lines.map { $0 + lineBreak }.joined()
  try Files.write(Array(text.utf8), to: file)
  for (language, words) in [("en", english), ("vi", vietnamese)] {
    let verified = ledger.cadre(["verify", "--expect", file], language: language)
    #expect(verified.status == .badData)
    #expect(verified.errors.contains(words))
  }
}

@Test func `a checkpoint of more events, of other history or of another ledger is a violation`()
  throws
{
  let ledger = try TestLedger()
  let other = try TestLedger()
  let lines = ledger.cadre("checkpoint").output.split(separator: "\n").map(String.init)
  let root = (lines[2].hasPrefix("A") ? "B" : "A") + lines[2].dropFirst()
  let cases = [
    ("\(lines[0])\n12\n\(lines[2])\n", "the log lost its tail: the checkpoint has 12 events"),
    ("\(lines[0])\n9\n\(root)\n", "history was rewritten: the first 9 events have another root"),
    (other.cadre("checkpoint").output, "of another ledger ("),
  ]
  for (text, words) in cases {
    let file = "\(ledger.folder.path)/expected"
    try Files.write(Array(text.utf8), to: file)
    let verified = ledger.cadre(["verify", "--expect", file])
    #expect(verified.status == .violation)
    #expect(verified.errors.contains("is violated: not as the checkpoint says: \(words)"))
    #expect(verified.output.hasPrefix("Result                VIOLATED\n"))
  }
}

@Test func `the rule set is shown by its parameters, and as it was given`() throws {
  let ledger = try TestLedger()
  let list = try JSONValue(parsing: ledger.cadre("rules list -O json").output)
  #expect(list.array?.count == 1)
  #expect(list.array?.first?["id"]?.string == "khoi-ha-tinh-2026-2")
  #expect(list.array?.first?["index"]?.integer == 1)
  #expect(list.array?.first?["inForce"]?.bool == true)
  let table = ledger.cadre("rules show khoi-ha-tinh-2026-2 --lang vi").output
  #expect(table.contains("theory.required"))
  #expect(table.contains("60 ngày làm việc"))
  #expect(table.contains("61 tuổi 6 tháng"))
  let rows = ledger.cadre("rules show -O ndjson").output.split(separator: "\n")
  let first = try JSONValue(parsing: String(try #require(rows.first)))
  #expect(first["parameter"]?.string == "admission.ageYears")
  #expect(first["unit"]?.string == "years")
  #expect(first["value"]?["min"]?.integer == 18)
  #expect(first["basis"]?["text"]?.string == "29-QĐ/TW")
  #expect(first["verified"]?.bool == true)
  let given = ledger.cadre("rules show -O json").output
  let file = "\(ledger.folder.path)/rules.json"
  try Files.write(Array(given.utf8), to: file)
  let again = "\(ledger.folder.path)/again"
  #expect(run(["init", "--ledger", again, "--rules", file]).status == .done)
  #expect(run(["rules", "show", "-O", "json", "--ledger", again]).output == given)
  #expect(ledger.cadre("rules show nosuch").status == .noInput)
}

@Test func `templates and samples are written once and can be imported`() throws {
  let ledger = try TestLedger()
  let empty = "\(ledger.folder.path)/empty"
  let made = ledger.cadre(["template", empty])
  #expect(made.status == .done)
  #expect(made.errors.hasPrefix("cadre: 19 empty sheets are in “\(empty)”"))
  #expect(ledger.importing(empty).status == .done)
  let again = ledger.cadre(["template", empty])
  #expect(again.status == .cannotCreate)
  #expect(again.errors.contains("to-chuc.csv” is there already."))
  let sample = "\(ledger.folder.path)/sample"
  #expect(ledger.cadre(["sample", sample, "--people", "40", "--seed", "7"]).status == .done)
  #expect(ledger.importing(sample).status == .done)
  #expect(ledger.cadre(["sample", sample, "--people", "40"]).status == .usage)
  ledger.expectClean()
}

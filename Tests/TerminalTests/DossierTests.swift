import JSON
import Platform
import TestSupport
import Testing

@testable import Terminal

/// A sealed ledger of the small sample.
private func sealedLedger() throws -> TestLedger {
  let ledger = try TestLedger()
  ledger.importing(SampleSheets.folder("small"))
  #expect(ledger.cadre("seal").status == .done)
  return ledger
}

@Suite struct DossierTests {
  private static let line = "dossier 000043HT CD00302 --on 2023-06-01"

  @Test func `a seal says what it covers`() throws {
    let ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("small"))
    let seal = try JSONValue(parsing: ledger.cadre("seal -O json").output)
    #expect(seal["index"] == .integer(1_484))
    #expect(seal["upTo"] == .integer(1_484))
    #expect(seal["streams"] == .integer(119))
    #expect(seal["root"]?.string?.utf8.count == 44)
    ledger.expectClean()
  }

  @Test func `without a seal there is no dossier, and the message says what to do`() throws {
    let ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("small"))
    let transcript = ledger.cadre(Self.line)
    #expect(transcript.status == .configuration)
    #expect(
      transcript.errors
        == "cadre: the ledger was never sealed.\n  Run “cadre seal” first.\n")
  }

  @Test func `a dossier is verified without the ledger, by its own and a kept checkpoint`() throws {
    let ledger = try sealedLedger()
    let (file, kept) = ("\(ledger.folder.path)/dossier.json", "\(ledger.folder.path)/kept")
    #expect(ledger.cadre("\(Self.line) -o \(file)").status == .done)
    #expect(ledger.cadre("checkpoint -o \(kept)").status == .done)
    let alone = run(["verify", file, "--expect", kept, "-O", "json", "--ledger", "/nowhere"])
    #expect(alone.status == .done, "\(alone.errors)")
    let found = try JSONValue(parsing: alone.output)
    #expect(found["clean"] == .bool(true))
    #expect(found["verdict"] == .string("notReady"))
    #expect(found["expected"] == .string("agrees"))
    #expect(found["identified"] == .bool(false))
    ledger.cadre("seal")
    ledger.cadre("checkpoint -o \(kept)")
    let later = run(["verify", file, "--expect", kept, "-O", "json"])
    #expect(later.status == .warnings)
    #expect(try JSONValue(parsing: later.output)["expected"] == .string("otherSize"))
  }

  @Test func `without identification a dossier says nothing that only the vault knows`() throws {
    let ledger = try sealedLedger()
    let text = ledger.cadre(Self.line).output
    let answer = try #require(try JSONValue(parsing: text)["answer"]?.object)
    let shown = try JSONValue(
      parsing: ledger.cadre("explain 000043HT CD00302 --on 2023-06-01 -O json").output)
    for word in [shown["file"]?.string, shown["name"]?.string] {
      #expect(!text.contains(try #require(word)))
    }
    for name in ["file", "name", "readyFrom", "readyUntil"] { #expect(answer[name] == nil) }
    let age = answer["requirements"]?.array?.first { $0["id"] == .string("age") }
    #expect(age?["found"] == .null)
    let identified = try JSONValue(parsing: ledger.cadre("\(Self.line) --identify").output)
    #expect(identified["answer"]?["name"] == shown["name"])
    #expect(identified["private"]?.array?.isEmpty == false)
  }

  @Test func `every claim of an answer is held against the events`() throws {
    let ledger = try sealedLedger()
    let file = "\(ledger.folder.path)/dossier.json"
    let text = ledger.cadre("\(Self.line) --identify").output
    let claims = [
      ("\"verdict\":\"notReady\"", "\"verdict\":\"ready\"", "verdict"),
      ("\"line\":\"government\"", "\"line\":\"party\"", "line"),
      ("\"terms\":[\"", "\"terms\":[\"2015-2020\",\"", "terms"),
      ("\"status\":\"met\"", "\"status\":\"unmet\"", "requirements"),
      ("\"rulesKnown\":true", "\"rulesKnown\":false", "rulesKnown"),
      ("\"readyUntil\":null", "\"readyUntil\":\"2024-01-01\"", "readyUntil"),
    ]
    for (honest, forged, place) in claims {
      guard let range = text.firstRange(of: honest) else {
        Issue.record("\(honest) is not there")
        continue
      }
      let changed = text[..<range.lowerBound] + forged + text[range.upperBound...]
      try Files.write(Array(changed.utf8), to: file)
      let found = run(["verify", file])
      #expect(found.status == .violation, "\(forged)")
      #expect(found.errors.contains("is refuted: \(place)"), "\(found.errors)")
    }
  }

  @Test func `a claimed age that is not identified is taken, and the verdict must follow`() throws {
    let ledger = try sealedLedger()
    let file = "\(ledger.folder.path)/dossier.json"
    let text = ledger.cadre(Self.line).output
    let start = try #require(text.firstRange(of: "\"id\":\"age\",\"status\":\"")?.upperBound)
    let status = text[start...].prefix { $0 != "\"" }
    let other = status == "met" ? "unmet" : "met"
    let changed = text[..<start] + other + text[start...].dropFirst(status.count)
    try Files.write(Array(changed.utf8), to: file)
    // Other requirements are unmet, so that the verdict does not change by it.
    #expect(run(["verify", file]).status == .done)
    try Files.write(
      Array(
        text.masked([("\"id\":\"age\",\"status\":\"\(status)", "\"id\":\"age\",\"status\":\"x")])
          .utf8), to: file)
    #expect(run(["verify", file]).status == .violation)
  }

  @Test func `what is no dossier is bad data, with the place`() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/file"
    for (text, place) in [
      ("", "1:1"), ("{}", "format"), ("[]", "{}"), ("{\"format\":\"x\"}", "format"),
      ("{\"surprise\":1}", "surprise"), ("{\"\":1}", "\"\""),
    ] {
      try Files.write(Array(text.utf8), to: file)
      let found = run(["verify", file])
      #expect(found.status == .badData)
      #expect(found.errors.contains("is no dossier (\(place))"), "\(found.errors)")
    }
    #expect(run(["verify", "\(folder.path)/none"]).status == .noInput)
  }

  @Test func `what came after the seal is named, by whoever makes a dossier and whoever checks it`()
    throws
  {
    let ledger = try sealedLedger()
    let file = "\(ledger.folder.path)/dossier.json"
    let told = ledger.cadre([
      "record", "Disciplined", "person=000043HT", "system=party", "form=warning",
      "announcedOn=2023-05-01", "document.number=1-QĐ", "document.date=2023-05-01",
    ])
    #expect(told.status == .done, "\(told.errors)")
    let made = ledger.cadre("\(Self.line) -o \(file)")
    #expect(made.status == .warnings)
    #expect(made.errors.contains("1485 Disciplined (person/"), "\(made.errors)")
    let found = try JSONValue(parsing: run(["verify", file, "-O", "json"]).output)
    #expect(found["later"]?.array?.first?.string?.hasPrefix("1485 Disciplined") == true)
    let sheet = ledger.cadre("\(Self.line) -O table").output
    #expect(sheet.contains("NOT COUNTED"))
    ledger.cadre("seal")
    #expect(ledger.cadre(Self.line).status == .done)
    ledger.expectClean()
  }

  @Test func `somebody recorded after the seal is not unknown`() throws {
    let ledger = try sealedLedger()
    let told = ledger.cadre([
      "record", "PersonRegistered", "fileNumber=009999HT", "name=Lê Thử", "birth=1980-01-02",
      "sex=male", "organisation=38.168.001",
    ])
    #expect(told.status == .done, "\(told.errors)")
    let made = ledger.cadre("dossier 009999HT CD00302 --on 2023-06-01")
    #expect(made.status == .configuration)
    #expect(made.errors.contains("the last seal covers the first 1484 events only"))
    #expect(ledger.cadre("dossier nobody CD00302").status == .noInput)
  }

  @Test func `a sheet for signing says who, what and what is not proved`() throws {
    let ledger = try sealedLedger()
    let sheet = ledger.cadre("\(Self.line) -O table", language: "vi")
    #expect(sheet.status == .done)
    for word in ["PHIẾU THẨM ĐỊNH", "000043HT", "Chưa chứng minh", "Điểm kiểm soát", "Ký"] {
      #expect(sheet.output.contains(word))
    }
  }
}

import Cadre
import JSON
import Platform
import Reports
import Testing

@testable import Terminal

extension TestLedger {
  /// Runs a line with that on standard input.
  func cadre(_ line: String, input: String) -> Transcript {
    let (output, errors) = (Recorder(), Recorder())
    let console = Console(
      output: output, errors: errors, input: { () throws(PlatformError) in Array(input.utf8) },
      variable: { [path] in ["LANG": "en", "CADRE_LEDGER": path][$0] },
      now: { Instant(milliseconds: 1_685_589_300_120) }, stopwatch: { 0 })
    let status = Program(console).run(line.split(separator: " ").map(String.init))
    return Transcript(status: status, output: output.text, errors: errors.text)
  }
}

@Suite struct RecordTests {
  @Test func `an event is recorded, and the same again is nothing`() throws {
    let ledger = try smallLedger()
    let line = "record Disciplined person=000024HT system=party form=reprimand "
    let fields = "document.number=9-QĐ/ĐUK document.date=2023-02-01 announcedOn=03/02/2023"
    let first = ledger.cadre(line + fields)
    #expect(first.status == .done, "\(first.errors)")
    #expect(
      first.output == """
        Line  Event        Stream     Outcome   Index
        ────  ───────────  ─────────  ────────  ─────
           1  disciplined  person/24  recorded   1484

        """)
    #expect(first.errors == "cadre: 1 event recorded, 0 were there already.\n")
    let again = ledger.cadre(line + fields + " -O ndjson")
    #expect(
      again.output == """
        {"line":1,"event":"Disciplined","stream":"person/24","outcome":"unchanged","index":1484}

        """)
    let verdict = ledger.cadre("explain 000024HT CD00400 --on 2023-06-01", language: "vi")
    #expect(verdict.output.contains("khiển trách (Đảng) 03/02/2023"))
    ledger.expectClean()
  }

  @Test func `a batch is recorded whole; its lines know whom earlier ones register`() throws {
    let ledger = try smallLedger()
    let input = """
      {"event":"PersonRegistered","fileNumber":"900001HT","name":"Lê Thị Mới",\
      "birth":"1990-02-03","sex":"female","organisation":"38.168.001"}

      {"event":"Rated","person":"900001HT","year":2022,"grade":"good"}
      {"event":"TransferIntroduced","person":"900001HT","kind":"official","from":"38.168.001",\
      "to":"Đảng bộ huyện X","on":"2023-05-05","document":{"number":"7-GT","date":null}}
      """
    let done = ledger.cadre("record - -O ndjson", input: input)
    #expect(done.status == .done, "\(done.errors)")
    #expect(
      done.output == """
        {"line":1,"event":"PersonRegistered","stream":"person/61","outcome":"recorded","index":1485}
        {"line":3,"event":"Rated","stream":"person/61","outcome":"recorded","index":1486}
        {"line":4,"event":"OrganisationEstablished","stream":"organisation/12",\
        "outcome":"recorded","index":1484}
        {"line":4,"event":"TransferIntroduced","stream":"person/61","outcome":"recorded",\
        "index":1487}

        """)
    let again = try rows(ledger.cadre("record - -O ndjson", input: input))
    #expect(again.allSatisfy { $0["outcome"] == .string("unchanged") })
    #expect(again.count == 3)
    #expect(try rows(ledger.cadre("find 900001HT -O ndjson")).count == 1)
    ledger.expectClean()
  }

  @Test func `one bad line, and nothing is recorded`() throws {
    let ledger = try smallLedger()
    let input = """
      {"event":"Rated","person":"000024HT","year":2018,"grade":"good"}
      {"event":"Rated","person":"000024HT","year":2022,"grade":"good"}
      {"event":"PlanningLeft","person":"000001HT","position":"CD00400","term":"2020-2025",\
      "on":"2023-01-01","document.number":"1","document.date":"2023-01-01"}
      """
    let refused = ledger.cadre("record -", input: input)
    #expect(refused.status == .badData)
    #expect(refused.output.isEmpty)
    #expect(
      refused.errors == """
        cadre: line 2: “Rated” cannot be recorded: event 946 says otherwise.
        cadre: line 3: “PlanningLeft” cannot be recorded: they are not in planning for that post \
        and term.
        cadre: nothing was recorded: 2 of 3 events cannot be.
          Mend the lines named, then record all of them.

        """)
    #expect(try rows(ledger.cadre("log --from 1484 -O ndjson")).isEmpty)
  }

  @Test(arguments: [
    ("Rated person=000024HT year=2023", "“Rated” lacks “grade”", "person*, year*, grade*"),
    ("Rated persn=1 year=2023 grade=good", "has no field “persn”", "Did you mean “person”?"),
    ("Rated person=1 year=2023 grade=good", "nobody has the file “1”", "cadre find"),
    ("Rated person=000024HT year=2023 grade=best", "grade: “best” is not accepted", "excellent"),
    ("Rated person=000024HT year=23 grade=good", "year: “23” is not accepted", "1900"),
    ("Rate person=000024HT", "no type of event “Rate”", "Did you mean “Rated”?"),
    ("SheetReceived sheet=x", "is not recorded with “cadre record”", "cadre import"),
    ("Rated person=000024HT year=2022 grade=good", "event 946 says otherwise", "retract 946"),
  ])
  func `a bad event is refused with the reason`(event: String, what: String, hint: String) throws {
    let ledger = try smallLedger()
    let refused = ledger.cadre("record \(event)")
    #expect(refused.status == .badData)
    #expect(refused.errors.contains(what), "\(refused.errors)")
    #expect(refused.errors.contains(hint), "\(refused.errors)")
  }

  @Test(arguments: [
    ("", "holds no event"), ("x", "line 1: this is no JSON"), ("\n[]", "line 2: this is no object"),
    ("{}", "line 1: “event”"), (#"{"event":"Rated","person":true}"#, "“person” must be a string"),
  ])
  func `what is no NDJSON is bad data`(input: String, what: String) throws {
    let ledger = try TestLedger()
    let refused = ledger.cadre("record -", input: input)
    #expect(refused.status == .badData)
    #expect(refused.errors.contains(what), "\(refused.errors)")
  }

  @Test func `a field without a value is a usage error`() throws {
    let ledger = try TestLedger()
    #expect(ledger.cadre("record Rated person").status == .usage)
  }
}

@Suite struct RetractTests {
  @Test func `a fact is retracted, and counts no more`() throws {
    let ledger = try smallLedger()
    let done = ledger.cadre("retract 946 --reason typingError --actor ntb")
    #expect(done.status == .done)
    #expect(
      done.output == """
        Retracted  Event  Stream     Code      Of
        ─────────  ─────  ─────────  ────────  ────────────
              946  rated  person/24  000024HT  Vũ Thanh Đạt

        """)
    #expect(try rows(ledger.cadre("show 946 -O ndjson")).first?["counts"] == .bool(false))
    let retraction = try #require(try rows(ledger.cadre("log --from 1484 -O ndjson")).first)
    #expect(retraction["actor"] == .string("ntb"))
    #expect(retraction["fields"]?["target"] == .integer(946))
    #expect(ledger.cadre("retract 946 --reason typingError").status == .badData)
    ledger.expectClean()
  }

  @Test func `what others rest on goes with them or not at all`() throws {
    let ledger = try smallLedger()
    let refused = ledger.cadre("retract 360 --reason wrongPerson")
    #expect(refused.status == .badData)
    #expect(refused.errors.contains("other events rest on it: 375, 376"))
    #expect(try rows(ledger.cadre("log --from 1484 -O ndjson")).isEmpty)
    let done = ledger.cadre("retract 360 --reason wrongPerson --with-dependants -O ndjson")
    #expect(done.status == .done)
    #expect(try rows(done).compactMap { $0["retracted"]?.integer } == [376, 375, 360])
    ledger.expectClean()
  }

  @Test(arguments: [
    ("retract 1", ExitCode.usage), ("retract 1 --reason why", .usage),
    ("retract x --reason other", .usage), ("retract 9 --reason other", .noInput),
  ])
  func `a retraction names an event and a reason`(line: String, status: ExitCode) throws {
    let ledger = try TestLedger()
    #expect(ledger.cadre(line).status == status)
  }
}

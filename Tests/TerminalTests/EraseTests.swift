import JSON
import TestSupport
import Testing

@testable import Terminal

/// `cadre erase`: what it says, in both languages, and how it ends.
@Suite struct EraseTests {
  private let line = "erase 999001HT --authority BTC.TU --basis retentionEnded"

  /// A small ledger with somebody who left in 2000.
  private func ledger() throws -> TestLedger {
    let ledger = try TestLedger()
    ledger.importing(SampleSheets.folder("small"))
    let done = ledger.cadre(
      "record -",
      input: """
        {"event":"PersonRegistered","fileNumber":"999001HT","name":"Quách Thị Ngạn",\
        "birth":"1931-02-03","sex":"female","organisation":"38.168.001"}
        {"event":"Admitted","person":"999001HT","kind":"admission","ceremonyOn":"1960-02-03"}
        {"event":"MembershipEnded","person":"999001HT","how":"deceased","on":"2000-05-05"}
        """)
    #expect(done.status == .done, "\(done.errors)")
    return ledger
  }

  @Test func `a dry run says what would be erased and what is not touched, and erases nothing`()
    throws
  {
    let ledger = try ledger()
    let trial = ledger.cadre("\(line) --dry-run")
    #expect(trial.status == .done)
    #expect(
      trial.output == """
        File                         999001HT
        Outcome                      may be erased
        Numbers in the ledger        61
        Left the ledger on           05/05/2000
        May be erased from           05/05/2020
        Private records erased       1
        Look-ups erased              2
        Events kept, without a name  3
        Erasure recorded at
        Not touched, yours to erase  backups of the ledger, reports and exports, dossiers, \
        spreadsheets and files of rejected rows

        """)
    #expect(
      trial.errors == "cadre: nothing was erased; without --dry-run it is, for good.\n")
    #expect(ledger.cadre("find 999001HT -O ndjson").output.contains("Quách Thị Ngạn"))
    ledger.expectClean()
  }

  @Test func `an erasure is told to machines, and the person is unknown from then on`() throws {
    let ledger = try ledger()
    let done = ledger.cadre("\(line) -O ndjson")
    #expect(done.status == .done, "\(done.errors)")
    #expect(
      done.output == """
        {"file":"999001HT","outcome":"erased","people":[61],"leftOn":"2000-05-05",\
        "allowedFrom":"2020-05-05","records":1,"lookups":2,"events":3,"indexes":[1487],\
        "untouched":["backups","reports","dossiers","spreadsheets"]}

        """)
    let person = ledger.cadre("person 999001HT")
    #expect(person.status == .noInput)
    #expect(
      person.errors == """
        cadre: the personal data of file number “999001HT” were erased lawfully.
          The events stay, by number: see “cadre log --type PersonErased”.

        """)
    #expect(ledger.cadre("find ngạn -O ndjson").output.contains("999001HT") == false)
    #expect(ledger.cadre("log --type PersonErased", language: "vi").output.contains("BTC.TU"))
    let again = ledger.cadre(line, language: "vi")
    #expect(again.status == .done)
    #expect(again.errors == "cadre: hồ sơ “999001HT” đã được xóa từ trước.\n")
    let rated = ledger.cadre("record Rated person=999001HT year=1999 grade=good")
    #expect(rated.status == .badData)
    #expect(
      rated.errors == """
        cadre: “Rated”: this person's data were erased lawfully.
          Nothing more is recorded of them, and nothing retracted.

        """)
    ledger.expectClean()
  }

  @Test func `who may not be erased is told why, and from when`() throws {
    let ledger = try ledger()
    let here = "erase 000001HT --authority TA --basis courtOrder"
    let trial = ledger.cadre("\(here) --dry-run -O ndjson")
    #expect(trial.status == .no)
    #expect(try JSONValue(parsing: trial.output)["outcome"]?.string == "stillInLedger")
    let refused = ledger.cadre(here, language: "vi")
    #expect(refused.status == .badData && refused.output.isEmpty)
    #expect(
      refused.errors == """
        cadre: không xóa được hồ sơ “000001HT”: người này chưa rời sổ.
          Ghi việc ra khỏi Đảng hoặc chuyển đi trước (ra-khoi-dang, chuyen-sinh-hoat); thời hạn \
        lưu giữ tính từ ngày đó.

        """)
    let left = ledger.cadre("record MembershipEnded person=000024HT how=resigned on=2023-03-04")
    #expect(left.status == .done, "\(left.errors)")
    #expect(
      ledger.cadre("erase 000024HT --authority TA --basis courtOrder").errors == """
        cadre: “000024HT” cannot be erased: they left the ledger on 04/03/2023, and data are kept \
        for 20 years.
          They may be erased from 04/03/2043 on.

        """)
    ledger.expectClean()
  }

  @Test func `authority and basis are codes and must be given`() throws {
    let ledger = try ledger()
    #expect(ledger.cadre("erase 999001HT --basis other").status == .usage)
    #expect(ledger.cadre("erase 999001HT --authority BTC").status == .usage)
    #expect(ledger.cadre("erase 999001HT --authority BTC --basis because").status == .usage)
    let name = ledger.cadre(["erase", "999001HT", "--authority", "Bà Lan", "--basis", "other"])
    #expect(name.status == .usage)
    #expect(name.errors.hasPrefix("cadre: the authority “Bà Lan” is not a code.\n"))
    #expect(ledger.cadre("find 999001HT -O ndjson").output.contains("999001HT"))
    ledger.expectClean()
  }
}

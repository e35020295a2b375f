import Cadre
import JSON
import TestSupport
import Testing

@testable import Terminal

@Suite struct TrainingTests {
  private static let line = "training --organisation 38.168.099 --on 2022-06-01"

  @Test func `S4: seats needed by year and level, and for whom`() throws {
    let ledger = try collegeLedger()
    let rows = try rows(ledger.cadre("\(TrainingTests.line) -O ndjson"))
    #expect(
      rows.told("years", "year", "level", "seats", "partTime", "fullTime", "enrolled") == [
        "2022 intermediate 1 0 1 1"
      ])
    #expect(
      rows.told("people", "year", "file", "held", "state", "form", "position", "enrolledOn") == [
        "2022 999101HT - needed fullTime CD09930 -",
        "2022 999103HT - enrolled unknown CD09910 2022-05-09",
      ])
    ledger.expectClean()
  }

  @Test func `S4: a class is filled by priority, and not with who is enrolled`() throws {
    let ledger = try collegeLedger()
    let entered = ledger.cadre(
      "record PlanningEntered person=999102HT position=CD09910 term=2020-2025 on=2022-03-01")
    #expect(entered.status == .done, "\(entered.errors)")
    let line = "\(TrainingTests.line) -O ndjson --seats"
    // The higher post first.
    #expect(try rows(ledger.cadre("\(line) 1")).told("class", "place", "file") == ["1 999101HT"])
    #expect(
      try rows(ledger.cadre("\(line) 5")).told("class", "place", "file") == [
        "1 999101HT", "2 999102HT",
      ])
    let none = try rows(ledger.cadre("\(line) 5 --level advanced"))
    #expect(none.told("class", "file").isEmpty)
    let late = try rows(ledger.cadre("\(TrainingTests.line) --until 2021 -O ndjson"))
    #expect(late.told("people", "file").isEmpty)
    ledger.expectClean()
  }

  @Test func `S3: who stands to be appointed without the level, and the share that held it`() throws
  {
    let ledger = try collegeLedger()
    let sound = ledger.cadre(
      "record -",
      input: """
        {"event":"QualificationAttained","person":"999101HT","level":"master","on":"2015-01-01"}
        {"event":"Screened","person":"999101HT","round":"2021-1","outcome":"qualified",\
        "on":"2021-05-19"}
        {"event":"Rated","person":"999101HT","year":2021,"grade":"good"}
        {"event":"AssetsDeclared","person":"999101HT","year":2021,"on":"2021-12-20"}
        {"event":"StandardsConcluded","person":"999101HT","purpose":"appointment",\
        "result":"favourable","document.number":"2-KL","document.date":"2022-03-10"}
        """)
    #expect(sound.status == .done, "\(sound.errors)")
    let rows = try rows(ledger.cadre("\(TrainingTests.line) -O ndjson"))
    #expect(
      rows.told("risk", "file", "position", "level", "status") == [
        "999101HT CD09910 intermediate unmet", "999101HT CD09930 intermediate unmet",
      ])
    #expect(rows.told("people", "file", "lacksOnlyTheory").first == "999101HT true")
    // The head was appointed in 2021 without any.
    #expect(
      rows.told("target", "appointments", "met", "target", "status") == ["1 0 100 unmet"])
    #expect(ledger.cadre(TrainingTests.line).errors.contains("S3: 0 of 1"))
    ledger.expectClean()
  }

  @Test func `every format shows the same people`() throws {
    let ledger = try collegeLedger()
    for format in ["table", "csv", "json", "ndjson"] {
      let told = ledger.cadre("\(TrainingTests.line) -O \(format)")
      #expect(told.status == .done)
      #expect(told.output.contains("999101HT"))
      #expect(!told.output.contains("000034HT"))
    }
  }
}

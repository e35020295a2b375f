import Cadre
import JSON
import TestSupport
import Testing

@testable import Terminal

/// `cadre published`: what was published, and whether it still comes out the same.
@Suite struct PublishedTests {
  @Test func `reports are listed oldest first, the last ones alone where asked`() throws {
    let ledger = try changedLedger()
    #expect(ledger.cadre("published -O ndjson").output.isEmpty)
    for line in ["ready", "person 000034HT", "findings"] { ledger.cadre("\(line) --publish") }
    let listed = try rows(ledger.cadre("published -O ndjson"))
    #expect(
      listed.map { $0["question"] } == ["ready", "person #34", "findings"].map { .string($0) })
    #expect(
      listed.first?.object?.members.map(\.name) == [
        "index", "recorded", "actor", "question", "on", "known", "rules", "sha256",
      ])
    #expect(try rows(ledger.cadre("published --last 2 -O ndjson")) == listed.suffix(2))
    #expect(ledger.cadre("published --last 0").status == .usage)
    let refused = ledger.cadre("retract 1487 --reason other")
    #expect(refused.status == .badData)
    #expect(refused.errors.contains("the ledger says it of itself"), "\(refused.errors)")
    #expect(try rows(ledger.cadre("published -O ndjson")).count == 3)
    #expect(ledger.cadre("published --last x").status == .usage)
  }

  @Test func `after further events and other rules they come out the same`() throws {
    let ledger = try changedLedger()
    for line in [
      "ready", "ready --known 2023-06-02 --on 2025-08-01", "explain 000034HT CD00121",
      "person 000034HT", "findings --on 2026-11-01", "diff 000034HT --known 9 --known 1486",
      "rules lint",
    ] {
      let told = ledger.cadre("\(line) --publish")
      #expect(told.errors.contains("recorded as published"), "\(told.errors)")
    }
    #expect(
      ledger.cadre(
        "record ProfileAmended person=#34 fileNumber=000934HT on=2010-01-01"
      ).status == .done)
    for event in [
      "PersonRegistered fileNumber=999002HT name=Lan birth=1970 organisation=38.168.001",
      "SamePerson person=#34 other=#61 on=2023-01-01",
      "Rated person=#41 year=2010 grade=unfulfilled",
    ] {
      let done = ledger.cadre("record \(event)")
      #expect(done.status == .done, "\(done.errors)")
    }
    #expect(ledger.cadre("retract 701 --reason other --with-dependants").status == .done)
    #expect(ledger.cadre("rules adopt \(try ledger.trialRules())").status == .done)
    let checked = ledger.cadre("published --check -O ndjson")
    #expect(checked.status == .done, "\(checked.errors)")
    #expect(try rows(checked).map { $0["outcome"] } == Array(repeating: .string("same"), count: 7))
    #expect(
      checked.errors == "cadre: 7 reports asked again: 7 as published, 0 not, 0 with people "
        + "erased since, 0 without an answer.\n")
    ledger.expectClean()
  }

  @Test func `a rule set adopted anew under its id is not that of the report`() throws {
    let ledger = try changedLedger()
    let adopted = ledger.cadre("rules adopt \(try ledger.trialRules()) -O ndjson")
    let index = try #require(try rows(adopted).first?["index"]?.integer)
    ledger.cadre("ready --on 2023-06-01 --publish")
    #expect(ledger.cadre("retract \(index) --reason other").status == .done)
    let other = try ledger.trialRules([(#""value": "good""#, #""value": "excellent""#)])
    #expect(ledger.cadre("rules adopt \(other)").status == .done)
    #expect(ledger.cadre("published --check").status == .done)
  }

  @Test func `who was erased since is named, and the report left out`() throws {
    let ledger = try formerLedger()
    ledger.cadre("ready --on 2023-06-01 --publish")
    ledger.cadre("person 999001HT --on 2023-06-01 --publish")
    ledger.cadre("person 000034HT --on 2023-06-01 --publish")
    #expect(
      ledger.cadre("erase 999001HT --authority BTC --basis retentionEnded").status == .done)
    let late = ledger.cadre("person #61 --on 2023-06-01 --publish")
    #expect(late.status == .done, "\(late.errors)")
    let checked = ledger.cadre("published --check -O ndjson")
    #expect(checked.status == .done, "\(checked.errors)")
    let outcomes = try rows(checked)
    #expect(
      outcomes.map { $0["outcome"] } == ["same", "erased", "same", "same"].map { .string($0) })
    #expect(outcomes[1]["erased"] == .array([.integer(61)]))
    ledger.expectClean()
  }

  @Test func `words are told from each other whatever stands in them`() throws {
    for words in [
      ["ready", "--position", "A B"], ["a'b", "", "\\", "\"", "é ", "'"], [], ["#353"],
      ["--", "-x"], ["a\nb", "\t"],
    ] {
      let text = QuestionText.text(of: words)
      #expect(QuestionText.words(of: text) == words, "\(text)")
    }
    #expect(QuestionText.text(of: ["explain", "#353", "CD 1"]) == "explain #353 'CD 1'")
    for text in ["'a", "a\\", "'\\''"] { #expect(QuestionText.words(of: text) == nil) }
  }
}

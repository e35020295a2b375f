import Cadre
import Testing

@testable import Terminal

/// The arguments of a line for a command.
private func arguments(
  _ command: Subcommand, _ line: String
) throws(Complaint) -> Arguments {
  try ArgumentParser(command: command).parse(line.split(separator: " ").map(String.init))
}

@Test(arguments: ["--on 2023-06-01 -O csv", "--on=2023-06-01 -Ocsv", "-O=csv --on=2023-06-01"])
func `a value stands behind its option or in the same word`(line: String) throws {
  let arguments = try arguments(.ready, line)
  #expect(try arguments.day("--on") == Day(year: 2023, month: 6, day: 1))
  #expect(arguments["-O"] == "csv")
}

@Test func `options may stand anywhere, and two hyphens end them`() throws {
  let arguments = try arguments(.explain, "--on=2023-06-01 12 --lang en -- --x")
  #expect(arguments.operands == ["12", "--x"])
}

@Test func `the option given last counts`() throws {
  #expect(try arguments(.ready, "--term a --term b")["--term"] == "b")
}

@Test func `a single hyphen is an operand`() throws {
  #expect(try arguments(.record, "-").operands == ["-"])
}

@Test(arguments: [
  ("1200", Knowledge.size(LogSize(1200))),
  ("2023-06-01", .instant(Instant(milliseconds: 1_685_638_799_999))),
  ("01/06/2023", .instant(Instant(milliseconds: 1_685_638_799_999))),
  ("2023-06-01T03:15:00.120Z", .instant(Instant(milliseconds: 1_685_589_300_120))),
  ("2023-06-01T10:15", .instant(Instant(milliseconds: 1_685_589_300_000))),
  ("2023-06-01T03:15:00-02:30", .instant(Instant(milliseconds: 1_685_598_300_000))),
])
func `what is known is a size, a day to its end, or an instant`(
  text: String, knowledge: Knowledge
) throws {
  #expect(try arguments(.ready, "--known \(text)").knowledge() == knowledge)
}

@Test(arguments: [
  "-1", "2023-02-30", "2023-06-01T24:00", "2023-06-01T10:15:00+0700", "2023-06-01T10", "x", "１",
  "99999999999999999999",
])
func `what is no size, day or instant is a usage error`(text: String) {
  let error = #expect(throws: Complaint.self) {
    try ArgumentParser(command: .ready).parse(["--known=\(text)"]).knowledge()
  }
  #expect(error?.status == .usage)
}

@Test(arguments: [
  ("redy", "ready"), ("raedy", "ready"), ("READY", "ready"), ("stauts", "status"),
  ("chekpoint", "checkpoint"), ("rule", "rules"),
])
func `a mistyped command is met with the nearest one`(typed: String, meant: String) {
  let transcript = run(typed)
  #expect(transcript.status == .usage)
  #expect(transcript.errors.contains("there is no command “\(typed)”"))
  #expect(transcript.errors.contains("Did you mean “\(meant)”?"))
}

@Test(arguments: [
  ("zzzzzz", "there is no command “zzzzzz”.\n  See “cadre help”."),
  ("ready --onn 2", "has no option “--onn”.\n  Did you mean “--on”?"),
  ("--ledgr x ready", "there is no option “--ledgr”.\n  Did you mean “--ledger”?"),
  ("ready --on", "the option “--on” lacks a value.\n  Write “--on DAY”."),
  ("ready --on --term x", "the option “--on” lacks a value."),
  ("import a --dry-run=yes", "the option “--dry-run” takes no value, but was given “yes”."),
  ("explain 1", "the command “explain” is not complete.\n  It is written: cadre explain P X"),
  ("explain 1 2 3", "the command “explain” does not take “3”."),
  ("rules", "“cadre rules” needs one more word.\n  Choose one of: list, show, lint, diff, adopt."),
  ("rules shw", "there is no command “rules shw”.\n  Did you mean “rules show”?"),
  ("help nosuch", "there is no command “nosuch”."),
  ("ready --lang de", "--lang: there is no “de”.\n  Choose one of: vi, en."),
])
func `what cannot be understood is a usage error that says what to do`(
  line: String, words: String
) {
  let transcript = run(line)
  #expect(transcript.status == .usage)
  #expect(transcript.output.isEmpty)
  #expect(transcript.errors.hasPrefix("cadre: "))
  #expect(transcript.errors.contains(words), "\(transcript.errors)")
}

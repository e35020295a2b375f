import Cadre
import Platform
import Reports
import Synchronization
import Testing

@testable import Terminal

@Test(arguments: ["--version", "ready --version", "--lang vi --version"])
func `the version is one line`(line: String) {
  let transcript = run(line)
  #expect(transcript.status == .done)
  #expect(transcript.output == "cadre \(Program.version)\n")
}

@Test func `a line without a command shows help where complaints go`() {
  let transcript = run("")
  #expect(transcript.status == .usage)
  #expect(transcript.output.isEmpty)
  #expect(transcript.errors.contains("cadre ready"))
}

@Test(arguments: [
  ([:], "vi"), (["LANG": "C"], "vi"), (["LANG": "en_US.UTF-8"], "en"),
  (["LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "vi_VN"], "en"),
  (["LC_ALL": "vi_VN.UTF-8", "LANG": "en_US"], "vi"),
])
func `the locale chooses the language, else it is Vietnamese`(
  environment: [String: String], language: String
) {
  let transcript = run("redy", environment: environment)
  #expect(transcript.errors.contains(language == "en" ? "there is no" : "không có lệnh"))
}

@Test func `the option chooses the language before the line is understood`() {
  #expect(run("redy --lang vi").errors.contains("không có lệnh"))
  #expect(run("--lang=vi redy").errors.contains("không có lệnh"))
}

@Test func `a reader that goes away is not complained about`() {
  let transcript = run(["help"], output: Recorder(capacity: 10))
  #expect(transcript.status == .closedPipe)
  #expect(transcript.errors.isEmpty)
}

@Test func `the ledger is named by option, environment or custom`() {
  let given = invocation(.status, "--ledger a", ["CADRE_LEDGER": "b"])
  #expect(given.ledger == "a")
  #expect(invocation(.status, "", ["CADRE_LEDGER": "b"]).ledger == "b")
  #expect(invocation(.status, "", [:]).ledger == "./cadre-ledger")
}

@Test func `the actor is a code, by option, environment or unknown`() throws {
  #expect(try invocation(.record, "x --actor ntb", ["CADRE_ACTOR": "b"]).actor() == "ntb")
  #expect(try invocation(.record, "x", ["CADRE_ACTOR": "b"]).actor() == "b")
  #expect(try invocation(.record, "x", [:]).actor() == "unknown")
  for actor in ["Trần", "a b", String(repeating: "a", count: 33)] {
    #expect(throws: Complaint.self) { try invocation(.record, "x", ["CADRE_ACTOR": actor]).actor() }
  }
}

@Test func `today is a day at UTC+07:00`() throws {
  #expect(try invocation(.ready, "", [:]).day() == Day(year: 2023, month: 6, day: 1))
}

@Test func `the tables fit the columns that the environment names`() {
  #expect(invocation(.ready, "", ["COLUMNS": "60"]).appearance(toFile: false).width == 60)
  #expect(invocation(.ready, "", ["COLUMNS": "60"]).appearance(toFile: true).width == nil)
  #expect(invocation(.ready, "", [:]).appearance(toFile: false).width == nil)
}

@Test func `colours are for a terminal that was not asked to do without`() {
  func hasColours(_ environment: [String: String], terminal: Bool = true) -> Bool {
    var invocation = invocation(.ready, "", environment)
    invocation.console.outputIsTerminal = terminal
    return invocation.appearance(toFile: false).hasColours
  }
  #expect(hasColours([:]))
  #expect(!hasColours([:], terminal: false))
  #expect(!hasColours(["NO_COLOR": "1"]))
  #expect(!hasColours(["TERM": "dumb"]))
}

/// A run of a command with a console that keeps what is said.
func invocation(
  _ command: Subcommand, _ line: String, _ environment: [String: String],
  output: Recorder = Recorder(), errors: Recorder = Recorder(),
  stopwatch: @escaping @Sendable () -> UInt64 = { 0 }
) -> Invocation {
  let console = Console(
    output: output, errors: errors, variable: { environment[$0] },
    now: { Instant(milliseconds: 1_685_589_300_120) }, stopwatch: stopwatch)
  var arguments = Arguments()
  let words = line.split(separator: " ").map(String.init)
  do throws(Complaint) {
    arguments = try ArgumentParser(command: command).parse(words)
  } catch {
    // Tests of values give lines without all their operands.
    arguments.operands = words
  }
  return Invocation(
    command: command, arguments: arguments, language: .english, console: console)
}

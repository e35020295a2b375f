internal import Cadre
internal import Office
internal import Reports

/// What a command said when it was asked, kept instead of shown.
struct HeldAnswer: Sendable {
  /// What went to standard output.
  let bytes: [UInt8]
  /// What was said beside it.
  let said: String
  let status: ExitCode

  /// Answers the question; all of the answer is in memory.
  ///
  /// - Parameter surroundings: whose console and language it is answered for; nothing is written
  ///   to it.
  init(
    to question: Question, as format: Format, of ledger: Ledger, for surroundings: Invocation
  ) throws(Complaint) {
    let output = HeldBytes()
    (said, status) = try HeldAnswer.ask(question, format, of: ledger, for: surroundings, output)
    bytes = output.bytes
  }

  /// The digest of what machines read of the answer, line by line; nothing of it is kept.
  static func digest(
    of question: Question, of ledger: Ledger, for surroundings: Invocation
  ) throws(Complaint) -> Digest {
    let output = HeldDigest()
    _ = try ask(question, .ndjson, of: ledger, for: surroundings, output)
    return output.digest
  }

  /// Runs the very code of the question's command on a ledger that is open.
  private static func ask(
    _ question: Question, _ format: Format, of ledger: Ledger, for surroundings: Invocation,
    _ output: any ByteSink
  ) throws(Complaint) -> (said: String, status: ExitCode) {
    let errors = HeldBytes()
    var console = surroundings.console
    console.output = output
    console.errors = errors
    console.errorsIsTerminal = false
    if surroundings.answersFile { console.isForFile() }
    var invocation = Invocation(
      command: question.command, arguments: question.arguments(format: format),
      language: surroundings.language, console: console)
    invocation.opened = ledger
    let status = try question.command.run(invocation)
    return (errors.text, status)
  }
}

extension Invocation {
  /// Whether the answer goes to a file.
  fileprivate var answersFile: Bool { arguments["-o"].map { $0 != "-" } ?? false }
}

extension Console {
  /// Has tables look as they do in a file: without colours, as wide as they are.
  fileprivate mutating func isForFile() {
    outputIsTerminal = false
    screenColumns = nil
    let variable = variable
    self.variable = { $0 == "COLUMNS" ? nil : variable($0) }
  }
}

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

  /// Runs the very code of the question's command on a ledger that is open.
  ///
  /// - Parameter surroundings: whose console and language it is answered for; nothing is written
  ///   to it.
  init(
    to question: Question, as format: Format, of ledger: Ledger, for surroundings: Invocation
  ) throws(Complaint) {
    let (output, errors) = (HeldBytes(), HeldBytes())
    var console = surroundings.console
    console.output = output
    console.errors = errors
    console.errorsIsTerminal = false
    if surroundings.answersFile { console.isForFile() }
    var invocation = Invocation(
      command: question.command, arguments: question.arguments(format: format),
      language: surroundings.language, console: console)
    invocation.opened = ledger
    status = try question.command.run(invocation)
    (bytes, said) = (output.bytes, errors.text)
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

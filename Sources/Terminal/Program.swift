internal import Cadre
internal import Platform
internal import Reports

/// The command `cadre` as a whole: finds the command that a line names, runs it, and says how it
/// ended.
package struct Program {
  /// The version of the program.
  package static let version = "0.1.0"

  package let console: Console

  package init(_ console: Console) { self.console = console }

  /// Runs the line that the process was given and ends the process.
  package static func main() -> Never {
    CurrentProcess.ignoreBrokenPipes()
    CurrentProcess.ignoreFileSizeLimit()
    CurrentProcess.reportUnreadablePages()
    let status = Program(.ofProcess()).run(Array(CommandLine.arguments.dropFirst()))
    CurrentProcess.exit(status.rawValue)
  }

  /// Runs a line, the program's name left out.
  package func run(_ words: [String]) -> ExitCode {
    let language = LanguageChoice.of(words, console)
    do throws(Complaint) {
      return try dispatch(words, language)
    } catch {
      if error.status != .closedPipe { console.say(error.text(language)) }
      return error.status
    }
  }

  private func dispatch(_ words: [String], _ language: Language) throws(Complaint) -> ExitCode {
    let line = try CommandLineReading.find(words)
    switch line {
    case .version: return try show("cadre \(Program.version)\n")
    case .overview: return try show(HelpText(language).overview())
    case .nothing:
      console.say(HelpText(language).overview())
      throw UsageMessages.noCommand()
    case .command(let command, let rest):
      let arguments = try ArgumentParser(command: command).parse(rest)
      if arguments.has("--version") { return try show("cadre \(Program.version)\n") }
      if arguments.has("--help") { return try show(HelpText(language).page(of: [command])) }
      _ = try arguments.choice("--lang", Language.self)
      let invocation = Invocation(
        command: command, arguments: arguments, language: language, console: console)
      _ = try invocation.format()
      if arguments.has("--publish") { return try Publication(invocation).run() }
      return try command.run(invocation)
    }
  }

  private func show(_ text: String) throws(Complaint) -> ExitCode {
    do throws(PlatformError) { try console.output.write(Array(text.utf8)) } catch {
      throw FileMessages.writing(error)
    }
    return .done
  }
}

internal import Cadre
internal import Platform
internal import Reports

extension Subcommand {
  static let help = Subcommand(
    "help", "[COMMAND]", operands: 0...2,
    summary: Words(
      vi: "liệt kê các lệnh, hoặc giải thích một lệnh", en: "list the commands, or explain one"),
    run: HelpCommand.run)
}

/// `cadre help`.
enum HelpCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let text = try page(invocation.arguments.operands, HelpText(invocation.language))
    do throws(PlatformError) { try invocation.console.output.write(Array(text.utf8)) } catch {
      throw FileMessages.writing(error)
    }
    return .done
  }

  private static func page(_ words: [String], _ text: HelpText) throws(Complaint) -> String {
    guard !words.isEmpty else { return text.overview() }
    let name = words.joined(separator: " ")
    if let command = CommandTable.command(name) { return text.page(of: [command]) }
    let family = CommandTable.family(name)
    if !family.isEmpty { return text.page(of: family) }
    throw UsageMessages.unknownCommand(
      name, suggestion: Suggestion.nearest(to: name, among: CommandTable.all.map(\.name)))
  }
}

internal import Cadre
internal import Reports

extension Subcommand {
  static let rulesList = Subcommand(
    "rules list",
    families: [.ledger, .answer],
    summary: Words(vi: "các bộ quy tắc đã thông qua", en: "the rule sets adopted"),
    run: RulesListCommand.run)
}

/// `cadre rules list`.
enum RulesListCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

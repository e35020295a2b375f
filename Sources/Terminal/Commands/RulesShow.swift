internal import Cadre
internal import Reports

extension Subcommand {
  static let rulesShow = Subcommand(
    "rules show",
    families: [.ledger, .question, .answer],
    summary: Words(
      vi: "các tham số của một bộ quy tắc, với căn cứ",
      en: "the parameters of a rule set, with their sources"),
    details: Words(
      vi: "Bộ quy tắc chọn bằng --rules; mặc định bộ được thông qua gần nhất.",
      en: "Choose the rule set with --rules; else the one adopted last."),
    run: RulesShowCommand.run)
}

/// `cadre rules show`.
enum RulesShowCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

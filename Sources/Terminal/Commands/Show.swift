internal import Cadre
internal import Reports

extension Subcommand {
  static let show = Subcommand(
    "show", "INDEX", operands: 1...1,
    families: [.ledger, .answer],
    summary: Words(vi: "một sự kiện với mọi chi tiết", en: "one event with all its details"),
    run: ShowCommand.run)
}

/// `cadre show`.
enum ShowCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

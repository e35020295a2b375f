internal import Cadre
internal import Reports

extension Subcommand {
  static let status = Subcommand(
    "status",
    families: [.ledger, .answer],
    summary: Words(vi: "sổ đang ở trạng thái nào", en: "how the ledger stands"),
    run: StatusCommand.run)
}

/// `cadre status`.
enum StatusCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

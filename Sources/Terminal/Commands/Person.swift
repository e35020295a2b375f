internal import Cadre
internal import Reports

extension Subcommand {
  static let person = Subcommand(
    "person", "P", operands: 1...1,
    families: [.ledger, .question, .answer],
    summary: Words(
      vi: "tình trạng, chức vụ, quy hoạch và quá trình của một người",
      en: "a person's status, posts, planning and timeline"),
    details: Words(vi: "P là mã hồ sơ.", en: "P is a file number."),
    run: PersonCommand.run)
}

/// `cadre person`.
enum PersonCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

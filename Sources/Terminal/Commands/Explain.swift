internal import Cadre
internal import Reports

extension Subcommand {
  static let explain = Subcommand(
    "explain", "P X", operands: 2...2,
    families: [.ledger, .question, .answer],
    summary: Words(
      vi: "một kết luận, từng điều kiện, với bằng chứng và căn cứ",
      en: "one verdict, requirement by requirement, with evidence and legal basis"),
    details: Words(
      vi: "P là mã hồ sơ, X là mã chức danh. Kết thúc với mã 0 nếu đủ, 1 nếu chưa đủ, 2 nếu "
        + "chưa rõ.",
      en: "P is a file number, X a post's code. Exit status 0 is ready, 1 not ready, 2 unknown."),
    run: ExplainCommand.run)
}

/// `cadre explain`.
enum ExplainCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

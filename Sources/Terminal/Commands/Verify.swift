internal import Cadre
internal import Reports

extension Subcommand {
  static let verify = Subcommand(
    "verify", "[--expect FILE]",
    options: [
      OptionSpecification(
        "--expect", "FILE",
        Words(
          vi: "so với điểm kiểm soát cất ngoài máy",
          en: "compare with a checkpoint kept elsewhere"))
    ],
    families: [.ledger, .answer],
    summary: Words(
      vi: "đọc lại và kiểm tra mọi sự kiện, mọi nút, mọi cam kết",
      en: "re-read and check every event, node and commitment"),
    run: VerifyCommand.run)
}

/// `cadre verify`.
enum VerifyCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

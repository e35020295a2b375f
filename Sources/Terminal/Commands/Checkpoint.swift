internal import Cadre
internal import Reports

extension Subcommand {
  static let checkpoint = Subcommand(
    "checkpoint",
    families: [.ledger, .answer],
    summary: Words(
      vi: "cỡ và gốc Merkle của sổ, để ký và cất ngoài máy",
      en: "the size and Merkle root of the ledger, to be signed and kept elsewhere"),
    details: Words(
      vi: "Ký bằng: ssh-keygen -Y sign -n cadre-checkpoint. Mất phần đuôi hoặc viết lại toàn "
        + "bộ chỉ bị phát hiện nhờ bản cất ngoài.",
      en: "Sign it with: ssh-keygen -Y sign -n cadre-checkpoint. A cut tail or a rewritten "
        + "history is found only by a checkpoint kept elsewhere."),
    run: CheckpointCommand.run)
}

/// `cadre checkpoint`.
enum CheckpointCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

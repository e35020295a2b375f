internal import Cadre
internal import Reports

extension Subcommand {
  static let find = Subcommand(
    "find", "TEXT", operands: 1...20,
    families: [.ledger, .question, .answer],
    summary: Words(
      vi: "tìm người theo tên, số hồ sơ, số thẻ hoặc số CCCD",
      en: "find people by name, file, card or citizen number"),
    details: Words(
      vi: "Tên không cần dấu, không phân biệt hoa thường; đ = d.",
      en: "Names with or without diacritics, in any case; đ = d."),
    run: FindCommand.run)
}

/// `cadre find`.
enum FindCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

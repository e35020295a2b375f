internal import Cadre
internal import Reports

extension Subcommand {
  static let initialise = Subcommand(
    "init", "[--rules FILE]",
    options: [
      OptionSpecification(
        "--rules", "FILE",
        Words(
          vi: "bộ quy tắc (JSON) thay cho bộ kèm theo chương trình",
          en: "a rule set (JSON) in place of the one shipped with the program"))
    ],
    families: [.ledger, .actor],
    summary: Words(vi: "tạo một sổ mới", en: "create a ledger"),
    details: Words(
      vi: "Thư mục sổ chưa được tồn tại, hoặc phải rỗng. Bộ quy tắc và các ngày nghỉ kèm theo "
        + "được ghi vào sổ ngay.",
      en: "The ledger's folder must not exist yet, or be empty. The rule set and the holidays "
        + "shipped with the program are recorded at once."),
    run: InitialiseCommand.run)
}

/// `cadre init`.
enum InitialiseCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

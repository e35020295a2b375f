internal import Cadre
internal import Reports

extension Subcommand {
  static let ready = Subcommand(
    "ready",
    "[--position X|--class C] [--term T] [--organisation O] "
      + "[--verdict V] [--missing REQUIREMENT]",
    options: [
      OptionSpecification(
        "--position", "X",
        Words(
          vi: "mọi người trong diện, xét cho chức danh này",
          en: "the whole population, for that post")),
      OptionSpecification(
        "--class", "C",
        Words(
          vi: "mọi người trong diện, xét cho mọi chức danh của bậc này",
          en: "the whole population, for every post of that class")),
      OptionSpecification(
        "--term", "T",
        Words(
          vi: "chỉ quy hoạch của nhiệm kỳ này, ví dụ 2020-2025",
          en: "only planning of that term, such as 2020-2025")),
      OptionSpecification(
        "--organisation", "O",
        Words(
          vi: "chỉ chức danh của tổ chức này và cấp dưới",
          en: "only posts of that organisation and below")),
      OptionSpecification(
        "--verdict", "V",
        Words(
          vi: "chỉ ready, notReady hoặc unknown",
          en: "only ready, notReady or unknown")),
      OptionSpecification(
        "--missing", "REQUIREMENT",
        Words(
          vi: "chỉ người thiếu điều kiện này",
          en: "only who lacks that requirement")),
    ],
    families: [.ledger, .question, .answer],
    summary: Words(
      vi: "ai đủ điều kiện bổ nhiệm, và thiếu gì",
      en: "who is ready for appointment, and what lacks"),
    details: Words(
      vi: "Mỗi dòng là một người và một chức danh mà người đó được quy hoạch.",
      en: "Each row is a person and a post that they are in planning for."),
    run: ReadyCommand.run)
}

/// `cadre ready`.
enum ReadyCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

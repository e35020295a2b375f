internal import Cadre
internal import Reports

extension Subcommand {
  static let record = Subcommand(
    "record", "EVENT [field=value …] | -", operands: 1...100,
    families: [.ledger, .actor, .answer],
    summary: Words(
      vi: "ghi một sự kiện, hoặc NDJSON từ đầu vào chuẩn",
      en: "record one event, or NDJSON from standard input"),
    details: Words(
      vi: "Mỗi dòng NDJSON là một đối tượng với “event” và các trường của nó. Tất cả được ghi "
        + "trong một lần, hoặc không ghi gì.",
      en: "Each line of NDJSON is an object with “event” and its fields. All are recorded at "
        + "once, or none."),
    run: RecordCommand.run)
}

/// `cadre record`.
enum RecordCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

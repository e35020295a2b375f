internal import Cadre
internal import Reports

extension Subcommand {
  static let log = Subcommand(
    "log", "[--stream S] [--type T] [--from N] [--until N] [--follow]",
    options: [
      OptionSpecification(
        "--stream", "S",
        Words(
          vi: "chỉ dòng này: ledger, organisation/N, position/N hoặc person/N",
          en: "only that stream: ledger, organisation/N, position/N or person/N")),
      OptionSpecification(
        "--type", "T",
        Words(
          vi: "chỉ loại sự kiện này, ví dụ Appointed",
          en: "only that type of event, such as Appointed")),
      OptionSpecification(
        "--from", "N",
        Words(vi: "từ sự kiện này", en: "from that event on")),
      OptionSpecification(
        "--until", "N",
        Words(vi: "đến trước sự kiện này", en: "up to that event, itself left out")),
      OptionSpecification(
        "--follow", nil,
        Words(
          vi: "chờ và hiện các sự kiện mới",
          en: "wait for new events and show them")),
    ],
    families: [.ledger, .answer],
    summary: Words(
      vi: "các sự kiện theo thứ tự ghi",
      en: "the events in the order in which they were recorded"),
    run: LogCommand.run)
}

/// `cadre log`.
enum LogCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

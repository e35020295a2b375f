internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let log = Subcommand(
    "log", "[--stream S] [--type T] [--from N] [--until N] [--follow]",
    options: [
      OptionSpecification(
        "--stream", "S",
        Words(
          vi: "chỉ luồng này: ledger, organisation/N, position/N hoặc person/N",
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
          vi: "rồi chờ và in tiếp những sự kiện được ghi sau đó, đến khi bị dừng (Ctrl-C)",
          en: "then wait and print what is recorded afterwards, until stopped (Ctrl-C)")),
    ],
    families: [.ledger, .known, .answer],
    summary: Words(
      vi: "các sự kiện theo thứ tự ghi",
      en: "the events in the order in which they were recorded"),
    details: Words(
      vi: "Các loại sự kiện: \(EventTypeNames.all).",
      en: "The types of events: \(EventTypeNames.all)."),
    run: LogCommand.run)
}

/// `cadre log`.
enum LogCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let filter = try filter(invocation.arguments)
    let known = try invocation.arguments.knowledge().asked
    if invocation.arguments.has("--follow") { return try follow(invocation, filter) }
    let ledger = try invocation.open(.read)
    try invocation.answer { (answer) throws(Complaint) in
      answer.begin(LogReport.columns)
      var waiting = 0
      try forEach(ledger, filter, known) { (event) throws(Complaint) in
        if answer.format == .table, waiting == tableRows {
          try answer.end()
          answer.begin(LogReport.columns)
          waiting = 0
        }
        waiting += 1
        try answer.add(event, LogReport.columns)
      }
      try answer.end()
    }
    return .done
  }

  /// A table waits for its last row; a long log is several tables.
  private static let tableRows = 1_000

  /// Hands over the events, with complaints of either side let through.
  private static func forEach(
    _ ledger: Ledger, _ filter: LogFilter, _ known: Inquiry.Known,
    _ body: (LoggedEvent) throws(Complaint) -> Void
  ) throws(Complaint) {
    try ComplaintPassage.through { (passage) throws(OfficeError) in
      _ = try ledger.forEachEvent(filter, known: known) { (entry, names) throws(OfficeError) in
        try passage.pass { () throws(Complaint) in try body(LoggedEvent(entry, names)) }
      }
    }
  }

  /// Prints what is there and what comes; an answer that would have to end first is refused.
  private static func follow(
    _ invocation: Invocation, _ filter: LogFilter
  ) throws(Complaint) -> ExitCode {
    if invocation.arguments.has("--known") {
      throw UsageMessages.notTogether("--follow", "--known")
    }
    if invocation.arguments["-o"].map({ $0 != "-" }) ?? false {
      throw UsageMessages.notTogether("--follow", "-o")
    }
    if try invocation.format() == .json { throw UsageMessages.notTogether("--follow", "-O json") }
    let ledger = try invocation.open(.read)
    try invocation.answer { (answer) throws(Complaint) in
      try LogFollowing(ledger, filter, invocation.console).run(&answer)
    }
    return .done
  }

  private static func filter(_ arguments: Arguments) throws(Complaint) -> LogFilter {
    var filter = LogFilter()
    filter.stream = try arguments.stream("--stream")
    filter.type = try arguments.eventType("--type")
    filter.from = try arguments.number("--from") ?? 0
    filter.until = try arguments.number("--until")
    return filter
  }
}

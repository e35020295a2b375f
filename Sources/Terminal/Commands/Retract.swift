internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let retract = Subcommand(
    "retract", "INDEX --reason CODE [--with-dependants]", operands: 1...1,
    options: [
      OptionSpecification(
        "--reason", "CODE",
        Words(
          vi: "lý do: typingError, wrongPerson, wrongDocument, duplicate, "
            + "supersededByCorrection, other",
          en: "why: typingError, wrongPerson, wrongDocument, duplicate, "
            + "supersededByCorrection, other")),
      OptionSpecification(
        "--with-dependants", nil,
        Words(
          vi: "rút cả những sự kiện dựa vào nó",
          en: "retract what rests on it too")),
    ],
    families: [.ledger, .actor, .answer],
    summary: Words(vi: "rút một sự kiện đã ghi", en: "withdraw a recorded event"),
    details: Words(
      vi: "Không gì bị xóa: việc rút cũng là một sự kiện. Nếu có sự kiện khác dựa vào nó, "
        + "lệnh liệt kê chúng và không ghi gì.",
      en: "Nothing is erased: a retraction is an event too. Where other events rest on it, "
        + "they are listed and nothing is recorded."),
    run: RetractCommand.run)
}

/// `cadre retract`.
enum RetractCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let target = LogIndex(try invocation.arguments.number(operand: 0, "INDEX"))
    _ = try invocation.required("--reason")
    guard let reason = try invocation.arguments.code("--reason", RetractionReason.self) else {
      throw UsageMessages.missingOption("--reason", invocation.command)
    }
    let actor = try invocation.actor()
    let ledger = try invocation.open(.write)
    let rows = try invocation.office { () throws(OfficeError) -> [RecordedRow] in
      let indexes = try ledger.retract(
        target, reason: reason,
        withDependants: invocation.arguments.has("--with-dependants"), actor: actor,
        now: invocation.console.now())
      var rows: [RecordedRow] = []
      for index in indexes {
        let entry = try ledger.show(index).entry
        rows.append(
          RecordedRow(
            line: 1, type: entry.event.type, stream: entry.stream, index: index,
            isUnchanged: false))
      }
      return rows
    }
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add(rows, RecordedReport.retracted)
    }
    invocation.remark(
      Words(
        vi: "đã rút \(rows.count) sự kiện.",
        en: "\(Words.counted(rows.count, "event", "events")) retracted."))
    return .done
  }
}

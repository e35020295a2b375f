internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let retract = Subcommand(
    "retract", "INDEX --reason CODE [--with-dependants] | --import INDEX --reason CODE [--dry-run]",
    operands: 0...1,
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
      OptionSpecification(
        "--import", "INDEX",
        Words(
          vi: "rút cả lần nhập đã nhận bảng ở sự kiện đó",
          en: "take back the whole import that received the sheet of that event")),
      OptionSpecification(
        "--dry-run", nil,
        Words(
          vi: "với --import: chỉ cho biết điều sẽ rút, không ghi gì",
          en: "with --import: say what would be taken back, record nothing")),
    ],
    families: [.ledger, .actor, .answer],
    summary: Words(
      vi: "rút một sự kiện đã ghi, hoặc cả một lần nhập",
      en: "withdraw a recorded event, or a whole import"),
    details: Words(
      vi: "Không gì bị xóa: việc rút cũng là một sự kiện. Nếu có sự kiện khác dựa vào nó, "
        + "lệnh liệt kê chúng và không ghi gì. Với --import, những gì ghi sau này còn dựa vào "
        + "thì được giữ lại và nêu tên.",
      en: "Nothing is erased: a retraction is an event too. Where other events rest on it, "
        + "they are listed and nothing is recorded. With --import, what later events rest on is "
        + "kept and named."),
    run: RetractCommand.run)
}

/// `cadre retract`.
enum RetractCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let arguments = invocation.arguments
    let receipt = try arguments.number("--import").map { LogIndex($0) }
    if receipt == nil, arguments.operands.isEmpty {
      throw UsageMessages.missingOperand(Subcommand.retract)
    }
    if receipt != nil, let surplus = arguments.operands.first {
      throw UsageMessages.surplusOperand(surplus, Subcommand.retract)
    }
    let alone = receipt == nil ? "--dry-run" : "--with-dependants"
    if arguments.has(alone) { throw UsageMessages.unknownOption(alone, of: Subcommand.retract) }
    _ = try invocation.required("--reason")
    guard let reason = try arguments.code("--reason", RetractionReason.self) else {
      throw UsageMessages.missingOption("--reason", invocation.command)
    }
    if let receipt { return try undo(receipt, reason, invocation) }
    return try retract(reason, invocation)
  }

  private static func retract(
    _ reason: RetractionReason, _ invocation: Invocation
  ) throws(Complaint) -> ExitCode {
    let target = LogIndex(try invocation.arguments.number(operand: 0, "INDEX"))
    let actor = try invocation.actor()
    let ledger = try invocation.open(.write)
    let rows = try invocation.office { () throws(OfficeError) -> [RetractedRow] in
      let indexes = try ledger.retract(
        target, reason: reason,
        withDependants: invocation.arguments.has("--with-dependants"), actor: actor,
        now: invocation.console.now())
      return try ledger.called(indexes).map { RetractedRow($0) }
    }
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add(rows, UndoReport.retracted)
    }
    invocation.remark(
      Words(
        vi: "đã rút \(rows.count) sự kiện.",
        en: "\(Words.counted(rows.count, "event", "events")) retracted."))
    return .done
  }

  private static func undo(
    _ receipt: LogIndex, _ reason: RetractionReason, _ invocation: Invocation
  ) throws(Complaint) -> ExitCode {
    let isDryRun = invocation.arguments.has("--dry-run")
    let actor = try invocation.actor()
    let ledger = try invocation.open(isDryRun ? .read : .write)
    let (undo, kept) = try invocation.office { () throws(OfficeError) -> (Undo, [CalledEvent]) in
      let undo = try ledger.undo(
        importOf: receipt, reason: reason, isDryRun: isDryRun, actor: actor,
        now: invocation.console.now())
      return (undo, try ledger.called(undo.kept.map(\.index)))
    }
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add(UndoReport.groups(undo), UndoReport.counts(isDryRun: isDryRun))
      if !kept.isEmpty {
        try answer.add(
          zip(kept, undo.kept).map { RetractedRow($0, because: $1.because) }, UndoReport.kept)
      }
    }
    invocation.remark(summary(undo, isDryRun: isDryRun))
    return undo.kept.isEmpty ? .done : .warnings
  }

  private static func summary(_ undo: Undo, isDryRun: Bool) -> Words {
    let count = undo.withdrawn.count
    if isDryRun {
      return Words(
        vi: "chạy thử, không ghi gì; rút thật sẽ rút \(count) sự kiện.",
        en: "a dry run, nothing was recorded; "
          + "\(Words.counted(count, "event", "events")) would be taken back.")
    }
    return Words(
      vi: "đã rút \(count) sự kiện; các bảng của lần nhập này không còn được coi là đầy đủ.",
      en: "\(Words.counted(count, "event", "events")) taken back; the sheets of this import no "
        + "longer tell all.")
  }
}

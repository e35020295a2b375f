internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let show = Subcommand(
    "show", "INDEX", operands: 1...1,
    families: [.ledger, .known, .answer],
    summary: Words(vi: "một sự kiện với mọi chi tiết", en: "one event with all its details"),
    run: ShowCommand.run)
}

/// `cadre show`.
enum ShowCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let index = LogIndex(try invocation.arguments.number(operand: 0, "INDEX"))
    let known = try invocation.arguments.knowledge().asked
    let ledger = try invocation.open(.read)
    let shown = try invocation.office { () throws(OfficeError) in
      try ledger.show(index, known: known)
    }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([shown], ShownReport.event)
      if answer.format.isJSON { return }
      try answer.add(ShownReport.fields(of: shown), ShownReport.fields, as: .list)
    }
    return .done
  }
}

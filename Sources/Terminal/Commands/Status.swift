internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let status = Subcommand(
    "status",
    families: [.ledger, .answer],
    summary: Words(vi: "sổ đang ở trạng thái nào", en: "how the ledger stands"),
    run: StatusCommand.run)
}

/// `cadre status`.
enum StatusCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let ledger = try invocation.open(.read)
    let status = try invocation.office { () throws(OfficeError) in try ledger.status() }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([status], StatusReport.columns(of: status))
    }
    return .done
  }
}

internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let seal = Subcommand(
    "seal",
    families: [.ledger, .actor, .answer],
    summary: Words(
      vi: "niêm phong đầu của mọi luồng, để chứng minh được rằng không thiếu sự kiện nào",
      en: "seal the heads of all streams, so that none of their events can be left out"),
    details: Words(
      vi: "“cadre dossier” dựa trên niêm phong gần nhất.",
      en: "“cadre dossier” rests on the last seal."),
    run: SealCommand.run)
}

/// `cadre seal`.
enum SealCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let actor = try invocation.actor()
    _ = try invocation.format()
    let ledger = try invocation.open(.write)
    let seal = try invocation.office { () throws(OfficeError) in
      try ledger.seal(actor: actor, now: invocation.console.now())
    }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([seal], ProofReport.seal)
    }
    return .done
  }
}

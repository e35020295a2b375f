internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let person = Subcommand(
    "person", "P", operands: 1...1,
    families: [.ledger, .question, .picture],
    publishing: .question([.person]),
    summary: Words(
      vi: "tình trạng, chức vụ, quy hoạch và quá trình của một người",
      en: "a person's status, posts, planning and timeline"),
    details: PublishMessages.person,
    run: PersonCommand.run)
}

/// `cadre person`.
enum PersonCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let card = try invocation.office { () throws(OfficeError) in
      try ledger.card(
        of: invocation.arguments.operands[0], inquiry, now: invocation.console.now())
    }
    if try invocation.format() == .svg {
      try invocation.give(CareerReport.answer(card), of: ledger)
      return .done
    }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([card], PersonReport.person)
      if answer.format.isJSON { return }
      if !card.posts.isEmpty { try answer.add(card.posts, PersonReport.posts, as: .list) }
      if !card.planning.isEmpty { try answer.add(card.planning, PersonReport.planning, as: .list) }
      if !card.career.isEmpty { try answer.add(card.career, CareerReport.columns, as: .list) }
      try answer.add(card.timeline, PersonReport.timeline(card.names), as: .list)
    }
    return .done
  }
}

internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let rulesList = Subcommand(
    "rules list",
    families: [.ledger, .known, .answer],
    summary: Words(vi: "các bộ quy tắc đã thông qua", en: "the rule sets adopted"),
    run: RulesListCommand.run)
}

/// `cadre rules list`.
enum RulesListCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let known = try invocation.arguments.knowledge().asked
    let ledger = try invocation.open(.read)
    let adopted = try invocation.office { () throws(OfficeError) in
      try ledger.adoptedRules(Inquiry(known: known))
    }
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add(adopted, RulesReport.list)
    }
    return .done
  }
}

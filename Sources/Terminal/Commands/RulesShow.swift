internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let rulesShow = Subcommand(
    "rules show", operands: 0...1,
    families: [.ledger, .question, .answer],
    publishing: .refused(
      Words(
        vi: "Bộ quy tắc vốn ở trong sổ, nguyên văn: xem “cadre log --type RulesAdopted”.",
        en: "The rule set stands in the log already, word for word: see “cadre log --type "
          + "RulesAdopted”.")),
    summary: Words(
      vi: "các tham số của một bộ quy tắc, với căn cứ",
      en: "the parameters of a rule set, with their sources"),
    details: Words(
      vi: "Bộ quy tắc chọn bằng mã của nó hoặc bằng --rules; mặc định bộ được thông qua gần nhất. "
        + "“-O json” in nguyên văn bộ quy tắc như đã ghi.",
      en: "Choose the rule set by its id or with --rules; else the one adopted last. “-O json” "
        + "prints its text as it was recorded."),
    run: RulesShowCommand.run)
}

/// `cadre rules show`.
enum RulesShowCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    var inquiry = try invocation.inquiry()
    if let id = invocation.arguments.operands.first {
      if let other = inquiry.rules, other != id {
        throw UsageMessages.surplusOperand(id, invocation.command)
      }
      inquiry.rules = id
    }
    let format = try invocation.format()
    let ledger = try invocation.open(.read)
    let asked = inquiry
    let chosen = try invocation.office { () throws(OfficeError) in
      try ledger.rules(asked, now: invocation.console.now())
    }
    if format == .json {
      try invocation.give(chosen.content.hasSuffix("\n") ? chosen.content : chosen.content + "\n")
      return .done
    }
    let rules = chosen.standpoint.rules
    try invocation.answer { (answer) throws(Complaint) in
      answer.note(Words("\(rules.id): \(rules.title)"))
      try answer.add(RuleRow.all(in: rules), RulesReport.entries)
    }
    return .done
  }
}

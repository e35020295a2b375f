internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let rulesDiff = Subcommand(
    "rules diff", "FILE", operands: 1...1,
    families: [.ledger, .question, .answer],
    publishing: .refused(PublishMessages.file),
    summary: Words(
      vi: "bộ quy tắc mới sẽ thay đổi kết luận của ai",
      en: "whose verdict a new rule set would change"),
    details: Words(
      vi: "FILE là một bộ quy tắc (JSON). Mọi dòng của “cadre ready” được xét theo cả hai bộ; mỗi "
        + "kết luận khác nhau là một dòng, với điều kiện đổi và căn cứ mới. --rules chọn bộ quy tắc "
        + "để so; mặc định bộ đang dùng. Không có gì được ghi.",
      en: "FILE is a rule set (JSON). All rows of “cadre ready” are judged by both; each verdict "
        + "that differs is a row, with the requirements that changed and their new basis. --rules "
        + "chooses what to compare with; else the set in force. Nothing is recorded."),
    run: RulesDiffCommand.run)
}

/// `cadre rules diff`.
enum RulesDiffCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let path = invocation.arguments.operands[0]
    let text = try RulesFile.read(path)
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let difference = try RulesFile.office(path) { () throws(OfficeError) in
      try ledger.rulesDifference(text, inquiry, now: invocation.console.now())
    }
    let columns = VerdictChangeReport.columns(on: difference.standpoint.on, difference.positions)
    try invocation.answer { (answer) throws(Complaint) in
      guard answer.format.isJSON else {
        try answer.add(difference.changes, columns)
        return
      }
      var writing = EligibilityWriting(difference.standpoint, positions: difference.positions)
      for change in difference.changes {
        try answer.addObject { writing.write(change, proposed: difference.proposed, to: &$0) }
      }
    }
    invocation.remark(VerdictChangeReport.summary(difference))
    return .done
  }
}

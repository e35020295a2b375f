internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let rulesAdopt = Subcommand(
    "rules adopt", "FILE", operands: 1...1,
    families: [.ledger, .actor, .answer],
    summary: Words(
      vi: "thông qua một bộ quy tắc; từ đó mọi câu hỏi theo bộ này",
      en: "adopt a rule set; questions are judged by it from then on"),
    details: Words(
      vi:
        "FILE là một bộ quy tắc (JSON, không quá 60.000 byte), được ghi nguyên văn. Thông qua lại "
        + "cùng nội dung thì không ghi gì; nội dung khác phải có mã khác. Xem trước bằng “cadre "
        + "rules diff”.",
      en: "FILE is a rule set (JSON, at most 60,000 bytes), recorded as it is. The same again "
        + "records nothing; other content needs another id. See what it changes first with “cadre "
        + "rules diff”."),
    run: RulesAdoptCommand.run)
}

/// `cadre rules adopt`.
enum RulesAdoptCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let path = invocation.arguments.operands[0]
    let text = try RulesFile.read(path)
    let actor = try invocation.actor()
    let ledger = try invocation.open(.write)
    let adoption = try RulesFile.office(path) { () throws(OfficeError) in
      do throws(OfficeError) {
        return try ledger.adopt(text, actor: actor, now: invocation.console.now())
      } catch {
        guard case .refused(.conflict(let index)) = error.reason else { throw error }
        throw OfficeError(.rulesTaken(by: index), error.subject)
      }
    }
    let row = RecordedRow(
      line: 1, type: .rulesAdopted, stream: .ledger, index: adoption.index,
      isUnchanged: adoption.isUnchanged)
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add([row], RecordedReport.columns)
    }
    invocation.remark(remark(adoption))
    return .done
  }

  private static func remark(_ adoption: RulesAdoption) -> Words {
    let (id, index) = (adoption.id, adoption.index.number)
    guard adoption.isUnchanged else {
      return Words(
        vi: "đã thông qua bộ quy tắc \(id), sự kiện \(index).",
        en: "adopted the rule set \(id), event \(index).")
    }
    let words = Words(
      vi: "bộ quy tắc \(id) đã thông qua từ trước, sự kiện \(index); không ghi gì.",
      en: "the rule set \(id) was adopted already, event \(index); nothing was recorded.")
    guard adoption.inForce != id else { return words }
    return words
      + Words(
        vi: " Đang dùng \(adoption.inForce): muốn trở lại \(id), hãy rút bộ thông qua sau.",
        en: " In force is \(adoption.inForce): to return to \(id), retract what was adopted after.")
  }
}

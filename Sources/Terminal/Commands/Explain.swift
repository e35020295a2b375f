internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let explain = Subcommand(
    "explain", "P X", operands: 2...2,
    families: [.ledger, .question, .answer],
    publishing: .question([.person, .code]),
    summary: Words(
      vi: "một kết luận, từng điều kiện, với bằng chứng và căn cứ",
      en: "one verdict, requirement by requirement, with evidence and legal basis"),
    details: PublishMessages.person
      + Words(
        vi: " X là mã chức danh. Kết thúc với mã 0 nếu đủ, 1 nếu chưa đủ, 2 nếu chưa rõ, 66 nếu "
          + "không có người hoặc chức danh đó.",
        en: " X is a post's code. Exit status 0 is ready, 1 not ready, 2 unknown, 66 no such "
          + "person or post."),
    run: ExplainCommand.run)
}

/// `cadre explain`.
enum ExplainCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let operands = invocation.arguments.operands
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let explanation = try invocation.office { () throws(OfficeError) in
      try ledger.explanation(
        of: operands[0], for: operands[1], inquiry, now: invocation.console.now())
    }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try give(explanation, &answer)
    }
    switch explanation.assessment.judgement.verdict {
    case .ready: return .done
    case .notReady: return .no
    case .unknown: return .unknown
    }
  }

  private static func give(
    _ explanation: Explanation, _ answer: inout AnswerOutput
  ) throws(Complaint) {
    switch answer.format {
    case .json, .ndjson:
      try answer.addObject { ExplanationReport.write(explanation, to: &$0) }
    case .table, .csv, .svg:
      try answer.add([explanation], ExplanationReport.verdict)
      try answer.add(
        explanation.assessment.judgement.requirements,
        ExplanationReport.requirements(on: explanation.standpoint.on, explanation.positions),
        as: .list)
      try answer.add(
        explanation.evidence, ExplanationReport.evidence(explanation.names), as: .list)
    }
  }
}

internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let findings = Subcommand(
    "findings", "[--requirement ID] [--organisation O] [--since DAY]",
    options: [
      OptionSpecification(
        "--requirement", "ID",
        Words(
          vi: "chỉ các lượt bổ nhiệm chưa đạt hoặc chưa rõ điều kiện này, ví dụ theory",
          en: "only appointments that this requirement was not met for, or may not have been, "
            + "such as theory")),
      OptionSpecification(
        "--organisation", "O",
        Words(
          vi: "chỉ tổ chức này và cấp dưới", en: "only that organisation and those below")),
      OptionSpecification(
        "--since", "DAY",
        Words(
          vi: "chỉ các quyết định từ ngày này", en: "only decisions of that day or later")),
    ],
    families: [.ledger, .question, .answer],
    publishing: .question(),
    summary: Words(
      vi: "những quyết định đã ghi mà trái quy định",
      en: "recorded decisions that were against the rules"),
    details: Words(
      vi: "Mỗi quyết định đến ngày --on được xét theo quy định của ngày ra quyết định, như thể "
        + "chưa có nó, và theo những gì đã ghi vào lúc ghi nó; cột cuối cho biết những gì biết "
        + "đến nay có làm thay đổi kết quả không. Việc quá hạn, người giữ chức và số lượng được "
        + "xét tại ngày --on. Dòng summary của JSON là S3: tỷ lệ lượt bổ nhiệm đã có trình độ lý "
        + "luận chính trị trước khi bổ nhiệm.",
      en: "Every decision up to the day --on is judged by the rules of its own day, as if it had "
        + "not been taken, on what was recorded by the time it was; the last column says what "
        + "everything known now makes of it. What is overdue, who holds posts and what is counted "
        + "is judged on the day --on. The row summary of JSON is S3: the share of appointments "
        + "with the theory level held before."),
    run: FindingsCommand.run)
}

/// `cadre findings`.
enum FindingsCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    var filter = FindingFilter()
    filter.requirement = try invocation.arguments.code("--requirement", RequirementID.self)
    filter.organisation = invocation.arguments["--organisation"]
    filter.since = try invocation.arguments.day("--since")
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.findings(inquiry, filter, now: invocation.console.now())
    }
    try invocation.answer { (answer) throws(Complaint) in try give(list, &answer) }
    invocation.remark(FindingsReport.summary(list))
    return .done
  }

  private static func give(
    _ list: FindingsList, _ answer: inout AnswerOutput
  ) throws(Complaint) {
    switch answer.format {
    case .json, .ndjson:
      let writing = FindingWriting(list.standpoint, positions: list.positions)
      try answer.addObjects(list.rows, writing) { $0.write($1, to: &$2) }
      if let theory = list.theory { try answer.addObject { writing.write(theory, to: &$0) } }
    case .csv, .table, .svg:
      try answer.add(list.rows, FindingsReport.columns(list.positions))
    }
  }
}

internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let rulesLint = Subcommand(
    "rules lint", operands: 0...1,
    families: [.ledger, .question, .answer],
    publishing: .question([.file]),
    summary: Words(
      vi: "điều gì chưa chắc trong một bộ quy tắc", en: "what is doubtful about a rule set"),
    details: Words(
      vi: "Xét một tệp (JSON), hoặc bộ --rules, mặc định bộ đang dùng: giá trị chưa kiểm chứng, "
        + "tham số hết hiệu lực vào ngày --on, văn bản ra sau ngày áp dụng, năm chưa có danh sách "
        + "ngày nghỉ, và bao nhiêu kết luận dựa vào mỗi giá trị chưa kiểm chứng. Kết thúc với mã 3 "
        + "nếu có điều cần xem.",
      en: "Looks at a file (JSON), or at the set --rules, else at the one in force: unverified "
        + "values, parameters that have no value any more on the day --on, texts later than what "
        + "they are cited for, years without a list of holidays, and how many verdicts hang on "
        + "each unverified value. Exit status 3 where there is anything to say."),
    run: RulesLintCommand.run)
}

/// `cadre rules lint`.
enum RulesLintCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let path = invocation.arguments.operands.first
    if path != nil, invocation.arguments.has("--rules") {
      throw UsageMessages.notTogether("FILE", "--rules")
    }
    let text = try path.map { (path) throws(Complaint) in try RulesFile.read(path) }
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let lint = try RulesFile.office(path ?? "") { () throws(OfficeError) in
      try ledger.lint(of: text, inquiry, now: invocation.console.now())
    }
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add(LintRow.all(in: lint), RulesReport.lint)
    }
    invocation.remark(RulesReport.summary(lint))
    return lint.isClean ? .done : .warnings
  }
}

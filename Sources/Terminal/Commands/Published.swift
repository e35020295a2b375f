internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let published = Subcommand(
    "published", "[--last N] [--check]",
    options: [
      OptionSpecification(
        "--last", "N",
        Words(vi: "chỉ chừng ấy báo cáo gần nhất", en: "only so many, the latest")),
      OptionSpecification(
        "--check", nil,
        Words(
          vi: "hỏi lại từng báo cáo và so từng byte với lúc công bố",
          en: "ask each again, and compare byte for byte with what was published")),
    ],
    families: [.ledger, .answer],
    summary: Words(
      vi: "những báo cáo đã công bố, và nay chúng có còn đúng như thế không",
      en: "the reports that were published, and whether they still come out the same"),
    details: Words(
      vi: "Mỗi dòng là một câu hỏi đã chạy với --publish và chưa bị rút. Với --check, mỗi câu được "
        + "hỏi lại theo đúng ngày, số sự kiện và bộ quy tắc đã ghi; kết thúc với mã 4 nếu có báo "
        + "cáo khác đi, 3 nếu có câu không hỏi lại được. Báo cáo khác đi do sau đó có người được "
        + "xóa dữ liệu thì nêu số của người đó và không tính.",
      en: "Each row is a question asked with --publish and not retracted. With --check each is "
        + "asked again by the very day, log size and rule set recorded; exit status 4 where one "
        + "differs, 3 where one cannot be asked any more. Where people were erased since, who "
        + "may account for a difference, they are named by number, and the report is left out."),
    run: PublishedCommand.run)
}

/// `cadre published`.
enum PublishedCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let last = try invocation.arguments.counted("--last")
    _ = try invocation.format()
    let ledger = try invocation.open(.read)
    guard invocation.arguments.has("--check") else {
      let reports = try invocation.office { () throws(OfficeError) in
        try ledger.publishedReports(last: last)
      }
      try invocation.answer { (answer) throws(Complaint) in
        try answer.add(reports, PublishedList.columns)
      }
      return .done
    }
    let progress = Progress(invocation)
    let asked = try PublishedReports.askAgain(last: last, of: ledger, for: invocation) {
      progress.note(Words(vi: "hỏi lại", en: "asking again"), done: $0, of: $1)
    }
    progress.end()
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add(asked.map(\.row), PublishedList.checked)
    }
    for report in asked where report.isViolation {
      invocation.remark(
        PublishMessages.differs(report.published.index, report.published.report.question))
    }
    invocation.remark(PublishedList.summary(asked.map(\.row)))
    return status(of: asked)
  }

  private static func status(of asked: [AskedAgain]) -> ExitCode {
    if asked.contains(where: \.isViolation) { return .violation }
    let isOpen = asked.contains { report in
      if case .unanswerable = report.outcome { true } else { false }
    }
    return isOpen ? .warnings : .done
  }
}

extension AskedAgain {
  /// Whether what the ledger says now is not what it should say.
  var isViolation: Bool {
    switch outcome {
    case .same, .touchedByErasure: false
    case .differs: true
    case .unanswerable(let complaint): complaint.status == .violation
    }
  }

  /// The report as a row of an answer.
  var row: CheckedReport {
    let outcome: CheckedReport.Outcome =
      switch outcome {
      case .same: .same
      case .differs(let now): .differs(now: now)
      case .touchedByErasure(let people): .touchedByErasure(people)
      case .unanswerable(let complaint): .unanswerable(complaint.what)
      }
    return CheckedReport(published: published, outcome: outcome)
  }
}

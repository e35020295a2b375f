internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let reminders = Subcommand(
    "reminders", "[--within N] [--organisation O]",
    options: [
      OptionSpecification(
        "--within", "N",
        Words(
          vi: "xem trước bao nhiêu ngày; mặc định \(RemindersCommand.usual)",
          en: "how many days to look ahead; \(RemindersCommand.usual) where it is not said")),
      SharedOptions.organisation,
    ],
    families: [.ledger, .question, .answer], publishing: .question(),
    summary: Words(
      vi: "những việc đến hạn trong thời gian tới", en: "what lapses, ends or is due soon"),
    details: Words(
      vi: "Theo ngày: giấy chứng nhận, kết luận, quy hoạch, kỷ luật hết hạn; hết dự bị, hạn công "
        + "nhận, hạn tiếp nhận, hết sinh hoạt tạm thời, hết thời hạn giúp đỡ; Huy hiệu Đảng; nghỉ "
        + "hưu trong nhiệm kỳ. Việc phải làm đã quá hạn mà chưa làm đứng đầu.",
      en: "By day: certificates, conclusions, plans and disciplines that run out; probation, "
        + "temporary stays and periods of help that end; recognitions and receptions due; badges; "
        + "retirement inside the term. What is overdue and still to be done stands first."),
    run: RemindersCommand.run)
}

/// `cadre reminders`.
enum RemindersCommand {
  /// Days ahead where the line does not say: a quarter.
  static let usual = 90
  /// Days ahead at most: ten years.
  static let most = 3660

  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let days = try invocation.arguments.number("--within") ?? UInt64(usual)
    if days > most { throw UsageMessages.tooMany("--within", days, limit: most) }
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.reminders(
        inquiry, organisation: invocation.arguments["--organisation"], within: Int(days),
        now: invocation.console.now())
    }
    try invocation.give(RemindersReport.answer(list))
    return .done
  }
}

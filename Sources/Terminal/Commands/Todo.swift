internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let todo = Subcommand(
    "todo", "[--organisation O]", options: [SharedOptions.organisation],
    families: [.ledger, .question, .answer], publishing: .question(),
    summary: Words(
      vi: "còn thiếu giấy tờ gì, của ai, ai phải gửi, hạn đến ngày nào",
      en: "what paper is missing, whose, from whom, and by when"),
    details: Words(
      vi: "Trước hết là giấy tờ mà thiếu nó thì chưa kết luận được ai đủ điều kiện bổ nhiệm; rồi "
        + "kết luận hết hạn, xếp loại và kê khai quá hạn; giấy tờ kết nạp và chuyển sinh hoạt; "
        + "cuối cùng là các bảng chưa nhận. Mỗi giấy tờ một dòng, dù nhiều chức danh cùng chờ.",
      en: "First the papers for want of which it is not known who is ready for appointment; then "
        + "conclusions that ran out, ratings and declarations past due; papers of admissions and "
        + "transfers; last the sheets that were not received. A paper is one row, however many "
        + "posts wait for it."),
    run: TodoCommand.run)
}

/// `cadre todo`.
enum TodoCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.papers(
        inquiry, organisation: invocation.arguments["--organisation"],
        now: invocation.console.now())
    }
    try invocation.give(PapersReport.answer(list))
    return .done
  }
}

internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let coverage = Subcommand(
    "coverage", "[--organisation O] [--position X] [--term T] [--without P] [--since DAY]",
    options: [
      SharedOptions.organisation,
      OptionSpecification(
        "--position", "X", Words(vi: "chỉ chức danh này", en: "only that post")),
      OptionSpecification(
        "--term", "T",
        Words(
          vi: "chỉ nhiệm kỳ này, ví dụ 2025-2030; mặc định từ nhiệm kỳ hiện tại trở đi",
          en: "only that term, such as 2025-2030; else the one of the day and later ones")),
      OptionSpecification(
        "--without", "P",
        Words(
          vi: "giả định không tính người này: bỏ quy hoạch và chức danh của người đó",
          en: "as if that person were gone: without their planning and posts")),
      OptionSpecification(
        "--since", "DAY",
        Words(
          vi: "thêm những thay đổi từ sau ngày này: rà soát hằng năm",
          en: "and what changed since that day: the yearly review")),
    ],
    families: [.ledger, .question, .picture], publishing: .question(),
    summary: Words(
      vi: "quy hoạch từng chức danh, từng nhiệm kỳ: đủ, thiếu, ai sẵn sàng",
      en: "how well planning covers each post and term, and who is ready"),
    details: Words(
      vi: "Mỗi chức danh trong từng nhiệm kỳ: số lượng, người đang giữ, số người quy hoạch so với "
        + "hệ số và giới hạn, tỷ lệ nữ và dưới 40 tuổi, ai đủ điều kiện và khi nào; chức danh "
        + "chưa có ai, người quy hoạch quá số chức danh, quyết định thiếu kết luận tiêu chuẩn "
        + "chính trị. Dòng về chức danh thuộc tổ chức có chức danh. Nhiệm kỳ sau chưa ai được quy "
        + "hoạch chỉ có ở phần tổng hợp, trừ khi nêu --term.",
      en: "Each post in each term: seats, holders, people planned against pool and limits, shares "
        + "of women and of people under 40, who is ready and when; posts with nobody, people in "
        + "too many plans, decisions without a conclusion on political standards. Rows about a "
        + "post belong to its organisation. Of a later term for which nobody was ever planned "
        + "only totals are given, unless --term names it."),
    run: CoverageCommand.run)
}

/// `cadre coverage`.
enum CoverageCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let arguments = invocation.arguments
    var filter = PlanningFilter()
    filter.organisation = arguments["--organisation"]
    filter.position = arguments["--position"]
    filter.term = try arguments.term("--term")
    filter.without = arguments["--without"]
    filter.since = try arguments.day("--since")
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let asked = filter
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.coverage(inquiry, asked, now: invocation.console.now())
    }
    try invocation.give(CoverageReport.answer(list), of: ledger)
    return .done
  }
}

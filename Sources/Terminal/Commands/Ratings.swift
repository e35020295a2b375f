internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let ratings = Subcommand(
    "ratings", "[--year Y] [--organisation O]",
    options: [
      OptionSpecification(
        "--year", "Y",
        Words(
          vi: "xếp loại của năm này; mặc định là năm trọn vẹn gần nhất trước ngày --on",
          en: "the ratings of that year; by default the last full year before the day --on")),
      SharedOptions.organisation,
    ],
    families: [.ledger, .question, .answer], publishing: .question(),
    summary: Words(
      vi: "xếp loại đảng viên và tổ chức đảng, và tỷ lệ hoàn thành xuất sắc",
      en: "ratings of members and organisations, and the cap on excellent"),
    details: Words(
      vi: "Đảng viên được tính ở tổ chức của mình vào ngày 31 tháng 12 của năm. Số được xếp loại "
        + "hoàn thành xuất sắc của mỗi tổ chức cơ sở đảng được đối chiếu với tỷ lệ trên số hoàn "
        + "thành tốt; nơi chỉ một quyết định đặc biệt mới cho phép thì là chưa rõ.",
      en: "Members count where they were on 31 December of the year. How many of each grassroots "
        + "organisation were rated excellent is held against the share of those rated good; "
        + "where only a special decision would allow as many, it is not known."),
    run: RatingsCommand.run)
}

/// `cadre ratings`.
enum RatingsCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let inquiry = try invocation.inquiry()
    let day = inquiry.on ?? invocation.console.now().day
    let year = try invocation.arguments.number("--year").map { Int(clamping: $0) } ?? day.year - 1
    guard year < day.year || day == .lastOf(year: day.year) && year == day.year else {
      throw UsageMessages.yearNotOver("--year", year, on: day)
    }
    let ledger = try invocation.open(.read)
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.ratings(
        inquiry, of: year, organisation: invocation.arguments["--organisation"],
        now: invocation.console.now())
    }
    try invocation.give(RatingsReport.answer(list))
    return .done
  }
}

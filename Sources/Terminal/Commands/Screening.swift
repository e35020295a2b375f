internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let screening = Subcommand(
    "screening", "[--organisation O] [--round R]",
    options: [
      SharedOptions.organisation,
      OptionSpecification(
        "--round", "R",
        Words(vi: "chỉ đợt này, ví dụ 2021-1", en: "only that round, such as 2021-1")),
    ],
    families: [.ledger, .question, .picture], publishing: .question(),
    summary: Words(
      vi: "các đợt rà soát, sàng lọc đảng viên và việc phải theo dõi",
      en: "rounds of screening, and what they left to be followed"),
    details: Words(
      vi: "Các đợt và kết quả theo tổ chức cơ sở đảng; các thời hạn giáo dục, giúp đỡ; những "
        + "người nhiều năm liền không hoàn thành nhiệm vụ mà chưa đợt nào xem xét; các đề nghị "
        + "đưa ra khỏi Đảng và kết quả xử lý; số người ra khỏi Đảng theo lý do.",
      en: "The rounds, and their outcomes in each grassroots organisation; the periods of help; "
        + "who was rated unfulfilled for years running with no round having looked at it since; "
        + "removals proposed and what followed; memberships ended, by ground."),
    run: ScreeningCommand.run)
}

/// `cadre screening`.
enum ScreeningCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let arguments = invocation.arguments
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.screening(
        inquiry, organisation: arguments["--organisation"], round: arguments["--round"],
        now: invocation.console.now())
    }
    try invocation.give(ScreeningReport.answer(list), of: ledger)
    return .done
  }
}

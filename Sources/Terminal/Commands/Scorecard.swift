internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let scorecard = Subcommand(
    "scorecard", "--period PERIOD [--organisation O]",
    options: [
      OptionSpecification(
        "--period", "PERIOD",
        Words(
          vi: "năm (2021), quý (2021-Q3) hoặc nhiệm kỳ (2020-2025)",
          en: "a year (2021), a quarter (2021-Q3) or a term (2020-2025)")),
      SharedOptions.organisation,
    ],
    families: [.ledger, .question, .picture], publishing: .question(),
    summary: Words(
      vi: "các chỉ tiêu của chương trình trong một kỳ, đạt hay chưa",
      en: "how the programme's targets stand in a period"),
    details: Words(
      vi: "Mỗi dòng là một nội dung S1–S18 của chương trình: kết quả, chỉ tiêu, đạt hay chưa; "
        + "danh sách thứ hai là các đơn vị chưa đạt. Chỉ tiêu theo năm được tính từng năm của kỳ. "
        + "Tính đến ngày --on; kỳ chưa kết thúc thì điều chưa đạt là “chưa hết hạn”. Cùng sổ, cùng "
        + "ngày thì báo cáo giống nhau từng byte.",
      en: "Each line is a measure of S1 to S18: its value, its target, met or not; the second list "
        + "names the units that fall short. Yearly targets are measured in each year of the "
        + "period. Facts count up to the day --on; while a period lasts, what is not reached is "
        + "open. The same log and day give the same report, byte for byte."),
    run: ScorecardCommand.run)
}

/// `cadre scorecard`.
enum ScorecardCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let inquiry = try invocation.inquiry()
    let period = try invocation.required("--period")
    let ledger = try invocation.open(.read)
    let card = try invocation.office { () throws(OfficeError) in
      try ledger.scorecard(
        inquiry, of: period, organisation: invocation.arguments["--organisation"],
        now: invocation.console.now())
    }
    try invocation.give(ScorecardReport.answer(card), of: ledger)
    return .done
  }
}

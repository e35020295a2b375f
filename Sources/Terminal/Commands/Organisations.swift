internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let organisations = Subcommand(
    "organisations", "[--organisation O] [--fewer-than N] | --outside",
    options: [
      SharedOptions.organisation,
      OptionSpecification(
        "--fewer-than", "N",
        Words(
          vi: "chỉ tổ chức cơ sở đảng có ít hơn N đảng viên, tính cả cấp dưới",
          en: "only grassroots organisations with fewer than N members, with all below them")),
      OptionSpecification(
        "--outside", nil,
        Words(
          vi: "các tổ chức ngoài sổ, ai từ đó đến và ai đi đến đó",
          en: "the organisations outside the ledger, with who came from or went to each")),
    ],
    families: [.ledger, .question, .answer], publishing: .question(),
    summary: Words(
      vi: "các tổ chức đảng, đảng viên của từng tổ chức, và những lần sắp xếp lại",
      en: "the organisations, their members, and what decisions made of them"),
    details: Words(
      vi: "Mỗi tổ chức thuộc sổ vào ngày --on là một dòng, với số đảng viên của chính nó và tổng "
        + "số cùng cấp dưới; chi bộ có ít đảng viên chính thức hơn quy định được nêu rõ. Danh "
        + "sách thứ hai là các quyết định chuyển giao, tiếp nhận, sáp nhập, giải thể, chuyển "
        + "trực thuộc, đổi tên: số người theo quyết định, và theo sổ vào ngày hôm trước.",
      en: "Each organisation of the ledger on the day --on is a row, with its own members and the "
        + "total with all below it; a cell with fewer official members than the rules ask for is "
        + "said. The second list are the decisions that handed over, received, merged, "
        + "dissolved, re-parented or renamed: how many as decided, and as the ledger counts on "
        + "the day before."),
    run: OrganisationsCommand.run)
}

/// `cadre organisations`.
enum OrganisationsCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let filter = OrganisationFilter(
      organisation: invocation.arguments["--organisation"],
      fewerThan: try invocation.arguments.counted("--fewer-than"))
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    if invocation.arguments.has("--outside") {
      let outside = try invocation.office { () throws(OfficeError) in
        try ledger.outsideOrganisations(inquiry, now: invocation.console.now())
      }
      try invocation.give(OutsideReport.answer(outside))
      return .done
    }
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.organisations(inquiry, filter, now: invocation.console.now())
    }
    try invocation.give(OrganisationsReport.answer(list))
    return .done
  }
}

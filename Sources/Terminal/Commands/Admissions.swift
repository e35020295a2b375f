internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let admissions = Subcommand(
    "admissions", "[--organisation O] [--year Y] [--stage STAGE]",
    options: [
      SharedOptions.organisation,
      OptionSpecification(
        "--year", "Y",
        Words(
          vi: "chỉ năm này: năm kết nạp, năm giới thiệu, năm vào giai đoạn",
          en: "only that year: of the ceremony, of the introduction, of coming to the stage")),
      OptionSpecification(
        "--stage", "STAGE",
        Words(
          vi: "chỉ những người đang ở giai đoạn này: \(AdmissionStage.names)",
          en: "only who stands at that stage: \(AdmissionStage.names)")),
    ],
    families: [.ledger, .question, .picture], publishing: .question(),
    summary: Words(
      vi: "ai trong quy trình kết nạp, công nhận, việc gì đến hạn, mỗi năm kết nạp bao nhiêu",
      en: "who is on the way into the Party, what is due, and how many were admitted"),
    details: Words(
      vi: "Mỗi người từ khi được giới thiệu đến khi được công nhận chính thức: giai đoạn, bước "
        + "tiếp theo, hạn theo ngày làm việc; năm chưa có lịch nghỉ thì nói là chưa rõ. Sau đó là "
        + "số lượng: từ giới thiệu đến công nhận, theo năm kết nạp và khối của chi bộ kết nạp, "
        + "theo nguồn giới thiệu, theo lớp bồi dưỡng. Với --stage chỉ có danh sách.",
      en: "Everybody from the introduction to the recognition: the stage, what comes next, and by "
        + "when, in working days; a year without a list of holidays is said as not known. Then "
        + "what it adds up to: from introduction to recognition, by year of the ceremony and "
        + "sector of the admitting cell, by who introduced, and by class. With --stage there is "
        + "the list alone."),
    run: AdmissionsCommand.run)
}

/// `cadre admissions`.
enum AdmissionsCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    var filter = AdmissionFilter()
    filter.organisation = invocation.arguments["--organisation"]
    filter.year = try invocation.arguments.counted("--year")
    filter.stage = try invocation.arguments.code("--stage", AdmissionStage.self)
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.admissions(inquiry, filter, now: invocation.console.now())
    }
    try invocation.give(AdmissionsReport.answer(list), of: ledger)
    return .done
  }
}

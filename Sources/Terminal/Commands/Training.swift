internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let training = Subcommand(
    "training", "[--organisation O] [--level L] [--seats N] [--until YEAR]",
    options: [
      SharedOptions.organisation,
      OptionSpecification(
        "--level", "L",
        Words(
          vi: "chỉ lớp trình độ này: \(TheoryLevel.names)",
          en: "only classes of that level: \(TheoryLevel.names)")),
      OptionSpecification(
        "--seats", "N",
        Words(
          vi: "xếp lớp có từng ấy chỗ theo thứ tự ưu tiên",
          en: "fill a class of so many seats by priority")),
      OptionSpecification(
        "--until", "YEAR",
        Words(vi: "chỉ đến hết năm này", en: "only up to that year")),
    ],
    families: [.ledger, .question, .picture], publishing: .question(),
    summary: Words(
      vi: "lộ trình học lý luận chính trị: mỗi năm bao nhiêu chỗ, cho ai",
      en: "the roadmap of theory classes: how many seats each year, and for whom"),
    details: Words(
      vi: "Ai trong quy hoạch còn thiếu trình độ lý luận chính trị mà chức danh yêu cầu, và cần "
        + "học năm nào: nhiệm kỳ hiện tại thì ngay năm nay, nhiệm kỳ sau thì trước khi nhiệm kỳ bắt "
        + "đầu. Người chưa đủ tuổi học tại chức thì ghi là tập trung. Ưu tiên: nhiệm kỳ gần hơn, "
        + "chức danh cao hơn, người chỉ còn thiếu trình độ này, rồi mã hồ sơ.",
      en: "Who in planning lacks the level of political theory that the post asks for, and in "
        + "which year a class is due: for the term of the day this year, for a later one before it "
        + "begins. Who is too young for a part-time class is named for a full-time one. Priority: "
        + "the nearer term, the higher post, who lacks nothing else, then the file number."),
    run: TrainingCommand.run)
}

/// `cadre training`.
enum TrainingCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let arguments = invocation.arguments
    var filter = TrainingFilter()
    filter.organisation = arguments["--organisation"]
    filter.level = try arguments.code("--level", TheoryLevel.self)
    filter.seats = try arguments.counted("--seats")
    filter.until = try arguments.counted("--until")
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let asked = filter
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.training(inquiry, asked, now: invocation.console.now())
    }
    try invocation.give(TrainingReport.answer(list), of: ledger)
    return .done
  }
}

internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let ready = Subcommand(
    "ready",
    "[--position X|--class C] [--term T] [--organisation O] "
      + "[--verdict V] [--missing REQUIREMENT]",
    options: [
      OptionSpecification(
        "--position", "X",
        Words(
          vi: "chỉ quy hoạch chức danh này", en: "only planning for that post")),
      OptionSpecification(
        "--class", "C",
        Words(
          vi: "chỉ quy hoạch chức danh bậc này, ví dụ deputyDirector",
          en: "only planning for posts of that class, such as deputyDirector")),
      OptionSpecification(
        "--term", "T",
        Words(
          vi: "chỉ quy hoạch của nhiệm kỳ này, ví dụ 2020-2025",
          en: "only planning of that term, such as 2020-2025")),
      OptionSpecification(
        "--organisation", "O",
        Words(
          vi: "chỉ chức danh của tổ chức này và cấp dưới",
          en: "only posts of that organisation and below")),
      OptionSpecification(
        "--verdict", "V",
        Words(
          vi: "chỉ ready, notReady hoặc unknown",
          en: "only ready, notReady or unknown")),
      OptionSpecification(
        "--missing", "REQUIREMENT",
        Words(
          vi: "chỉ người chưa đạt hoặc chưa rõ điều kiện này, ví dụ theory",
          en: "only who does not meet that requirement, or may not, such as theory")),
    ],
    families: [.ledger, .question, .answer],
    publishing: .question(),
    summary: Words(
      vi: "ai đủ điều kiện bổ nhiệm, và thiếu gì",
      en: "who is ready for appointment, and what lacks"),
    details: Words(
      vi: "Mỗi dòng là một người trong diện quản lý và một chức danh mà người đó được quy hoạch "
        + "nhưng chưa giữ, kể cả khi quy hoạch đã hết hiệu lực. Không nêu --position hay --class "
        + "thì gồm mọi dòng. Bảng xếp theo tên, các dạng khác theo mã hồ sơ.",
      en: "Each row is a person of the population and a post that they are in planning for and do "
        + "not hold, lapsed planning included. Without --position or --class these are all rows. "
        + "Tables are sorted by name, other forms by file number."),
    run: ReadyCommand.run)
}

/// `cadre ready`.
enum ReadyCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let filter = try filter(invocation.arguments)
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.eligibility(inquiry, filter, now: invocation.console.now())
    }
    let columns = EligibilityReport.columns(on: list.standpoint.on)
    try invocation.answer { (answer) throws(Complaint) in
      switch answer.format {
      case .json, .ndjson:
        let writing = EligibilityWriting(list.standpoint, positions: list.positions)
        try answer.addObjects(list.rows, writing) { $0.write($1, to: &$2) }
      case .csv, .svg: try answer.add(list.rows, columns)
      case .table:
        try answer.add(EligibilityReport.sortedByName(list.rows), columns)
      }
    }
    invocation.remark(EligibilityReport.summary(list))
    return .done
  }

  private static func filter(_ arguments: Arguments) throws(Complaint) -> EligibilityFilter {
    if arguments.has("--position"), arguments.has("--class") {
      throw UsageMessages.notTogether("--position", "--class")
    }
    var filter = EligibilityFilter()
    filter.position = arguments["--position"]
    filter.positionClass = try arguments.code("--class", PositionClass.self)
    filter.term = try arguments.term("--term")
    filter.organisation = arguments["--organisation"]
    filter.verdict = try arguments.code("--verdict", Verdict.self)
    filter.missing = try arguments.code("--missing", RequirementID.self)
    return filter
  }
}

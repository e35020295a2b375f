internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let population = Subcommand(
    "population", "[--organisation O]", options: [SharedOptions.organisation],
    families: [.ledger, .question, .picture], publishing: .question(),
    summary: Words(
      vi: "bao nhiêu đảng viên, theo khối, giới tính, độ tuổi",
      en: "how many members there are, by sector, sex and age"),
    details: Words(
      vi: "Đảng viên chính thức, dự bị và quần chúng ưu tú trong các tổ chức thuộc sổ vào ngày "
        + "--on; chuyển sinh hoạt tạm thời không thay đổi số lượng. Các nhóm của mỗi cách chia "
        + "cộng lại bằng tổng số.",
      en: "Official members, probationers and prospects in the organisations of the ledger on the "
        + "day --on; a temporary transfer changes no count. The groups of each part add up to the "
        + "total."),
    run: PopulationCommand.run)
}

/// `cadre population`.
enum PopulationCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.population(
        inquiry, organisation: invocation.arguments["--organisation"],
        now: invocation.console.now())
    }
    try invocation.give(PopulationReport.answer(list), of: ledger)
    return .done
  }
}

internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let completeness = Subcommand(
    "completeness", "[--organisation O] [--missing DATUM]",
    options: [
      SharedOptions.organisation,
      OptionSpecification(
        "--missing", "DATUM",
        Words(
          vi: "nêu tên những người thiếu mục này: \(MissingDatum.names)",
          en: "name who lacks this: \(MissingDatum.names)")),
    ],
    families: [.ledger, .question, .answer], publishing: .question(),
    summary: Words(
      vi: "dữ liệu nào còn thiếu, của tổ chức nào; hồ sơ có thể trùng",
      en: "which data are missing, and whose; possible duplicates"),
    details: Words(
      vi: "Đếm trong các đảng viên và quần chúng ưu tú vào ngày --on. Hai hồ sơ cùng tên, cùng "
        + "ngày sinh là có thể trùng: nếu là một người, ghi bằng “cadre record SamePerson person=A "
        + "other=B on=NGÀY”; nếu là hai người: “cadre record DifferentPeople person=A other=B "
        + "on=NGÀY”; rút lại cả hai sự kiện bằng “cadre retract” thì trở về như cũ.",
      en: "Counted among members and prospects on the day --on. Two files of one name and birth "
        + "may be one person: if they are, “cadre record SamePerson person=A other=B on=DAY”; "
        + "if they are not, “cadre record DifferentPeople person=A other=B on=DAY”; "
        + "retracting both events by “cadre retract” undoes it."),
    run: CompletenessCommand.run)
}

/// `cadre completeness`.
enum CompletenessCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let inquiry = try invocation.inquiry()
    let missing = try invocation.arguments.code("--missing", MissingDatum.self)
    let ledger = try invocation.open(.read)
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.completeness(
        inquiry, organisation: invocation.arguments["--organisation"], missing: missing,
        now: invocation.console.now())
    }
    try invocation.give(CompletenessReport.answer(list, naming: missing != nil))
    return .done
  }
}

internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let transfers = Subcommand(
    "transfers", "[--organisation O] [--all]",
    options: [
      SharedOptions.organisation,
      OptionSpecification(
        "--all", nil,
        Words(
          vi: "cả những lượt đã xong, và số lượt của mọi năm",
          en: "also those that are done, and the counts of every year")),
    ],
    families: [.ledger, .question, .answer], publishing: .question(),
    summary: Words(
      vi: "chuyển sinh hoạt đảng: ai chưa được tiếp nhận, đến hạn khi nào, ai đang tạm thời",
      en: "transfers: who is not yet received, when that is due, who stays temporarily"),
    details: Words(
      vi: "Lượt chưa tiếp nhận vào ngày --on, với hạn tính theo ngày làm việc và các ngày nghỉ lễ "
        + "đã ghi; năm nào chưa có danh sách ngày lễ thì hạn là chưa rõ. Sinh hoạt tạm thời không "
        + "chuyển số lượng đảng viên. Với --organisation là các lượt đi, đến hoặc trong tổ chức "
        + "đó. Danh sách thứ hai đếm số lượt trong năm.",
      en: "Transfers not received by the day --on, with the term in working days and the holidays "
        + "adopted; where a year has no list of holidays, the term is not known. A temporary stay "
        + "moves nobody's count. With --organisation these are the transfers from, to and within "
        + "it. The second list counts those of the year."),
    run: TransfersCommand.run)
}

/// `cadre transfers`.
enum TransfersCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let filter = TransferFilter(
      organisation: invocation.arguments["--organisation"],
      all: invocation.arguments.has("--all"))
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let list = try invocation.office { () throws(OfficeError) in
      try ledger.transfers(inquiry, filter, now: invocation.console.now())
    }
    try invocation.give(TransfersReport.answer(list))
    return .done
  }
}

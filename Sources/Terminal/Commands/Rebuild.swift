internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let rebuild = Subcommand(
    "rebuild", "[--compare] [--memory MIB]",
    options: [
      OptionSpecification(
        "--compare", nil,
        Words(
          vi: "trước đó so từng dòng đang dùng với dòng dựng lại, và ghi kết quả vào sổ",
          en: "first hold each row in use against the rebuilt one, and record what was found")),
      OptionSpecification(
        "--memory", "MIB",
        Words(
          vi: "dùng chừng ấy MiB bộ nhớ khi dựng; mặc định 192, ít hơn thì dùng tệp tạm",
          en: "take about so many MiB of memory; else 192; with less, files stand in")),
    ],
    families: [.ledger, .actor, .answer],
    summary: Words(
      vi: "dựng lại khung nhìn từ sổ trong khi mọi người vẫn làm việc",
      en: "build the views anew from the log while everybody goes on working"),
    details: Words(
      vi: "Khung nhìn mới được dựng bên cạnh khung nhìn đang dùng rồi thay vào chỗ đó; bị ngắt "
        + "giữa chừng thì khung nhìn đang dùng không đổi. Không có --compare thì không so, không "
        + "ghi gì. Với --compare: trạng thái 4 nếu có dòng "
        + "khác; mọi khác biệt được đếm, và kê với -O ndjson.",
      en: "New views are built beside those in use and then take their place; cut off, those in "
        + "use stay as they are. Without --compare nothing is compared or recorded. With --compare the status is 4 where a row differs; all "
        + "differences are counted, and listed with -O ndjson."),
    run: RebuildCommand.run)
}

/// `cadre rebuild`.
enum RebuildCommand {
  /// So many differences are shown in a table.
  private static let shown = 20

  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let actor = try invocation.actor()
    _ = try invocation.format()
    let memory = try invocation.arguments.number("--memory").map { Int(clamping: $0 &<< 20) }
    let ledger = try invocation.open(.write)
    let rebuild = try rebuild(
      ledger, comparing: invocation.arguments.has("--compare"), memory: memory, actor: actor,
      invocation)
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add([rebuild], RebuildReport.summary, as: .single)
      let listed = rebuild.comparison?.listed ?? []
      if !listed.isEmpty {
        let count = answer.format == .table ? shown : listed.count
        try answer.add(listed.prefix(count), RebuildReport.differences, as: .list)
      }
    }
    guard rebuild.isClean else { throw RebuildMessages.differences(rebuild, ledger.folder) }
    return .done
  }

  /// Rebuilds, showing which part is under way.
  static func rebuild(
    _ ledger: Ledger, comparing: Bool, memory: Int? = nil, actor: String,
    _ invocation: Invocation
  ) throws(Complaint) -> Rebuild {
    let progress = Progress(invocation)
    defer { progress.end() }
    return try invocation.office { () throws(OfficeError) in
      try ledger.rebuild(
        comparing: comparing, memory: memory, actor: actor, now: invocation.console.now
      ) {
        progress.note(RebuildMessages.words(of: $0), done: RebuildMessages.step(of: $0), of: 3)
      }
    }
  }
}

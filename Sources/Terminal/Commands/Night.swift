internal import Cadre
internal import Office
internal import Platform
internal import Reports

extension Subcommand {
  static let night = Subcommand(
    "night",
    "[--backups DIR] [--keep N] [--reports DIR] [--metrics FILE] [--expect FILE] [--signers FILE]",
    options: [
      OptionSpecification(
        "--backups", "DIR",
        Words(
          vi: "nơi để các bản sao lưu; mặc định SỔ-night/backups, nên là ổ đĩa khác",
          en: "where the backups are; else LEDGER-night/backups; better another disk")),
      OptionSpecification(
        "--keep", "N",
        Words(
          vi: "giữ từng này bản sao lưu, kể cả bản mới; mặc định giữ hết",
          en: "keep so many backups, the new one included; else all")),
      OptionSpecification(
        "--reports", "DIR",
        Words(
          vi: "nơi để báo cáo theo ngày; mặc định SỔ-night/reports",
          en: "where the dated reports are; else LEDGER-night/reports")),
      OptionSpecification(
        "--metrics", "FILE",
        Words(
          vi: "tệp cho Prometheus (textfile); mặc định SỔ-night/cadre.prom",
          en: "the file for Prometheus' textfile collector; else LEDGER-night/cadre.prom")),
    ] + VerifyCommand.options,
    families: [.ledger, .actor, .answer],
    summary: Words(
      vi: "việc ban đêm: kiểm tra, sao lưu, dựng lại, so, hỏi lại, niêm phong, báo cáo",
      en: "the night's work: verify, back up, rebuild, compare, ask again, seal, report"),
    details: Words(
      vi: "Lần lượt: giải phóng chỗ của người đọc đã chết; kiểm tra cả sổ; sao lưu và kiểm tra bản "
        + "sao; dựng lại khung nhìn, so từng dòng và ghi nhận; hỏi lại \(NightRun.asked) báo "
        + "cáo công bố gần nhất và so từng byte; niêm phong; viết báo cáo (JSON, CSV) vào thư mục theo "
        + "ngày, “latest” dẫn đến thư mục mới nhất. Sổ sai lệch thì dừng ở đó. Trạng thái 4 nếu có "
        + "gì sai khác, 74 hoặc 75 nếu có phần không làm được. Cách cài đặt: Tools/nightly.",
      en: "In turn: free the places of dead readers; verify the whole ledger; back it up and "
        + "verify the backup; rebuild the views, compare them row by row and attest; ask the last "
        + "\(NightRun.asked) published lists again and compare byte for byte; seal; write the "
        + "lists (JSON, CSV) into a dated folder, to which “latest” leads. A violated ledger ends "
        + "it there. The status is 4 where anything differs, 74 or 75 where a part could not be done. "
        + "Tools/nightly says how to install it."),
    run: NightCommand.run)
}

/// `cadre night`.
enum NightCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let actor = try invocation.actor()
    _ = try invocation.format()
    let kept = try KeptCheckpoint(invocation)
    let places = try NightPlaces(invocation)
    let ledger = try invocation.open(.write)
    let turn: FileLock
    do throws(PlatformError) { turn = try FileLock("\(ledger.folder)/night", waiting: 0) } catch {
      throw NightMessages.notBegun(error, ledger.folder)
    }
    var run = NightRun(ledger, places, kept, actor: actor, invocation)
    // Until it has ended, monitoring sees a night that has not: whoever dies leaves that.
    try places.write(run.night)
    run.run()
    try places.write(run.night)
    turn.release()
    try invocation.answer { (answer) throws(Complaint) in
      try answer.add(run.night.parts, NightReport.columns(in: invocation.language))
    }
    if run.status == .violation { throw NightMessages.differs(run.night, ledger.folder) }
    if let failure = run.failure { throw failure }
    return run.status
  }
}

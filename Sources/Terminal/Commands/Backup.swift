internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let backup = Subcommand(
    "backup", "DIR [--keep N]", operands: 1...1,
    options: [
      OptionSpecification(
        "--keep", "N",
        Words(
          vi: "sau khi xong, chỉ giữ N bản mới nhất; mặc định giữ tất cả",
          en: "once done, keep the newest N alone; else all are kept"))
    ],
    families: [.ledger, .answer],
    summary: Words(
      vi: "sao lưu sổ khi đang dùng, và kiểm tra lại bản sao",
      en: "back the ledger up while it is in use, and verify the copy"),
    details: Words(
      vi: "Mỗi lần tạo trong DIR một thư mục mới mang tên thời điểm (giờ UTC); tệp “latest” nêu "
        + "bản mới nhất. Bản sao được đọc lại toàn bộ như “cadre verify” rồi mới được đặt tên; nếu sai, "
        + "lệnh kết thúc với mã 4 và các bản trước còn nguyên. Bản sao lưu có họ tên và các số của "
        + "mọi người: hãy giữ như chính sổ. Bản làm trước một lần xóa vẫn còn dữ liệu của người đã "
        + "xóa; lệnh nêu tên các bản đó.",
      en: "Makes a new folder below DIR each time, named by the moment in UTC; the file “latest” "
        + "names the newest. The copy is read again as by “cadre verify” before it gets its name; "
        + "where it is not good the command ends with 4, and the backups before stay. A backup "
        + "holds everyone's name and numbers: keep it like the ledger. One made before an erasure "
        + "still holds who was erased; the command names these."),
    run: BackupCommand.run)
}

/// `cadre backup`.
enum BackupCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let arguments = invocation.arguments
    let kept = try arguments.counted("--keep")
    _ = try invocation.format()
    let ledger = try invocation.open(.write)
    let backup = try copy(ledger, kept, invocation)
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([backup], BackupReport.columns)
    }
    guard backup.isVerified else {
      throw BackupMessages.notVerified(backup.verification, ledger.folder)
    }
    guard backup.verification.isClean else {
      throw BackupMessages.incomplete(backup.verification, ledger.folder)
    }
    if !backup.beforeErasure.isEmpty {
      invocation.remark(BackupMessages.beforeErasure(backup.beforeErasure))
    }
    return .done
  }

  private static func copy(
    _ ledger: Ledger, _ kept: Int?, _ invocation: Invocation
  ) throws(Complaint) -> Backup {
    let progress = Progress(invocation)
    defer { progress.end() }
    return try invocation.office { () throws(OfficeError) in
      try ledger.backup(
        to: invocation.arguments.operands[0], keeping: kept, now: invocation.console.now()
      ) { done, total in
        progress.note(BackupMessages.verifying, done: Int(clamping: done), of: Int(clamping: total))
      }
    }
  }
}

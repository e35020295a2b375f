internal import Cadre
internal import Office
internal import Platform
internal import Reports

extension Subcommand {
  static let restore = Subcommand(
    "restore", "DIR [--newest LEDGER] [--expect FILE] [--accept-loss]", operands: 1...1,
    options: [
      OptionSpecification(
        "--newest", "LEDGER",
        Words(
          vi: "lấy nhật ký của sổ này, kể cả sổ đã hỏng, nếu nhật ký còn nguyên và mới hơn",
          en: "take the log of this ledger, a damaged one perhaps, if it is whole and newer")),
      OptionSpecification(
        "--expect", "FILE",
        Words(
          vi: "so với điểm kiểm soát cất ngoài máy",
          en: "compare with a checkpoint kept elsewhere")),
      OptionSpecification(
        "--accept-loss", nil,
        Words(
          vi: "vẫn khôi phục khi mất sự kiện mới hơn mà điểm kiểm soát cho biết, hoặc bản sao lưu "
            + "thiếu hồ sơ kín",
          en: "restore even where newer events, of which the checkpoint tells, or private records "
            + "are lost")),
    ],
    families: [.ledger, .answer],
    summary: Words(
      vi: "khôi phục sổ từ bản sao lưu, kiểm tra mọi thứ",
      en: "restore a ledger from a backup, checking everything"),
    details: Words(
      vi: "DIR là một bản sao lưu, hoặc thư mục chứa các bản (lấy bản mới nhất). Sổ ở --ledger "
        + "chưa được tồn tại, hoặc phải rỗng. Bản sao lưu được đọc lại toàn bộ; bản bị sửa thì bị "
        + "từ chối với mã 4 và chỗ sai. Các lần xóa ghi trong nhật ký được làm lại, khung nhìn "
        + "được dựng lại. Với --newest, hồ sơ kín ghi sau bản sao lưu bị mất và được nêu tên (mã 3).",
      en: "DIR is a backup, or the folder that holds them: then the newest. The ledger at --ledger "
        + "must not exist, or be empty. The whole backup is read again; one that was altered is "
        + "refused with status 4 and the place. Erasures in the log are done again, and the views "
        + "are built. With --newest, private records younger than the backup are lost, and named "
        + "(status 3)."),
    run: RestoreCommand.run)
}

/// `cadre restore`.
enum RestoreCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let arguments = invocation.arguments
    _ = try invocation.format()
    let path = arguments["--expect"]
    var restore = Restore(
      from: arguments.operands[0], to: invocation.ledger, newest: arguments["--newest"],
      checkpoint: try path.map { (path) throws(Complaint) in try CheckpointFile.read(path) },
      acceptsLoss: arguments.has("--accept-loss"))
    restore.warn = { invocation.remark(BackupMessages.changed($0)) }
    let found = try run(restore, path, invocation)
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([found], RestoreReport.columns)
    }
    if let refusal = found.refusal { throw BackupMessages.refused(found, refusal) }
    if found.lost > 0 { invocation.remark(BackupMessages.lost(found.lost)) }
    guard found.verification.missing.isEmpty else {
      invocation.remark(BackupMessages.missing(found.verification.missing))
      return .warnings
    }
    return found.lost > 0 ? .warnings : .done
  }

  private static func run(
    _ restore: Restore, _ path: String?, _ invocation: Invocation
  ) throws(Complaint) -> Restoration {
    let progress = Progress(invocation)
    defer { progress.end() }
    do throws(OfficeError) {
      return try restore.run { done, total in
        progress.note(BackupMessages.verifying, done: Int(clamping: done), of: Int(clamping: total))
      }
    } catch {
      if case .badCheckpoint = error.reason {
        throw OfficeMessages.complaint(OfficeError(error.reason, path ?? ""))
      }
      throw OfficeMessages.complaint(error)
    }
  }
}

internal import Cadre
internal import Office
internal import Reports

/// What is said of backups, made, restored or refused.
enum BackupMessages {
  /// What goes on while a copy is read again.
  static let verifying = Words(vi: "kiểm tra bản sao", en: "verifying the copy")

  /// The complaint about a folder without a backup.
  static func noBackup(_ folder: String) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "“\(folder)” không có bản sao lưu nào.", en: "there is no backup in “\(folder)”."),
      remedy: Words(
        vi: "Nêu thư mục đã đưa cho “cadre backup”, hoặc một bản trong đó.",
        en: "Name the folder that “cadre backup” was given, or a backup in it."))
  }

  /// The complaint about a backup that is taken for a ledger.
  static func isBackup(_ folder: String) -> Complaint {
    Complaint(
      .configuration,
      Words(
        vi: "“\(folder)” là bản sao lưu, không phải sổ để làm việc.",
        en: "“\(folder)” is a backup, not a ledger to work on."),
      remedy: Words(
        vi: "Dùng “cadre restore” để khôi phục ra chỗ khác; “cadre verify” đọc được nó tại chỗ.",
        en:
          "Have “cadre restore” make a ledger of it elsewhere; “cadre verify” reads it where it is."
      ))
  }

  /// The complaint about a folder that cannot be made.
  static func cannotCreate(_ folder: String, _ how: String) -> Complaint {
    let why =
      how == "ledger"
      ? Words(
        vi: "đó là một sổ hay bản sao lưu, hoặc ở trong đó",
        en: "it is a ledger or a backup, or stands in one")
      : Words(how)
    return Complaint(
      .cannotCreate,
      Words(
        vi: "không tạo được gì ở “\(folder)”: \(why.vietnamese).",
        en: "nothing can be made in “\(folder)”: \(why.english)."),
      remedy: Words(vi: "Hãy chọn thư mục khác.", en: "Choose another folder."))
  }

  /// The complaint about a copy that is not what was recorded.
  static func notVerified(_ found: Verification, _ ledger: String) -> Complaint {
    let violation = VerifyMessages.violation(found, ledger)
    return Complaint(
      .violation,
      Words(
        vi: "không sao lưu: \(violation.what.vietnamese)",
        en: "nothing was backed up: \(violation.what.english)"),
      remedy: Words(
        vi: "Các bản sao lưu trước còn nguyên. Đừng ghi thêm; chạy “cadre verify”.",
        en: "The backups before are as they were. Record nothing more; run “cadre verify”."))
  }

  /// The complaint about a backup of a ledger that lacks private records.
  static func incomplete(_ found: Verification, _ ledger: String) -> Complaint {
    let violation = VerifyMessages.violation(found, ledger)
    return Complaint(
      .violation,
      Words(
        vi: "đã sao lưu, nhưng \(violation.what.vietnamese)",
        en: "it is backed up, but \(violation.what.english)"),
      remedy: Words(
        vi: "Không bản sao lưu nào bị bỏ đi; bản cũ có thể còn các hồ sơ đó.",
        en: "No backup was removed: an older one may still have these records."))
  }

  /// What is said of backups that an erasure did not reach.
  static func beforeErasure(_ names: [String]) -> Words {
    let list = names.joined(separator: ", ")
    return Words(
      vi: "các bản sao lưu sau làm trước lần xóa gần nhất và có thể còn dữ liệu của người đã xóa: "
        + "\(list). Hãy bỏ chúng khi không cần nữa.",
      en: "these backups are older than the last erasure and may still hold who was erased: "
        + "\(list). Remove them once they are not needed.")
  }

  /// What is said of files that are not as they were, before the place is looked for.
  static func changed(_ files: [String]) -> Words {
    let list = files.joined(separator: ", ")
    return Words(
      vi: "bản sao lưu không còn như khi làm ra: \(list).",
      en: "the backup is not as it was made: \(list).")
  }

  /// What is said where events are lost that a checkpoint tells of.
  static func lost(_ events: UInt64) -> Words {
    Words(
      vi: "\(events) sự kiện mới hơn, có trong điểm kiểm soát, đã mất; hãy ghi lại từ bảng tính.",
      en: "\(events) newer events, of which the checkpoint tells, are lost; record them again from "
        + "the sheets.")
  }

  /// What is said where private records are younger than the backup.
  static func missing(_ records: [Verification.MissingRecord]) -> Words {
    let first = records.first.map { "\($0.stream)" } ?? ""
    return Words(
      vi: "mất hồ sơ kín của \(records.count) người ghi sau bản sao lưu, đầu tiên là \(first); "
        + "“cadre verify” nêu đủ.",
      en: "the private records of \(records.count) people, recorded after the backup, are lost, "
        + "first those of \(first); “cadre verify” names them all.")
  }
}

internal import Cadre
internal import Office
internal import Platform
internal import Reports

/// What is said of a night as a whole.
enum NightMessages {
  /// The complaint where another night is under way, or the ledger's folder cannot be written.
  static func notBegun(_ error: PlatformError, _ folder: String) -> Complaint {
    guard case .busy = error else { return FileMessages.writing(error) }
    return Complaint(
      .busy,
      Words(
        vi: "một việc ban đêm khác của “\(folder)” đang chạy.",
        en: "another night of “\(folder)” is under way."),
      remedy: Words(
        vi: "Không có gì được làm; hãy chờ việc kia xong.",
        en: "Nothing was done; wait for the other to end."))
  }

  /// The complaint about what differs; the parts are in the answer.
  static func differs(_ night: Night, _ folder: String) -> Complaint {
    let differing = night.parts.filter { $0.outcome == .differs }.map(\.part)
    let parts = differing.map { NightReport.words(of: $0) }
    return Complaint(
      .violation,
      Words(
        vi: "“\(folder)” có sai khác: \(parts.map(\.vietnamese).joined(separator: "; ")).",
        en: "“\(folder)” is not as it should be: \(parts.map(\.english).joined(separator: "; "))."),
      remedy: differing == [.rebuild]
        ? viewsMended
        : Words(
          vi: "Đừng ghi thêm; giữ nguyên thư mục sổ và so với bản sao lưu tốt gần nhất.",
          en: "Record nothing more; keep the ledger's folder as it is and compare it with the last "
            + "good backup."))
  }

  /// What to do where the views alone were wrong.
  private static let viewsMended = Words(
    vi: "Nhật ký toàn vẹn, khung nhìn dựng lại đã được dùng. Câu trả lời đưa ra từ lần khớp trước "
      + "cần xem lại; tìm xem ai hay cái gì đã đổi tệp.",
    en: "The log is sound and the rebuilt views are in use. Look again at what was answered since "
      + "they were last found equal, and find out who or what changed the files.")

  /// The complaint about backups and reports in one folder: both keep a `latest` there.
  static func sameFolder(_ folder: String) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "--backups và --reports cùng là “\(folder)”.",
        en: "--backups and --reports are both “\(folder)”."),
      remedy: Words(vi: "Hãy nêu hai thư mục khác nhau.", en: "Name two folders."))
  }

  /// The complaint about a place inside the ledger.
  static func insideLedger(_ folder: String) -> Complaint {
    Complaint(
      .usage,
      Words(vi: "“\(folder)” ở trong sổ.", en: "“\(folder)” is inside the ledger."),
      remedy: Words(vi: "Hãy nêu thư mục ngoài sổ.", en: "Name a folder outside of it."))
  }
}

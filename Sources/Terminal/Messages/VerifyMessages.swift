internal import Cadre
internal import Office
internal import Reports

/// What is said when a verification finds something wrong; always status 4.
enum VerifyMessages {
  /// The complaint about the first thing wrong, or else what is missing or unlike the checkpoint.
  static func violation(_ found: Verification, _ folder: String) -> Complaint {
    if let fault = found.fault { return complaint(VerifyReport.words(of: fault), folder) }
    if let first = found.missing.first {
      let count = found.missing.count
      return complaint(
        Words(
          vi: "mất hồ sơ kín của \(count) người, đầu tiên là \(first.stream) "
            + "(sự kiện \(first.index.number))",
          en: "the private records of \(count) people are missing, first those of \(first.stream) "
            + "(event \(first.index.number))"), folder)
    }
    if let record = found.lingering {
      return complaint(
        Words(
          vi: "hồ sơ kín của \(record.stream) lẽ ra đã xóa vẫn còn (sự kiện "
            + "\(record.index.number))",
          en: "a private record of \(record.stream), who was erased, is still there (event "
            + "\(record.index.number))"), folder)
    }
    let expectation = found.expectation.map { VerifyReport.words(of: $0) } ?? Words("")
    return complaint(
      Words(
        vi: "không khớp điểm kiểm soát: \(expectation.vietnamese)",
        en: "not as the checkpoint says: \(expectation.english)"), folder)
  }

  /// What is said where nothing is wrong but an erasure that was cut off.
  static let unfinishedErasure = Words(
    vi: "một lần xóa bị ngắt giữa chừng: người đã xóa không hiện ra, nhưng tệp cũ còn dữ liệu của "
      + "họ. Chạy lại “cadre erase”, hoặc ghi bất cứ gì, để xóa nốt.",
    en: "an erasure was cut off: those erased are not shown, but their data are still in an old "
      + "file. Run “cadre erase” again, or record anything, to finish it.")

  private static func complaint(_ what: Words, _ folder: String) -> Complaint {
    Complaint(
      .violation,
      Words(
        vi: "sổ “\(folder)” bị sai lệch: \(what.vietnamese).",
        en: "the ledger “\(folder)” is violated: \(what.english)."),
      remedy: Words(
        vi: "Đừng ghi thêm; giữ nguyên thư mục này và so với bản sao lưu gần nhất.",
        en: "Record nothing more; keep the folder as it is and compare it with the last backup."))
  }
}

internal import Cadre
internal import Office
internal import Reports

/// What is said of an erasure, done or refused.
enum ErasureMessages {
  /// Why the rules refuse, and from when they will not; nil where they do not.
  static func refusal(_ erasure: PersonErasure) -> Complaint? {
    guard let (why, remedy) = refused(erasure) else { return nil }
    return Complaint(
      .badData,
      Words(
        vi: "không xóa được hồ sơ “\(erasure.file)”: \(why.vietnamese).",
        en: "“\(erasure.file)” cannot be erased: \(why.english)."),
      remedy: remedy)
  }

  private static func refused(_ erasure: PersonErasure) -> (why: Words, remedy: Words)? {
    switch erasure.outcome {
    case .planned, .erased, .unchanged: nil
    case .stillInLedger:
      (
        Words(vi: "người này chưa rời sổ", en: "they have not left the ledger"),
        Words(
          vi: "Ghi việc ra khỏi Đảng hoặc chuyển đi trước (ra-khoi-dang, chuyen-sinh-hoat); thời "
            + "hạn lưu giữ tính từ ngày đó.",
          en: "Record first how they left (ra-khoi-dang, chuyen-sinh-hoat); their data are kept "
            + "for so long from then.")
      )
    case .retained(let years): retained(erasure, years)
    case .noRetention:
      (
        Words(
          vi: "bộ quy tắc không nêu thời hạn lưu giữ (retention.years)",
          en: "the rule set does not say how long data are kept (retention.years)"),
        Words(
          vi: "Thông qua một bộ quy tắc có retention.years.",
          en: "Adopt a rule set with retention.years.")
      )
    }
  }

  private static func retained(
    _ erasure: PersonErasure, _ years: Int
  ) -> (why: Words, remedy: Words) {
    let left = erasure.leftOn?.forPeople ?? ""
    let allowed = erasure.allowedFrom?.forPeople ?? ""
    return (
      Words(
        vi: "rời sổ ngày \(left), phải lưu \(years) năm",
        en: "they left the ledger on \(left), and data are kept for \(years) years"),
      Words(
        vi: "Được xóa từ ngày \(allowed).", en: "They may be erased from \(allowed) on.")
    )
  }

  /// What was done, or would be.
  static func summary(_ erasure: PersonErasure) -> Words {
    switch erasure.outcome {
    case .planned:
      Words(
        vi: "chưa xóa gì; bỏ --dry-run để xóa, không thể hoàn lại.",
        en: "nothing was erased; without --dry-run it is, for good.")
    case .unchanged:
      Words(
        vi: "hồ sơ “\(erasure.file)” đã được xóa từ trước.",
        en: "“\(erasure.file)” had been erased before.")
    case .erased, .stillInLedger, .retained, .noRetention:
      Words(
        vi: "đã xóa \(erasure.records) hồ sơ kín; sự kiện và bằng chứng trước đó không đổi. Tệp "
          + "ngoài sổ không bị động đến.",
        en: "\(Words.counted(erasure.records, "private record", "private records")) erased; the "
          + "events and proofs before stand. Files outside the ledger were not touched.")
    }
  }
}

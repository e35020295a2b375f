internal import Cadre
internal import Office
internal import Reports

extension BackupMessages {
  /// Why a backup was not restored; always status 4.
  static func refused(_ found: Restoration, _ refusal: Restoration.Refusal) -> Complaint {
    let (why, remedy) = reason(found, refusal)
    return Complaint(
      .violation,
      Words(
        vi: "không khôi phục từ “\(found.backup)”: \(why.vietnamese).",
        en: "“\(found.backup)” was not restored: \(why.english)."),
      remedy: remedy)
  }

  private static let another = Words(
    vi: "Không có gì được tạo ra. Hãy thử bản sao lưu khác.",
    en: "Nothing was made. Try another backup.")

  private static func reason(
    _ found: Restoration, _ refusal: Restoration.Refusal
  ) -> (why: Words, remedy: Words) {
    switch refusal {
    case .altered, .restored: return (wrong(found.verification), another)
    case .files(let files):
      let list = files.joined(separator: ", ")
      return (
        Words(
          vi: "có tệp không còn như khi sao lưu: \(list)",
          en: "files are not as they were when it was made: \(list)"), another
      )
    case .newestDamaged:
      let what = wrong(found.verification)
      return (
        Words(
          vi: "nhật ký của --newest bị hỏng: \(what.vietnamese)",
          en: "the log of --newest is damaged: \(what.english)"),
        Words(
          vi: "Không có gì được tạo ra. Hãy khôi phục không có --newest.",
          en: "Nothing was made. Restore without --newest.")
      )
    case .notPrefix: return notPrefix(found)
    case .loss(let events):
      return (
        Words(
          vi: "điểm kiểm soát mới hơn: sẽ mất \(events) sự kiện",
          en: "the checkpoint is newer: \(events) events would be lost"),
        Words(
          vi: "Tìm bản mới hơn, hoặc nêu --newest; hoặc chấp nhận mất bằng --accept-loss.",
          en:
            "Find a newer backup, or a newer ledger with --newest; or accept it with --accept-loss."
        )
      )
    case .checkpoint: return (expectation(found.verification), another)
    case .views(let index):
      return (
        Words(
          vi: "khung nhìn dựng lại khác điều sự kiện \(index.number) ghi",
          en: "the views built from it are not those of which event \(index.number) tells"),
        another
      )
    }
  }

  private static func notPrefix(_ found: Restoration) -> (why: Words, remedy: Words) {
    let remedy = Words(
      vi: "Không có gì được tạo ra. --newest phải là chính sổ này, ở lúc sau.",
      en: "Nothing was made. --newest must be this same ledger, later.")
    let why: Words
    switch found.verification.expectation {
    case .shorter:
      why = Words(
        vi: "nhật ký của --newest ngắn hơn bản sao lưu",
        en: "the log of --newest is shorter than the backup's")
    case .otherOrigin:
      why = Words(vi: "--newest là sổ khác", en: "--newest is another ledger")
    case .otherRoot, .damaged, .agrees, nil:
      why = Words(
        vi: "nhật ký của --newest không bắt đầu bằng nhật ký của bản sao lưu",
        en: "the log of --newest does not begin with the backup's")
    }
    return (why, remedy)
  }

  private static func expectation(_ found: Verification) -> Words {
    found.expectation.map { VerifyReport.words(of: $0) } ?? Words("")
  }

  /// The first thing that a verification found wrong, as a clause.
  private static func wrong(_ found: Verification) -> Words {
    if let fault = found.fault { return VerifyReport.words(of: fault) }
    if let record = found.missing.first ?? found.lingering {
      return Words(
        vi: "hồ sơ kín của \(record.stream) thiếu hoặc thừa (sự kiện \(record.index.number))",
        en: "the private record of \(record.stream) is missing, or should be (event "
          + "\(record.index.number))")
    }
    return expectation(found)
  }
}

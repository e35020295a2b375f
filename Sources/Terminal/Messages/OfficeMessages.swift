internal import Cadre
internal import Office
internal import Reports

/// What is said when the ledger cannot be opened, asked or written to.
enum OfficeMessages {
  /// The complaint about a failure of the office.
  static func complaint(_ error: OfficeError) -> Complaint {
    let subject = error.subject
    switch error.reason {
    case .noLedger: return noLedger(subject)
    case .isBackup: return BackupMessages.isBackup(subject)
    case .ledgerExists: return ledgerExists(subject)
    case .noBackup: return BackupMessages.noBackup(subject)
    case .cannotCreate(let how): return BackupMessages.cannotCreate(subject, how)
    case .newerLayout(let found, let known): return newerLayout(subject, found, known)
    case .busy: return busy(subject)
    case .notPermitted: return notPermitted(subject)
    case .full: return full(subject)
    case .device(let how): return device(subject, how)
    case .corrupted(let index, let how): return corrupted(subject, index, how)
    case .unknownPerson: return unknownPerson(subject)
    case .erasedPerson: return erasedPerson(subject)
    case .unknownPosition: return unknownPosition(subject)
    case .unknownOrganisation: return unknownOrganisation(subject)
    case .unknownPeriod: return unknownPeriod(subject)
    case .unknownRules: return unknownRules(subject)
    case .badRules(let how): return badRules(subject, how)
    case .rulesTaken(let index): return rulesTaken(subject, index)
    case .noRules: return noRules(subject)
    case .noSuchEvent(let size): return noSuchEvent(subject, size: size)
    case .notAnImport: return notAnImport(subject)
    case .limit(let which): return limit(subject, which)
    case .refused(let refusal): return RefusalMessages.complaint(refusal, subject)
    case .badCheckpoint(let how): return badCheckpoint(subject, how)
    case .shorterThanKnown(let size): return shorterThanKnown(subject, size: size)
    case .noProof(let from, let to): return ProofMessages.noProof(from: from, to: to)
    case .notSealed(let upTo): return ProofMessages.notSealed(upTo: upTo)
    }
  }

  private static func noLedger(_ folder: String) -> Complaint {
    Complaint(
      .noInput,
      Words(vi: "“\(folder)” không phải là một sổ.", en: "there is no ledger in “\(folder)”."),
      remedy: Words(
        vi: "Chọn sổ bằng --ledger hoặc $CADRE_LEDGER, hoặc tạo sổ mới bằng “cadre init”.",
        en: "Name one with --ledger or $CADRE_LEDGER, or make one with “cadre init”."))
  }

  private static func ledgerExists(_ folder: String) -> Complaint {
    Complaint(
      .cannotCreate,
      Words(
        vi: "không tạo được sổ: “\(folder)” đã có và không rỗng.",
        en: "no ledger can be made: “\(folder)” is there and not empty."),
      remedy: Words(
        vi: "Chọn thư mục khác bằng --ledger; sổ đã có không bị thay đổi.",
        en: "Choose another folder with --ledger; what is there was not touched."))
  }

  private static func newerLayout(_ folder: String, _ found: Int, _ known: Int) -> Complaint {
    Complaint(
      .configuration,
      Words(
        vi: "“\(folder)” có bố cục \(found), chương trình này chỉ biết đến \(known).",
        en: "“\(folder)” has layout \(found), this program knows layouts up to \(known)."),
      remedy: Words(
        vi: "Hãy dùng bản chương trình mới hơn; sổ không bị thay đổi.",
        en: "Use a newer version of the program; the ledger was not touched."))
  }

  private static func busy(_ folder: String) -> Complaint {
    Complaint(
      .busy,
      Words(
        vi: "người khác đang ghi vào sổ “\(folder)”.", en: "“\(folder)” is being written to."),
      remedy: Words(
        vi: "Không có gì được ghi; hãy thử lại sau ít phút.",
        en: "Nothing was recorded; try again in a few minutes."))
  }

  private static func notPermitted(_ path: String) -> Complaint {
    Complaint(
      .notPermitted,
      Words(
        vi: "hệ thống không cho phép truy cập “\(path)”.",
        en: "the system denies access to “\(path)”."),
      remedy: Words(
        vi: "Hãy xin quyền ghi thư mục sổ, hoặc chọn sổ khác bằng --ledger.",
        en: "Ask for the right to write there, or name another ledger with --ledger."))
  }

  private static func full(_ path: String) -> Complaint {
    Complaint(
      .inputOutput,
      Words(vi: "hết chỗ trống cho “\(path)”.", en: "no space is left for “\(path)”."),
      remedy: Words(
        vi: "Giải phóng dung lượng rồi chạy lại lệnh; phần đã ghi vẫn nguyên vẹn.",
        en: "Free some space, then run this again; what is recorded is intact."))
  }

  private static func device(_ path: String, _ how: String) -> Complaint {
    Complaint(
      .inputOutput,
      Words(vi: "lỗi đọc ghi ở “\(path)”: \(how).", en: "“\(path)” failed: \(how)."),
      remedy: Words(
        vi: "Kiểm tra ổ đĩa và dung lượng trống, rồi chạy lại; phần đã ghi vẫn nguyên vẹn.",
        en: "Check the disk and its free space, then run this again; what is recorded is intact."))
  }

  private static func corrupted(_ what: String, _ index: LogIndex?, _ how: String) -> Complaint {
    let place = index.map { ", \($0.number)" } ?? ""
    return Complaint(
      .violation,
      Words(
        vi: "dữ liệu đã lưu không còn như khi ghi (“\(what)”\(place)): \(how).",
        en: "what is stored is not what was written (“\(what)”\(place)): \(how)."),
      remedy: Words(
        vi: "Đừng ghi thêm; chạy “cadre verify” và so với bản sao lưu.",
        en: "Record nothing more; run “cadre verify” and compare with a backup."))
  }
}

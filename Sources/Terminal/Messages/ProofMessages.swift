internal import Cadre
internal import Office
internal import Reports

/// What is said of proofs, seals, dossiers and signatures.
enum ProofMessages {
  static func noProof(from: UInt64, to: UInt64) -> Complaint {
    Complaint(
      .usage,
      Words(
        vi: "không có chứng minh nhất quán từ \(from) đến \(to).",
        en: "no consistency proof is defined from \(from) to \(to)."),
      remedy: Words(
        vi: "Cỡ đầu phải từ 1 và không lớn hơn cỡ sau; mọi sổ đều nối tiếp sổ rỗng.",
        en: "The first size is at least 1 and at most the second; any log continues the empty one.")
    )
  }

  static func notSealed(upTo: UInt64?) -> Complaint {
    guard let upTo else {
      return Complaint(
        .configuration,
        Words(vi: "sổ chưa được niêm phong.", en: "the ledger was never sealed."),
        remedy: Words(
          vi: "Chạy “cadre seal” trước.", en: "Run “cadre seal” first."))
    }
    return Complaint(
      .configuration,
      Words(
        vi: "niêm phong gần nhất chỉ phủ \(upTo) sự kiện đầu.",
        en: "the last seal covers the first \(upTo) events only."),
      remedy: Words(
        vi: "Chạy “cadre seal”, hoặc hỏi với --known không quá \(upTo) và bộ quy tắc trong đó.",
        en: "Run “cadre seal”, or ask with --known up to \(upTo) and a rule set among these."))
  }

  static func occupied(_ folder: String) -> Complaint {
    Complaint(
      .cannotCreate,
      Words(
        vi: "“\(folder)” đã có và không rỗng.", en: "“\(folder)” is there and not empty."),
      remedy: Words(
        vi: "Chọn thư mục khác; không có gì bị thay đổi.",
        en: "Choose another folder; nothing was touched."))
  }

  static func noSignature(_ path: String) -> Complaint {
    Complaint(
      .noInput,
      Words(
        vi: "không có chữ ký “\(path).sig” của điểm kiểm soát.",
        en: "there is no signature “\(path).sig” of the checkpoint."),
      remedy: Words(
        vi: "Ký bằng: ssh-keygen -Y sign -n cadre-checkpoint -f KHÓA “\(path)”.",
        en: "Sign it with: ssh-keygen -Y sign -n cadre-checkpoint -f KEY “\(path)”."))
  }

  static func badSignature(_ path: String, _ how: String) -> Complaint {
    Complaint(
      .violation,
      Words(
        vi: "chữ ký “\(path).sig” không được chấp nhận: \(how)",
        en: "the signature “\(path).sig” is not accepted: \(how)"),
      remedy: Words(
        vi:
          "Kiểm tra danh sách người ký (mỗi dòng: TÊN KHÓA-CÔNG-KHAI); nếu danh sách đúng thì đừng "
          + "tin điểm kiểm soát này và lấy lại bản cất ngoài máy.",
        en:
          "Look at the list of signers (a line each: NAME PUBLIC-KEY); if it is right, do not trust "
          + "this checkpoint and fetch the kept one again."))
  }

  static func noDossier(_ file: String, _ place: String) -> Complaint {
    Complaint(
      .badData,
      Words(
        vi: "“\(file)” không phải là một hồ sơ thẩm định (\(place)).",
        en: "“\(file)” is no dossier (\(place))."),
      remedy: Words(
        vi: "Đưa vào đúng tệp mà “cadre dossier” đã ghi; bản xuất và chứng minh do Tools/verify.py "
          + "kiểm tra.",
        en: "Give the file exactly as “cadre dossier” wrote it; exports and proofs are checked by "
          + "Tools/verify.py."))
  }

  /// The complaint about the first thing in a dossier that does not hold.
  static func refuted(_ examined: ExaminedDossier, _ file: String) -> Complaint {
    let what =
      examined.found.faults.first.map(ExaminationReport.words)
      ?? examined.expectation.map(ExaminationReport.words) ?? Words("")
    return Complaint(
      .violation,
      Words(
        vi: "hồ sơ “\(file)” bị bác bỏ: \(what.vietnamese).",
        en: "the dossier “\(file)” is refuted: \(what.english)."),
      remedy: Words(
        vi: "Đừng dựa vào hồ sơ này; hỏi lại nơi đã cấp nó.",
        en: "Do not rely on it; ask whoever gave it to you."))
  }

  static func noKeygen() -> Complaint {
    Complaint(
      .configuration,
      Words(
        vi: "không chạy được ssh-keygen để kiểm tra chữ ký.",
        en: "ssh-keygen cannot be run to check the signature."),
      remedy: Words(
        vi: "Cài gói openssh-client (ssh-keygen từ 8.9).",
        en: "Install the package openssh-client (ssh-keygen 8.9 or later)."))
  }
}

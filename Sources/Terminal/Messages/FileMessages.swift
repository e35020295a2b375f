internal import Cadre
internal import Platform
internal import Reports

/// What is said when the system refuses a file, folder or device.
enum FileMessages {
  /// The complaint about reading what the person named.
  static func reading(_ error: PlatformError) -> Complaint { complaint(error, missing: .noInput) }

  /// The complaint about writing what the person asked for.
  static func writing(_ error: PlatformError) -> Complaint {
    complaint(error, missing: .cannotCreate)
  }

  /// The complaint about a file that was to appear at a path: where its folder refuses, that is
  /// named, and never the name under which the file is written at first.
  static func writing(_ error: PlatformError, to path: String) -> Complaint {
    guard case .refused(let operation, let refused, let code) = error, refused != path,
      refused.hasPrefix(path), refused.hasSuffix(".tmp")
    else { return writing(error) }
    let named = PlatformError.refused(operation, path: path, code: code)
    let ofFolder = PlatformError.refused(operation, path: Files.parent(of: path), code: code)
    return writing(named.isMissing || named.isDenied ? ofFolder : named)
  }

  /// The complaint about a folder that should be there.
  static func noFolder(_ path: String) -> Complaint {
    Complaint(
      .cannotCreate,
      Words(vi: "không có thư mục “\(path)”.", en: "there is no folder “\(path)”."),
      remedy: Words(vi: "Hãy tạo nó, hoặc nêu thư mục khác.", en: "Make it, or name another."))
  }

  private static func complaint(_ error: PlatformError, missing: ExitCode) -> Complaint {
    guard let path = error.path else { return .closedPipe }
    if path == "output 1" { return standardOutput(error) }
    switch error {
    case .brokenPipe: return .closedPipe
    case .busy:
      return Complaint(
        .busy,
        Words(
          vi: "một chương trình khác đang giữ “\(path)”.", en: "another program holds “\(path)”."),
        remedy: Words(vi: "Hãy thử lại sau ít phút.", en: "Try again in a few minutes."))
    case .tooLarge(_, let size, let limit):
      return Complaint(
        .badData,
        Words(
          vi: "“\(path)” có \(size) byte, quá mức \(limit).",
          en: "“\(path)” has \(size) bytes, more than \(limit)."),
        remedy: Words(
          vi: "Hãy chia nhỏ tệp rồi chạy lại.", en: "Split the file, then run this again."))
    case .refused: return refused(error, path, missing: missing)
    }
  }

  /// The complaint about standard output, which has no path.
  private static func standardOutput(_ error: PlatformError) -> Complaint {
    if error.isFull {
      return Complaint(
        .inputOutput,
        Words(
          vi: "hết chỗ trống khi ghi ra đầu ra chuẩn.",
          en: "no space is left to write standard output."),
        remedy: Words(
          vi: "Hãy giải phóng dung lượng rồi chạy lại.", en: "Free some space, then run this again."
        ))
    }
    return Complaint(
      .inputOutput,
      Words(
        vi: "không ghi được ra đầu ra chuẩn: \(error.reason).",
        en: "standard output cannot be written: \(error.reason)."))
  }

  private static func refused(
    _ error: PlatformError, _ path: String, missing: ExitCode
  ) -> Complaint {
    if error.isMissing {
      return Complaint(
        missing, Words(vi: "không có “\(path)”.", en: "there is no “\(path)”."),
        remedy: Words(
          vi: "Hãy kiểm tra đường dẫn và thư mục chứa nó.",
          en: "Check the path and the folder that holds it."))
    }
    if error.isDenied {
      return Complaint(
        .notPermitted,
        Words(
          vi: "hệ thống không cho phép truy cập “\(path)”.",
          en: "the system denies access to “\(path)”."),
        remedy: Words(
          vi: "Hãy xin quyền, hoặc chọn thư mục khác.",
          en: "Ask for permission, or choose another folder."))
    }
    if error.isFull {
      return Complaint(
        .inputOutput,
        Words(
          vi: "hết chỗ trống khi ghi “\(path)”.", en: "no space is left to write “\(path)”."),
        remedy: Words(
          vi: "Hãy giải phóng dung lượng rồi chạy lại.", en: "Free some space, then run this again."
        ))
    }
    return Complaint(
      .inputOutput,
      Words(
        vi: "thao tác với “\(path)” thất bại: \(error.reason).",
        en: "an operation on “\(path)” failed: \(error.reason)."),
      remedy: Words(
        vi: "Hãy kiểm tra ổ đĩa và đường dẫn rồi chạy lại.",
        en: "Check the disk and the path, then run this again."))
  }
}

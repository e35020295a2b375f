internal import Cadre
internal import Office
internal import Platform
internal import Reports

extension Subcommand {
  static let verify = Subcommand(
    "verify", "[--expect FILE]",
    options: [
      OptionSpecification(
        "--expect", "FILE",
        Words(
          vi: "so với điểm kiểm soát cất ngoài máy",
          en: "compare with a checkpoint kept elsewhere"))
    ],
    families: [.ledger, .answer],
    summary: Words(
      vi: "đọc lại và kiểm tra mọi sự kiện, mọi nút, mọi cam kết",
      en: "re-read and check every event, node and commitment"),
    run: VerifyCommand.run)
}

/// `cadre verify`.
enum VerifyCommand {
  /// The most bytes of a checkpoint file.
  private static let limit = 1 << 16

  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let path = invocation.arguments["--expect"]
    let expected = try path.map { (path) throws(Complaint) in try read(path) }
    let ledger = try invocation.open(.read)
    let found = try verify(ledger, expected, path, invocation)
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([found], VerifyReport.columns)
    }
    guard found.isClean else { throw VerifyMessages.violation(found, ledger.folder) }
    return .done
  }

  private static func verify(
    _ ledger: Ledger, _ expected: [UInt8]?, _ path: String?, _ invocation: Invocation
  ) throws(Complaint) -> Verification {
    let progress = Progress(invocation)
    defer { progress.end() }
    do throws(OfficeError) {
      return try ledger.verify(expecting: expected) { done, total in
        progress.note(
          Words(vi: "kiểm tra sự kiện", en: "verifying events"), done: Int(done), of: Int(total))
      }
    } catch {
      if case .badCheckpoint = error.reason {
        throw OfficeMessages.complaint(OfficeError(error.reason, path ?? ""))
      }
      throw OfficeMessages.complaint(error)
    }
  }

  private static func read(_ path: String) throws(Complaint) -> [UInt8] {
    do throws(PlatformError) { return try Files.read(path, limit: limit) } catch {
      if case .tooLarge(_, let size, _) = error {
        throw OfficeMessages.badCheckpoint(path, "\(size) B")
      }
      throw FileMessages.reading(error)
    }
  }
}

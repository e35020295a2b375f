internal import Cadre
internal import Office
internal import Platform
internal import Reports

extension Subcommand {
  static let verify = Subcommand(
    "verify", "[FILE] [--expect FILE] [--signers FILE]", operands: 0...1,
    options: VerifyCommand.options,
    families: [.ledger, .answer],
    summary: Words(
      vi: "đọc lại và kiểm tra mọi sự kiện, mọi nút, mọi cam kết; hoặc một hồ sơ thẩm định",
      en: "re-read and check every event, node and commitment; or a dossier"),
    details: Words(
      vi: "Với FILE: kiểm tra một hồ sơ do “cadre dossier” ghi ra, không cần đến sổ. Chữ ký được "
        + "kiểm tra bằng ssh-keygen -Y verify -n cadre-checkpoint. --ledger cũng có thể là một bản "
        + "sao lưu, kể cả trên phương tiện chỉ đọc.",
      en: "With FILE: checks a dossier that “cadre dossier” wrote; no ledger is needed. The "
        + "signature is checked by ssh-keygen -Y verify -n cadre-checkpoint. --ledger may also be a "
        + "backup, on a read-only medium, too."),
    run: VerifyCommand.run)
}

/// `cadre verify`.
enum VerifyCommand {
  /// What a ledger may be held against; those who verify as a part of their work take them, too.
  static let options = [
    OptionSpecification(
      "--expect", "FILE",
      Words(
        vi: "so với điểm kiểm soát cất ngoài máy",
        en: "compare with a checkpoint kept elsewhere")),
    OptionSpecification(
      "--signers", "FILE",
      Words(
        vi: "kiểm tra cả chữ ký FILE.sig của điểm kiểm soát, theo danh sách người ký này",
        en: "also check the checkpoint's signature FILE.sig, by this list of allowed signers")),
  ]

  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let kept = try KeptCheckpoint(invocation)
    if let file = invocation.arguments.operands.first {
      return try DossierVerification.run(file, kept, invocation)
    }
    let folder = invocation.ledger
    let found = try check(kept, invocation) { (expected, note) throws(OfficeError) in
      if Ledger.isBackup(folder) {
        return try Ledger.verifyBackup(folder, expecting: expected, progress: note)
      }
      return try Ledger(opening: folder, access: .read)
        .verify(expecting: expected, progress: note)
    }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([found], VerifyReport.columns)
    }
    guard found.isClean else { throw VerifyMessages.violation(found, folder) }
    if found.hasUnfinishedErasure {
      invocation.remark(VerifyMessages.unfinishedErasure)
      return .warnings
    }
    return .done
  }

  /// Verifies a ledger that is open.
  static func check(
    _ ledger: Ledger, _ kept: KeptCheckpoint, _ invocation: Invocation
  ) throws(Complaint) -> Verification {
    try check(kept, invocation) { (expected, note) throws(OfficeError) in
      try ledger.verify(expecting: expected, progress: note)
    }
  }

  private static func check(
    _ kept: KeptCheckpoint, _ invocation: Invocation,
    _ verify: (
      _ expecting: [UInt8]?, _ progress: (UInt64, UInt64) -> Void
    ) throws(OfficeError) -> Verification
  ) throws(Complaint) -> Verification {
    let progress = Progress(invocation)
    defer { progress.end() }
    do throws(OfficeError) {
      var found = try verify(kept.bytes) { done, total in
        progress.note(
          Words(vi: "kiểm tra sự kiện", en: "verifying events"), done: Int(clamping: done),
          of: Int(clamping: total))
      }
      found.signer = kept.signer
      return found
    } catch {
      if case .badCheckpoint = error.reason {
        throw OfficeMessages.complaint(OfficeError(error.reason, kept.path ?? ""))
      }
      throw OfficeMessages.complaint(error)
    }
  }
}

/// What `--expect` and `--signers` name: a checkpoint kept elsewhere, and who signed it.
struct KeptCheckpoint {
  /// The file; nil where nothing is to be compared.
  let path: String?
  /// Its bytes.
  let bytes: [UInt8]?
  /// Who signed it; nil where that is not asked.
  let signer: String?

  init(_ invocation: Invocation) throws(Complaint) {
    path = invocation.arguments["--expect"]
    let signers = invocation.arguments["--signers"]
    if signers != nil, path == nil { throw UsageMessages.needs("--signers", "--expect") }
    bytes = try path.map { (path) throws(Complaint) in try CheckpointFile.read(path) }
    if let path, let signers {
      signer = try Signature.signer(of: path, allowed: signers)
    } else {
      signer = nil
    }
  }
}

/// A checkpoint kept elsewhere.
enum CheckpointFile {
  /// The most bytes of such a file.
  private static let limit = 1 << 16

  /// Its bytes.
  static func read(_ path: String) throws(Complaint) -> [UInt8] {
    do throws(PlatformError) { return try Files.read(path, limit: limit) } catch {
      if case .tooLarge(_, let size, _) = error {
        throw OfficeMessages.badCheckpoint(path, .tooLong(bytes: size))
      }
      throw FileMessages.reading(error)
    }
  }
}

/// `cadre verify FILE`.
private enum DossierVerification {
  static func run(
    _ file: String, _ kept: KeptCheckpoint, _ invocation: Invocation
  ) throws(Complaint) -> ExitCode {
    var examined = ExaminedDossier(try read(file))
    examined.signer = kept.signer
    if let expected = kept.bytes {
      do throws(OfficeError) {
        examined.expectation = try examined.found.comparing(with: expected)
      } catch {
        throw OfficeMessages.complaint(OfficeError(error.reason, kept.path ?? ""))
      }
    }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([examined], ExaminationReport.columns)
    }
    guard examined.isGood else { throw ProofMessages.refuted(examined, file) }
    return examined.expectation == .otherSize ? .warnings : .done
  }

  private static func read(_ file: String) throws(Complaint) -> ReadDossier {
    if Files.isFolder(file) { throw ProofMessages.noDossier(file, "DIR") }
    let bytes: [UInt8]
    do throws(PlatformError) { bytes = try Files.read(file, limit: DossierFile.limit) } catch {
      throw FileMessages.reading(error)
    }
    do throws(DossierFileError) { return try DossierFile.read(bytes) } catch {
      throw ProofMessages.noDossier(file, error.place)
    }
  }
}

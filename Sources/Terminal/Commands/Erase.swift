internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let erase = Subcommand(
    "erase", "P --authority CODE --basis CODE [--dry-run]", operands: 1...1,
    options: [
      OptionSpecification(
        "--authority", "CODE",
        Words(vi: "mã của nơi quyết định xóa", en: "the code of who orders it")),
      OptionSpecification(
        "--basis", "CODE",
        Words(
          vi: "căn cứ: retentionEnded, courtOrder, dataProtectionRequest, other",
          en: "the legal basis: retentionEnded, courtOrder, dataProtectionRequest, other")),
      OptionSpecification(
        "--dry-run", nil,
        Words(vi: "chỉ cho biết sẽ xóa gì", en: "say what would be erased, and erase nothing")),
    ],
    families: [.ledger, .actor, .answer],
    summary: Words(
      vi: "xóa vĩnh viễn dữ liệu cá nhân của một người",
      en: "erase a person's private data for good"),
    details: PublishMessages.person
      + Words(
        vi: " Chỉ được xóa khi đã hết thời hạn lưu giữ (retention.years) kể từ ngày người đó rời "
          + "sổ, dù căn cứ là gì. Họ tên, ngày sinh, các số và ghi chú mất hẳn, ở mọi thời điểm đã "
          + "biết; sự kiện ở lại, theo số, và bằng chứng cũ vẫn đúng. Bảng tính cũ có mã hồ sơ đó "
          + "sẽ bị từ chối. Bản sao lưu, báo cáo, hồ sơ chứng minh và bảng tính nằm ngoài sổ, "
          + "không bị động đến. Với --dry-run, mã kết thúc 1 nghĩa là chưa được phép.",
        en: " Refused, whatever the basis, until retention.years have passed since the person left "
          + "the ledger. Name, birth, numbers and remarks are gone, whatever K is asked; the "
          + "events stay, by number, and proofs made before still hold. An old sheet with the file "
          + "number is rejected. Backups, reports, dossiers and spreadsheets are outside the "
          + "ledger and not touched. With --dry-run, exit status 1 says: not yet."),
    run: EraseCommand.run)
}

/// `cadre erase`.
enum EraseCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let authority = try invocation.authority()
    _ = try invocation.required("--basis")
    guard let basis = try invocation.arguments.code("--basis", ErasureBasis.self) else {
      throw UsageMessages.missingOption("--basis", invocation.command)
    }
    let isDryRun = invocation.arguments.has("--dry-run")
    let actor = try invocation.actor()
    let ledger = try invocation.open(isDryRun ? .read : .write)
    let erasure = try invocation.office { () throws(OfficeError) in
      try ledger.erase(
        invocation.arguments.operands[0], authority: authority, basis: basis, actor: actor,
        now: invocation.console.now(), isDryRun: isDryRun)
    }
    let refusal = ErasureMessages.refusal(erasure)
    if let refusal, !isDryRun { throw refusal }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([erasure], ErasureReport.columns)
    }
    if let refusal {
      invocation.remark(refusal.what)
      return .no
    }
    invocation.remark(ErasureMessages.summary(erasure))
    return .done
  }
}

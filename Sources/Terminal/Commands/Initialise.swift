internal import Cadre
internal import Office
internal import Platform
internal import Reports

extension Subcommand {
  static let initialise = Subcommand(
    "init", "[--rules FILE]",
    options: [
      OptionSpecification(
        "--rules", "FILE",
        Words(
          vi: "bộ quy tắc (JSON) thay cho bộ kèm theo chương trình",
          en: "a rule set (JSON) in place of the one shipped with the program"))
    ],
    families: [.ledger, .actor],
    summary: Words(vi: "tạo một sổ mới", en: "create a ledger"),
    details: Words(
      vi: "Thư mục sổ chưa được tồn tại, hoặc phải rỗng. Bộ quy tắc và các ngày nghỉ kèm theo "
        + "được ghi vào sổ ngay.",
      en: "The ledger's folder must not exist yet, or be empty. The rule set and the holidays "
        + "shipped with the program are recorded at once."),
    run: InitialiseCommand.run)
}

/// `cadre init`.
enum InitialiseCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let folder = invocation.ledger
    let actor = try invocation.actor()
    let path = invocation.arguments["--rules"]
    let rules = try path.map { (path) throws(Complaint) in try RulesFile.read(path) }
    try refuseOccupied(folder)
    let status: LedgerStatus
    do throws(OfficeError) {
      let ledger = try Ledger.create(
        in: folder, rules: rules, actor: actor, now: invocation.console.now())
      status = try ledger.status()
    } catch {
      throw complaint(error, path)
    }
    invocation.remark(
      Words(
        vi: "đã tạo sổ “\(folder)”, bộ quy tắc \(status.rules), \(status.events) sự kiện",
        en: "made the ledger “\(folder)”, rule set \(status.rules), \(status.events) events"))
    return .done
  }

  private static func complaint(_ error: OfficeError, _ rules: String?) -> Complaint {
    switch error.reason {
    case .badRules: return OfficeMessages.complaint(OfficeError(error.reason, rules ?? ""))
    case .device(let how):
      return Complaint(
        .cannotCreate,
        Words(
          vi: "không tạo được sổ ở “\(error.subject)”: \(how).",
          en: "no ledger can be made in “\(error.subject)”: \(how)."),
        remedy: Words(
          vi: "Chọn thư mục khác bằng --ledger.", en: "Choose another folder with --ledger."))
    default: return OfficeMessages.complaint(error)
    }
  }

  /// Refuses a folder that holds anything but what an interrupted `init` leaves.
  private static func refuseOccupied(_ folder: String) throws(Complaint) {
    guard Files.exists(folder) else { return }
    let names: [String]
    do throws(PlatformError) { names = try Files.list(folder) } catch {
      throw FileMessages.writing(error)
    }
    if !names.allSatisfy(Ledger.isOwn) {
      throw OfficeMessages.complaint(OfficeError(.ledgerExists, folder))
    }
  }
}

internal import Cadre
internal import Intake
internal import Office
internal import Reports

extension Subcommand {
  static let `import` = Subcommand(
    "import",
    "PATH… [--actor CODE] [--dry-run] [--correct --reason CODE] "
      + "[--rejects DIR] [--complete SHEET,…[@ORGANISATION]] [--shrunk] [--details]",
    operands: 1...1_000,
    options: [
      OptionSpecification(
        "--dry-run", nil,
        Words(
          vi: "chỉ kiểm tra và đếm, không ghi gì",
          en: "check and count only, record nothing")),
      OptionSpecification(
        "--correct", nil,
        Words(
          vi: "ghi các giá trị đã sửa: rút sự kiện cũ, ghi sự kiện mới",
          en: "record changed values: retract the old event, record the new")),
      OptionSpecification(
        "--reason", "CODE",
        Words(
          vi: "lý do sửa, bắt buộc với --correct",
          en: "why it is corrected; --correct needs it")),
      OptionSpecification(
        "--rejects", "DIR",
        Words(
          vi: "ghi các dòng bị từ chối vào thư mục này, mỗi bảng một tệp",
          en: "write rejected rows to that folder, a file per sheet")),
      OptionSpecification(
        "--complete", "SHEET,…[@ORGANISATION]",
        Words(
          vi: "các bảng này đầy đủ đến hôm nay, cho tổ chức đó và cấp dưới; mặc định toàn bộ",
          en: "these sheets tell all up to today, of that organisation and below; else of all")),
      OptionSpecification(
        "--shrunk", nil,
        Words(
          vi: "nhận bảng đầy đủ dù ngắn hơn nửa bảng lần trước",
          en: "take a complete sheet with less than half of the rows of the last one")),
      OptionSpecification(
        "--details", nil,
        Words(
          vi: "liệt kê từng sự kiện không còn trong bảng đầy đủ",
          en: "list each event that a complete sheet no longer has")),
    ],
    families: [.ledger, .actor, .answer],
    replaced: [
      "--covers": Words(
        vi: "Bảng không còn tự coi là đầy đủ. Dùng “--complete BẢNG,…@MÃ”, hoặc bảng pham-vi.csv.",
        en: "A sheet no longer claims to tell all by itself. Use “--complete SHEET,…@CODE”, or the "
          + "sheet pham-vi.csv.")
    ],
    summary: Words(vi: "nhập các bảng tính", en: "record what spreadsheets say"),
    details: Words(
      vi: "PATH là tệp hoặc thư mục chứa các bảng CSV (to-chuc.csv, nhan-su.csv, …). Mọi dòng "
        + "được kiểm tra cùng nhau trước khi ghi; dòng sai bị từ chối kèm lý do, dòng đúng "
        + "vẫn được ghi. Nhập lại cùng dữ liệu không ghi thêm gì. Không có tên trong bảng chỉ "
        + "nghĩa là không có khi bảng được xác nhận đầy đủ: bằng bảng pham-vi.csv (Bảng; Mã tổ "
        + "chức; Đầy đủ đến ngày) hoặc --complete.",
      en: "PATH is a CSV sheet or a folder of them (to-chuc.csv, nhan-su.csv, …). All rows "
        + "are checked together before any is recorded; a bad row is rejected with its "
        + "reason, good rows are recorded. The same data again record nothing. Not being in a "
        + "sheet means nothing unless somebody claims that the sheet tells all: with the sheet "
        + "pham-vi.csv (Bảng; Mã tổ chức; Đầy đủ đến ngày) or with --complete."),
    run: ImportCommand.run)
}

/// `cadre import`.
enum ImportCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let arguments = invocation.arguments
    let isDryRun = arguments.has("--dry-run")
    let options = Import.Options(
      actor: try invocation.actor(), isDryRun: isDryRun, corrects: try correction(invocation),
      complete: try arguments.completion("--complete"), allowsShrunk: arguments.has("--shrunk"))
    _ = try invocation.format()
    let ledger = try invocation.open(isDryRun ? .read : .write)
    let result: Import.Result
    do throws(ImportError) {
      result = try Import(arguments.operands, options: options)
        .run(on: ledger, now: invocation.console.now())
    } catch {
      throw ImportMessages.complaint(error)
    }
    let outcome = ImportOutcome(result, invocation)
    let folder = try outcome.writeRejects()
    try outcome.answer(rejects: folder)
    outcome.remark(rejects: folder)
    return result.report.needsAttention ? .warnings : .done
  }

  /// Why conflicts are mended; nil: they are not.
  private static func correction(
    _ invocation: Invocation
  ) throws(Complaint) -> RetractionReason? {
    let reason = try invocation.arguments.code("--reason", RetractionReason.self)
    let corrects = invocation.arguments.has("--correct")
    if corrects, reason == nil {
      throw UsageMessages.missingOption("--reason", invocation.command)
    }
    if !corrects, reason != nil {
      throw UsageMessages.missingOption("--correct", invocation.command)
    }
    return reason
  }
}

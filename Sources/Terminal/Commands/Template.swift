internal import Cadre
internal import Intake
internal import Platform
internal import Reports

extension Subcommand {
  static let template = Subcommand(
    "template", "DIR", operands: 1...1,
    summary: Words(
      vi: "tạo các bảng trống có sẵn tiêu đề",
      en: "write empty sheets with their headers"),
    run: TemplateCommand.run)
}

/// `cadre template`.
enum TemplateCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let folder = invocation.arguments.operands[0]
    try SheetFiles.refuse(in: folder)
    do throws(PlatformError) { try Samples.writeTemplates(to: folder) } catch {
      throw FileMessages.writing(error)
    }
    let count = SheetKind.allCases.count
    invocation.remark(
      Words(
        vi:
          "đã tạo \(count) bảng trống trong “\(folder)”; điền vào rồi chạy: cadre import \(folder)",
        en:
          "\(count) empty sheets are in “\(folder)”; fill them in, then run: cadre import \(folder)"
      ))
    return .done
  }
}

/// Folders into which sheets are written.
enum SheetFiles {
  /// Refuses a folder that holds a sheet: what an office wrote is never replaced.
  static func refuse(in folder: String) throws(Complaint) {
    for kind in SheetKind.allCases where Files.exists("\(folder)/\(kind.file)") {
      let file = "\(folder)/\(kind.file)"
      throw Complaint(
        .cannotCreate,
        Words(vi: "“\(file)” đã có.", en: "“\(file)” is there already."),
        remedy: Words(
          vi: "Chọn thư mục khác; các bảng đã có không bị thay đổi.",
          en: "Choose another folder; the sheets in this one were not touched."))
    }
  }
}

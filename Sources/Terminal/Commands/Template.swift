internal import Cadre
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
    throw .unavailable(invocation.command)
  }
}

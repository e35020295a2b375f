internal import Cadre
internal import Reports

extension Subcommand {
  static let sample = Subcommand(
    "sample", "DIR --people N --seed S", operands: 1...1,
    options: [
      OptionSpecification(
        "--people", "N",
        Words(vi: "số người", en: "the number of people")),
      OptionSpecification(
        "--seed", "S",
        Words(
          vi: "số bắt đầu; cùng số thì cùng bảng",
          en: "where chance begins; the same seed gives the same sheets")),
    ],
    summary: Words(
      vi: "tạo các bảng mẫu, mọi người đều hư cấu",
      en: "write sample sheets; every person is invented"),
    run: SampleCommand.run)
}

/// `cadre sample`.
enum SampleCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    throw .unavailable(invocation.command)
  }
}

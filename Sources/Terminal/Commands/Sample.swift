internal import Cadre
internal import Intake
internal import Platform
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
    let folder = invocation.arguments.operands[0]
    _ = try invocation.required("--people")
    _ = try invocation.required("--seed")
    let people = try invocation.arguments.number("--people") ?? 0
    let seed = try invocation.arguments.number("--seed") ?? 0
    guard people > 0 else { throw UsageMessages.tooFew("--people", people, least: 1) }
    guard people <= Samples.limit else {
      throw UsageMessages.tooMany("--people", people, limit: Samples.limit)
    }
    try SheetFiles.refuse(in: folder)
    let written: [Samples.Written]
    do throws(PlatformError) {
      written = try Samples.write(people: Int(people), seed: seed, to: folder)
    } catch {
      throw FileMessages.writing(error)
    }
    let rows = written.reduce(0) { $0 + $1.rows }
    invocation.remark(
      Words(
        vi: "đã tạo \(written.count) bảng, \(rows) dòng, trong “\(folder)”; mọi người đều hư cấu",
        en: "\(written.count) sheets with \(rows) rows are in “\(folder)”; everyone is invented"))
    return .done
  }
}

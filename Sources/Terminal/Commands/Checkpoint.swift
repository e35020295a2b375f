internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let checkpoint = Subcommand(
    "checkpoint",
    families: [.ledger, .answer],
    summary: Words(
      vi: "cỡ và gốc Merkle của sổ, để ký và cất ngoài máy",
      en: "the size and Merkle root of the ledger, to be signed and kept elsewhere"),
    details: Words(
      vi: "Ký bằng: ssh-keygen -Y sign -n cadre-checkpoint. Mất phần đuôi hoặc viết lại toàn "
        + "bộ chỉ bị phát hiện nhờ bản cất ngoài.",
      en: "Sign it with: ssh-keygen -Y sign -n cadre-checkpoint. A cut tail or a rewritten "
        + "history is found only by a checkpoint kept elsewhere."),
    run: CheckpointCommand.run)
}

/// `cadre checkpoint`.
enum CheckpointCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let format = try invocation.format()
    let ledger = try invocation.open(.read)
    let text = try invocation.office { () throws(OfficeError) in try ledger.checkpoint() }
    if format == .table {
      try invocation.give(text)
      return .done
    }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([text.split(separator: "\n").map(String.init)], columns)
    }
    return .done
  }

  /// A checkpoint by its lines.
  private static let columns: [Column<[String]>] = [
    Column("origin", Words(vi: "Nguồn gốc", en: "Origin")) { .text($0.first) },
    Column("size", Words(vi: "Số sự kiện", en: "Events")) {
      .number($0.count > 1 ? Int($0[1]) : nil)
    },
    Column("root", Words(vi: "Gốc Merkle", en: "Merkle root")) { .text($0.last) },
  ]
}

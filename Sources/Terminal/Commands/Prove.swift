internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let proveInclusion = Subcommand(
    "prove inclusion", "N [--size M]", operands: 1...1,
    options: [
      OptionSpecification(
        "--size", "M",
        Words(
          vi: "trong M sự kiện đầu; mặc định cả sổ",
          en: "in the first M events; else in the whole log"))
    ],
    families: [.ledger, .answer],
    summary: Words(
      vi: "chứng minh rằng một sự kiện có trong sổ",
      en: "the proof that an event stands in the log"),
    details: Words(
      vi: "Theo RFC 9162, mục 2.1.3; kiểm tra bằng Tools/verify.py hoặc công cụ khác.",
      en: "As in RFC 9162 section 2.1.3; to be checked with Tools/verify.py or other programs."),
    run: ProveCommand.inclusion)

  static let proveConsistency = Subcommand(
    "prove consistency", "M [N]", operands: 1...2,
    families: [.ledger, .answer],
    summary: Words(
      vi: "chứng minh rằng M sự kiện đầu không đổi khi sổ lớn đến N",
      en: "the proof that the first M events are unchanged in the first N"),
    details: Words(
      vi: "Theo RFC 9162, mục 2.1.4; N mặc định là cả sổ.",
      en: "As in RFC 9162 section 2.1.4; without N, of the whole log."),
    run: ProveCommand.consistency)
}

/// `cadre prove`.
enum ProveCommand {
  @Sendable static func inclusion(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let index = LogIndex(try invocation.arguments.number(operand: 0, "N"))
    let size = try invocation.arguments.number("--size")
    let ledger = try invocation.open(.read)
    let proof = try invocation.office { () throws(OfficeError) in
      try ledger.inclusion(of: index, in: size)
    }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([proof], ProofReport.inclusion)
    }
    return .done
  }

  @Sendable static func consistency(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let old = try invocation.arguments.number(operand: 0, "M")
    var new: UInt64?
    if invocation.arguments.operands.count > 1 {
      new = try invocation.arguments.number(operand: 1, "N")
    }
    let ledger = try invocation.open(.read)
    let proof = try invocation.office { () throws(OfficeError) in
      try ledger.consistency(from: old, to: new)
    }
    try invocation.answer(shape: .single) { (answer) throws(Complaint) in
      try answer.add([proof], ProofReport.consistency)
    }
    return .done
  }
}

internal import Cadre
internal import JSON
internal import Office
internal import Reports

extension Subcommand {
  static let dossier = Subcommand(
    "dossier", "P X [--identify]", operands: 2...2,
    options: [
      OptionSpecification(
        "--identify", nil,
        Words(
          vi: "kèm hồ sơ kín của người này: họ tên, ngày sinh, các số",
          en: "enclose the person's private records: name, birth and numbers"))
    ],
    families: [.ledger, .question, .answer],
    summary: Words(
      vi: "một kết luận cùng mọi chứng minh, để kiểm tra ở nơi khác",
      en: "one verdict with all proofs, to be checked elsewhere"),
    details: Words(
      vi: "Dạng mặc định là JSON, kiểm tra bằng Tools/verify.py hoặc “cadre verify FILE”; "
        + "-O table in phiếu thẩm định một trang. Dựa trên niêm phong gần nhất (cadre seal).",
      en: "JSON unless said otherwise, to be checked with Tools/verify.py or “cadre verify FILE”; "
        + "-O table prints a sheet of one page to be signed. It rests on the last “cadre seal”."),
    run: DossierCommand.run)
}

/// `cadre dossier`.
enum DossierCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let operands = invocation.arguments.operands
    let inquiry = try invocation.inquiry()
    let format = try invocation.arguments.choice("-O", Format.self) ?? .json
    let ledger = try invocation.open(.read)
    let made = try invocation.office { () throws(OfficeError) in
      try ledger.dossier(
        of: operands[0], for: operands[1], inquiry,
        identify: invocation.arguments.has("--identify"), now: invocation.console.now())
    }
    if format.isJSON {
      var writer = JSONWriter()
      DossierFile.write(made, to: &writer)
      try invocation.give(String(decoding: writer.bytes, as: UTF8.self))
    } else {
      try sheet(made, invocation)
    }
    return .done
  }

  private static func sheet(
    _ made: DossierMade, _ invocation: Invocation
  ) throws(Complaint) {
    let answer = made.answer
    try invocation.answer(shape: .single) { (output) throws(Complaint) in
      try output.add([made], DossierReport.head)
      try output.add(
        answer.assessment.judgement.requirements,
        ExplanationReport.requirements(on: answer.standpoint.on, answer.positions), as: .list)
      try output.add(answer.evidence, ExplanationReport.evidence(answer.names), as: .list)
      try output.add([made], DossierReport.proof)
    }
  }
}

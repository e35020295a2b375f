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
    publishing: .refused(
      Words(
        vi: "Hồ sơ tự mang chứng minh của nó và nêu cả những gì ghi sau niêm phong; hãy công bố "
          + "“cadre explain”.",
        en: "A dossier carries its own proof, and names what was recorded since the seal; publish "
          + "“cadre explain” instead.")),
    summary: Words(
      vi: "một kết luận cùng mọi chứng minh, để kiểm tra ở nơi khác",
      en: "one verdict with all proofs, to be checked elsewhere"),
    details: PublishMessages.person
      + Words(
        vi: " X là mã chức danh. Chỉ tính những gì đã niêm phong: --known mặc định là cỡ của niêm "
          + "phong gần nhất, --rules là bộ quy tắc trong đó; kết thúc với mã 3 nếu sau đó còn sự "
          + "kiện liên quan. Dạng mặc định là JSON, kiểm tra bằng Tools/verify.py hoặc “cadre "
          + "verify FILE”; -O table in phiếu thẩm định một trang. Dựa trên niêm phong gần nhất "
          + "(cadre seal).",
        en: " X is a post's code. Only what was sealed counts: --known is the size of the last "
          + "seal unless less is said, --rules the set in force there; status 3 where events that "
          + "matter came later. JSON unless said otherwise, to be checked with Tools/verify.py or "
          + "“cadre verify FILE”; -O table prints a sheet of one page to be signed. It rests on "
          + "the last “cadre seal”."),
    run: DossierCommand.run)
}

/// `cadre dossier`.
enum DossierCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let operands = invocation.arguments.operands
    let inquiry = try invocation.inquiry()
    let format = try invocation.format(otherwise: .json)
    let ledger = try invocation.open(.read)
    let made = try invocation.office { () throws(OfficeError) in
      try ledger.dossier(
        of: operands[0], for: operands[1], inquiry,
        identify: invocation.arguments.has("--identify"), now: invocation.console.now())
    }
    if format.isJSON {
      var writer = JSONWriter()
      DossierFile.write(made, to: &writer)
      try invocation.give(String(decoding: writer.bytes, as: UTF8.self), permissions: 0o600)
    } else {
      try sheet(made, invocation)
    }
    let notable = made.dossier.later.notable
    guard !notable.isEmpty else { return .done }
    invocation.remark(later(notable))
    return .warnings
  }

  /// Said where the answer may be another by now.
  private static func later(_ items: [LaterEvents.Item]) -> Words {
    let named = items.prefix(5).map(\.text).joined(separator: ", ")
    let more = items.count > 5 ? ", …" : ""
    return Words(
      vi:
        "cảnh báo: hồ sơ dựa vào niêm phong gần nhất và không tính \(items.count) sự kiện ghi sau "
        + "đó: \(named)\(more). Muốn tính cả, chạy “cadre seal” rồi lập lại.",
      en: "warning: the dossier rests on the last seal and does not count \(items.count) events "
        + "recorded after it: \(named)\(more). To have them counted run “cadre seal” and make it "
        + "again.")
  }

  private static func sheet(
    _ made: DossierMade, _ invocation: Invocation
  ) throws(Complaint) {
    let answer = made.answer
    try invocation.answer(shape: .single, pageWidth: 110) { (output) throws(Complaint) in
      try output.add([made], DossierReport.head)
      try output.add(
        answer.assessment.judgement.requirements, DossierReport.requirements(answer), as: .list)
      try output.add([made], DossierReport.proof)
    }
  }
}

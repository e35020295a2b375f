internal import Cadre
internal import Office
internal import Reports

extension Subcommand {
  static let find = Subcommand(
    "find", "TEXT", operands: 1...20,
    families: [.ledger, .question, .answer],
    publishing: .refused(
      Words(
        vi: "Chữ cần tìm là họ tên hoặc số của người thật, không được ghi vào sổ; hãy công bố "
          + "“cadre person”.",
        en: "Its text is somebody's name or number, which stays out of the log; publish “cadre "
          + "person” instead.")),
    summary: Words(
      vi: "tìm người theo tên, số hồ sơ, số thẻ hoặc số CCCD",
      en: "find people by name, file, card or citizen number"),
    details: Words(
      vi: "Tên không cần dấu, không phân biệt hoa thường, đ = d; mỗi từ có thể chỉ là phần đầu "
        + "của một từ trong tên. Số phải viết đủ.",
      en: "Names with or without diacritics, in any case, đ = d; a word may be the beginning of "
        + "one of the name's. Numbers must be whole."),
    run: FindCommand.run)
}

/// `cadre find`.
enum FindCommand {
  @Sendable static func run(_ invocation: Invocation) throws(Complaint) -> ExitCode {
    let text = invocation.arguments.operands.joined(separator: " ")
    let inquiry = try invocation.inquiry()
    let ledger = try invocation.open(.read)
    let people = try invocation.office { () throws(OfficeError) in
      try ledger.find(text, inquiry, now: invocation.console.now())
    }
    try invocation.answer { (answer) throws(Complaint) in
      let rows = answer.format == .table ? FoundReport.sortedByName(people) : people
      try answer.add(rows, FoundReport.columns)
    }
    if people.isEmpty {
      invocation.remark(
        Words(vi: "không tìm thấy ai theo “\(text)”.", en: "nobody was found by “\(text)”."))
    }
    return .done
  }
}

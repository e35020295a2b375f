internal import Cadre
internal import Intake
internal import Reports

/// What is said of a row that was not recorded: what is wrong, and what to do.
struct RejectionMessages {
  private let result: Import.Result
  /// The command that mends conflicts.
  private let correction: String

  init(_ result: Import.Result, correction: String) {
    self.result = result
    self.correction = correction
  }

  /// The header of the column at fault; nil: the row as a whole.
  func column(of rejection: Rejection) -> String? {
    rejection.column.map { sheet(of: rejection).headers[$0] }
  }

  /// The sheet of the row.
  func sheet(of rejection: Rejection) -> Sheet { result.sheets[rejection.sheet] }

  /// What stands in the cell at fault, or the number that is at fault.
  func value(of rejection: Rejection) -> String {
    switch rejection.detail {
    case .value(let value): value
    case .held(let number, _): number
    case .sign(let value, _), .day(let value, _), .outOfBounds(let value, _): value
    case .monthFirst(let value, _, _): value
    case .sheetNotGiven(let sheet): sheet
    case .fewerListed(let listed, _): String(listed)
    case .digits(let value, _), .organisation(let value, _), .ambiguous(let value, _): value
    case .malformed, .tooLong, .before, .refused: ""
    }
  }

  /// What is wrong and what to do: two sentences.
  func words(of rejection: Rejection) -> Words {
    switch rejection.detail {
    case .malformed(let fault): malformed(fault, rejection)
    case .tooLong(let bytes):
      Words(
        vi: "Ô dài \(bytes) byte, nhiều nhất là 200. Rút ngắn nội dung.",
        en: "The cell has \(bytes) bytes, at most 200 are kept. Shorten it.")
    case .sign(let value, let sign): SignMessages.cell(value, sign)
    case .day(let value, let fault):
      DayMessages.words(value, fault, isBirth: isBirth(rejection))
    case .monthFirst(let value, let proof, let line):
      DayMessages.monthFirst(value, proof, line: line, column(of: rejection) ?? "")
    case .outOfBounds(let value, let bound): DayMessages.cell(value, bound)
    case .organisation(let value, let nearest):
      RejectionMessages.unknownOrganisation(value, nearest)
    case .ambiguous(let value, let codes):
      Words(
        vi: "Nhiều tổ chức cùng tên “\(value)”: \(codes.joined(separator: ", ")). Ghi mã.",
        en: "Several organisations are called “\(value)”: \(codes.joined(separator: ", ")). Write "
          + "the code.")
    case .digits(let value, let fault): DigitMessages.cell(value, fault)
    case .before(let later, let earlier): before(later, earlier, rejection)
    case .sheetNotGiven, .fewerListed: claim(rejection)
    case .held(let number, let holder):
      Words(
        vi: "Số “\(number)” là của người có hồ sơ \(holder). Kiểm tra số này và mã hồ sơ; một "
          + "người chỉ có một mã hồ sơ.",
        en: "The number “\(number)” is that of person \(holder). Check it and the file number; one "
          + "person has one file.")
    case .refused(.conflict(let index)): conflict(index, rejection)
    case .refused(let refusal):
      RejectionMessages.sentences(
        RefusalMessages.words(refusal, result.names), RefusalRemedies.words(refusal))
    case .value(let value): cell(value, rejection)
    }
  }

  private static func unknownOrganisation(_ value: String, _ nearest: String?) -> Words {
    let meant = nearest.map {
      Words(vi: " Có phải là “\($0)”?", en: " Is “\($0)” meant?")
    }
    return Words(
      vi: "“\(value)” không phải là mã hay tên của một tổ chức trong sổ hoặc trong lần nhập này.",
      en: "“\(value)” is no code or name of an organisation of the ledger or of this import.")
      + (meant ?? .none) + Words(vi: " Sửa ô này.", en: " Mend the cell.")
  }

  /// What an event says otherwise, value by value, and the command that mends it.
  private func conflict(_ index: LogIndex?, _ rejection: Rejection) -> Words {
    guard let index else {
      return RejectionMessages.sentences(
        RefusalMessages.words(.conflict(with: nil)), RefusalRemedies.words(.conflict(with: nil)))
    }
    let changes = result.report.changes.first {
      $0.sheet == rejection.sheet && $0.line == rejection.line && $0.index == index
    }
    let list = (changes?.differences ?? []).map { difference in
      let field =
        changes.map { FieldVocabulary.name(difference.field, of: $0.type) }
        ?? FieldVocabulary.name(difference.field)
      let recorded = difference.recorded.map(FieldVocabulary.value) ?? Words("–")
      let given = difference.given.map(FieldVocabulary.value) ?? Words("–")
      return Words(
        vi: "\(field.vietnamese): sổ “\(recorded.vietnamese)”, bảng “\(given.vietnamese)”",
        en: "\(field.english): ledger “\(recorded.english)”, sheet “\(given.english)”")
    }
    let vietnamese = list.map(\.vietnamese).joined(separator: "; ")
    let english = list.map(\.english).joined(separator: "; ")
    return Words(
      vi: "Sự kiện \(index.number) đã ghi khác" + (list.isEmpty ? "" : " (\(vietnamese))")
        + ". Nếu bảng đúng: \(correction)",
      en: "Event \(index.number) says otherwise" + (list.isEmpty ? "" : " (\(english))")
        + ". If the sheet is right: \(correction)")
  }

  /// Two clauses as two sentences.
  private static func sentences(_ what: Words, _ remedy: Words) -> Words {
    Words(
      vi: "\(capital(what.vietnamese)). \(remedy.vietnamese)",
      en: "\(capital(what.english)). \(remedy.english)")
  }

  private static func capital(_ clause: String) -> String {
    clause.prefix(1).uppercased() + clause.dropFirst()
  }
}

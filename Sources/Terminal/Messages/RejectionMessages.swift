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
    case .before(let later, let earlier): before(later, earlier, rejection)
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

internal import Cadre
internal import Intake
internal import Reports

/// What is said of what an import noticed and recorded nothing of.
struct WarningMessages {
  /// So many of one kind are said one by one.
  static let limit = 10

  private let names: ImportNames

  init(_ names: ImportNames) { self.names = names }

  /// The lines: each warning, or of a kind that has too many the first and their number.
  func lines(_ warnings: [ImportWarning]) -> [Words] {
    var counts = [Int](repeating: 0, count: Kind.allCases.count)
    for warning in warnings { counts[Kind(warning).rawValue] += 1 }
    var said = [Int](repeating: 0, count: counts.count)
    var lines: [Words] = []
    for warning in warnings.sorted(by: { Kind($0).rawValue < Kind($1).rawValue }) {
      let kind = Kind(warning).rawValue
      said[kind] += 1
      if said[kind] <= WarningMessages.limit { lines.append(words(of: warning)) }
      if said[kind] == counts[kind], counts[kind] > WarningMessages.limit {
        let rest = counts[kind] - WarningMessages.limit
        lines.append(
          Words(
            vi: "cảnh báo: … và \(rest) trường hợp cùng loại",
            en: "warning: … and \(rest) more of this kind"))
      }
    }
    return lines
  }

  private enum Kind: Int, CaseIterable {
    case unknownFile, unknownColumn, organisationDiffers, possibleDuplicate, noLongerListed

    init(_ warning: ImportWarning) {
      switch warning {
      case .unknownFile: self = .unknownFile
      case .unknownColumn: self = .unknownColumn
      case .organisationDiffers: self = .organisationDiffers
      case .possibleDuplicate: self = .possibleDuplicate
      case .noLongerListed: self = .noLongerListed
      }
    }
  }

  private func words(of warning: ImportWarning) -> Words {
    switch warning {
    case .unknownFile(let file):
      Words(
        vi: "cảnh báo: “\(file)” không phải là bảng, đã bỏ qua",
        en: "warning: “\(file)” is no sheet and was left out")
    case .unknownColumn(let sheet, let column):
      Words(
        vi: "cảnh báo: \(sheet): không có cột “\(column)” trong mẫu, đã bỏ qua",
        en: "warning: \(sheet): the column “\(column)” is not known and was left out")
    case .organisationDiffers(let sheet, let line, let person, let says, let ledger):
      Words(
        vi: "cảnh báo: \(sheet):\(line): hồ sơ \(names.name(of: person)): bảng ghi tổ chức "
          + "\(names.name(of: says)), theo sổ là \(names.name(of: ledger)); bổ sung bảng "
          + "chuyen-sinh-hoat nếu đã chuyển",
        en: "warning: \(sheet):\(line): person \(names.name(of: person)): the sheet says "
          + "\(names.name(of: says)), the ledger \(names.name(of: ledger)); add the transfer to "
          + "chuyen-sinh-hoat if there was one")
    case .possibleDuplicate(let sheet, let line, let person, let other):
      possibleDuplicate(sheet, line, names.name(of: person), names.name(of: other))
    case .noLongerListed(let sheet, let index, let stream, let type):
      noLongerListed(sheet, index, stream, type)
    }
  }

  private func possibleDuplicate(
    _ sheet: String, _ line: Int, _ person: String, _ other: String
  ) -> Words {
    let command = "cadre record SamePerson person=\(person) other=\(other)"
    let otherwise = "cadre record DifferentPeople person=\(person) other=\(other)"
    return Words(
      vi: "cảnh báo: \(sheet):\(line): \(person) và \(other) trùng họ tên và ngày sinh; nếu là "
        + "một người: \(command) on=NGÀY; nếu là hai người: \(otherwise) on=NGÀY",
      en: "warning: \(sheet):\(line): \(person) and \(other) have one name and birth; if they "
        + "are one person: \(command) on=DAY; if they are not: \(otherwise) on=DAY")
  }

  private func noLongerListed(
    _ sheet: String, _ index: LogIndex, _ stream: Stream, _ type: EventType
  ) -> Words {
    let whose = names.name(of: stream).map { " (\($0))" } ?? ""
    let words = type.words
    return Words(
      vi: "cảnh báo: \(sheet): sự kiện \(index.number), \(words.vietnamese)\(whose), không còn "
        + "trong bảng; nếu ghi sai: cadre retract \(index.number) --reason typingError",
      en: "warning: \(sheet): event \(index.number), \(words.english)\(whose), is no longer "
        + "listed; if it was wrong: cadre retract \(index.number) --reason typingError")
  }
}

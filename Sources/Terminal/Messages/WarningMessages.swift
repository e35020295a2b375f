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
    let unlisted = lines(ofUnlisted: warnings)
    let warnings = warnings.filter { Kind($0) != .noLongerListed }
    for warning in warnings { counts[Kind(warning).rawValue] += 1 }
    var said = [Int](repeating: 0, count: counts.count)
    var lines: [Words] = []
    for warning in warnings.sorted(by: { Kind($0).rawValue < Kind($1).rawValue }) {
      let kind = Kind(warning).rawValue
      said[kind] += 1
      // Each new organisation is named, however many: none may slip in unseen.
      let isShown = kind == Kind.outsideFounded.rawValue || said[kind] <= WarningMessages.limit
      if isShown { lines.append(words(of: warning)) }
      if said[kind] == counts[kind], !isShown {
        let rest = counts[kind] - WarningMessages.limit
        lines.append(
          Words(
            vi: "cảnh báo: … và \(rest) trường hợp cùng loại",
            en: "warning: … and \(rest) more of this kind"))
      }
    }
    return lines + unlisted
  }

  private enum Kind: Int, CaseIterable {
    case unknownFile, unknownColumn, signsRemoved, numbersDiffer, outsideFounded,
      organisationDiffers,
      possibleDuplicate,
      noLongerListed

    init(_ warning: ImportWarning) {
      switch warning {
      case .unknownFile: self = .unknownFile
      case .unknownColumn: self = .unknownColumn
      case .signsRemoved: self = .signsRemoved
      case .numbersDiffer: self = .numbersDiffer
      case .outsideFounded: self = .outsideFounded
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
    case .signsRemoved(let sheet, let rows, let line, let column, let sign):
      signsRemoved(sheet, rows, line, column, sign)
    case .numbersDiffer(let sheet, let rows, let first): numbersDiffer(sheet, rows, first)
    case .outsideFounded(let sheet, let line, let name):
      Words(
        vi: "cảnh báo: \(sheet):\(line): “\(name)” là tổ chức mới ngoài sổ; nếu là tổ chức của sổ, "
          + "ghi mã của nó; xem cadre organisations --outside",
        en: "warning: \(sheet):\(line): “\(name)” is a new organisation outside the ledger; if it "
          + "is one of the ledger, write its code; see cadre organisations --outside")
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
    case .noLongerListed(let sheet, _, _, _): noLongerListed(sheet, 1)
    }
  }

  private func signsRemoved(
    _ sheet: String, _ rows: Int, _ line: Int, _ column: String, _ sign: SuspectSign
  ) -> Words {
    let more = rows - 1
    let sign = SignMessages.words(sign)
    return Words(
      vi: "cảnh báo: \(sheet):\(line): cột “\(column)”: đã bỏ \(sign.vietnamese)"
        + (more > 0 ? "; và ở \(more) dòng khác của bảng" : ""),
      en: "warning: \(sheet):\(line): column “\(column)”: left out \(sign.english)"
        + (more > 0 ? "; and in \(Words.counted(more, "more row", "more rows"))" : ""))
  }

  private func numbersDiffer(
    _ sheet: String, _ rows: Int, _ first: [DifferingNumber]
  ) -> Words {
    let named = first.map { "\($0.file) (\(sheet):\($0.line))" }.joined(separator: ", ")
    let rest = rows > first.count ? ", …" : ""
    return Words(
      vi:
        "cảnh báo: \(sheet): \(rows) số CCCD không khớp năm sinh hoặc giới tính của dòng: \(named)"
        + rest,
      en: "warning: \(sheet): \(Words.counted(rows, "citizen number", "citizen numbers")) with "
        + "another year of birth or sex than the row: \(named)\(rest)")
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

  /// One line a sheet: the list is asked for.
  private func noLongerListed(_ sheet: String, _ count: Int) -> Words {
    Words(
      vi: "cảnh báo: \(sheet): \(count) sự kiện đã ghi không còn trong bảng đầy đủ này; xem từng "
        + "sự kiện: thêm --details, hoặc -O ndjson",
      en: "warning: \(sheet): this complete sheet no longer has "
        + "\(Words.counted(count, "recorded event", "recorded events")); to see each: --details, "
        + "or -O ndjson")
  }

  private func lines(ofUnlisted warnings: [ImportWarning]) -> [Words] {
    var counts: [String: Int] = [:]
    for case .noLongerListed(let sheet, _, _, _) in warnings { counts[sheet, default: 0] += 1 }
    return counts.keys.sorted().map { noLongerListed($0, counts[$0] ?? 0) }
  }
}

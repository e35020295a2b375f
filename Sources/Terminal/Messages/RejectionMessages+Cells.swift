internal import Cadre
internal import Intake
internal import Reports

extension RejectionMessages {
  /// What is said of a cell whose value cannot be taken.
  func cell(_ value: String, _ rejection: Rejection) -> Words {
    switch rejection.kind {
    case .missingValue: missing(rejection)
    case .badDate: DayMessages.words(value, .unreadable, isBirth: isBirth(rejection))
    case .unknownValue: unknownValue(value, rejection)
    case .unknownPerson:
      unknown(
        value, Words(vi: "người nào có mã hồ sơ", en: "person of file number"), "nhan-su")
    case .unknownOrganisation:
      unknown(
        value, Words(vi: "tổ chức nào có mã hoặc tên", en: "organisation of code or name"),
        "to-chuc")
    case .unknownPosition:
      unknown(value, Words(vi: "chức danh nào có mã", en: "post of code"), "chuc-danh")
    case .erased:
      Words(
        vi: "Dữ liệu cá nhân của người này đã được xóa theo quy định. Bỏ dòng này khỏi bảng.",
        en: "This person's data were erased lawfully. Remove the row from the sheet.")
    case .malformedRow, .contradiction, .duplicateNumber, .conflict:
      Words(
        vi: "“\(value)” mâu thuẫn với ô khác của dòng hoặc với điều đã ghi. Kiểm tra cả dòng.",
        en: "“\(value)” contradicts another cell of the row, or what is recorded. Check the row.")
    }
  }

  /// What is said of a row of pham-vi that claims what cannot be.
  func claim(_ rejection: Rejection) -> Words {
    switch rejection.detail {
    case .sheetNotGiven(let sheet):
      Words(
        vi: "Bảng “\(sheet)” không có trong lần nhập này. Nhập “\(sheet).csv” cùng với pham-vi; "
          + "nếu không có ai, bảng chỉ có dòng tiêu đề cũng được.",
        en: "The sheet “\(sheet)” is not in this import. Import “\(sheet).csv” with pham-vi; if "
          + "there is nobody, its header alone will do.")
    case .fewerListed(let listed, let before):
      Words(
        vi: "Bảng có \(listed) dòng, lần xác nhận đầy đủ trước có \(before). Kiểm tra xem có phải "
          + "chỉ là một phần của bảng; nếu đúng là đủ, nhập lại với --shrunk.",
        en: "The sheet has \(listed) rows, the last complete one had \(before). See whether it is "
          + "only part of the sheet; if it is all, import it again with --shrunk.")
    case .malformed, .value, .tooLong, .sign, .day, .monthFirst, .outOfBounds, .before, .held,
      .digits, .organisation, .ambiguous, .refused:
      .none
    }
  }

  private func missing(_ rejection: Rejection) -> Words {
    guard let column = column(of: rejection) else { return missingColumn(rejection) }
    return Words(
      vi: "Ô “\(column)” trống mà phải có. Điền vào ô này.",
      en: "The cell “\(column)” is empty but needed. Fill it in.")
  }

  /// Whether the column at fault holds births.
  func isBirth(_ rejection: Rejection) -> Bool { known(rejection)?.column == .birth }

  /// What is said where a row needs a value for which the sheet has no column.
  private func missingColumn(_ rejection: Rejection) -> Words {
    let sheet = sheet(of: rejection)
    let absent = (SheetKind(rawValue: sheet.name)?.neededByRow ?? [])
      .map(\.header).filter { sheet.column($0) == nil }
    let list = absent.map { "“\($0)”" }.joined(separator: ", ")
    return Words(
      vi: "Dòng này cần một giá trị mà bảng không có cột (\(list)). Thêm cột đó và điền vào.",
      en: "This row needs a value for which the sheet has no column (\(list)). Add the column and "
        + "fill it in.")
  }

  /// What is said of two days that stand the wrong way round, with the column of the other where
  /// one alone holds it.
  func before(_ later: Day, _ earlier: Day, _ rejection: Rejection) -> Words {
    let other = header(of: earlier, rejection).map { Words(vi: " (“\($0)”)", en: " (“\($0)”)") }
    return Words(
      vi: "Ngày \(later.forPeople) trước ngày \(earlier.forPeople)",
      en: "The day \(later.forPeople) is before \(earlier.forPeople)") + (other ?? .none)
      + Words(
        vi: " mà lẽ ra phải sau hoặc cùng ngày. Sửa một trong hai ngày.",
        en: ", which it must not precede. Mend one of the two.")
  }

  /// The header of the one other column of the row that holds the day.
  private func header(of day: Day, _ rejection: Rejection) -> String? {
    let sheet = sheet(of: rejection)
    guard let row = (0..<sheet.count).first(where: { sheet.line($0) == rejection.line }) else {
      return nil
    }
    let columns = sheet.headers.indices.filter { column in
      column != rejection.column && Day(text: sheet.text(row, column)) == day
    }
    return columns.count == 1 ? columns.first.map { sheet.headers[$0] } : nil
  }

  private func unknownValue(_ value: String, _ rejection: Rejection) -> Words {
    let column = column(of: rejection) ?? ""
    let what = Words(
      vi: "“\(value)” không phải là giá trị của cột “\(column)”.",
      en: "“\(value)” is no value of the column “\(column)”.")
    guard let known = known(rejection) else { return what }
    if let accepted = AcceptedValues.list(known.column, of: known.sheet) {
      return what + RejectionMessages.choice(value, among: accepted)
    }
    let form = RejectionMessages.form(of: known.column)
    return Words(
      vi: "\(what.vietnamese) \(form.vietnamese)", en: "\(what.english) \(form.english)")
  }

  /// What a coded column takes; of an ambiguous abbreviation what it could mean.
  private static func choice(_ value: String, among list: [any Labelled]) -> Words {
    let wanted = Letters.nameIdentity(value)
    let candidates = list.filter {
      $0.abbreviations.contains { Letters.nameIdentity($0) == wanted }
    }
    func listed(_ list: [any Labelled]) -> (vi: String, en: String) {
      let vietnamese = list.map { $0.vietnamese }
      let english = list.map { "\($0.vietnamese) (\($0.english))" }
      return (vietnamese.joined(separator: "; "), english.joined(separator: "; "))
    }
    if candidates.count > 1 {
      let (vi, en) = listed(candidates)
      return Words(
        vi: " Có thể là: \(vi). Viết đầy đủ.", en: " It could be: \(en). Write it in full.")
    }
    let (vi, en) = listed(list)
    return Words(vi: " Chọn một trong: \(vi).", en: " Choose one of: \(en).")
  }

  /// What a column that is neither coded nor a day takes.
  private static func form(of column: Intake.Column) -> Words {
    switch column {
    case .year: Words(vi: "Viết một năm bốn chữ số.", en: "Write a year of four digits.")
    case .period: Words(vi: "Viết yyyy hoặc mm/yyyy.", en: "Write yyyy or mm/yyyy.")
    case .term:
      Words(
        vi: "Viết một nhiệm kỳ của bộ quy tắc, ví dụ 2020-2025; xem “cadre rules show”.",
        en: "Write a term of the rule set, such as 2020-2025; see “cadre rules show”.")
    case .score, .percent:
      Words(
        vi: "Viết một số từ 0 đến 100, nhiều nhất hai chữ số thập phân.",
        en: "Write a number from 0 to 100 with at most two decimals.")
    case .seats, .remedialMonths, .members, .probationers:
      Words(vi: "Viết một số nguyên.", en: "Write a whole number.")
    case .organisationCode, .organisation, .parent, .cell, .from, .to, .counterpart:
      Words(
        vi: "Mã tổ chức gồm chữ số và dấu chấm, ví dụ 38.168.001.",
        en: "An organisation's code is of digits and dots, such as 38.168.001.")
    default: Words(vi: "Sửa giá trị này.", en: "Mend the value.")
    }
  }

  private func unknown(_ value: String, _ what: Words, _ sheet: String) -> Words {
    Words(
      vi: "Không có \(what.vietnamese) “\(value)”, trong sổ cũng như trong lần nhập này. Sửa mã, "
        + "hoặc thêm vào bảng \(sheet).",
      en: "There is no \(what.english) “\(value)”, neither in the ledger nor in this import. Mend "
        + "it, or add it to the sheet \(sheet).")
  }

  /// The sheet and column at fault, where the column is one of the sheet's.
  private func known(_ rejection: Rejection) -> (column: Intake.Column, sheet: SheetKind)? {
    let sheet = sheet(of: rejection)
    guard let place = rejection.column, let kind = SheetKind(rawValue: sheet.name) else {
      return nil
    }
    return kind.columns.first { sheet.column($0.header) == place }.map { ($0, kind) }
  }
}

internal import Cadre
internal import Intake
internal import Office
internal import Reports

/// What is said when an import could not be tried at all; nothing was recorded.
enum ImportMessages {
  /// The complaint about it.
  static func complaint(_ error: ImportError) -> Complaint {
    switch error {
    case .noInput(let path): return noInput(path)
    case .noSheets(let path): return noSheets(path)
    case .sheetTwice(let name): return sheetTwice(name)
    case .sheets(let errors): return sheets(errors)
    case .file(let error): return FileMessages.reading(error)
    case .unknownCoverage(let code):
      let unknown = OfficeMessages.unknownOrganisation(code)
      return Complaint(
        .noInput, prefixed("--complete: ", unknown.what), remedy: unknown.remedy)
    case .notGiven(let sheet): return notGiven(sheet)
    case .fewerListed(let sheet, let listed, let before):
      return fewerListed(sheet, listed, before)
    case .office(let error): return OfficeMessages.complaint(error)
    }
  }

  private static func noInput(_ path: String) -> Complaint {
    Complaint(
      .noInput, Words(vi: "không có “\(path)”.", en: "there is no “\(path)”."),
      remedy: Words(
        vi: "Kiểm tra đường dẫn; không có gì được ghi.",
        en: "Check the path; nothing was recorded."))
  }

  private static func noSheets(_ path: String) -> Complaint {
    let names = SheetKind.allCases.map(\.file).joined(separator: ", ")
    return Complaint(
      .badData,
      Words(
        vi: "trong “\(path)” không có bảng nào nhập được.",
        en: "there is no sheet to import in “\(path)”."),
      remedy: Words(
        vi: "Tên tệp phải là một trong: \(names). Xem mẫu: cadre template THƯ_MỤC",
        en: "A sheet's file is one of: \(names). To see them: cadre template DIR"))
  }

  private static func sheetTwice(_ name: String) -> Complaint {
    Complaint(
      .badData,
      Words(
        vi: "bảng “\(name)” được đưa vào hai lần.", en: "the sheet “\(name)” is given twice."),
      remedy: Words(
        vi: "Mỗi lần nhập chỉ đưa vào một tệp cho mỗi bảng; không có gì được ghi.",
        en: "Give one file a sheet; nothing was recorded."))
  }

  private static func notGiven(_ sheet: String) -> Complaint {
    Complaint(
      .badData,
      Words(
        vi: "--complete: bảng “\(sheet)” không có trong lần nhập này.",
        en: "--complete: the sheet “\(sheet)” is not in this import."),
      remedy: Words(
        vi: "Nhập cả “\(sheet).csv”; bảng chỉ có dòng tiêu đề cũng được, nếu không có ai. Không "
          + "có gì được ghi.",
        en: "Import “\(sheet).csv” too; its header alone will do if there is nobody. Nothing was "
          + "recorded."))
  }

  private static func fewerListed(_ sheet: String, _ listed: Int, _ before: Int) -> Complaint {
    Complaint(
      .badData,
      Words(
        vi: "--complete: bảng “\(sheet)” có \(listed) dòng, lần xác nhận trước có \(before).",
        en: "--complete: the sheet “\(sheet)” has \(listed) rows, the last complete one had "
          + "\(before)."),
      remedy: Words(
        vi: "Kiểm tra xem có phải chỉ là một phần của bảng; nếu đúng là đủ, thêm --shrunk. Không "
          + "có gì được ghi.",
        en: "See whether it is only part of the sheet; if it is all, add --shrunk. Nothing was "
          + "recorded."))
  }

  /// Files that are no sheets, all of them, and what to do about each.
  private static func sheets(_ errors: [SheetError]) -> Complaint {
    let all = errors.map { SheetMessages.words(of: $0) }
    let whats = all.map { $0.what }
    var remedies: [Words] = []
    for (_, remedy) in all where !remedies.contains(remedy) { remedies.append(remedy) }
    remedies.append(
      Words(
        vi: "Không có gì được ghi; sửa xong hãy nhập lại.",
        en: "Nothing was recorded; import again once that is done."))
    return Complaint(
      .badData,
      Words(
        vi: whats.map(\.vietnamese).joined(separator: " "),
        en: whats.map(\.english).joined(separator: " ")),
      remedy: Words(
        vi: remedies.map(\.vietnamese).joined(separator: " "),
        en: remedies.map(\.english).joined(separator: " ")))
  }

  private static func prefixed(_ prefix: String, _ words: Words) -> Words {
    Words(vi: prefix + words.vietnamese, en: prefix + words.english)
  }
}

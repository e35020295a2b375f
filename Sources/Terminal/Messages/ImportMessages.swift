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
    case .sheet(let error): return sheet(error)
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

  private static func sheet(_ error: SheetError) -> Complaint {
    let (what, remedy) = SheetMessages.words(of: error)
    return Complaint(.badData, what, remedy: remedy)
  }

  private static func prefixed(_ prefix: String, _ words: Words) -> Words {
    Words(vi: prefix + words.vietnamese, en: prefix + words.english)
  }
}

/// What is said of a file that is no sheet.
enum SheetMessages {
  /// What happened, to which file, and what to do.
  static func words(of error: SheetError) -> (what: Words, remedy: Words) {
    switch error {
    case .tooLarge(let file, let bytes):
      (
        Words(
          vi: "“\(file)” có \(bytes) byte, quá mức \(SheetLimit.file).",
          en: "“\(file)” has \(bytes) bytes, more than \(SheetLimit.file)."),
        Words(vi: "Tách tệp thành nhiều phần.", en: "Split the file.")
      )
    case .wide(let file):
      (
        Words(
          vi: "“\(file)” không phải UTF-8 mà là UTF-16.", en: "“\(file)” is UTF-16, not UTF-8."),
        saveAgain
      )
    case .notUTF8(let file, let offset, let line):
      (
        Words(
          vi: "“\(file)” không phải UTF-8: byte \(offset), dòng \(line).",
          en: "“\(file)” is not UTF-8: byte \(offset), line \(line)."), saveAgain
      )
    case .noHeader(let file):
      (
        Words(vi: "“\(file)” rỗng, không có dòng tiêu đề.", en: "“\(file)” has no header."),
        seeTemplate
      )
    case .brokenHeader(let file):
      (
        Words(
          vi: "dòng tiêu đề của “\(file)” có dấu nháy kép không đóng.",
          en: "the header of “\(file)” has a quote that nothing closes."),
        Words(vi: "Sửa dòng 1.", en: "Mend line 1.")
      )
    case .missingColumn(let sheet, let column):
      (
        Words(
          vi: "bảng “\(sheet)” thiếu cột “\(column)”.",
          en: "the sheet “\(sheet)” lacks the column “\(column)”."), seeTemplate
      )
    case .repeatedColumn(let sheet, let column):
      (
        Words(
          vi: "bảng “\(sheet)” có cột “\(column)” hai lần.",
          en: "the sheet “\(sheet)” has the column “\(column)” twice."),
        Words(
          vi: "Bỏ bớt một cột; không có gì được ghi.",
          en: "Remove one of them; nothing was recorded.")
      )
    }
  }

  private static let saveAgain = Words(
    vi: "Lưu lại dạng “CSV UTF-8” rồi nhập lại; không có gì được ghi.",
    en: "Save it again as “CSV UTF-8”; nothing was recorded.")
  private static let seeTemplate = Words(
    vi: "Thêm vào rồi nhập lại, không có gì được ghi; xem mẫu: cadre template THƯ_MỤC",
    en: "Add it; nothing was recorded. To see the columns: cadre template DIR")
}

internal import Cadre
internal import Intake
internal import Reports

/// What is said of a file that is no sheet.
enum SheetMessages {
  /// What happened, to which file, and what to do; sentences.
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
        Words(
          vi: "“\(file)” rỗng, không có dòng tiêu đề.",
          en: "“\(file)” is empty; it has no column titles."),
        seeTemplate
      )
    case .brokenHeader(let file, let line):
      (
        Words(
          vi: "dòng tiêu đề của “\(file)” có dấu nháy kép không đóng.",
          en: "the header of “\(file)” has a quote that nothing closes."),
        Words(
          vi: "Sửa dòng \(line) của tệp đó.", en: "Correct line \(line) of that file.")
      )
    case .missingColumns, .noColumns, .repeatedColumn: columns(error)
    case .oldLetters(let sheet, let line, let column, let value, let encoding):
      oldLetters("\(sheet):\(line):\(column)", value, encoding)
    }
  }

  /// What is said of the titles of columns.
  private static func columns(_ error: SheetError) -> (what: Words, remedy: Words) {
    switch error {
    case .missingColumns(let sheet, let columns, _):
      let list = columns.map { "“\($0)”" }.joined(separator: ", ")
      return (
        Words(
          vi: "Bảng “\(sheet)” thiếu cột \(list).",
          en: "The sheet “\(sheet)” lacks "
            + (columns.count == 1 ? "the column \(list)." : "the columns \(list).")),
        Words(
          vi: "Thêm các cột đó; xem mẫu: cadre template THƯ_MỤC.",
          en: "Add what is missing. To see the columns: cadre template DIR.")
      )
    case .noColumns(let sheet, let first):
      return (
        Words(
          vi: "Bảng “\(sheet)” không có cột nào của mẫu; dòng đầu đọc được là: \(first).",
          en: "The sheet “\(sheet)” has none of its columns; the first line was read as: "
            + "\(first)."),
        Words(
          vi: "Dòng đầu phải là tên các cột, ngăn cách bằng dấu chấm phẩy, dấu phẩy, tab hoặc |; "
            + "bỏ các dòng phía trên. Xem mẫu: cadre template THƯ_MỤC.",
          en: "The first line must be the titles of the columns with semicolons, commas, tabs or "
            + "| between them; remove what is above it. To see the columns: cadre template DIR.")
      )
    case .repeatedColumn(let sheet, let column):
      return (
        Words(
          vi: "Bảng “\(sheet)” có cột “\(column)” hai lần.",
          en: "The sheet “\(sheet)” has the column “\(column)” twice."),
        Words(vi: "Bỏ bớt một cột.", en: "Remove one of them.")
      )
    case .tooLarge, .wide, .notUTF8, .noHeader, .brokenHeader, .oldLetters:
      return words(of: error)
    }
  }

  private static func oldLetters(
    _ cell: String, _ value: String, _ encoding: OldEncoding
  ) -> (what: Words, remedy: Words) {
    let name =
      switch encoding {
      case .tcvn3: "TCVN3 (ABC)"
      case .vni: "VNI"
      }
    return (
      Words(
        vi: "\(cell): “\(value)” là chữ của bảng mã \(name), không phải Unicode.",
        en: "\(cell): “\(value)” is text in the old encoding \(name), not Unicode."),
      Words(
        vi: "Chuyển cả bảng sang Unicode (ví dụ bằng UniKey: Ctrl+Shift+F6), lưu lại dạng “CSV "
          + "UTF-8”.",
        en: "Convert the whole sheet to Unicode (with UniKey, for example: Ctrl+Shift+F6) and save "
          + "it as “CSV UTF-8”.")
    )
  }

  private static let saveAgain = Words(
    vi: "Lưu lại dạng “CSV UTF-8”.", en: "Save it again as “CSV UTF-8”.")
  private static let seeTemplate = Words(
    vi: "Ghi tên các cột vào dòng đầu; xem mẫu: cadre template THƯ_MỤC.",
    en: "Put the titles of the columns into the first line. To see them: cadre template DIR.")
}

/// Why a file is no sheet; nothing of it is read.
package enum SheetError: Error, Hashable, Sendable {
  /// More than `SheetLimit.file` bytes.
  case tooLarge(file: String, bytes: Int)
  /// UTF-16 or UTF-32, by its first bytes.
  case wide(file: String)
  /// A byte that is no UTF-8, at an offset from 0, on a line from 1.
  case notUTF8(file: String, offset: Int, line: Int)
  /// An empty file.
  case noHeader(file: String)
  /// The first line has a quote that nothing closes, or is too long.
  case brokenHeader(file: String)
  /// A required column is absent.
  case missingColumn(sheet: String, column: String)
  /// A column stands twice.
  case repeatedColumn(sheet: String, column: String)
}

extension SheetError {
  /// What happened, to which file, and what to do, in Vietnamese.
  package var vietnamese: String {
    switch self {
    case .tooLarge(let file, let bytes):
      "\(file): \(bytes) byte, quá \(SheetLimit.file) byte. Hãy tách tệp thành nhiều phần."
    case .wide(let file):
      "\(file): tệp không phải UTF-8 (UTF-16, từ byte 0). "
        + "Hãy lưu lại dạng “CSV UTF-8 (phân cách bằng dấu phẩy)”."
    case .notUTF8(let file, let offset, let line):
      "\(file): byte \(offset) (dòng \(line)) không phải UTF-8. "
        + "Hãy lưu lại dạng “CSV UTF-8 (phân cách bằng dấu phẩy)”."
    case .noHeader(let file):
      "\(file): tệp rỗng, không có dòng tiêu đề. Xem mẫu: cadre template THƯ_MỤC."
    case .brokenHeader(let file):
      "\(file): dòng tiêu đề có dấu nháy kép không đóng. Hãy sửa dòng 1."
    case .missingColumn(let sheet, let column):
      "\(sheet): thiếu cột “\(column)”. Hãy thêm cột; xem mẫu: cadre template THƯ_MỤC."
    case .repeatedColumn(let sheet, let column):
      "\(sheet): cột “\(column)” có hai lần. Hãy bỏ bớt một."
    }
  }

  /// What happened, to which file, and what to do, in English.
  package var english: String {
    switch self {
    case .tooLarge(let file, let bytes):
      "\(file): \(bytes) bytes, over the limit of \(SheetLimit.file); split the file"
    case .wide(let file):
      "\(file): not UTF-8 but UTF-16, from byte 0 on; save it again as “CSV UTF-8”"
    case .notUTF8(let file, let offset, let line):
      "\(file): byte \(offset) (line \(line)) is not UTF-8; save it again as “CSV UTF-8”"
    case .noHeader(let file):
      "\(file): empty, without a header; `cadre template DIR` writes one"
    case .brokenHeader(let file):
      "\(file): the header has a quote that nothing closes; mend line 1"
    case .missingColumn(let sheet, let column):
      "\(sheet): the column “\(column)” is missing; add it (`cadre template DIR` shows all)"
    case .repeatedColumn(let sheet, let column):
      "\(sheet): the column “\(column)” stands twice; remove one"
    }
  }
}

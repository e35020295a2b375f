internal import Cadre
internal import Intake
internal import Reports

extension RejectionMessages {
  /// What is said of a row that could not be taken apart into its cells.
  func malformed(_ fault: MalformedRow.Fault, _ rejection: Rejection) -> Words {
    switch fault {
    case .fields(let found, let expected):
      Words(
        vi:
          "Dòng có \(found) ô mà bảng chỉ có \(expected) cột. Bỏ dấu ngăn thừa, hoặc đặt ô có dấu "
          + "ngăn trong dấu nháy kép.",
        en:
          "The row has \(found) cells, the sheet only \(expected) columns. Remove a separator, or "
          + "put quotes around the cell that has one in it.")
    case .short(let found, let missing):
      short(found, sheet(of: rejection).headers[missing])
    case .quote:
      Words(
        vi:
          "Dấu nháy kép không đóng, hoặc có chữ sau dấu đóng. Sửa dấu nháy; trong ô viết \"\" cho "
          + "một dấu.",
        en: "A quote is not closed, or text follows its end. Correct it; inside a cell a quote is "
          + "written \"\".")
    case .swallowed(let last): swallowed(rejection.line, last)
    case .strayQuote(let first):
      Words(
        vi: "Dấu nháy kép mở ở dòng \(first) đóng ở dòng này. Bỏ dấu nháy thừa ở cả hai dòng.",
        en: "The quote opened in row \(first) is closed in this row. Remove the quote from both "
          + "rows.")
    case .cellTooLong:
      Words(
        vi: "Có ô dài quá \(SheetLimit.cell) byte. Rút ngắn ô đó.",
        en: "A cell has more than \(SheetLimit.cell) bytes. Shorten it.")
    }
  }

  private func short(_ found: Int, _ column: String) -> Words {
    Words(
      vi: "Dòng chỉ có \(found) ô, dừng trước cột “\(column)” là cột phải có. Điền tiếp các ô còn "
        + "thiếu.",
      en: "The row has only \(found) cells and ends before “\(column)”, which is needed. Fill in "
        + "the cells that are missing.")
  }

  private func swallowed(_ first: Int, _ last: Int) -> Words {
    Words(
      vi: "Một dấu nháy kép mở ở dòng này làm các dòng \(first)–\(last) dính thành một ô. Bỏ dấu "
        + "nháy đó; các dòng sau đã được đọc riêng từng dòng.",
      en: "A quote opened in this row takes rows \(first)–\(last) for one cell. Remove the quote; "
        + "the rows after this one were each read on their own.")
  }
}

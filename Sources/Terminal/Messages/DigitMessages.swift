internal import Cadre
internal import Reports

/// What is said of numbers that should be digits alone.
enum DigitMessages {
  /// What is wrong, as a clause behind the value.
  static func words(_ fault: DigitFault) -> Words {
    switch fault {
    case .exponent:
      Words(
        vi: "bảng tính đã đổi số này thành dạng lũy thừa, các chữ số sau đã mất",
        en: "a spreadsheet has made a power of ten of the number, and its last digits are lost")
    case .apostrophe:
      Words(
        vi: "có dấu nháy đơn ở đầu do bảng tính thêm vào",
        en: "a spreadsheet has left an apostrophe in front")
    case .grouped:
      Words(
        vi: "có dấu cách hoặc dấu chấm, phẩy giữa các chữ số",
        en: "there are spaces, dots or commas between the digits")
    case .length(let count):
      Words(
        vi:
          "có \(count) chữ số, số CCCD có 12 (số CMND cũ có 9); bảng tính thường làm mất số 0 ở đầu",
        en:
          "it has \(count) digits, a citizen number 12 (the old one 9); a spreadsheet often drops "
          + "the zero in front")
    case .notDigits:
      Words(vi: "không phải chỉ gồm chữ số", en: "it is not of digits alone")
    }
  }

  /// What is said of a cell.
  static func cell(_ value: String, _ fault: DigitFault) -> Words {
    Words("“\(value)”: ") + words(fault)
      + Words(
        vi: ". Định dạng cả cột là Văn bản (Text), rồi gõ lại số.",
        en: ". Format the whole column as Text, then type the number again.")
  }
}

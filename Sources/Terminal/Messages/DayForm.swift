/// Whether a text has a form in which days are read.
enum DayForm {
  /// Whether the text is `dd/mm/yyyy` or `yyyy-mm-dd` in form, be it a day of the calendar or not.
  static func isRead(_ text: String) -> Bool {
    ["00/00/0000", "0000-00-00"].contains(
      String(text.map { $0.isASCII && $0.isNumber ? "0" : $0 }))
  }
}

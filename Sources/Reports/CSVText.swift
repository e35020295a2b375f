internal import Cadre

/// CSV that people's spreadsheet programs open as it is: UTF-8 with BOM, `;`, CRLF, days and
/// words as in the sheets that offices keep (RFC 4180 in all else).
enum CSVText {
  /// The byte order mark, by which spreadsheet programs know UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let lineBreak: [UInt8] = [0x0D, 0x0A]

  /// Appends one line.
  static func append(_ cells: [Value], to text: inout [UInt8]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { text.append(UInt8(ascii: ";")) }
      append(cell, to: &text)
    }
    text += lineBreak
  }

  private static func append(_ cell: Value, to text: inout [UInt8]) {
    var words = cell.forPeople(.vietnamese)
    if cell.isWritten, startsFormula(words) { words = "'" + words }
    guard needsQuotes(words) else {
      text.append(contentsOf: words.utf8)
      return
    }
    text.append(UInt8(ascii: "\""))
    for unit in words.utf8 {
      if unit == UInt8(ascii: "\"") { text.append(unit) }
      text.append(unit)
    }
    text.append(UInt8(ascii: "\""))
  }

  /// Whether a spreadsheet program would compute the text instead of showing it (OWASP, CSV
  /// Injection).
  private static func startsFormula(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  private static func needsQuotes(_ text: String) -> Bool {
    if text.utf8.first == 0x20 || text.utf8.last == 0x20 { return true }
    return text.utf8.contains { unit in
      switch unit {
      case UInt8(ascii: ";"), UInt8(ascii: "\""), 0x0A, 0x0D: true
      default: false
      }
    }
  }
}

extension Value {
  /// Whether somebody wrote it, so that it may begin with anything.
  fileprivate var isWritten: Bool {
    switch self {
    case .text, .list, .record, .coded: true
    case .absent, .number, .hundredths, .truth, .day, .month, .birth, .instant: false
    }
  }
}

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
    if cell.isWritten { words = guarded(words) }
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

  /// A text with an apostrophe wherever a spreadsheet program would compute what follows instead
  /// of showing it (OWASP, CSV Injection): at its beginning, and after every separator in it, for
  /// a program that splits there in spite of the quotes.
  private static func guarded(_ text: String) -> String {
    let units = text.utf8
    var isStart = true
    let isHarmless = units.allSatisfy { unit in
      defer { isStart = isSeparator(unit) || isStart && unit == 0x20 }
      return !(isStart && startsFormula(unit))
    }
    if isHarmless, units.first != 0x09, units.first != 0x0D { return text }
    var guarded: [UInt8] = []
    isStart = true
    for (place, unit) in units.enumerated() {
      if isStart && startsFormula(unit) || place == 0 && (unit == 0x09 || unit == 0x0D) {
        guarded.append(UInt8(ascii: "'"))
      }
      guarded.append(unit)
      isStart = isSeparator(unit) || isStart && unit == 0x20
    }
    return String(decoding: guarded, as: UTF8.self)
  }

  private static func startsFormula(_ unit: UInt8) -> Bool {
    switch unit {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    default: false
    }
  }

  /// Whether some spreadsheet program, by its language or by what it is told, ends a cell here.
  private static func isSeparator(_ unit: UInt8) -> Bool {
    switch unit {
    case UInt8(ascii: ";"), UInt8(ascii: ","), 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  private static func needsQuotes(_ text: String) -> Bool {
    if text.utf8.first == 0x20 || text.utf8.last == 0x20 { return true }
    return text.utf8.contains { $0 == UInt8(ascii: "\"") || isSeparator($0) }
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

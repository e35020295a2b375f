package import Cadre

/// What a clean cell says, once it is known which kind of value its column has.
///
/// Empty means absent and is nil; text that is no such value throws. Nothing is guessed.
package enum Cell {
  /// Why a cell is not the value its column asks for (spec/intake.md, Recording: kinds).
  package enum Fault: Error, Hashable, Sendable {
    case badDate(DayTextFault)
    case unknownValue
  }
}

extension Cell {
  /// A day written `d/m/yyyy` or `yyyy-mm-dd` (`DayText`).
  package static func day(_ cell: Span<UInt8>) throws(Fault) -> Day? {
    if cell.isEmpty { return nil }
    switch DayText.read(cell) {
    case .success(let day): return day
    case .failure(let error): throw .badDate(error.fault)
    }
  }

  /// A birth: a day, or `m/yyyy`, or `yyyy`.
  package static func birth(_ cell: Span<UInt8>) throws(Fault) -> Birth? {
    if cell.count == 4, let year = digits(cell, 0, 4) {
      guard year > 0 else { throw .badDate(.unreadable) }
      return .year(year)
    }
    if let month = month(cell) { return .month(month) }
    return try day(cell).map { .day($0) }
  }

  /// A month written `m/yyyy`, with `/`, `.` or `-`; nil for anything else.
  private static func month(_ cell: Span<UInt8>) -> Month? {
    guard cell.count == 6 || cell.count == 7 else { return nil }
    let mark = cell.count - 5
    guard cell[mark] == slash || cell[mark] == hyphen || cell[mark] == UInt8(ascii: "."),
      let month = digits(cell, 0, mark), let year = digits(cell, mark + 1, 4),
      (1...12).contains(month), year > 0
    else { return nil }
    return Month(year: year, month: month)
  }

  /// A number with at most two decimals after `,` or `.`, without grouping or sign.
  package static func number(_ cell: Span<UInt8>) throws(Fault) -> Hundredths? {
    if cell.isEmpty { return nil }
    var whole = 0
    while whole < cell.count, isDigit(cell[whole]) { whole += 1 }
    guard whole <= 12, let units = digits(cell, 0, whole) else { throw .unknownValue }
    if whole == cell.count { return Hundredths(units * 100) }
    let decimals = cell.count - whole - 1
    guard cell[whole] == UInt8(ascii: ",") || cell[whole] == UInt8(ascii: "."),
      (1...2).contains(decimals), let parts = digits(cell, whole + 1, decimals)
    else { throw .unknownValue }
    return Hundredths(units * 100 + (decimals == 1 ? parts * 10 : parts))
  }

  /// A whole number of at most nine digits.
  package static func integer(_ cell: Span<UInt8>) throws(Fault) -> Int? {
    if cell.isEmpty { return nil }
    guard cell.count <= 9, let value = digits(cell, 0, cell.count) else { throw .unknownValue }
    return value
  }

  /// A calendar year of four digits, from 1000.
  package static func year(_ cell: Span<UInt8>) throws(Fault) -> Int? {
    if cell.isEmpty { return nil }
    guard cell.count == 4, let year = digits(cell, 0, 4), year >= 1000 else {
      throw .unknownValue
    }
    return year
  }

  /// A period: a year, or a month written `m/yyyy`.
  package static func period(_ cell: Span<UInt8>) throws(Fault) -> Period? {
    guard cell.count > 4 else { return try year(cell).map { .year($0) } }
    guard let month = month(cell), month.year >= 1000 else { throw .unknownValue }
    return .month(month)
  }

  /// A term written `2020-2025`; whether the rules have it is not tested here.
  package static func term(_ cell: Span<UInt8>) throws(Fault) -> Term? {
    if cell.isEmpty { return nil }
    guard let term = Term(text: String(copying: cell)) else { throw .unknownValue }
    return term
  }

  /// The cell as a string; nil where it is empty.
  package static func text(_ cell: Span<UInt8>) -> String? {
    cell.isEmpty ? nil : String(copying: cell)
  }

  /// Whether the cell is shaped like an organisation's code: digits and dots.
  ///
  /// In a column of organisations anything else is the name of an external one.
  package static func isOrganisationCode(_ cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty else { return false }
    for index in cell.indices where !isDigit(cell[index]) && cell[index] != UInt8(ascii: ".") {
      return false
    }
    return true
  }

  private static let slash = UInt8(ascii: "/")
  private static let hyphen = UInt8(ascii: "-")

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// The number that so many digits make; nil where one is none or there are none.
  private static func digits(_ cell: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
    guard count > 0 else { return nil }
    var value = 0
    for index in start..<start + count {
      guard isDigit(cell[index]) else { return nil }
      value = value * 10 + Int(cell[index] - 48)
    }
    return value
  }
}

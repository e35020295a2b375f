/// Why a text is no day.
package enum DayTextFault: Hashable, Sendable {
  /// Neither `d/m/yyyy` nor `yyyy-mm-dd`.
  case unreadable
  /// It has the form of a day, and the calendar has no such day.
  case noSuchDay
  /// It would be a day with the month first.
  case monthFirst
  /// The year has two digits, so that the century is a guess.
  case twoDigitYear
  /// The month is a word.
  case monthName
}

/// A day as offices write it: `d/m/yyyy` with `/`, `.` or `-` between, leading zeros free
/// (Decree 30/2020 writes 05/9/1992), or `yyyy-mm-dd`.
///
/// Nothing is guessed: a year has four digits, and the day is before the month.
package enum DayText {
  /// The day of a text, or why it is none. O(length), without allocation.
  package static func read(_ text: Span<UInt8>) -> Result<Day, Fault> {
    var parts = Parts()
    guard parts.take(text) else {
      return .failure(Fault(holdsLetters(text) ? .monthName : .unreadable))
    }
    let (first, second, third) = parts.numbers
    let lengths = parts.lengths
    if lengths.0 == 4, lengths.1 == 2, lengths.2 == 2, parts.separator == UInt8(ascii: "-") {
      guard let day = Day(year: first, month: second, day: third) else {
        return .failure(Fault(.noSuchDay))
      }
      return .success(day)
    }
    guard lengths.0 <= 2, lengths.1 <= 2 else { return .failure(Fault(.unreadable)) }
    if lengths.2 == 2 { return .failure(Fault(.twoDigitYear)) }
    guard lengths.2 == 4 else { return .failure(Fault(.unreadable)) }
    if let day = Day(year: third, month: second, day: first) { return .success(day) }
    let isMonthFirst = second > 12 && Day(year: third, month: first, day: second) != nil
    return .failure(Fault(isMonthFirst ? .monthFirst : .noSuchDay))
  }

  /// `DayTextFault` as an error.
  package struct Fault: Error {
    package let fault: DayTextFault
    init(_ fault: DayTextFault) { self.fault = fault }
  }

  /// Whether the text is a day in one order of day and month alone.
  /// - Returns: true: with the month first; false: with the day first; nil: either, or no day.
  package static func isMonthFirst(_ text: Span<UInt8>) -> Bool? {
    var parts = Parts()
    guard parts.take(text), parts.lengths.2 == 4, parts.lengths.0 <= 2, parts.lengths.1 <= 2 else {
      return nil
    }
    let (first, second, _) = parts.numbers
    if (1...12).contains(first), (13...31).contains(second) { return true }
    if (13...31).contains(first), (1...12).contains(second) { return false }
    return nil
  }

  private static func holdsLetters(_ text: Span<UInt8>) -> Bool {
    var hasDigit = false
    var hasLetter = false
    for index in text.indices {
      let byte = text[index]
      if (48...57).contains(byte) { hasDigit = true }
      if (97...122).contains(byte | 0x20) || byte >= 0x80 { hasLetter = true }
    }
    return hasDigit && hasLetter
  }

  /// Three numbers with one kind of separator between.
  private struct Parts {
    var numbers = (0, 0, 0)
    var lengths = (0, 0, 0)
    var separator: UInt8 = 0

    /// Takes a text apart; whether it is three numbers of at most four digits.
    mutating func take(_ text: Span<UInt8>) -> Bool {
      guard text.count <= 10 else { return false }
      var index = 0
      guard let first = number(text, &index), mark(text, &index),
        let second = number(text, &index), mark(text, &index),
        let third = number(text, &index), index == text.count
      else { return false }
      numbers = (first.value, second.value, third.value)
      lengths = (first.length, second.length, third.length)
      return true
    }

    private func number(_ text: Span<UInt8>, _ index: inout Int) -> (value: Int, length: Int)? {
      let start = index
      var value = 0
      while index < text.count, index - start < 4, (48...57).contains(text[index]) {
        value = value * 10 + Int(text[index] - 48)
        index += 1
      }
      return index == start ? nil : (value, index - start)
    }

    private mutating func mark(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
      guard index < text.count else { return false }
      let byte = text[index]
      guard byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-"),
        separator == 0 || separator == byte
      else { return false }
      separator = byte
      index += 1
      return true
    }
  }
}

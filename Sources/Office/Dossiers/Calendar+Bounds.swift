internal import Cadre
internal import CadreCodec

// Files from outside may name any number as a day; whoever reckons with days is told before.

extension RecordedEvent {
  /// Whether every day, month and year it names is one of the years 1 to 9999, in which dates are
  /// written; a ledger records no others.
  var isInCalendar: Bool {
    let days = [context.effective, context.document?.date].compactMap(\.self)
    return days.allSatisfy(\.isInCalendar)
      && event.fields.allSatisfy { field in
        if field.name == "year", case .integer(let year) = field.value {
          return isYearInCalendar(year)
        }
        return field.value.isInCalendar
      }
  }
}

extension PrivateRecord {
  /// Whether the birth is in the years 1 to 9999.
  var isInCalendar: Bool { birth?.isInCalendar ?? true }
}

extension Day {
  fileprivate var isInCalendar: Bool {
    (Day.firstWritten.number...Day.lastWritten.number).contains(number)
  }

  /// 0001-01-01 and 9999-12-31, as days since 1970-01-01.
  private static let firstWritten = Day(number: -719_162)
  private static let lastWritten = Day(number: 2_932_896)
}

extension Birth {
  fileprivate var isInCalendar: Bool {
    switch self {
    case .day(let day): day.isInCalendar
    case .month(let month): month.isInCalendar
    case .year(let year): isYearInCalendar(year)
    }
  }
}

extension Month {
  fileprivate var isInCalendar: Bool { (12..<120_000).contains(number) }
}

private func isYearInCalendar(_ year: Int) -> Bool { (1...9_999).contains(year) }

extension FieldValue {
  /// Whether what it names can be written; other numbers are counts, and may be any that are small.
  fileprivate var isInCalendar: Bool {
    switch self {
    case .day(let day): day.isInCalendar
    case .days(let days): days.allSatisfy(\.isInCalendar)
    case .period(.year(let year)): isYearInCalendar(year)
    case .period(.month(let month)): month.isInCalendar
    case .birth(let birth): birth.isInCalendar
    case .term(let term): isYearInCalendar(term.firstYear) && isYearInCalendar(term.lastYear)
    case .integer(let number): number.magnitude <= 1 << 40
    case .integers, .text, .hundredths, .code, .index, .size, .digest, .organisation, .position,
      .person:
      true
    }
  }
}

/// A calendar month, as months since January of year 0.
package struct Month: Hashable, Comparable, Sendable {
  /// Months since January of year 0.
  package let number: Int

  /// The month that many months after January of year 0.
  package init(number: Int) { self.number = number }

  /// The month (1…12) of a year.
  package init(year: Int, month: Int) { self.number = year * 12 + month - 1 }

  package static func < (left: Month, right: Month) -> Bool { left.number < right.number }

  /// The calendar year.
  package var year: Int { number >= 0 ? number / 12 : (number - 11) / 12 }

  /// The month of the year, 1…12.
  package var month: Int { number - year * 12 + 1 }

  /// Its number of days, 28…31.
  package var length: Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Its first day.
  package var first: Day { Day.civil(year: year, month: month, day: 1) }

  /// Its last day.
  package var last: Day { Day.civil(year: year, month: month, day: length) }

  /// The month that many months later.
  package func adding(months: Int) -> Month { Month(number: number + months) }
}

extension Month: CustomStringConvertible {
  /// ISO 8601, `yyyy-mm`.
  package var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }

  /// `mm/yyyy`: what people read.
  package var forPeople: String { "\(padded(month, to: 2))/\(padded(year, to: 4))" }
}

/// A birth known to the day, the month or only the year: the interval of months it may lie in.
///
/// An age rule is evaluated at both ends; where they differ the answer is unknown
/// (spec/domain.md section 2).
package enum Birth: Hashable, Sendable {
  case day(Day)
  case month(Month)
  case year(Int)

  /// The earliest month it may lie in.
  package var earliest: Month {
    switch self {
    case .day(let day): day.month
    case .month(let month): month
    case .year(let year): Month(year: year, month: 1)
    }
  }

  /// The latest month it may lie in.
  package var latest: Month {
    switch self {
    case .day(let day): day.month
    case .month(let month): month
    case .year(let year): Month(year: year, month: 12)
    }
  }

  /// A birth written as a day (`DayText`), `m/yyyy`, `yyyy-mm` or `yyyy`; nil otherwise.
  package init?(text: String) {
    if let day = Day(text: text) {
      self = .day(day)
      return
    }
    let bytes = Array(text.utf8)
    switch bytes.count {
    case 4:
      guard let year = decimal(bytes[...]), year > 0 else { return nil }
      self = .year(year)
    case 6 where bytes[1] == UInt8(ascii: "/"), 7 where bytes[2] == UInt8(ascii: "/"):
      let mark = bytes.count - 5
      guard let month = decimal(bytes[..<mark]), let year = decimal(bytes[(mark + 1)...]),
        (1...12).contains(month), year > 0
      else { return nil }
      self = .month(Month(year: year, month: month))
    case 7 where bytes[4] == UInt8(ascii: "-"):
      guard let year = decimal(bytes[0...3]), let month = decimal(bytes[5...6]),
        (1...12).contains(month), year > 0
      else { return nil }
      self = .month(Month(year: year, month: month))
    default: return nil
    }
  }
}

extension Birth: CustomStringConvertible {
  /// ISO 8601, to the precision known.
  package var description: String {
    switch self {
    case .day(let day): day.description
    case .month(let month): month.description
    case .year(let year): padded(year, to: 4)
    }
  }

  /// What people read, to the precision known.
  package var forPeople: String {
    switch self {
    case .day(let day): day.forPeople
    case .month(let month): month.forPeople
    case .year(let year): padded(year, to: 4)
    }
  }
}

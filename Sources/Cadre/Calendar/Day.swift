/// A calendar day at UTC+07:00, as days since 1970-01-01 in the proleptic Gregorian calendar.
///
/// Every effective day, decision date and birth date is one; instants are `Instant`.
/// Days of the years 1 to 9999 can be written and read back.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  package let number: Int32

  /// The day that many days after 1970-01-01.
  @inlinable package init(number: Int32) { self.number = number }

  @inlinable package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day {
  /// The day of a year (1…9999), month (1…12) and day of the month, or nil where there is none.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Month(year: year, month: month).length
    else { return nil }
    self = Day.civil(year: year, month: month, day: day)
  }

  /// The day of civil fields known to be right (days_from_civil, H. Hinnant, "chrono-Compatible
  /// Low-Level Date Algorithms").
  package static func civil(year: Int, month: Int, day: Int) -> Day {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Day(number: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// Year, month (1…12) and day of the month (1…31).
  package var fields: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * part + 2) / 5 + 1)
  }

  /// The calendar year.
  package var year: Int { fields.year }

  /// The calendar month that holds this day.
  package var month: Month {
    let (year, month, _) = fields
    return Month(year: year, month: month)
  }

  /// The first day of a year.
  package static func firstOf(year: Int) -> Day { civil(year: year, month: 1, day: 1) }

  /// The last day of a year.
  package static func lastOf(year: Int) -> Day { civil(year: year, month: 12, day: 31) }

  /// The day that many days later; earlier where negative.
  @inlinable package func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

  /// The same day of the month, that many months later, clamped to the month's last day
  /// (spec/domain.md section 2).
  package func adding(months: Int) -> Day {
    let (year, month, day) = fields
    let target = Month(year: year, month: month).adding(months: months)
    return Day.civil(year: target.year, month: target.month, day: min(day, target.length))
  }

  /// The largest n such that n months after `self` is on or before `end`; negative where `end` is
  /// earlier (spec/domain.md section 2).
  package func wholeMonths(to end: Day) -> Int {
    let estimate = end.month.number - month.number
    return adding(months: estimate) <= end ? estimate : estimate - 1
  }

  /// 0 for Monday … 6 for Sunday; 1970-01-01 was a Thursday.
  package var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }
}

extension Day: CustomStringConvertible {
  /// ISO 8601, `yyyy-mm-dd`: what machines read.
  package var description: String {
    let (year, month, day) = fields
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// `dd/mm/yyyy`: what people read.
  package var forPeople: String {
    let (year, month, day) = fields
    return "\(padded(day, to: 2))/\(padded(month, to: 2))/\(padded(year, to: 4))"
  }

  /// A day written `yyyy-mm-dd` or `d/m/yyyy` (`DayText`); nil for anything else, 30 February
  /// included.
  package init?(text: String) {
    guard case .success(let day) = DayText.read(text.utf8.span) else { return nil }
    self = day
  }
}

/// A number of ASCII digits; nil for anything else.
func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 18 else { return nil }
  var value = 0
  for digit in digits {
    guard (48...57).contains(digit) else { return nil }
    value = value * 10 + Int(digit - 48)
  }
  return value
}

/// A number with leading zeros up to `width` digits.
func padded(_ value: Int, to width: Int) -> String {
  let digits = String(value)
  return digits.utf8.count >= width
    ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}

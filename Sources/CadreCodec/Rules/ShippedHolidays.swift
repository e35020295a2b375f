package import Cadre

/// The holiday lists shipped with the program: `init` adopts them.
///
/// A list has the weekdays on which offices were closed: holidays (Labour Code 2012 art. 115 and,
/// from 2021, Labour Code 2019 art. 112), the days off in their place where they fell on a weekend,
/// and workdays moved by the Government (29/4/2019, 29/4/2024 and 2/5/2025). Saturdays worked in
/// exchange are not known to the calendar: deadlines count them as free, so that no one is late by
/// them. Each list was held against the yearly announcements of the Ministry of Labour as the press
/// gave them and against the lists of the public `holidays` package (0.109).
///
/// 2026 is left out: whether 24 November, made a day off by 80-NQ/TW (7/1/2026), was so by law that
/// year was not found.
package enum ShippedHolidays {
  /// A year with its days off, ascending.
  package struct List: Hashable, Sendable {
    package let year: Int
    package let days: [Day]
  }

  /// The lists, ascending by year.
  package static let lists: [List] = [
    list(2019, "01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02"),
    list(2020, "01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02"),
    list(2021, "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03"),
    list(2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02"),
    list(2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04"),
    list(2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03"),
    list(2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02"),
  ]

  /// The days `mm-dd` of a year.
  private static func list(_ year: Int, _ days: String) -> List {
    List(year: year, days: days.split(separator: " ").compactMap { Day(text: "\(year)-\($0)") })
  }
}

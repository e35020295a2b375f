import TestSupport
import Testing

@testable import Cadre

/// The calendar of spec/domain.md section 2.
@Suite struct CalendarTests {
  @Test func `days and their fields agree over four centuries`() throws {
    var day = try #require(Day(year: 1800, month: 1, day: 1))
    let end = try #require(Day(year: 2200, month: 1, day: 1))
    var weekday = day.weekday
    while day < end {
      let (year, month, number) = day.fields
      #expect(Day(year: year, month: month, day: number) == day)
      #expect(Day(text: day.description) == day)
      #expect(Day(text: day.forPeople) == day)
      #expect(day.weekday == weekday)
      weekday = (weekday + 1) % 7
      day = day.adding(days: 1)
    }
  }

  @Test func `known days`() throws {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2026, month: 11, day: 23)?.number == 20_780)
    #expect(Day(year: 2026, month: 11, day: 23)?.weekday == 0)
    #expect(Day(year: 2000, month: 2, day: 29)?.number == 11_016)
  }

  @Test(arguments: [
    "30/02/2024", "31/04/2024", "29/02/2023", "00/01/2024", "001/1/2024", "01/01/24", "2024-13-01",
    "2024-1-01", "20240101", "", "01/01/2024 ", "aa/bb/cccc",
  ])
  func `what is no day is not guessed`(text: String) {
    #expect(Day(text: text) == nil)
  }

  @Test func `months after a day clamp to the month's last`() throws {
    let day = try #require(Day(text: "31/01/2024"))
    #expect(day.adding(months: 1).description == "2024-02-29")
    #expect(day.adding(months: 13).description == "2025-02-28")
    #expect(day.adding(months: 3).description == "2024-04-30")
    #expect(day.adding(months: -2).description == "2023-11-30")
  }

  @Test func `whole months are the largest n that fits`() {
    var random = SeededGenerator.announced(seed: 11)
    for _ in 0..<20_000 {
      let first = Day(number: Int32(random.next(below: 40_000)))
      let second = Day(number: Int32(random.next(below: 40_000)))
      let months = first.wholeMonths(to: second)
      #expect(first.adding(months: months) <= second)
      #expect(first.adding(months: months + 1) > second)
    }
  }

  @Test func `a birth may be known to the month or the year`() throws {
    #expect(Birth(text: "02/1965") == .month(Month(year: 1965, month: 2)))
    #expect(Birth(text: "1965") == .year(1965))
    #expect(Birth(text: "1965")?.latest == Month(year: 1965, month: 12))
    #expect(Birth(text: "01/02/80") == nil)
    #expect(Birth(text: "13/1965") == nil)
    for text in ["1980-02-01", "1980-02", "1980"] {
      #expect(Birth(text: text)?.description == text)
    }
  }

  @Test func `a deadline in working days skips weekends and holidays`() throws {
    var calendar = WorkingDays()
    let friday = try #require(Day(text: "2024-04-26"))
    #expect(calendar.deadline(1, after: friday) == .noList(year: 2024))
    let holidays = ["2024-04-29", "2024-04-30", "2024-05-01"].compactMap { Day(text: $0) }
    calendar.adopt(year: 2024, holidays: holidays)
    #expect(calendar.deadline(1, after: friday) == .day(friday.adding(days: 6)))
    let december = try #require(Day(text: "2024-12-31"))
    #expect(calendar.deadline(1, after: december) == .noList(year: 2025))
  }
}

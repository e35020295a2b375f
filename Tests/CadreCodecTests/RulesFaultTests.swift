import Cadre
@testable import CadreCodec
import JSON
import Testing

@Suite struct `Rules: faults of a document` {
  /// A document whose one parameter has the entries given, which begin in line 4, column 3.
  private func document(_ name: String, _ entries: String) -> String {
    "{ \"id\": \"t\", \"title\": \"Thử\",\n  \"parameters\": {\n  \"\(name)\": [\n  \(entries)] } }"
  }

  private func fault(_ text: String) -> RuleSetError? {
    do {
      _ = try RuleSetReader.read(text)
      return nil
    } catch {
      return error
    }
  }

  private let rest = "\"basis\": { \"text\": \"1-QĐ/TW\" }, \"verified\": true"

  @Test func `a document is read`() throws {
    let text = document("retention.years", "{ \"value\": 20, \(rest) }")
    #expect(try RuleSetReader.read(text).number(.retentionYears, on: Day(number: 0))?.value == 20)
  }

  @Test func `what is no JSON is said where it stands`() {
    #expect(fault("{\n ]") == RuleSetError(line: 2, column: 2, fault: .json(.unexpected)))
  }

  @Test func `a text of 60,000 bytes is read and one of 60,001 is not`() {
    let text = document("retention.years", "{ \"value\": 20, \(rest) }")
    let padding = String(repeating: " ", count: RuleSetReader.byteLimit - text.utf8.count)
    #expect(fault(text + padding) == nil)
    #expect(
      fault(text + padding + " ")
        == RuleSetError(line: 1, column: 1, fault: .tooLong(bytes: 60_001)))
  }

  @Test func `an unknown parameter is refused at its entries`() {
    let found = fault(document("retention.year", "{ \"value\": 20, \(rest) }"))
    #expect(
      found == RuleSetError(line: 3, column: 21, fault: .unknownParameter("retention.year")))
  }

  @Test(arguments: [
    ("{ \"value\": 20, \"verified\": true }", 3, RuleSetFault.missing("basis")),
    ("{ \"value\": 20, \"basis\": {}, \"verified\": true }", 27, .missing("text")),
    ("{ \"value\": 20, \"basis\": { \"text\": \"a\" } }", 3, .missing("verified")),
    ("{ \"value\": -1, @ }", 14, .expected(.count)),
    ("{ \"value\": \"20\", @ }", 14, .expected(.count)),
    ("{ \"from\": \"2025-02-30\", \"value\": 20, @ }", 13, .expected(.day)),
    ("{ \"from\": \"08/10/2025\", \"value\": 20, @ }", 13, .expected(.day)),
    (
      "{ \"from\": \"2025-01-02\", \"to\": \"2025-01-02\", \"value\": 20, @ }", 33,
      .emptyInterval
    ),
    ("{ \"form\": \"2025-01-02\", \"value\": 20, @ }", 13, .narrowing(.form)),
    ("{ \"frm\": \"2025-01-02\", \"value\": 20, @ }", 12, .unexpected("frm")),
    ("{ \"value\": 20, @ }, { \"value\": 21, @ }", 70, .overlap(entry: 1)),
  ])
  func `an entry's fault is said with its place`(
    entry: String, column: Int, expected: RuleSetFault
  ) {
    let entry = entry.split(separator: "@", omittingEmptySubsequences: false).joined(
      separator: rest)
    let found = fault(document("retention.years", entry))
    #expect(found == RuleSetError(line: 4, column: column, fault: expected))
    #expect(found.map { !$0.fault.remedy.isEmpty } ?? false)
  }

  @Test func `codes outside their lists are refused with the list`() {
    let level = fault(document("theory.required", "{ \"value\": \"middle\", \(rest) }"))
    #expect(
      level?.fault
        == .unknownCode(
          "middle", known: ["elementary", "intermediate", "advanced", "bachelor"]))
    let line = fault(
      document("theory.required", "{ \"line\": \"state\", \"value\": \"advanced\", \(rest) }"))
    #expect(line?.fault == .unknownCode("state", known: ["government", "party", "union"]))
    let grade = fault(
      document(
        "theory.required",
        "{ \"line\": \"party\", \"class\": \"director\", \"value\": \"advanced\", \(rest) }"))
    #expect(grade?.fault == .classOutsideLine("director"))
  }

  @Test func `a narrower entry must stand first`() {
    let wide = "{ \"value\": 12, \(rest) }"
    let narrow = "{ \"line\": \"union\", \"value\": 24, \(rest) }"
    let name = "appointment.monthsInPost"
    #expect(fault(document(name, "\(narrow), \(wide)")) == nil)
    #expect(fault(document(name, "\(wide), \(narrow)"))?.fault == .overlap(entry: 1))
  }

  @Test(arguments: [
    ("planning.terms", "\"2020-2025\"", RuleSetFault.openTerm),
    ("retirement.age", "\"61y12m\"", .expected(.age)), ("retirement.age", "61", .expected(.age)),
    ("rating.dueBy", "\"02-30\"", .expected(.dayOfYear)),
    ("planning.pool", "{}", .expected(.range)),
    ("planning.pool", "{ \"min\": 2, \"max\": 1 }", .expected(.range)),
    ("planning.pool", "{ \"most\": 2 }", .unexpected("most")),
    ("badge.years", "[30, 30]", .repeated("30")), ("badge.years", "[]", .expected(.list)),
    ("planning.referenceMonth", "[\"2025-13\"]", .expected(.month)),
    ("planning.calendar", "{ \"reviewQuarter\": 1 }", .missing("nextTermBuildYear")),
    ("suspension", "1", .expected(.truth)),
  ])
  func `a value must have its parameter's form`(
    name: String, value: String, expected: RuleSetFault
  ) {
    #expect(fault(document(name, "{ \"value\": \(value), \(rest) }"))?.fault == expected)
  }
}

@Suite struct `Rules: the shipped holidays` {
  @Test func `each list has its law's days and no weekend`() {
    #expect(ShippedHolidays.lists.map(\.year) == Array(2019...2025))
    #expect(ShippedHolidays.lists.map(\.days.count) == [11, 10, 11, 11, 11, 12, 12])
    for list in ShippedHolidays.lists {
      #expect(list.days == list.days.sorted())
      for day in list.days {
        #expect(day.year == list.year && day.weekday < 5, "\(day)")
      }
    }
  }

  @Test func `a deadline skips Tết and is not guessed in 2026`() throws {
    var calendar = WorkingDays()
    for list in ShippedHolidays.lists { calendar.adopt(year: list.year, holidays: list.days) }
    #expect(
      calendar.deadline(1, after: try ruleDay("2025-01-24")) == .day(try ruleDay("2025-02-03")))
    #expect(calendar.deadline(1, after: try ruleDay("2025-12-31")) == .noList(year: 2026))
  }
}

import Testing

@testable import Cadre

@Suite struct `Rules: lookups` {
  private let basis = Basis(text: "1-QĐ/TW", article: "2", date: Day(number: 0))

  private func entry(
    _ from: Int32?, _ to: Int32?, _ number: Int, _ narrow: (inout RuleScope) -> Void = { _ in }
  ) -> RuleEntry {
    var scope = RuleScope()
    narrow(&scope)
    return RuleEntry(
      from: from.map { Day(number: $0) }, to: to.map { Day(number: $0) }, scope: scope,
      value: .number(number), basis: basis, verified: true)
  }

  private func rules(_ entries: [RuleEntry]) -> RuleSet {
    RuleSet(id: "t", title: "T", parameters: [.appointmentMonthsInPost: entries])
  }

  private func number(_ rules: RuleSet, _ asked: RuleCase, _ day: Int32) -> Ruling<Int>? {
    rules.number(.appointmentMonthsInPost, for: asked, on: Day(number: day))
  }

  @Test func `an interval holds from its first day to the day before its end`() {
    let rules = rules([entry(10, 20, 1)])
    #expect(number(rules, RuleCase(), 9) == nil)
    #expect(number(rules, RuleCase(), 10)?.value == 1)
    #expect(number(rules, RuleCase(), 19)?.value == 1)
    #expect(number(rules, RuleCase(), 20) == nil)
  }

  @Test func `an open interval holds since ever and without end`() {
    let rules = rules([entry(nil, nil, 1)])
    #expect(number(rules, RuleCase(), .min)?.value == 1)
    #expect(number(rules, RuleCase(), .max - 1)?.value == 1)
    #expect(number(rules, RuleCase(), 0)?.until == nil)
  }

  @Test func `the first entry that applies decides`() {
    let rules = rules([entry(10, 20, 1) { $0.lines = [.party] }, entry(0, 30, 2)])
    #expect(number(rules, RuleCase(line: .party), 15)?.value == 1)
    #expect(number(rules, RuleCase(line: .union), 15)?.value == 2)
    #expect(number(rules, RuleCase(line: .party), 20)?.value == 2)
  }

  @Test func `a narrowed entry does not answer for a case that is not said`() {
    let rules = rules([entry(0, 30, 1) { $0.sectors = [.agency] }])
    #expect(number(rules, RuleCase(line: .government, class: .director), 5) == nil)
    #expect(number(rules, RuleCase(sector: .publicUnit), 5) == nil)
    #expect(number(rules, RuleCase(sector: .agency, sex: .female), 5)?.value == 1)
  }

  @Test func `an entry for special cases leaves the ordinary ones to the next`() {
    let rules = rules([entry(0, 30, 48) { $0.specials = [.special] }, entry(0, 30, 60)])
    #expect(number(rules, RuleCase(), 5)?.value == 60)
    #expect(number(rules, RuleCase(special: .special), 5)?.value == 48)
    #expect(number(rules, RuleCase(special: .special), 30) == nil)
  }

  @Test func `a ruling lasts until it ends or a narrower one begins`() {
    let rules = rules([entry(20, 25, 1) { $0.lines = [.party] }, entry(10, 30, 2)])
    #expect(number(rules, RuleCase(line: .party), 12)?.until == Day(number: 20))
    #expect(number(rules, RuleCase(line: .union), 12)?.until == Day(number: 30))
    let name = ParameterName.appointmentMonthsInPost
    #expect(rules.nextChange(of: name, for: RuleCase(), after: Day(number: 0)) == Day(number: 10))
    #expect(rules.nextChange(of: name, for: RuleCase(), after: Day(number: 30)) == nil)
    #expect(rules.boundaries(of: name) == [10, 20, 25, 30].map { Day(number: $0) })
    #expect(rules.boundaries(of: .badgeYears).isEmpty)
  }

  @Test func `every parameter has a name of its own and is found by it`() {
    #expect(Set(ParameterName.allCases.map(\.name)).count == ParameterName.allCases.count)
    for name in ParameterName.allCases { #expect(ParameterName(name: name.name) == name) }
    #expect(ParameterName(name: "appointment.monthsToRetire") == nil)
  }

  @Test func `a parameter without entries has no value and is remarked upon`() {
    let rules = rules([entry(-1, nil, 1)])
    #expect(rules.flag(.suspension, on: Day(number: 0)) == nil)
    #expect(rules.remarks.contains(.noEntry(.suspension)))
    #expect(
      rules.remarks.contains(.citedLater(.appointmentMonthsInPost, entry: 1, Day(number: 0))))
  }

  @Test func `a day of the year has passed on the day after it`() throws {
    let due = try #require(DayOfYear(month: 3, day: 31))
    #expect(!due.hasPassed(on: try #require(Day(text: "2025-03-31"))))
    #expect(due.hasPassed(on: try #require(Day(text: "2025-04-01"))))
    #expect(DayOfYear(month: 2, day: 29)?.inYear(2025) == Day(text: "2025-02-28"))
    #expect(DayOfYear(month: 2, day: 30) == nil)
  }

  @Test func `a range includes its bounds and excludes what it is under`() {
    let range = RuleRange(minimum: 3, under: 12)
    #expect([2, 3, 11, 12].map { range.contains($0) } == [false, true, true, false])
    #expect(RuleRange(maximum: 60).contains(60))
    #expect(!RuleRange(maximum: 60).contains(61))
  }
}

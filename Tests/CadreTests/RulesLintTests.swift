import Testing

@testable import Cadre

@Suite struct `Rules: what is doubtful` {
  private let basis = Basis(text: "1-QĐ/TW", article: "2", date: Day(number: 0))

  private func entry(
    _ from: Int32?, _ to: Int32?, verified: Bool = true, lines: Set<Line> = []
  ) -> RuleEntry {
    var scope = RuleScope()
    scope.lines = lines
    return RuleEntry(
      from: from.map { Day(number: $0) }, to: to.map { Day(number: $0) }, scope: scope,
      value: .number(12), basis: basis, verified: verified)
  }

  private func rules(_ entries: [RuleEntry]) -> RuleSet {
    RuleSet(id: "t", title: "T", parameters: [.appointmentMonthsInPost: entries])
  }

  private func expired(_ entries: [RuleEntry], on day: Int32) -> [Int?] {
    rules(entries).expired(on: Day(number: day)).map(\.entry)
  }

  @Test func `a value has expired from the first day it does not cover`() {
    let entries = [entry(0, 10)]
    #expect(expired(entries, on: 9).isEmpty)
    #expect(expired(entries, on: 10) == [1])
    #expect(
      rules(entries).expired(on: Day(number: 10))
        == [.expired(.appointmentMonthsInPost, entry: 1, Day(number: 10))])
  }

  @Test func `a value that another follows has not expired`() {
    #expect(expired([entry(0, 10), entry(10, nil)], on: 15).isEmpty)
    #expect(expired([entry(0, 10), entry(20, nil)], on: 15) == [1])
    #expect(expired([entry(0, 10), entry(20, nil)], on: 20).isEmpty)
  }

  @Test func `of values one after another the last has expired`() {
    #expect(expired([entry(0, 10), entry(10, 20)], on: 30) == [2])
  }

  @Test func `a value that follows for other cases is none`() {
    let entries = [entry(0, 10, lines: [.party]), entry(10, nil, lines: [.union])]
    #expect(expired(entries, on: 15) == [1])
    #expect(expired([entry(0, 10, lines: [.party]), entry(10, nil)], on: 15).isEmpty)
  }

  @Test func `doubting one parameter takes all others as verified`() {
    let rules = RuleSet(
      id: "t", title: "T",
      parameters: [
        .appointmentMonthsInPost: [entry(0, nil, verified: false)],
        .standardsValidMonths: [entry(0, nil, verified: false)],
      ])
    let doubted = rules.doubting(only: .standardsValidMonths)
    let day = Day(number: 5)
    #expect(doubted.number(.appointmentMonthsInPost, on: day)?.verified == true)
    #expect(doubted.number(.standardsValidMonths, on: day)?.verified == false)
    #expect(doubted.number(.standardsValidMonths, on: day)?.value == 12)
    #expect(doubted.id == "t")
  }
}

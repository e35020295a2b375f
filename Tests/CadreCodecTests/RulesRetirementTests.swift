import Cadre
import CadreCodec
import Testing

@Suite struct `Rules: retirement` {
  private let rules: RuleSet

  init() throws { rules = try RuleSetReader.read(ShippedRules.content) }

  /// The table of the rules page: year, men, women, in years and months.
  private static let table: [(Int, (Int, Int), (Int, Int))] = [
    (1990, (60, 0), (55, 0)), (2020, (60, 0), (55, 0)), (2021, (60, 3), (55, 4)),
    (2022, (60, 6), (55, 8)), (2023, (60, 9), (56, 0)), (2024, (61, 0), (56, 4)),
    (2025, (61, 3), (56, 8)), (2026, (61, 6), (57, 0)), (2027, (61, 9), (57, 4)),
    (2028, (62, 0), (57, 8)), (2029, (62, 0), (58, 0)), (2030, (62, 0), (58, 4)),
    (2031, (62, 0), (58, 8)), (2032, (62, 0), (59, 0)), (2033, (62, 0), (59, 4)),
    (2034, (62, 0), (59, 8)), (2035, (62, 0), (60, 0)), (2060, (62, 0), (60, 0)),
  ]

  @Test func `every row of the table is there`() {
    for (year, men, women) in Self.table {
      #expect(rules.retirementAge(sex: .male, year: year)?.value == men.0 * 12 + men.1)
      #expect(rules.retirementAge(sex: .female, year: year)?.value == women.0 * 12 + women.1)
    }
  }

  @Test func `a man born 02/1965 retires 08/2026, 60 months after 08/2021 (T4)`() {
    let month = rules.retirementMonth(birth: Month(year: 1965, month: 2), sex: .male)
    #expect(month?.value == Month(year: 2026, month: 8))
    #expect(month?.basis.text == "Nghị định 135/2020/NĐ-CP")
    let received = Month(year: 2021, month: 8)
    #expect((month?.value.number ?? 0) - received.number == 60)
  }

  @Test func `a man born in 1965 retires between 07/2026 and 09/2027 (T14)`() throws {
    let months = try #require(rules.retirementMonths(birth: .year(1965), sex: .male))
    #expect(months.earliest.value == Month(year: 2026, month: 7))
    #expect(months.latest.value == Month(year: 2027, month: 9))
    let known = Birth.month(Month(year: 1965, month: 2))
    let same = try #require(rules.retirementMonths(birth: known, sex: .male))
    #expect(same.earliest.value == same.latest.value)
  }

  @Test func `the month is the first that reaches the age of its own year`() {
    for sex in Sex.allCases {
      for number in Month(year: 1940, month: 1).number...Month(year: 1990, month: 12).number {
        let birth = Month(number: number)
        var month = birth.adding(months: 12 * 50)
        while month.number - number < rules.retirementAge(sex: sex, year: month.year)?.value ?? 0 {
          month = month.adding(months: 1)
        }
        #expect(rules.retirementMonth(birth: birth, sex: sex)?.value == month, "\(sex) \(birth)")
      }
    }
  }
}

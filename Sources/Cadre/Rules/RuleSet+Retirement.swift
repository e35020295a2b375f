/// A run of months with one retirement age, for one sex.
struct RetirementStep: Hashable, Sendable {
  /// Month number; `Int.min` since ever.
  let from: Int
  /// Month number of the first month after it; `Int.max` without end.
  let until: Int
  /// Months of age.
  let age: Int
  let basis: Basis
  let verified: Bool

  /// The steps of the entries of `retirement.age`, by sex, ascending. A month has the age of its
  /// first day; of entries that cover it the first decides.
  static func all(in entries: [RuleEntry]) -> [[RetirementStep]] {
    Sex.allCases.map { sex in
      let mask = RuleCase(sex: sex).mask
      let own = entries.filter { $0.scope.mask & mask == mask }
      let starts = Set(own.flatMap { [$0.from, $0.to] }.compactMap { $0.map(firstMonth) }).sorted()
      var steps: [RetirementStep] = []
      for place in 0...starts.count {
        let from = place == 0 ? Int.min : starts[place - 1]
        let until = place == starts.count ? Int.max : starts[place]
        let deciding = own.first { entry in
          (entry.from.map { firstMonth($0) <= from } ?? true)
            && (entry.to.map { firstMonth($0) >= until } ?? true)
        }
        guard let deciding, case .age(let age) = deciding.value else { continue }
        steps.append(
          RetirementStep(
            from: from, until: until, age: age, basis: deciding.basis,
            verified: deciding.verified))
      }
      return steps
    }
  }

  /// The number of the first month whose first day is on or after a day.
  private static func firstMonth(_ day: Day) -> Int {
    day == day.month.first ? day.month.number : day.month.number + 1
  }
}

extension RuleSet {
  /// **retirement.age** of a calendar year, in months.
  package func retirementAge(sex: Sex, year: Int) -> Ruling<Int>? {
    number(.retirementAge, for: RuleCase(sex: sex), on: Day.firstOf(year: year))
  }

  /// The month of retirement: the first in which age, in months from the month of birth, reaches
  /// the retirement age of that calendar month's year (Decree 135/2020).
  ///
  /// It does not change with the day asked: `until` is nil. Nil where the rule set has no age.
  /// Linear in the steps of the table.
  package func retirementMonth(birth: Month, sex: Sex) -> Ruling<Month>? {
    for step in retirementSteps[Int(sex.rawValue)] {
      let month = max(birth.number + step.age, step.from)
      if month < step.until {
        return Ruling(
          value: Month(number: month), basis: step.basis, verified: step.verified, until: nil)
      }
    }
    return nil
  }

  /// The months of retirement of the earliest and of the latest month a birth may lie in; equal
  /// where the birth is known to the month, and else often not.
  package func retirementMonths(
    birth: Birth, sex: Sex
  ) -> (earliest: Ruling<Month>, latest: Ruling<Month>)? {
    guard let earliest = retirementMonth(birth: birth.earliest, sex: sex) else { return nil }
    if birth.earliest == birth.latest { return (earliest, earliest) }
    guard let latest = retirementMonth(birth: birth.latest, sex: sex) else { return nil }
    return (earliest, latest)
  }
}

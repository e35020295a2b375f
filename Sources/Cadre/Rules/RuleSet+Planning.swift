/// The days of a term: half-open, [from, until).
package struct TermDays: Hashable, Sendable {
  package let term: Term
  /// Its first day.
  package let from: Day
  /// The first day after it.
  package let until: Day
  package let basis: Basis
  package let verified: Bool

  /// The terms of the entries of `planning.terms`, ascending by first day; of entries for the same
  /// term the first counts, and one without both ends is none.
  static func all(in entries: [RuleEntry]) -> [TermDays] {
    var found: [TermDays] = []
    for entry in entries {
      guard case .term(let term) = entry.value, let from = entry.from, let until = entry.to,
        !found.contains(where: { $0.term == term })
      else { continue }
      found.append(
        TermDays(
          term: term, from: from, until: until, basis: entry.basis, verified: entry.verified))
    }
    return found.sorted { $0.from < $1.from }
  }
}

extension RuleSet {
  /// The days of a term; nil for a term the rule set does not know. Linear in the terms.
  package func days(of term: Term) -> TermDays? { terms.first { $0.term == term } }

  /// The term that a day is in; nil where there is none. Linear in the terms.
  package func term(on day: Day) -> TermDays? {
    terms.first { $0.from <= day && day < $0.until }
  }

  /// The first day after a term; terms later than the rule set's follow it at the same day of the
  /// year.
  func end(of term: Term) -> Day {
    if let days = days(of: term) { return days.until }
    guard let last = terms.last, term.lastYear > last.term.lastYear else { return .beforeAll }
    return last.until.adding(months: 12 * (term.lastYear - last.term.lastYear))
  }

  /// **planning.pool**: people a seat, in hundredths, for committees or posts.
  package func planningPool(committee: Bool, on day: Day) -> Ruling<RuleRange>? {
    guard
      let ruling = ruling(
        .planningPool, for: RuleCase(seats: committee ? .committee : .post), on: day),
      case .range(let range) = ruling.value
    else { return nil }
    return ruling.map { _ in range }
  }

  /// The most people that may be planned for a post or committee of that many seats; halves round
  /// up (377-QĐ/TW 26.1). Nil where the rule set gives no upper bound.
  package func poolMaximum(seats: Int, committee: Bool, on day: Day) -> Ruling<Int>? {
    guard let pool = planningPool(committee: committee, on: day), let most = pool.value.maximum
    else { return nil }
    return pool.map { _ in (seats * most + 50) / 100 }
  }

  /// The fewest people that should be planned for a post or committee of that many seats; halves
  /// round up. Nil where the rule set gives no lower bound.
  package func poolMinimum(seats: Int, committee: Bool, on day: Day) -> Ruling<Int>? {
    guard let pool = planningPool(committee: committee, on: day), let least = pool.value.minimum
    else { return nil }
    return pool.map { _ in (seats * least + 50) / 100 }
  }

  /// **planning.referenceMonth**: the months to which ages are counted, ascending.
  package func planningReferenceMonths(level: PlanningLevel, on day: Day) -> Ruling<[Month]>? {
    guard
      let ruling = ruling(.planningReferenceMonth, for: RuleCase(level: level), on: day),
      case .months(let months) = ruling.value
    else { return nil }
    return ruling.map { _ in months }
  }

  /// **planning.lapsesOnDiscipline**: whether a discipline or failed conclusion of that day ends
  /// plans entered before it.
  package func planningLapsesOnDiscipline(on day: Day) -> Ruling<Bool>? {
    flag(.planningLapsesOnDiscipline, on: day)
  }
}

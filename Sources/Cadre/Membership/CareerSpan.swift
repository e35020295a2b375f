/// A stretch of a person's way: what they were to the Party, a post they held, or one that they
/// were in planning for.
package struct CareerSpan: Hashable, Sendable {
  package let what: What
  /// The first day; nil where it is not known.
  package let from: Day?
  /// The first day that it no longer holds; nil while it lasts on the day asked.
  package let until: Day?

  /// What lasted.
  package enum What: Hashable, Sendable {
    /// A prospect, probationer or official member.
    case status(MembershipStatus)
    case post(PositionNumber)
    case planning(PositionNumber, Term)
  }
}

extension PersonState {
  /// The way up to a day, as it stood then: first membership, then posts, then planning, each by
  /// first day. Nothing that holds only from a later day is told.
  ///
  /// - Parameter rules: they say when terms end and what ends planning for good.
  package func career(on day: Day, _ rules: RuleSet) -> [CareerSpan] {
    statuses(on: day) + posts(until: day) + plans(until: day, rules)
  }

  /// What the person was, asked on every day on which that may change.
  private func statuses(on day: Day) -> [CareerSpan] {
    let began = introduction.map { [$0.from] } ?? []
    let changed =
      admissions.flatMap { [$0.ceremonyOn, $0.probationEnds] } + endings.map(\.on)
    var spans: [CareerSpan] = []
    var last: (status: MembershipStatus, from: Day)?
    func close(_ end: Day?) {
      guard let last, last.status.isPresent else { return }
      spans.append(
        CareerSpan(
          what: .status(last.status), from: last.from == .beforeAll ? nil : last.from, until: end))
    }
    for change in Set(began + changed).sorted() where change <= day {
      let status = standing(on: change, asOf: day).status
      if status == last?.status { continue }
      close(change)
      last = (status, change)
    }
    close(nil)
    return spans
  }

  private func posts(until day: Day) -> [CareerSpan] {
    tenures.filter { $0.from <= day }.sorted { ($0.from, $0.index) < ($1.from, $1.index) }.map {
      CareerSpan(what: .post($0.position), from: $0.from, until: $0.until <= day ? $0.until : nil)
    }
  }

  /// A plan ends when it is left, lapses or its term is over, whichever comes first.
  private func plans(until day: Day, _ rules: RuleSet) -> [CareerSpan] {
    planning.filter { $0.entered <= day }.map { entry in
      let ends = [
        entry.left?.on, lapse(of: entry, by: day, rules), rules.firstDayAfter(entry.term),
      ]
      let until = ends.compactMap { $0 }.filter { $0 <= day }.min()
      return CareerSpan(
        what: .planning(entry.position, entry.term), from: entry.entered,
        until: until.map { max($0, entry.entered) })
    }
  }
}

extension RuleSet {
  /// The first day after a term; of terms before the rule set's own, the day of the year on which
  /// those begin; nil where it knows none.
  fileprivate func firstDayAfter(_ term: Term) -> Day? {
    let end = end(of: term)
    if end > .beforeAll { return end }
    return terms.first.map { first in
      first.from.adding(months: 12 * (term.lastYear - first.term.firstYear))
    }
  }
}

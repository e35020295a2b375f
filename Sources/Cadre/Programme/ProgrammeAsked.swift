/// What a scorecard is asked about: a period, a day by which facts count, and organisations.
package final class ProgrammeAsked {
  package let period: ReportPeriod
  /// The last day of the period, or the day asked where that comes sooner: units stand as on it.
  package let day: Day
  /// The day asked: facts that hold by it count.
  package let on: Day
  package let subtree: Subtree
  package let rules: RuleSet
  /// The calendar years measured.
  package let years: [Int]
  /// The months that are over.
  package let months: [Month]
  /// Whether the sheet of activities (chuong-trinh) was ever received.
  let isTold: Bool
  private let land: Land
  private var grassroots: [Int: GrassrootsOnDay] = [:]

  /// - Parameters:
  ///   - land: read at K.
  ///   - isTold: whether the sheet of activities (chuong-trinh) was received below K.
  package init(
    _ period: ReportPeriod, on: Day, _ subtree: Subtree, _ land: Land, _ rules: RuleSet,
    isTold: Bool
  ) {
    self.isTold = isTold
    self.period = period
    self.on = on
    day = min(on, period.last)
    self.subtree = subtree
    self.land = land
    self.rules = rules
    years = period.years(by: on)
    var months: [Month] = []
    var month = period.from.month
    while month.last <= min(on, period.last) {
      months.append(month)
      month = month.adding(months: 1)
    }
    self.months = months
  }

  package var organisations: OrganisationTree { land.organisations }

  /// Whether no part of the ledger is left out.
  package var isWhole: Bool {
    guard let top = subtree.top else { return true }
    return subtree.tree.parent(of: top) == nil
  }

  /// Whether an organisation, as it stands on the day asked, is asked about.
  package func isAsked(_ organisation: OrganisationNumber) -> Bool {
    subtree.contains(organisation)
  }

  /// The term that the report's day is in, by the rules.
  package var term: TermDays? { rules.term(on: day) }

  package var isTermOver: Bool { term.map { on >= $0.until } ?? true }

  package var isPeriodOver: Bool { on > period.last }

  /// Whether a calendar year is over on the day asked.
  package func isOver(_ year: Int) -> Bool { on > .lastOf(year: year) }

  /// What the programme asks for on a day.
  package func targets(on day: Day) -> ProgrammeTargets? { ProgrammeTargets(rules, on: day) }

  /// The tree of a day.
  package func tree(on day: Day) -> TreeOnDay { land.tree(on: day) }

  /// The posts of a day.
  package func posts(on day: Day) -> PostsOnDay { land.posts(on: day) }

  /// The grassroots organisations of a day; made once between two changes of organisations.
  package func grassroots(on day: Day) -> GrassrootsOnDay {
    let place = land.place(of: day)
    let made = grassroots[place] ?? GrassrootsOnDay(land.tree(on: day), land.organisations)
    grassroots[place] = made
    return made
  }
}

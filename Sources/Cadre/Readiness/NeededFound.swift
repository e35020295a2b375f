/// What a requirement asks for.
package enum Needed: Hashable, Sendable {
  /// Nothing: it does not apply.
  case nothing
  case officialMember
  /// An entry for the post, or for one of its line and at least its rank.
  case planned
  case theory(TheoryLevel)
  /// A favourable conclusion, valid for that many months; nil: without end.
  case conclusion(validMonths: Int?)
  case screening(ScreeningOutcome)
  /// Grades of that many calendar years: the latest and each before it.
  case ratings(years: Int, latest: Grade, earlier: Grade)
  case noBar
  /// Calendar months to the month of retirement.
  case monthsToRetirement(Int)
  /// A declaration for the calendar year.
  case declaration(year: Int)
  case degree(Degree)
  /// Whole months in posts of the rank below or the same.
  case monthsInPost(Int)
  case noSuspension
  case noImpediment
}

/// What the ledger holds of what a requirement asks for.
package enum Found: Hashable, Sendable {
  case nothing
  case membership(MembershipStatus)
  case planned(PlanningEntry)
  /// An entry that a discipline or failed conclusion of that day ended.
  case lapsed(PlanningEntry, on: Day)
  case left(PlanningEntry, on: Day)
  case theory(TheoryLevel)
  /// A conclusion of a day, valid until another; nil: without end, or never.
  case conclusion(ConclusionResult, on: Day, until: Day?)
  case screening(ScreeningOutcome, on: Day)
  /// The year that decides; nil: not rated.
  case rating(year: Int, grade: Grade?)
  case bar(DisciplineSystem, DisciplineForm, announcedOn: Day, until: Day)
  /// A post held that makes the requirement not apply.
  case holdsPost(PositionNumber)
  /// The month of retirement, at both ends of the birth's interval.
  case retirement(earliest: Month, latest: Month)
  case declared(year: Int)
  case degree(Degree)
  case monthsInPost(Int)
  case suspended
  /// A suspension that was lifted for the organisation or one above it.
  case suspensionLifted
  /// Open until that day; nil: without a known end.
  case impediment(ImpedimentKind, until: Day?)
}

extension Found {
  /// The post that it names.
  package var position: PositionNumber? {
    switch self {
    case .planned(let entry), .lapsed(let entry, _), .left(let entry, _): entry.position
    case .holdsPost(let position): position
    case .nothing, .membership, .theory, .conclusion, .screening, .rating, .bar, .retirement,
      .declared, .degree, .monthsInPost, .suspended, .suspensionLifted, .impediment:
      nil
    }
  }
}

/// What the scorecard measures, in the order of S1–S18 (spec/programme.md).
package enum Measure: UInt8, Code {
  case admissions, admissionsAgency, admissionsPublicUnit, admissionsEnterprise
  case screened, remedialOpen
  case theoryBefore
  case lackingTheory
  case prospectClass, newMemberClass
  case postsCovered
  case conclusionBefore
  case organisationsHandedOver, membersHandedOver
  case modelCells
  case membersRated, excellentWithinCap, organisationsRated
  case inspectionPlans, plansComplete, plansRest, inspections, supervisions, articleThirtyTwo
  case refreshers, trainings
  case articles
  case declarations
  case residenceComments
  case decidingBody
  case introduced, introducedAdmitted
  case reportsPublished

  /// The number of the programme's row that it belongs to.
  package var row: Int {
    switch self {
    case .admissions, .admissionsAgency, .admissionsPublicUnit, .admissionsEnterprise: 1
    case .screened, .remedialOpen: 2
    case .theoryBefore: 3
    case .lackingTheory: 4
    case .prospectClass, .newMemberClass: 5
    case .postsCovered: 6
    case .conclusionBefore: 7
    case .organisationsHandedOver, .membersHandedOver: 8
    case .modelCells: 9
    case .membersRated, .excellentWithinCap, .organisationsRated: 10
    case .inspectionPlans, .plansComplete, .plansRest, .inspections, .supervisions,
      .articleThirtyTwo:
      11
    case .refreshers, .trainings: 12
    case .articles: 13
    case .declarations: 14
    case .residenceComments: 15
    case .decidingBody: 16
    case .introduced, .introducedAdmitted: 17
    case .reportsPublished: 18
    }
  }
}

/// How a measure stands to its target.
package enum TargetStatus: UInt8, Code {
  case met, unmet
  /// Not reached, and its time is not over.
  case open
  /// The ledger lacks what would tell.
  case unknown
  /// There is no target on that day.
  case none
}

/// What a measure is to reach.
package enum Target: Hashable, Sendable {
  /// At least that many.
  case atLeast(Int)
  /// From the first to the second number, both included.
  case between(Int, Int)
  /// That share in percent, or more.
  case share(Int)
  /// More than that share in percent.
  case above(Int)
}

/// What was measured.
package enum MeasuredValue: Hashable, Sendable {
  case count(Int)
  /// So many of so many.
  case part(Int, of: Int)

  /// The share in hundredths of a percent, rounded down so that all alone is 100; nil of a count,
  /// or of nothing.
  package var percent: Hundredths? {
    guard case .part(let part, let whole) = self, whole > 0 else { return nil }
    return Hundredths(part * 10_000 / whole)
  }
}

/// A line of the scorecard: a measure with its value, its target and how it stands.
package struct ScoreLine: Hashable, Sendable {
  package let measure: Measure
  /// `2021`, `2021-Q3` or a term.
  package let period: String
  package let value: MeasuredValue
  package let target: Target?
  package let status: TargetStatus
  /// How many units fall short; nil where units are not measured one by one.
  package let short: Int?
  /// How many the ledger lacks data about.
  package let unknown: Int
  package let basis: Basis?
  package let verified: Bool

  /// - Parameters:
  ///   - isOver: whether the measure's time is over on the day asked: before that, what is not
  ///     reached is open.
  ///   - isTold: whether the sheet that would tell was received: without it what is not reached is
  ///     not known.
  package init(
    _ measure: Measure, _ period: String, _ value: MeasuredValue, _ target: Target? = nil,
    isOver: Bool = true, isTold: Bool = true, short: Int? = nil, unknown: Int = 0,
    basis: Basis? = nil,
    verified: Bool = true
  ) {
    self.measure = measure
    self.period = period
    self.value = value
    self.target = target
    self.short = short
    self.unknown = unknown
    self.basis = target == nil ? nil : basis
    self.verified = verified
    let status = Self.status(value, target, isOver, unknown)
    self.status = (status == .unmet || status == .open) && !isTold ? .unknown : status
  }

  private static func status(
    _ value: MeasuredValue, _ target: Target?, _ isOver: Bool, _ unknown: Int
  ) -> TargetStatus {
    guard let target else { return .none }
    switch (target, value) {
    case (.between(let least, let most), .count(let count)):
      if count > most { return .unmet }
      return !isOver ? .open : count >= least ? .met : .unmet
    case (.atLeast(let least), .count(let count)):
      return count >= least ? .met : isOver ? .unmet : .open
    case (.share(let least), .part(let part, let whole)):
      return status(part, unknown, whole, isOver) { $0 * 100 >= least * whole }
    case (.above(let least), .part(let part, let whole)):
      return status(part, unknown, whole, isOver) { $0 * 100 > least * whole }
    case (.between, .part), (.atLeast, .part), (.share, .count), (.above, .count): return .unknown
    }
  }

  /// A share of nothing is not known; nor is one that those not known could lift.
  private static func status(
    _ part: Int, _ unknown: Int, _ whole: Int, _ isOver: Bool, _ isReached: (Int) -> Bool
  ) -> TargetStatus {
    if whole == 0 { return isOver ? .unknown : .open }
    if isReached(part) { return .met }
    return !isOver ? .open : isReached(part + unknown) ? .unknown : .unmet
  }
}

/// A unit that falls short of a target.
package struct Shortfall: Hashable, Sendable {
  package let measure: Measure
  package let period: String
  package let organisation: OrganisationNumber
  /// How much of it there is: articles written, percent done, cells.
  package let value: MeasuredValue
}

/// Whether somebody has long enough to retirement to be in planning for a term.
package struct PlanningAge: Hashable, Sendable {
  package let status: RequirementStatus
  /// Calendar months to retirement that are asked for.
  package let needed: Int
  /// The month from which they count.
  package let month: Month
  /// The month of retirement at both ends of the birth's interval; nil where birth or sex are not
  /// known.
  package let retirement: ClosedRange<Int>?
  package let basis: Basis
  package let verified: Bool
}

extension PlanningAge {
  /// The last month of retirement that is possible.
  package var latest: Month? { retirement.map { Month(number: $0.upperBound) } }
}

extension PlanningScope {
  /// **planning.currentTermMonths** from the day asked, for a term that has begun; for a later one
  /// **planning.nextTermMonths** from **planning.referenceMonth** of its first year or, where there
  /// is none, from the month in which it begins. Nil where no rule says.
  func planningAge(_ title: PlannedTitle, of candidate: Candidate) -> PlanningAge? {
    let start = start(of: title.term)
    let hasBegun = start <= on
    let name: ParameterName = hasBegun ? .planningCurrentTermMonths : .planningNextTermMonths
    guard let needed = readiness.rules.number(name, on: on) else { return nil }
    var (month, verified) = (on.month, needed.verified)
    if !hasBegun {
      let reference = referenceMonth(title)
      month = reference?.value ?? start.month
      verified = verified && (reference?.verified ?? true)
    }
    var (status, retirement) = (RequirementStatus.unknown, ClosedRange<Int>?.none)
    if let known = candidate.retirement {
      let ends = [known.earliest.number, known.latest.number]
      let range = (ends.min() ?? 0)...(ends.max() ?? 0)
      let last = month.number + needed.value
      status = range.lowerBound >= last ? .met : range.upperBound < last ? .unmet : .unknown
      retirement = range
      verified = verified && known.ground.verified
    }
    return PlanningAge(
      status: status, needed: needed.value, month: month, retirement: retirement,
      basis: needed.basis, verified: verified)
  }

  /// The reference month of a post's level that lies in the first year of a term or the one after,
  /// as that of state posts does.
  private func referenceMonth(_ title: PlannedTitle) -> Ruling<Month>? {
    guard let level = level(of: title.position),
      let months = readiness.rules.planningReferenceMonths(level: level, on: on)
    else { return nil }
    let years = title.term.firstYear...(title.term.firstYear + 1)
    return months.value.first { years.contains($0.year) }.map { month in months.map { _ in month } }
  }

  /// Whose congress sets the month: state posts have one of their own; a post of the party line
  /// goes by its organisation.
  private func level(of position: PositionNumber) -> PlanningLevel? {
    guard let post = readiness.posts[position] else { return nil }
    if post.line == .government { return .state }
    switch kinds[post.organisation] {
    case .superior: return .superior
    case .grassrootsCommittee, .grassrootsCell, .subCommittee, .cell: return .grassroots
    case .external, nil: return nil
    }
  }
}

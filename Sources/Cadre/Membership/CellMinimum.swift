/// Whether a cell has as many official members as the Charter asks for
/// (**membership.officialPerCell**).
package struct CellMinimum: Hashable, Sendable {
  /// Not applicable to committees, and to what was dissolved.
  package let status: RequirementStatus
  /// What the rule asks for; nil where it asks for nothing.
  package let ruling: Ruling<Int>?
  /// What would have to be received to tell.
  package let missingSheet: RequiredSheet?

  /// - Parameters:
  ///   - official: how many the ledger counts in it on the day.
  ///   - readiness: of the same day, for its rules and the sheets received.
  package init(
    _ organisation: OrganisationState, official: Int, _ readiness: Readiness
  ) {
    let day = readiness.on
    let isCell: Bool
    switch organisation.kind(on: day) {
    case .grassrootsCell, .cell: isCell = !organisation.isDissolved(on: day)
    case .superior, .grassrootsCommittee, .subCommittee, .external, nil: isCell = false
    }
    guard isCell, let ruling = readiness.rules.number(.membershipOfficialPerCell, on: day) else {
      (status, ruling, missingSheet) = (.notApplicable, nil, nil)
      return
    }
    self.ruling = ruling
    if official >= ruling.value {
      (status, missingSheet) = (.met, nil)
    } else if readiness.coverage.receipt(of: .admissions, for: organisation.number) == nil {
      (status, missingSheet) = (.unknown, .admissions)
    } else {
      (status, missingSheet) = (.unmet, nil)
    }
  }
}

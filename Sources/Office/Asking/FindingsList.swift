package import Cadre

/// Which findings are asked for; nil: all.
package struct FindingFilter: Hashable, Sendable {
  /// Appointments that this requirement was open for.
  package var requirement: RequirementID?
  /// The code of an organisation: what is found in its subtree, as it stands on the day asked.
  package var organisation: String?
  /// Decisions of this day or later.
  package var since: Day?

  package init() {}
}

/// A finding with what its numbers are called.
package struct FindingRow: Hashable, Sendable {
  package var finding: Finding
  /// nil: it is about an organisation.
  package var who: Identity?
  package var positionCode: String?
  package var title: String?
  /// The code; the name where there is none.
  package var organisation: String?
  package var organisationName: String?
}

/// What was found, and the standpoint it was asked from.
package struct FindingsList: Sendable {
  package var standpoint: Standpoint
  /// By day, then by event.
  package var rows: [FindingRow]
  /// How the appointments asked about stand to the target of theory held before; nil where the
  /// filter asks for another requirement.
  package var theory: TheoryTally?
  /// Codes of the posts that findings name beside their own.
  package var positions: [PositionNumber: String]
}

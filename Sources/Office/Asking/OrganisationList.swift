package import Cadre

/// What `cadre organisations` asks for.
package struct OrganisationFilter: Hashable, Sendable {
  /// A code: that organisation and those below; nil: all.
  package var organisation: String?
  /// Only grassroots organisations with fewer members than that, with all below them (S8).
  package var fewerThan: Int?

  package init(organisation: String? = nil, fewerThan: Int? = nil) {
    self.organisation = organisation
    self.fewerThan = fewerThan
  }
}

/// The organisations in the tree on a day with their members, and what decisions made of them.
package struct OrganisationList: Sendable {
  package let standpoint: Standpoint
  package let filter: OrganisationFilter
  /// By code.
  package let rows: [OrganisationRow]
  /// By day, then as recorded.
  package let changes: [ReorganisationRow]
  /// Everybody in the organisations asked for.
  package let total: MembershipCount
}

/// An organisation of the tree on a day.
package struct OrganisationRow: Sendable {
  package let name: OrganisationName
  package let kind: OrganisationKind?
  /// Its own, or the nearest one above it.
  package let sector: Sector?
  /// nil at the top.
  package let parent: OrganisationName?
  /// nil: it was not dissolved.
  package let dissolvedOn: Day?
  /// Those whose official organisation it is.
  package let own: MembershipCount
  /// Those, and all below it.
  package let total: MembershipCount
  package let minimum: CellMinimum
}

/// What a decision made of an organisation, and how many it concerned.
package struct ReorganisationRow: Sendable {
  package let change: Reorganisation
  /// Whether it holds on the day asked; else only its decision was taken by then.
  package let holds: Bool
  /// As it was called on the day before.
  package let name: OrganisationName
  package let from: OrganisationName?
  package let to: OrganisationName?
  /// As the ledger counts on the day before, or on the day asked where that is earlier.
  package let counted: MembershipCount
}

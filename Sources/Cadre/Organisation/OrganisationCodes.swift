/// What an organisation is (spec/domain.md section 1).
package enum OrganisationKind: UInt8, Code {
  case superior, grassrootsCommittee, grassrootsCell, subCommittee, cell, external

  /// Whether it is a grassroots organisation (TCCSĐ).
  package var isGrassroots: Bool { self == .grassrootsCommittee || self == .grassrootsCell }
}

/// The sector an organisation works in; absent means its parent's.
package enum Sector: UInt8, Code {
  case agency, publicUnit, enterprise
}

/// What a programme activity is (S9, S11–S13).
package enum ActivityKind: UInt8, Code {
  case inspectionPlan, article, modelCell, inspection, themedSupervision, articleThirtyTwo
  case committeeRefresher, inspectionTraining
}

/// A yearly rating, ascending: `unfulfilled` < `fulfilled` < `good` < `excellent`.
package enum Grade: UInt8, Code, Comparable {
  case unfulfilled, fulfilled, good, excellent

  package static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
}

/// The ladder a post stands on (ngạch).
package enum Line: UInt8, Code {
  case government, party, union
}

/// The class of a post; its rank counts inside its line.
package enum PositionClass: UInt8, Code {
  case deputyDivisionHead, divisionHead, deputyDirector, director
  case committeeMember, standingMember, deputySecretary, secretary

  /// 1…4 inside its line (spec/domain.md section 1).
  package var rank: Int { Int(rawValue % 4) + 1 }

  /// Whether posts of that line may have the class.
  package func belongs(to line: Line) -> Bool { (rawValue >= 4) == (line == .party) }
}

/// The year or month an activity was for.
package enum Period: Hashable, Sendable {
  case year(Int)
  case month(Month)
}

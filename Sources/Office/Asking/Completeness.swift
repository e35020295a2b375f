package import Cadre

/// What the ledger lacks, and the standpoint it was asked from.
package struct Completeness: Sendable {
  package let standpoint: Standpoint
  package let total: CompletenessTally.Row
  /// People whose organisation is none of the tree; `cadre organisations --outside` names them.
  package let outside: Int
  /// The sheets that verdicts read and that never came for anybody.
  package let missingSheets: [RequiredSheet]
  /// By code.
  package let units: [UnitCompleteness]
  /// Those who lack what was asked for, by organisation, then file number.
  package let people: [IncompletePerson]
  /// In the order of spec/intake.md.
  package let sheets: [SheetStanding]
  /// By name, then file numbers.
  package let duplicates: [PossibleDuplicate]
  /// By person, then by what is left out.
  package let conflicts: [FileConflict]
}

/// What is missing about the people of a grassroots organisation.
package struct UnitCompleteness: Sendable {
  package let unit: OrganisationName
  package let row: CompletenessTally.Row
  /// The sheets that verdicts read and that never came for it.
  package let missingSheets: [RequiredSheet]
}

/// Somebody of whom something is missing.
package struct IncompletePerson: Hashable, Sendable {
  package let who: Identity
  package let home: OrganisationName
  package let missing: [MissingDatum]
}

/// How often a sheet came, and when last.
package struct SheetStanding: Hashable, Sendable {
  package let sheet: String
  package let times: Int
  package let last: Instant?
  /// Of the last: how many rows it had.
  package let rows: Int?
  /// The last claim that one tells all; nil: nobody claims it.
  package let claim: Claim?
  /// People with a row that was rejected since that claim's sheet, or with it.
  package let open: Int
  /// Whether one of those rows may be about anybody.
  package let isOpenForAll: Bool

  /// For whom a sheet is claimed to tell all, and until when.
  package struct Claim: Hashable, Sendable {
    /// nil: the whole tree.
    package let covers: OrganisationName?
    /// nil: every day, as receipts of version 1 claimed.
    package let until: Day?
  }
}

/// Two people of one name and birth.
package struct PossibleDuplicate: Hashable, Sendable {
  package let who: Identity
  package let other: Identity
  package let birth: Birth
  package let home: OrganisationName?
  package let otherHome: OrganisationName?
}

/// Two files of one person say different things of one fact.
package struct FileConflict: Hashable, Sendable {
  package let who: Identity
  package let type: EventType
  /// The event that counts: the earliest in the log.
  package let stands: LogIndex
  /// The event that is not read.
  package let leftOut: LogIndex
}

package import Cadre
package import Office
package import Platform

/// What an import did, or in a dry run would do: the same code makes both.
package struct ImportReport: Sendable {
  /// In the order in which sheets are read.
  package var sheets: [SheetCount]
  /// By sheet and line.
  package var rejections: [Rejection]
  package var warnings: [ImportWarning]
  /// Recorded events whose values rows change, by sheet and line.
  package var changes: [ImportChange] = []
  /// Events recorded, or to be recorded.
  package var eventCount: Int
  package var sizeBefore: LogSize
  package var sizeAfter: LogSize
  package var isDryRun: Bool
  /// The sheets that readiness waits for somebody to claim.
  package var unclaimed: [UnclaimedSheet] = []
  /// What claims do, in their order.
  package var claims: [Claim] = []

  /// A claim that a sheet tells all, and what it does.
  package struct Claim: Hashable, Sendable {
    package var sheet: String
    /// nil: the whole tree.
    package var organisation: OrganisationNumber?
    package var until: Day
    package var effect: Decision.ClaimEffect
  }

  /// The rows of one sheet: each read row is exactly one of the three.
  package struct SheetCount: Hashable, Sendable {
    package var sheet: String
    package var read: Int
    package var recorded: Int
    package var unchanged: Int
    package var rejected: Int
  }

  /// Whether anybody should look at something: exit status 3.
  package var needsAttention: Bool { !rejections.isEmpty || !warnings.isEmpty }
}

/// What an import noticed and recorded nothing of.
package enum ImportWarning: Hashable, Sendable {
  /// A file that is no sheet.
  case unknownFile(String)
  /// A column that no sheet of that name has.
  case unknownColumn(sheet: String, column: String)
  /// Names of a sheet held signs that nobody sees, which were left out; where the first stood.
  case signsRemoved(sheet: String, rows: Int, line: Int, column: String, sign: SuspectSign)
  /// Citizen numbers of a sheet say another century, sex or year of birth than their rows.
  case numbersDiffer(sheet: String, rows: Int, first: [DifferingNumber])
  /// An organisation outside the tree is established, or would be; the row that names it first.
  case outsideFounded(sheet: String, line: Int, name: String)
  /// A sheet names another organisation than where the ledger has the person.
  case organisationDiffers(
    sheet: String, line: Int, person: PersonNumber, says: OrganisationNumber,
    ledger: OrganisationNumber)
  /// An event in force that the sheet, which is claimed to tell all, should hold and does not.
  case noLongerListed(sheet: String, index: LogIndex, stream: Stream, type: EventType)
  /// Someone new has the folded name and birth of another.
  case possibleDuplicate(sheet: String, line: Int, person: PersonNumber, other: PersonNumber)
}

/// A citizen number that says another century, sex or year of birth than its row.
package struct DifferingNumber: Hashable, Sendable {
  package var line: Int
  package var file: String
  package var number: String
}

/// Why an import could not be tried at all; nothing was recorded.
package enum ImportError: Error, Equatable, Sendable {
  /// There is nothing at that path.
  case noInput(path: String)
  /// No file there is a sheet.
  case noSheets(path: String)
  /// Two paths hold the same sheet.
  case sheetTwice(String)
  /// Files are not readable as sheets: all of them, in the order of `SheetKind`, at least one.
  case sheets([SheetError])
  /// The system denies access to a file or folder, or fails.
  case file(PlatformError)
  /// `--complete` names an organisation that is unknown.
  case unknownCoverage(String)
  /// `--complete` names a sheet that is not among those of the import.
  case notGiven(sheet: String)
  /// A sheet that `--complete` names lists less than half of what the last one did.
  case fewerListed(sheet: String, listed: Int, before: Int)
  case office(OfficeError)
}

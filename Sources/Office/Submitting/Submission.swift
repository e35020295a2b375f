package import Cadre

/// What somebody asks to record in one batch: sheets received, and proposals by stream.
///
/// References are resolved already: streams carry the numbers that the ledger has, or will give.
package struct Submission: Sendable {
  /// A sheet the proposals come from.
  package struct Sheet: Hashable, Sendable {
    /// `nhan-su`.
    package var name: String
    /// Of the file's bytes.
    package var sha256: Digest
    /// Rows read, the header not counted.
    package var rows: Int
    /// People with a rejected row: it does not tell all of them.
    package var gaps: Set<PersonNumber> = []
    /// Whether a row was rejected whose person is not known.
    package var hasGapForAll = false

    package init(name: String, sha256: Digest, rows: Int) {
      self.name = name
      self.sha256 = sha256
      self.rows = rows
    }
  }

  /// Somebody's word that a sheet of the batch tells all.
  package struct Claim: Hashable, Sendable {
    /// The place of the sheet in `sheets`.
    package var sheet: Int
    /// For whose subtree; nil: the whole tree.
    package var organisation: OrganisationNumber?
    /// The last day of which it tells all.
    package var until: Day
    /// The row that says so, by its place in `rows`; -1: no row does.
    package var row: Int32

    package init(sheet: Int, organisation: OrganisationNumber?, until: Day, row: Int32 = -1) {
      self.sheet = sheet
      self.organisation = organisation
      self.until = until
      self.row = row
    }
  }

  /// Where a row of the batch stands.
  package struct Row: Hashable, Sendable {
    /// The place of its sheet in `sheets`.
    package var sheet: Int16
    /// The line on which it begins; the header is 1.
    package var line: Int32

    package init(sheet: Int16, line: Int32) {
      self.sheet = sheet
      self.line = line
    }
  }

  /// A proposal and the stream it is for.
  package struct Targeted<Payload: StreamEvent>: Sendable {
    /// The stream's number within its kind.
    package var stream: UInt32
    package var proposal: Proposal<Payload>

    package init(stream: UInt32, proposal: Proposal<Payload>) {
      self.stream = stream
      self.proposal = proposal
    }
  }

  /// An organisation outside the ledger that the batch mentions for the first time.
  package struct External: Hashable, Sendable {
    /// The number that stands for it in the batch's events, at or above `firstExternal`; it gets
    /// its real number if an event that mentions it is recorded.
    package var placeholder: OrganisationNumber
    package var name: String
    /// The sheet that mentions it first, and the line of that row.
    package var sheet: String
    package var line: Int

    package init(placeholder: OrganisationNumber, name: String, sheet: String, line: Int) {
      self.placeholder = placeholder
      self.name = name
      self.sheet = sheet
      self.line = line
    }
  }

  /// Where a sheet says that a person is now; compared with where the ledger has them.
  package struct Listed: Hashable, Sendable {
    package var person: PersonNumber
    package var says: OrganisationNumber
    package var row: Int32

    package init(person: PersonNumber, says: OrganisationNumber, row: Int32) {
      self.person = person
      self.says = says
      self.row = row
    }
  }

  /// Placeholders of external organisations begin here; no ledger has so many organisations.
  package static let firstExternal: UInt32 = 0xF000_0000

  package var sheets: [Sheet] = []
  package var claims: [Claim] = []
  /// In the order of sheet and line; proposals name their place here.
  package var rows: [Row] = []
  package var externals: [External] = []
  package var organisations: [Targeted<OrganisationEvent>] = []
  package var positions: [Targeted<PositionEvent>] = []
  /// Grouped by nothing; rows of one person in the order of `rows`.
  package var persons: [Targeted<PersonEvent>] = []
  package var listed: [Listed] = []
  /// Private records, named by proposals.
  package var secrets: [PrivateRecord] = []

  package init() {}

  /// What a claim says once it is recorded.
  func claimed(_ claim: Claim) -> SheetClaimed {
    let sheet = sheets[claim.sheet]
    return SheetClaimed(
      sheet: sheet.name, organisation: claim.organisation, until: claim.until,
      sha256: sheet.sha256, listed: sheet.rows)
  }
}

/// What became of a submission, or would become of it in a dry run.
package struct Decision: Sendable {
  /// One outcome a proposal, in the order of the submission.
  package var organisations: [Outcome]
  package var positions: [Outcome]
  package var persons: [Outcome]
  /// One effect a claim, in the order of the submission.
  package var claims: [ClaimEffect]
  /// The events recorded, sheets received and retractions included; in a dry run, to be recorded.
  package var eventCount: Int
  /// The size of the log before.
  package var sizeBefore: LogSize
  /// The size of the log after; as before in a dry run.
  package var sizeAfter: LogSize
  /// Events in force that the received sheets should hold and do not.
  package var noLongerListed: [Unlisted]
  /// The places of the submission's external organisations that recorded events establish, by name.
  package var founded: [Int]
  /// People whose sheet names another organisation than the derived one.
  package var elsewhere: [Elsewhere]

  /// What a claim does.
  package struct ClaimEffect: Hashable, Sendable {
    /// Recorded, or unchanged.
    package var outcome: Outcome
    /// People for whom absence from the sheet counts once it is recorded.
    package var people: Int
    /// People it covers for whom it does not: a row about them was rejected.
    package var open: Int
  }

  /// An event in force that a sheet, by what is claimed of it, should hold.
  package struct Unlisted: Hashable, Sendable {
    package var sheet: String
    package var index: LogIndex
    package var stream: Stream
    package var type: EventType
  }

  /// Someone whose sheet names another organisation than where the ledger has them.
  package struct Elsewhere: Hashable, Sendable {
    package var row: Int32
    package var person: PersonNumber
    package var sheetSays: OrganisationNumber
    package var ledgerSays: OrganisationNumber
  }
}

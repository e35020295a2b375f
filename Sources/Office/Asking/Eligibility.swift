package import Cadre

/// Which rows of the eligibility list are asked for; nil: all of the population.
package struct EligibilityFilter: Hashable, Sendable {
  /// The code of a post.
  package var position: String?
  package var positionClass: PositionClass?
  package var term: Term?
  /// The code of an organisation: rows for posts in its subtree.
  package var organisation: String?
  package var verdict: Verdict?
  /// A requirement that is not met.
  package var missing: RequirementID?

  package init() {}
}

/// Who somebody is, as far as the vault still says.
package struct Identity: Hashable, Sendable {
  package var person: PersonNumber
  /// nil: the person was erased.
  package var file: String?
  package var name: String?
  package var isErased: Bool { file == nil }
}

/// A row of the eligibility list: a person, a post and the verdict.
package struct Assessment: Hashable, Sendable {
  package var who: Identity
  package var position: PositionNumber
  package var positionCode: String
  package var title: String
  package var line: Line
  package var positionClass: PositionClass
  /// The code of the post's organisation; its name where it has none.
  package var organisation: String
  package var organisationName: String
  /// Terms the person is in planning for the post; empty where the question named the post.
  package var terms: [Term]
  package var judgement: Judgement
}

/// The eligibility list and the standpoint it was asked from.
package struct EligibilityList: Sendable {
  package var standpoint: Standpoint
  package var rows: [Assessment]
  /// Codes of the posts that judgements name beside the rows' own.
  package var positions: [PositionNumber: String]
}

/// One verdict with what it rests on.
package struct Explanation: Sendable {
  package var standpoint: Standpoint
  package var assessment: Assessment
  /// Every event that is evidence, by index.
  package var evidence: [EvidenceItem]
  /// Codes of the posts that the judgement names.
  package var positions: [PositionNumber: String]
  /// What the evidence names by number.
  package var names: Names
}

/// An event that a verdict rests on, and where it came from.
package struct EvidenceItem: Hashable, Sendable {
  package var index: LogIndex
  package var type: EventType
  package var effective: Day?
  package var recorded: Instant
  package var document: Document?
  /// The sheet's name, `ket-nap`; nil where it came from none.
  package var sheet: String?
  /// The SHA-256 of the sheet's file.
  package var sheetDigest: Digest?
  /// The row in that sheet, the header being 1.
  package var row: Int?
  /// What it says.
  package var event: Event
}

extension EvidenceItem {
  /// Notes the sheet that an event is the receipt of: the event's own, or its cause's.
  mutating func note(receipt event: Event) {
    guard case .ledger(.sheetReceived(let sheet)) = event else { return }
    (self.sheet, sheetDigest) = (sheet.sheet, sheet.sha256)
  }
}

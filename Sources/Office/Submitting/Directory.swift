package import Cadre

/// Who and what the ledger knows by code or number, as the writer of a batch sees it.
package struct Directory: Sendable {
  /// Codes that organisations have or had; of two the one that has it now.
  package var organisations: [String: OrganisationNumber] = [:]
  /// External organisations by folded name (`Letters.nameIdentity`).
  package var externals: [[UInt8]: OrganisationNumber] = [:]
  package var positions: [String: PositionNumber] = [:]
  /// People by file number.
  package var people: [String: PersonNumber] = [:]
  /// People by citizen number, of profiles in force.
  package var citizens: [String: PersonNumber] = [:]
  /// People by Party card, of cards in force.
  package var cards: [String: PersonNumber] = [:]
  /// People by certificate, of courses and theory levels in force.
  package var certificates: [Certificate: PersonNumber] = [:]
  /// Folded name and birth of everyone, for possible duplicates.
  package var likenesses: [Likeness: PersonNumber] = [:]
  /// The terms of the rule set in force.
  package var terms: [Term] = []
  /// The numbers that the next ones get.
  package var nextOrganisation: UInt32 = 1
  package var nextPosition: UInt32 = 1
  package var nextPerson: UInt32 = 1
  package init() {}
}

/// What makes two people look like one: folded name and birth.
package struct Likeness: Hashable, Sendable {
  package var name: [UInt8]
  package var birth: Birth

  package init(name: [UInt8], birth: Birth) {
    self.name = name
    self.birth = birth
  }
}

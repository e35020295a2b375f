package import Cadre
internal import Vault

/// Who and what the ledger knows by code or number, as the writer of a batch sees it.
package struct Directory: Sendable {
  /// Codes that organisations have or had; of two the one that has it now.
  package var organisations: [String: OrganisationNumber] = [:]
  /// External organisations by folded name (`Letters.nameIdentity`).
  package var externals: [[UInt8]: OrganisationNumber] = [:]
  /// The names of external organisations, as first written.
  package var externalNames: [String] = []
  /// Organisations of the tree by the identity of every name they have or had.
  package var names: [[UInt8]: Set<OrganisationNumber>] = [:]
  /// The code and name that each organisation of the tree was last given.
  package var titles: [OrganisationNumber: (code: String, name: String)] = [:]
  /// What transfers in force say of people, where they name an external organisation or were
  /// received.
  package var journeys: [PersonNumber: PastJourney] = [:]
  package var positions: [String: PositionNumber] = [:]
  /// People by file number.
  package var people: [String: PersonNumber] = [:]
  /// People by citizen number, of profiles in force.
  package var citizens: [String: PersonNumber] = [:]
  /// People by Party card, of cards in force.
  package var cards: [String: PersonNumber] = [:]
  /// The numbers of people erased.
  package var erased: Set<PersonNumber> = []
  /// File and citizen numbers of people erased.
  var erasedNumbers = ErasedNumbers()
  /// People by certificate, of courses and theory levels in force.
  package var certificates: [Certificate: PersonNumber] = [:]
  /// Folded name and birth of everyone, for possible duplicates.
  package var likenesses: [Likeness: PersonNumber] = [:]
  /// The claims in force, oldest first.
  package var claims: [SheetClaimed] = []
  /// The terms of the rule set in force.
  package var terms: [Term] = []
  /// The numbers that the next ones get.
  package var nextOrganisation: UInt32 = 1
  package var nextPosition: UInt32 = 1
  package var nextPerson: UInt32 = 1
  package init() {}
}

extension Directory {
  /// The person whom a reference means, erased or not; nil: nobody.
  package func person(_ reference: PersonReference) -> PersonNumber? {
    switch reference {
    case .file(let file): people[file]
    case .number(let person): person.number < nextPerson ? person : nil
    }
  }

  /// Whether a file number is nobody's now, and was that of a person erased.
  package func isErased(file number: String) -> Bool {
    people[number] == nil && wasErased(.file, number)
  }

  /// Whether a citizen number is nobody's now, and was that of a person erased.
  package func isErased(citizen number: String) -> Bool {
    citizens[number] == nil && wasErased(.citizen, number)
  }

  private func wasErased(_ kind: NumberKind, _ number: String) -> Bool {
    unsafe erasedNumbers.contains(number.utf8Span.span.bytes, kind: kind.rawValue)
  }
}

/// What the transfers of somebody say that are in force.
package struct PastJourney: Hashable, Sendable {
  /// The external organisations they name.
  package var outside: Set<OrganisationNumber> = []
  /// The day of the first reception that is not temporary.
  package var received: Day?

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

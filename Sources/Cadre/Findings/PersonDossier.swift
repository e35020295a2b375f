/// Everything the ledger ever took in about one person, before anything is said of it.
package struct PersonDossier: Sendable {
  /// Of several numbers for the person the lowest.
  package let number: PersonNumber
  /// Of all numbers, retracted ones too.
  package let facts: [Fact<PersonEvent>]
  /// What the vault still holds of profiles, by event.
  package let records: [(index: LogIndex, record: PrivateRecord)]

  package init(
    _ number: PersonNumber, _ facts: [Fact<PersonEvent>],
    records: [(index: LogIndex, record: PrivateRecord)]
  ) {
    self.number = number
    self.facts = facts
    self.records = records
  }

  /// The decisions that count at a log size, in the order of the log.
  package func decisions(known: LogSize) -> [Fact<PersonEvent>] {
    facts.filter { $0.counts(at: known) && $0.event.isJudged }.sorted { $0.index < $1.index }
  }

  /// Whether anything of the person became known from one log size to another.
  package func changes(from earlier: LogSize, to later: LogSize) -> Bool {
    func isBetween(_ index: LogIndex) -> Bool { !earlier.knows(index) && later.knows(index) }
    return facts.contains { fact in
      isBetween(fact.index) || fact.changes.contains { isBetween($0.index) }
    }
  }

  /// The records that say who the person is on a day.
  package func records(
    of state: PersonState, on day: Day
  ) -> [(index: LogIndex, record: PrivateRecord)] {
    state.profileSources(on: day).compactMap { index in records.first { $0.index == index } }
  }
}

extension PersonEvent {
  /// Whether it records a decision that findings judge.
  fileprivate var isJudged: Bool {
    switch self {
    case .admitted, .recognised, .planningEntered, .appointed, .transferReceived: true
    case .registered, .profileAmended, .qualificationAttained, .samePerson, .differentPeople,
      .erased,
      .prospectIntroduced, .courseCompleted, .cardIssued, .activityExempted, .membershipEnded,
      .screened, .rated, .disciplined, .disciplineAnnulled, .impeded, .residenceCommented,
      .assetsDeclared, .theoryAttained, .theoryEnrolled, .standardsConcluded, .planningLeft,
      .relieved, .transferIntroduced, .temporaryTransferEnded, .retracted:
      false
    }
  }
}

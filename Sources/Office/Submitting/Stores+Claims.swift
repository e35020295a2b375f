internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Projections

/// The receipts in force, as a batch of sheets is compared with them.
struct KnownReceipts {
  /// The last of each sheet and content.
  private var last: [Key: SheetReceived] = [:]

  private struct Key: Hashable {
    let sheet: String
    let sha256: Digest
  }

  mutating func note(_ receipt: SheetReceived) {
    last[Key(sheet: receipt.sheet, sha256: receipt.sha256)] = receipt
  }

  /// Whether a sheet of that content was never received, or other rows of it were rejected.
  func isNew(_ sheet: Submission.Sheet) -> Bool {
    guard let known = last[Key(sheet: sheet.name, sha256: sheet.sha256)] else { return true }
    return known.ownClaim == nil && !known.leavesOpen(asMuchAs: SheetReceived(sheet))
  }
}

extension SheetReceived {
  fileprivate func leavesOpen(asMuchAs other: SheetReceived) -> Bool {
    gaps == other.gaps && hasGapForAll == other.hasGapForAll
  }
}

extension Submission {
  /// Notes the people with a row that their own history refuses.
  mutating func noteGaps(_ outcomes: [Outcome]) {
    for (target, outcome) in zip(persons, outcomes) {
      guard case .refused = outcome else { continue }
      let row = rows[Int(target.proposal.row)]
      guard Int(row.sheet) < sheets.count else { continue }
      sheets[Int(row.sheet)].gaps.insert(PersonNumber(target.stream))
    }
  }
}

extension Stores {
  /// The receipts in force.
  func receipts() throws(OfficeError) -> KnownReceipts {
    var receipts = KnownReceipts()
    let known = LogSize(log.size)
    for fact in try ledgerFacts(of: [.sheetReceived]) where fact.counts(at: known) {
      if case .sheetReceived(let receipt) = fact.event { receipts.note(receipt) }
    }
    return receipts
  }

  /// What each claim of a batch does. One that is in force already is unchanged, unless its sheet
  /// was received with other rejections: then it is made again, and speaks of the new receipt.
  func decideClaims(
    _ submission: Submission, _ received: KnownReceipts, _ persons: [Outcome],
    _ tree: OrganisationTree, _ today: Day
  ) throws(OfficeError) -> [Decision.ClaimEffect] {
    if submission.claims.isEmpty { return [] }
    let known = LogSize(log.size)
    var inForce: [SheetClaimed: LogIndex] = [:]
    for fact in try ledgerFacts(of: [.sheetClaimed]) where fact.counts(at: known) {
      if case .sheetClaimed(let claim) = fact.event { inForce[claim] = fact.index }
    }
    let homes = try homes(submission, persons, tree.on(today))
    var first: Set<SheetClaimed> = []
    return submission.claims.map { claim in
      let sheet = submission.sheets[claim.sheet]
      let claimed = submission.claimed(claim)
      let outcome: Outcome =
        if !first.insert(claimed).inserted {
          .unchanged(nil)
        } else if let index = inForce[claimed], !received.isNew(sheet) {
          .unchanged(index)
        } else {
          .recorded
        }
      let (people, open) = homes.count(under: claim.organisation, apartFrom: sheet)
      return Decision.ClaimEffect(outcome: outcome, people: people, open: open)
    }
  }

  /// Where everybody is once the batch is recorded.
  private func homes(
    _ submission: Submission, _ outcomes: [Outcome], _ tree: TreeOnDay
  ) throws(OfficeError) -> Homes {
    var homes = Homes(tree: tree)
    let base = LogSize(log.size)
    let fresh = movements(submission, outcomes, from: base)
    let known = LogSize(base.count + UInt64(submission.persons.count))
    let table = PositionTable(known: known)
    func place(_ number: PersonNumber, _ facts: [Fact<PersonEvent>]) {
      let state = PersonState(number, facts: facts, known: known, positions: table)
      guard let home = state.organisation(on: tree.day) else { return }
      homes.people.append((number, tree.resolve(home)))
    }
    var met: Set<UInt32> = []
    let read = FactSelection(EventTypes.movements)
    try forEachPerson { (number, row) throws(OfficeError) in
      met.insert(number.number)
      var facts: [Fact<PersonEvent>] = []
      do throws(ProjectionError) {
        try row.add(factsOf: read, known: base, to: &facts)
      } catch {
        throw OfficeError(error)
      }
      place(number, facts + (fresh[number.number] ?? []))
    }
    for (number, facts) in fresh where !met.contains(number) {
      place(PersonNumber(number), facts)
    }
    return homes
  }
}

/// Where people are on a day.
struct Homes {
  let tree: TreeOnDay
  var people: [(person: PersonNumber, home: OrganisationNumber)] = []

  /// How many people under an organisation a sheet tells all of, and how many it does not.
  func count(
    under organisation: OrganisationNumber?, apartFrom sheet: Submission.Sheet
  ) -> (people: Int, open: Int) {
    var counted = (people: 0, open: 0)
    for (person, home) in people where tree.isInTree(home) {
      if let organisation, !tree.isUnder(home, organisation) { continue }
      if sheet.hasGapForAll || sheet.gaps.contains(person) {
        counted.open += 1
      } else {
        counted.people += 1
      }
    }
    return counted
  }
}

extension EventTypes {
  /// What says in which organisation somebody is.
  static let movements: EventTypes = [
    .personRegistered, .transferIntroduced, .transferReceived, .temporaryTransferEnded,
  ]
}

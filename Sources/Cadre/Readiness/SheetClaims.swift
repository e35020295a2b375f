/// What sheets claim to tell and fail to tell, as known at one log size (spec/lists.md,
/// Completeness): from it follows whether absence means anything.
package struct SheetClaims: Hashable, Sendable {
  /// By index.
  package private(set) var claims: [SheetClaim] = []
  /// By index.
  private(set) var gaps: [SheetGap] = []

  package init() {}

  /// The claims and gaps among the ledger's facts that count at a log size; O(facts).
  package init(_ facts: [Fact<LedgerEvent>], known: LogSize) {
    let counting = facts.filter { $0.counts(at: known) }
    // A claim speaks of the receipt before it; what was received from then on may contradict it.
    var received: [Digest: [RequiredSheet: LogIndex]] = [:]
    for fact in counting {
      switch fact.event {
      case .sheetReceived(let receipt):
        guard let sheet = RequiredSheet(sheet: receipt.sheet) else { continue }
        received[receipt.sha256, default: [:]][sheet] = fact.index
        note(receipt, of: sheet, at: fact.index)
      case .sheetClaimed(let claimed):
        guard let sheet = RequiredSheet(sheet: claimed.sheet) else { continue }
        let since = received[claimed.sha256]?[sheet] ?? fact.index
        limit(since, to: claimed.organisation)
        add(
          SheetClaim(
            sheet, organisation: claimed.organisation, index: fact.index, until: claimed.until,
            since: since))
      case .ledgerOpened, .rulesAdopted, .holidaysAdopted, .reportPublished, .headsSealed,
        .rebuildAttested, .retracted:
        continue
      }
    }
  }

  private mutating func note(_ receipt: SheetReceived, of sheet: RequiredSheet, at index: LogIndex)
  {
    switch receipt.ownClaim {
    case .nobody: break
    case .subtree(let organisation):
      add(
        SheetClaim(
          sheet, organisation: organisation, index: index, until: nil, since: index,
          leavesOut: receipt.gaps))
    case nil:
      if receipt.gaps.isEmpty && !receipt.hasGapForAll { return }
      add(SheetGap(sheet, people: receipt.gaps, isForAll: receipt.hasGapForAll, index: index))
    }
  }

  /// Rows of a sheet that somebody claims for an organisation are about its people, whoever they
  /// are; without a claim they may be about anybody.
  private mutating func limit(_ receipt: LogIndex, to organisation: OrganisationNumber?) {
    guard let place = gaps.lastIndex(where: { $0.index == receipt }), gaps[place].isForAll else {
      return
    }
    gaps[place].claimedFor.append(organisation)
  }

  /// Adds a claim with an index above those before.
  package mutating func add(_ claim: SheetClaim) { claims.append(claim) }

  /// Adds a gap with an index above those before.
  package mutating func add(_ gap: SheetGap) { gaps.append(gap) }

  /// Whether some sheet of that kind claims anything for anybody.
  package func hasClaim(of sheet: RequiredSheet) -> Bool { claims.contains { $0.sheet == sheet } }

  /// Whether some sheet of that kind claims to tell all of the whole tree.
  package func hasClaimOfAll(_ sheet: RequiredSheet) -> Bool {
    claims.contains { $0.sheet == sheet && $0.organisation == nil }
  }
}

/// Somebody's word that a sheet tells all of the people under an organisation.
package struct SheetClaim: Hashable, Sendable {
  package let sheet: RequiredSheet
  /// nil: the whole tree.
  package let organisation: OrganisationNumber?
  /// Of the event that says so: the evidence of an absence.
  package let index: LogIndex
  /// The last day of which it tells all; nil: a receipt of version 1, which claimed every day.
  package let until: Day?
  /// Gaps at or above this index keep it from telling all.
  let since: LogIndex
  /// People that a receipt of version 1 did not tell all of.
  let leavesOut: Set<PersonNumber>

  package init(
    _ sheet: RequiredSheet, organisation: OrganisationNumber? = nil, index: LogIndex,
    until: Day?, since: LogIndex, leavesOut: [PersonNumber] = []
  ) {
    self.sheet = sheet
    self.organisation = organisation
    self.index = index
    self.until = until
    self.since = since
    self.leavesOut = Set(leavesOut)
  }
}

/// Rows of a sheet that were rejected: whoever they are about, it does not tell all of them.
package struct SheetGap: Hashable, Sendable {
  package let sheet: RequiredSheet
  package let people: [PersonNumber]
  /// Whether a row may be about anybody.
  package let isForAll: Bool
  /// Of the receipt.
  package let index: LogIndex
  /// For whom the sheet is claimed, nil being the whole tree; empty where nobody claims it.
  var claimedFor: [OrganisationNumber?] = []

  package init(
    _ sheet: RequiredSheet, people: [PersonNumber], isForAll: Bool = false, index: LogIndex
  ) {
    self.sheet = sheet
    self.people = people
    self.isForAll = isForAll
    self.index = index
  }

  /// The organisations whose people a row may be about; nil where it may be about anybody.
  var organisations: [OrganisationNumber]? {
    if !isForAll { return [] }
    let organisations = claimedFor.compactMap { $0 }
    return organisations.isEmpty || organisations.count < claimedFor.count ? nil : organisations
  }
}

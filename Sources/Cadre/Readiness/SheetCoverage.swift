/// For each sheet, which organisations some claim covers, on one day.
///
/// The last claim in the log that covers somebody's organisation decides. It tells all of a person
/// whom the ledger knew before it, unless a row about them was rejected with its sheet or later
/// (Office.docc/Readiness.md).
struct SheetCoverage: Sendable {
  private let tree: TreeOnDay
  /// By sheet.
  private var sheets = [Claimed](repeating: Claimed(), count: RequiredSheet.allCases.count)

  /// What is claimed of one sheet, and what it leaves open.
  private struct Claimed {
    /// The last claim for the whole tree.
    var whole: SheetClaim?
    /// The last claim for an organisation and what stands under it.
    var parts: [OrganisationNumber: SheetClaim] = [:]
    /// The last gap of a person.
    var gaps: [PersonNumber: LogIndex] = [:]
    /// The last gap that may be about anybody.
    var gapForAll: LogIndex?
    /// The last gap that may be about anybody under an organisation.
    var gapsUnder: [OrganisationNumber: LogIndex] = [:]
  }

  init(_ claims: SheetClaims, _ tree: TreeOnDay) {
    self.tree = tree
    for claim in claims.claims {
      let place = Int(claim.sheet.rawValue)
      if let organisation = claim.organisation {
        sheets[place].parts[organisation] = claim
      } else {
        sheets[place].whole = claim
      }
    }
    for gap in claims.gaps {
      let place = Int(gap.sheet.rawValue)
      for person in gap.people { sheets[place].gaps[person] = gap.index }
      if let organisations = gap.organisations {
        for organisation in organisations { sheets[place].gapsUnder[organisation] = gap.index }
      } else {
        sheets[place].gapForAll = gap.index
      }
    }
  }

  /// The claim by which a sheet tells all of a person, under whatever numbers; nil where none
  /// does. O(depth).
  func receipt(
    of sheet: RequiredSheet, for organisation: OrganisationNumber?, _ person: PersonState
  ) -> LogIndex? {
    guard let claim = claim(of: sheet, for: organisation) else { return nil }
    // Rows about somebody unknown then were rejected, and name nobody.
    if claim.until != nil, let registration = person.registration, registration.index >= claim.index
    {
      return nil
    }
    let gaps = sheets[Int(sheet.rawValue)].gaps
    if gaps.isEmpty && claim.leavesOut.isEmpty { return claim.index }
    let isTold = person.allNumbers.allSatisfy { number in
      !claim.leavesOut.contains(number) && gaps[number].map { $0 < claim.since } ?? true
    }
    return isTold ? claim.index : nil
  }

  /// The claim by which a sheet tells all of an organisation's people but those with gaps of
  /// their own; nil where none does. O(depth).
  func receipt(
    of sheet: RequiredSheet, for organisation: OrganisationNumber?
  ) -> LogIndex? {
    claim(of: sheet, for: organisation)?.index
  }

  /// The last claim that covers an organisation, unless a later row may be about anybody.
  private func claim(
    of sheet: RequiredSheet, for organisation: OrganisationNumber?
  ) -> SheetClaim? {
    let claimed = sheets[Int(sheet.rawValue)]
    var found = claimed.whole
    var gap = claimed.gapForAll
    if !(claimed.parts.isEmpty && claimed.gapsUnder.isEmpty),
      var at = organisation.map(tree.resolve)
    {
      for _ in 0..<OrganisationTree.greatestDepth {
        if let part = claimed.parts[at], found.map({ $0.index < part.index }) ?? true {
          found = part
        }
        if let under = claimed.gapsUnder[at] { gap = gap.map { max($0, under) } ?? under }
        guard let parent = tree.parent(of: at), parent != at else { break }
        at = parent
      }
    }
    guard let found else { return nil }
    if let gap, gap >= found.since { return nil }
    return found
  }
}

extension PersonState {
  /// Every number that the person has.
  fileprivate var allNumbers: [PersonNumber] { [number] + otherNumbers }
}

extension Readiness {
  /// The sheets by which no claim covers an organisation, in their order; O(sheets × depth).
  package func missingSheets(for organisation: OrganisationNumber) -> [RequiredSheet] {
    RequiredSheet.allCases.filter { coverage.receipt(of: $0, for: organisation) == nil }
  }
}

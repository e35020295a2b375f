/// A sheet received: whose data it claims to be complete for.
package struct SheetReceipt: Hashable, Sendable {
  package let sheet: RequiredSheet
  /// nil: the whole tree.
  package let covers: OrganisationNumber?
  package let index: LogIndex
  /// People of whom it does not tell all.
  package let gaps: [PersonNumber]

  package init(
    _ sheet: RequiredSheet, covers: OrganisationNumber? = nil, index: LogIndex,
    gaps: [PersonNumber] = []
  ) {
    self.sheet = sheet
    self.covers = covers
    self.index = index
    self.gaps = gaps
  }

  /// The receipts among the ledger's facts that count at a log size and matter to readiness.
  package static func all(in facts: [Fact<LedgerEvent>], known: LogSize) -> [SheetReceipt] {
    facts.compactMap { fact in
      guard fact.counts(at: known), case .sheetReceived(let received) = fact.event,
        !received.isPartial, let sheet = RequiredSheet(sheet: received.sheet)
      else { return nil }
      return SheetReceipt(
        sheet, covers: received.covers, index: fact.index, gaps: received.gaps)
    }
  }
}

/// For each sheet, which organisations some receipt covers, on one day.
struct SheetCoverage: Sendable {
  private let tree: TreeOnDay
  /// By sheet, the last receipt for the whole tree.
  private var whole: [LogIndex?]
  /// By sheet, the last receipt for an organisation and what stands under it.
  private var partial: [[OrganisationNumber: LogIndex]]
  /// The people of whom a receipt does not tell all.
  private var gaps: [LogIndex: Set<PersonNumber>] = [:]

  init(_ receipts: [SheetReceipt], _ tree: TreeOnDay) {
    self.tree = tree
    whole = Array(repeating: nil, count: RequiredSheet.allCases.count)
    partial = Array(repeating: [:], count: RequiredSheet.allCases.count)
    for receipt in receipts {
      let place = Int(receipt.sheet.rawValue)
      if !receipt.gaps.isEmpty { gaps[receipt.index] = Set(receipt.gaps) }
      if let covers = receipt.covers {
        partial[place][covers] = Self.later(receipt.index, partial[place][covers])
      } else {
        whole[place] = Self.later(receipt.index, whole[place])
      }
    }
  }

  private static func later(_ index: LogIndex, _ other: LogIndex?) -> LogIndex {
    other.map { max($0, index) } ?? index
  }

  /// The last receipt of a sheet that covers a person's organisation, if it tells all of the
  /// person, under whatever numbers; O(depth).
  func receipt(
    of sheet: RequiredSheet, for organisation: OrganisationNumber?, _ person: PersonState
  ) -> LogIndex? {
    guard let last = receipt(of: sheet, for: organisation) else { return nil }
    guard let gaps = gaps[last] else { return last }
    let isTold = !gaps.contains(person.number) && gaps.isDisjoint(with: person.otherNumbers)
    return isTold ? last : nil
  }

  /// The last receipt of a sheet that covers an organisation; O(depth).
  func receipt(
    of sheet: RequiredSheet, for organisation: OrganisationNumber?
  ) -> LogIndex? {
    var found = whole[Int(sheet.rawValue)]
    let parts = partial[Int(sheet.rawValue)]
    guard !parts.isEmpty, var at = organisation.map(tree.resolve) else { return found }
    for _ in 0..<OrganisationTree.greatestDepth {
      if let index = parts[at] { found = Self.later(index, found) }
      guard let parent = tree.parent(of: at), parent != at else { break }
      at = parent
    }
    return found
  }
}

extension Readiness {
  /// The sheets that no receipt covers an organisation by, in their order; O(sheets × depth).
  package func missingSheets(for organisation: OrganisationNumber) -> [RequiredSheet] {
    RequiredSheet.allCases.filter { coverage.receipt(of: $0, for: organisation) == nil }
  }
}

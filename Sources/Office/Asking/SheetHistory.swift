internal import Cadre

/// What the ledger's stream says of one sheet: its receipts, the last claim, and what is open.
struct SheetHistory {
  private(set) var receipts: [(index: LogIndex, sheet: SheetReceived)] = []
  private(set) var claim: (organisation: OrganisationNumber?, until: Day?)?
  /// People with a rejected row since the last claim's sheet, or with it.
  private(set) var open: Set<PersonNumber> = []
  private(set) var isOpenForAll = false

  /// - Parameter facts: of receipts and claims, those that count, by index.
  init(of name: String, _ facts: [Fact<LedgerEvent>]) {
    for fact in facts {
      switch fact.event {
      case .sheetReceived(let receipt) where receipt.sheet == name: add(receipt, fact.index)
      case .sheetClaimed(let claimed) where claimed.sheet == name: add(claimed)
      case .ledgerOpened, .rulesAdopted, .holidaysAdopted, .sheetReceived, .reportPublished,
        .headsSealed, .rebuildAttested, .sheetClaimed, .retracted:
        continue
      }
    }
  }

  private mutating func add(_ receipt: SheetReceived, _ index: LogIndex) {
    receipts.append((index, receipt))
    switch receipt.ownClaim {
    case .nobody: break
    case .subtree(let organisation):
      claim = (organisation, nil)
      open = Set(receipt.gaps)
      isOpenForAll = false
    case nil:
      open.formUnion(receipt.gaps)
      isOpenForAll = isOpenForAll || receipt.hasGapForAll
    }
  }

  private mutating func add(_ claimed: SheetClaimed) {
    claim = (claimed.organisation, claimed.until)
    let first = receipts.lastIndex { $0.sheet.sha256 == claimed.sha256 } ?? receipts.endIndex
    open = Set(receipts[first...].flatMap(\.sheet.gaps))
    isOpenForAll = receipts[first...].contains { $0.sheet.hasGapForAll }
  }
}

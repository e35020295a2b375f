/// An event of the ledger's own stream.
package enum LedgerEvent: StreamEvent {
  /// Event 0: the origin line of every checkpoint, `cadreledger/` and 16 hex digits.
  case ledgerOpened(origin: String)
  /// A rule set, one JSON document of at most 60,000 bytes, stored as given.
  case rulesAdopted(id: String, content: String)
  /// The holidays of a year; a later list of the same year replaces the earlier.
  case holidaysAdopted(year: Int, days: [Day])
  case sheetReceived(SheetReceived)
  case reportPublished(ReportPublished)
  case headsSealed(HeadsSealed)
  case rebuildAttested(RebuildAttested)
  case sheetClaimed(SheetClaimed)
  case retracted(Retraction)

  package var type: EventType {
    switch self {
    case .ledgerOpened: .ledgerOpened
    case .rulesAdopted: .rulesAdopted
    case .holidaysAdopted: .holidaysAdopted
    case .sheetReceived: .sheetReceived
    case .reportPublished: .reportPublished
    case .headsSealed: .headsSealed
    case .rebuildAttested: .rebuildAttested
    case .sheetClaimed: .sheetClaimed
    case .retracted: .retracted
    }
  }

  package var retraction: Retraction? {
    if case .retracted(let retraction) = self { retraction } else { nil }
  }
}

/// A sheet that was given to the ledger, whether or not all its rows were recorded.
///
/// It claims nothing about people it does not list: `SheetClaimed` does (spec/lists.md,
/// Completeness). Receipts of version 1 claimed by themselves, and go on doing so.
package struct SheetReceived: Hashable, Sendable {
  /// The sheet's name, `nhan-su`.
  package var sheet: String
  /// Of the file's bytes.
  package var sha256: Digest
  /// Rows read, the header not counted.
  package var rows: Int
  /// People with a rejected row, ascending: the sheet does not tell all of them.
  package var gaps: [PersonNumber]
  /// Whether a row was rejected whose person is not known: it may be about anybody.
  package var hasGapForAll: Bool
  /// What a receipt of version 1 claimed by itself; nil from version 2 on.
  package var ownClaim: OwnClaim?

  /// For whom a receipt of version 1 claimed to be complete.
  package enum OwnClaim: Hashable, Sendable {
    /// It held some rows only, as mended rejects do.
    case nobody
    /// For what stands under an organisation; nil: the whole tree.
    case subtree(of: OrganisationNumber?)
  }

  /// The names of the sheets that offices keep (spec/intake.md), in its order.
  package static let names = [
    "to-chuc", "chuc-danh", "nhan-su", "ket-nap", "ly-luan-chinh-tri", "sang-loc", "ra-khoi-dang",
    "xep-loai", "xep-loai-to-chuc", "ky-luat", "ket-luan-chinh-tri", "quy-hoach", "bo-nhiem",
    "ke-khai-tai-san", "chuyen-sinh-hoat", "chuyen-to-chuc", "chuong-trinh", "nhan-xet-cu-tru",
    "pham-vi",
  ]

  /// The most people that an event has room for; a sheet with more gaps has one for all.
  package static let gapLimit = 8192

  package init(
    sheet: String, sha256: Digest, rows: Int, gaps: [PersonNumber] = [],
    hasGapForAll: Bool = false, ownClaim: OwnClaim? = nil
  ) {
    self.sheet = sheet
    self.sha256 = sha256
    self.rows = rows
    self.gaps = gaps
    self.hasGapForAll = hasGapForAll
    self.ownClaim = ownClaim
  }
}

/// Somebody says that a sheet tells all up to a day: who is not on it has nothing of its kind.
package struct SheetClaimed: Hashable, Sendable {
  /// The sheet's name, `ky-luat`.
  package var sheet: String
  /// For whose subtree; nil: the whole tree.
  package var organisation: OrganisationNumber?
  /// The last day of which it tells all.
  package var until: Day
  /// Of the file's bytes: which receipt it speaks of.
  package var sha256: Digest
  /// The rows of the sheet, the header not counted.
  package var listed: Int

  package init(
    sheet: String, organisation: OrganisationNumber?, until: Day, sha256: Digest, listed: Int
  ) {
    self.sheet = sheet
    self.organisation = organisation
    self.until = until
    self.sha256 = sha256
    self.listed = listed
  }
}

/// What was published: a question, from where it was asked, and the digest of its answer.
package struct ReportPublished: Hashable, Sendable {
  /// The command with the arguments that select its answer; people stand in it by number, as
  /// `#353`, never by name or file number.
  package var question: String
  package var on: Day
  package var known: LogSize
  /// The id of the rule set.
  package var rules: String
  /// Of the bytes of the answer's NDJSON.
  package var sha256: Digest

  /// The most bytes of a question.
  package static let questionLimit = 200

  package init(question: String, on: Day, known: LogSize, rules: String, sha256: Digest) {
    self.question = question
    self.on = on
    self.known = known
    self.rules = rules
    self.sha256 = sha256
  }
}

/// The heads of all streams as of a log size (spec/log.md, Seal).
package struct HeadsSealed: Hashable, Sendable {
  /// The log size before the seal itself.
  package var upTo: LogSize
  /// Streams by kind: ledger, organisation, position, person.
  package var counts: [Int]
  package var root: Digest

  package init(upTo: LogSize, counts: [Int], root: Digest) {
    self.upTo = upTo
    self.counts = counts
    self.root = root
  }
}

/// The result of a rebuild compared with the live views.
package struct RebuildAttested: Hashable, Sendable {
  package var size: LogSize
  package var root: Digest
  /// The layout of the views.
  package var layout: Int
  package var digest: Digest
  package var differences: Int

  package init(size: LogSize, root: Digest, layout: Int, digest: Digest, differences: Int) {
    self.size = size
    self.root = root
    self.layout = layout
    self.digest = digest
    self.differences = differences
  }
}

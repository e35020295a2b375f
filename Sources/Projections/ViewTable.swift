/// The tables of the views, each with its key; keys are in byte order, numbers most significant
/// byte first. Nothing is in them that is not in the log.
package enum ViewTable: Int, CaseIterable, Hashable, Sendable {
  /// Index (8 bytes) → a row of that one event of the ledger's stream.
  case ledger
  /// Number (4 bytes) → the row of the organisation's stream.
  case organisations
  /// Number (4 bytes) → the row of the post's stream.
  case positions
  /// Number (4 bytes) → the row of the person's stream.
  case people
  /// Post and person (4 bytes each) → nothing: whoever was ever entered in planning for it.
  case planning
  /// Stream kind, code, 0, number (4 bytes) → the first index (8 bytes): every code that an
  /// organisation or post ever had.
  case codes
  /// Identity of the name (`Letters.nameIdentity`), 0, number (4 bytes) → the first index
  /// (8 bytes): every external organisation as it was established.
  case externals
  /// `Certificate`, person (4 bytes), index (8 bytes) → nothing: every certificate ever recorded.
  case certificates
  /// Name → number (8 bytes).
  case meta

  /// The name in the store.
  package var name: String { String(describing: self) }

  /// The table of a stream kind's rows; nil for the ledger's, which has a row an event.
  static func ofStreams(kind: UInt8) -> ViewTable? {
    switch kind {
    case 1: .organisations
    case 2: .positions
    case 3: .people
    default: nil
    }
  }
}

/// The names of the numbers in `meta`.
enum ViewMeta {
  static let layout = "layout"
  static let size = "size"
  static let erasure = "erasure"
}

package import Cadre

/// What a rebuild of the views came to.
package struct Rebuild: Hashable, Sendable {
  /// The generation of the views that it made, which is in use now.
  package var generation: UInt64
  /// The log's size that the new views stand at.
  package var size: LogSize
  /// How the views in use before stood to it; nil where they were not compared.
  package var comparison: ViewComparison?
  /// The event that says so in the log.
  package var attestation: LogIndex?

  /// Whether nothing was found that differs.
  package var isClean: Bool { comparison.map { $0.count == 0 } ?? true }

  /// What a rebuild is doing.
  package enum Stage: Hashable, Sendable {
    case building
    case comparing
    case swapping
  }
}

/// The views in use, held row by row against views built from the log alone at the same size.
package struct ViewComparison: Hashable, Sendable {
  /// The log's size at which both stand: that of the views in use.
  package var size: LogSize
  /// The root of the log at that size.
  package var root: Digest
  /// The layout of the views.
  package var layout: Int
  /// The digest of the rebuilt rows, see `RowDigest`.
  package var digest: Digest
  /// Rows that differ, or are in one of the two alone.
  package var count: Int
  /// The first of them, by table and key.
  package var listed: [Difference]
  /// The last rebuild before that found nothing: until then people were shown what the log says.
  package var lastClean: Attested?

  /// The most differences that are listed; all are counted.
  package static let limit = 1_000

  /// What the log was told of a rebuild earlier.
  package struct Attested: Hashable, Sendable {
    package var index: LogIndex
    package var recorded: Instant
    package var size: LogSize
  }

  /// A row that differs.
  package struct Difference: Hashable, Sendable {
    /// The table's name.
    package var view: String
    package var key: [UInt8]
    /// Whose row it is; nil for one of the views' own.
    package var stream: Stream?
    package var kind: String
    /// What people were shown; nil: no row.
    package var live: [UInt8]?
    /// What the log gives; nil: no row.
    package var rebuilt: [UInt8]?
    /// The events on which the two disagree, ascending.
    package var events: [LogIndex]
    /// When the first of these events was recorded: before that there was nothing of it to be shown;
    /// nil where there is none in the log.
    package var recorded: Instant?
  }
}

extension RebuildAttested {
  /// What a comparison found, for the log.
  init(_ comparison: ViewComparison) {
    self.init(
      size: comparison.size, root: comparison.root, layout: comparison.layout,
      digest: comparison.digest, differences: comparison.count)
  }
}

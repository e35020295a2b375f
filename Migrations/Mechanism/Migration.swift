/// A step from one layout of the store to the next.
///
/// A step speaks of the store as it was at its two layouts, and stays as it is once it was
/// published: it uses LMDB alone, and names tables and notes itself. What today's log and vault
/// call them may be something else by now.
package protocol Migration: Sendable {
  /// The layout that it makes of the one before.
  var layout: StoreLayout { get }

  /// What it does, in one sentence.
  var summary: String { get }

  /// The tables of the log's environment that `run` uses; those that are missing are made empty.
  /// The tables `events` and `notes` are always there.
  var logTables: [String] { get }

  /// What `run` would touch, counted; changes nothing. Asked before every run.
  /// - Throws: what keeps the step from being run.
  func plan(_ store: StoreFolder) throws(MigrationError) -> [StoreChange]

  /// Makes the new layout.
  ///
  /// What it does to the log is committed with the new number of the layout, or not at all. All
  /// else it makes durable itself, in such a way that run again, after a crash at any moment, it
  /// completes what it finds half done. Events it may read, not change.
  func run(_ store: inout StoreWriter) throws(MigrationError)
}

/// What a step would do to one table, or to one file.
package struct StoreChange: Hashable, Sendable {
  /// Where, from the ledger's folder: environment and table as in `log/heads`, or a file.
  package let place: String
  /// What happens to it.
  package let kind: Kind
  /// How many of its rows, or lines of the file, are written or removed.
  package let rows: Int

  /// A change of so many rows of a table.
  package init(_ kind: Kind, _ place: String, rows: Int) {
    self.kind = kind
    self.place = place
    self.rows = rows
  }

  /// What happens to a table.
  package enum Kind: String, Hashable, Sendable {
    case creates, changes, removes
  }
}

/// What a dry run says of a step.
package struct MigrationPlan: Hashable, Sendable {
  /// The layout that the step makes.
  package let layout: StoreLayout
  /// What the step does, in one sentence.
  package let summary: String
  /// What it would touch; nil for a step after the first, whose tables the one before makes.
  package let changes: [StoreChange]?
}

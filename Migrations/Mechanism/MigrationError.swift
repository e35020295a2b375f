package import LMDB
package import Platform

/// Why a ledger's store could not be brought to another layout.
///
/// The log then has the layout that it had, except after a failure of a later step than the first:
/// then it has that of the step before. In either case the steps may be run again.
package enum MigrationError: Error, Equatable, Sendable {
  /// The store beneath failed; `alreadyOpen` where this process has the log or the vault open.
  case store(LMDBError)
  /// The operating system failed.
  case platform(PlatformError)
  /// A later program made or migrated this ledger, and this one can neither read nor change it.
  ///
  /// Nothing was touched. What to do: use the version of the program that last wrote the ledger,
  /// or a later one. No step leads back; a backup from before the migration keeps its layout.
  case newerLayout(found: StoreLayout, known: StoreLayout)
  /// A ledger cannot be made in the folder, since something by that name, relative to it, is
  /// there: choose an empty folder. Where the name is that of a vault or of views, this was a
  /// ledger whose log is gone: restore the log, or the whole ledger, from a backup.
  case occupied(folder: String, name: String)
  /// The log has events but does not say of which layout: it is damaged, restore a backup.
  case noLayout(folder: String)
  /// The log has later events, but none at that index: it is damaged, restore a backup.
  case missingEvent(index: UInt64)
  /// The step would have changed, added or removed events, so it was undone: the step is wrong.
  case changedEvents(by: StoreLayout)
}

extension MigrationError: StoreFailure {
  /// A failure of the store beneath.
  package init(_ failure: LMDBError) { self = .store(failure) }
}

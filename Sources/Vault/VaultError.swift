package import LMDB
package import Platform

/// Why the vault could not do what it was asked.
package enum VaultError: Error, Equatable, Sendable {
  /// The store beneath failed.
  case store(LMDBError)
  /// The operating system failed.
  case platform(PlatformError)
  /// A number or folded name is empty or longer than `RecordVault.longestText` bytes.
  case textLength(Int)
  /// The records of a batch do not come in ascending order of index, or behind the stored ones.
  case order(index: UInt64)
  /// A row is not what the vault wrote.
  case damaged(table: String)
  /// The folder holds no vault of a layout known here.
  case layout(found: UInt64?)
  /// `current` is not the two lines that it should be.
  case generations(path: String)
}

/// An error that a closure on the vault may throw: one that can also carry a failure of the vault.
package protocol VaultFailure: Error {
  /// The failure of the vault, as this error.
  init(_ failure: VaultError)
}

extension VaultError: VaultFailure, StoreFailure {
  /// Itself.
  package init(_ failure: VaultError) { self = failure }

  /// A failure of the store beneath.
  package init(_ failure: LMDBError) { self = .store(failure) }
}

package import Cadre

/// What a backup came to.
package struct Backup: Sendable {
  /// Where it is; nil where what was copied is not what was recorded, and no backup was kept.
  package var folder: String?
  /// The size of the copied log.
  package var events: UInt64
  /// The root of the copied log.
  package var root: Digest
  /// Bytes of the copied log's file.
  package var logBytes: Int
  /// Bytes of the copied vault's file.
  package var vaultBytes: Int
  /// What the verification of the copy found.
  package var verification: Verification
  /// The names of backups beside it that are older than the ledger's last erasure, and may name
  /// who was erased since; oldest first.
  package var beforeErasure: [String] = []
  /// The names of older backups that were removed.
  package var removed: [String] = []

  /// Whether the copy is what was recorded, and was kept.
  package var isVerified: Bool { folder != nil }
}

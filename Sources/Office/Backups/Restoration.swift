package import Cadre

/// What restoring a backup came to.
package struct Restoration: Sendable {
  /// The backup's own folder.
  package var backup: String
  /// Where the ledger is now; nil where it was refused, and nothing was made.
  package var folder: String?
  /// The size of the backup's log.
  package var backupSize: UInt64
  /// The size of the restored log.
  package var events: UInt64
  /// The root of the restored log.
  package var root: Digest
  /// How many people's erasures, recorded after the backup, were done again.
  package var erased = 0
  /// Events that a checkpoint kept elsewhere tells of and that are lost.
  package var lost: UInt64 = 0
  /// How the views, rebuilt, stand to what the log says of an earlier rebuild.
  package var attestation: AttestedViews = .none
  /// What the last verification found: of what was restored, else of the backup.
  package var verification: Verification
  /// Why nothing was restored.
  package var refusal: Refusal?

  /// Why a backup is not restored: always a violation.
  package enum Refusal: Hashable, Sendable {
    /// The backup's log or vault is not what was recorded: see the verification.
    case altered
    /// These files are not as they were when the backup was made, though log and vault verify.
    case files([String])
    /// The newest log is not what was recorded: see the verification.
    case newestDamaged
    /// The backup's log is no prefix of the newest one.
    case notPrefix
    /// The checkpoint kept elsewhere is newer than what would be restored; so many events are lost.
    case loss(events: UInt64)
    /// The checkpoint kept elsewhere says otherwise: see the verification.
    case checkpoint
    /// What was restored does not verify: see the verification.
    case restored
    /// The views, rebuilt, are not those of which the log says so, at that index.
    case views(attestedAt: LogIndex)
  }

  /// How rebuilt views stand to the log's last word on a rebuild.
  package enum AttestedViews: Hashable, Sendable {
    /// The log says nothing of views in this program's layout.
    case none
    /// They have the digest that the event at an index gives.
    case agrees(LogIndex)
    /// They have another one.
    case differs(LogIndex)
  }
}

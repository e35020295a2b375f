internal import EventLog
internal import LMDB
internal import Platform
internal import Vault

/// A log and the vault that goes with it: all that is verified, of a ledger in use or of a copy.
protocol LogAndVault: Sendable {
  /// The folder that holds both.
  var folder: String { get }
  var log: EventStore { get }
  /// The vault of the generation in use.
  func vaultInUse() throws(OfficeError) -> RecordVault
  /// Whether people whom the log calls erased are still in some vault of the folder.
  func hasUnfinishedErasure() throws(OfficeError) -> Bool
}

extension Ledger: LogAndVault {
  func vaultInUse() throws(OfficeError) -> RecordVault { try opened().vault }
}

/// Log and vault of a copy that nobody writes to: a backup, on a medium that may be read-only. It
/// has no views.
final class StoredCopy: LogAndVault {
  let folder: String
  let log: EventStore
  /// The generations that its `current` names.
  let generations: Generations
  let vault: RecordVault

  /// Opens the copy in `folder`.
  /// - Throws: `noLedger` where there is no log; `corrupted`, `notPermitted`.
  init(opening folder: String) throws(OfficeError) {
    self.folder = folder
    let options = Environment.Options(access: .readUnlocked)
    try Ledger.checkLayout(of: folder)
    do throws(EventLogError) {
      log = try EventStore(folder: "\(folder)/log", options: options)
    } catch {
      throw OfficeError(error)
    }
    generations = try Ledger.generations(of: folder)
    vault = try Ledger.openVault(generations, folder, .readUnlocked)
  }

  func vaultInUse() throws(OfficeError) -> RecordVault { vault }

  func hasUnfinishedErasure() throws(OfficeError) -> Bool {
    try log.read { (log) throws(OfficeError) in
      try vault.read(below: log.size) { (vault) throws(OfficeError) in
        try log.hidden(in: vault) != nil
      }
    }
  }
}

extension Ledger {
  /// Whether a folder holds a backup: it has no views, but a checkpoint or a list of digests, and
  /// may be on a medium that is read-only.
  package static func isBackup(_ folder: String) -> Bool {
    !Files.exists("\(folder)/views")
      && [BackupShelf.checkpoint, FileDigests.name].contains { Files.exists("\(folder)/\($0)") }
  }

  /// Verifies a backup where it is, as `verify` does a ledger, and its files; nothing is written.
  ///
  /// - Parameter checkpoint: the text of one kept outside; nil: the backup's own.
  /// - Throws: `corrupted` where a file is not as it was though log and vault are.
  package static func verifyBackup(
    _ folder: String, expecting checkpoint: [UInt8]? = nil,
    progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(OfficeError) -> Verification {
    let changed = try FileDigests.changed(in: folder)
    let own = try BackupShelf.checkpoint(of: folder)
    let found = try StoredCopy(opening: folder).verification(
      expecting: checkpoint ?? own, progress: progress)
    if found.isClean, let file = changed.first {
      throw OfficeError(.corrupted(nil, "SHA-256"), "\(folder)/\(file)")
    }
    return found
  }
}

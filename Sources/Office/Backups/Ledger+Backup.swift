package import Cadre
internal import EventLog
internal import LMDB
internal import Merkle
internal import Platform
internal import Vault

extension Ledger {
  /// Copies log and vault into a new folder on a shelf of backups, while others read and write,
  /// and verifies the copy as `verify` does before it gets its name. O(ledger).
  ///
  /// The log is copied first: the vault may then be ahead of it, and records at or past the copied
  /// log's size are cut out of the copy. Where an erasure has others generations come into use
  /// meanwhile it starts again, and an erasure that was cut off it finishes, so that no backup
  /// holds anybody whom its own log calls erased.
  ///
  /// - Parameters:
  ///   - shelf: the folder of the backups; made where it is missing.
  ///   - kept: how many backups stay, this one included, at least 1; nil: all.
  ///   - now: names the backup.
  ///   - progress: is told now and then how many events of how many are verified.
  /// - Returns: what was found, private records that the ledger lacks included; no folder where the copy does not verify, and then every earlier
  ///   backup is as it was.
  /// - Throws: `cannotCreate`, `busy`, `notPermitted`, `full`, `corrupted`.
  package func backup(
    to shelf: String, keeping kept: Int? = nil, now: Instant,
    progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(OfficeError) -> Backup {
    guard access == .write else { throw OfficeError(.notPermitted, folder) }
    let shelf = try BackupShelf(shelf)
    let name = try shelf.freeName(at: now)
    let part = "\(shelf.path(of: name)).part"
    do throws(OfficeError) {
      while try !copyStores(to: part) {}
      var backup = try verified(part, progress)
      // What the ledger itself lacks, its copy cannot have: better such a backup than none.
      let isWhole = backup.verification.isClean
      guard isWhole || backup.verification.lacksRecordsAlone else {
        try Ledger.remove(part)
        return backup
      }
      try shelf.publish(part, as: name)
      backup.folder = shelf.path(of: name)
      // Where records are missing, older backups may have them: none of those is removed.
      try tidy(shelf, after: name, keeping: isWhole ? kept : nil, &backup)
      return backup
    } catch {
      Ledger.abandon(part)
      throw error
    }
  }

  /// Removes an unfinished copy; the failure that led here is the one to be told.
  private static func abandon(_ part: String) {
    do throws(OfficeError) { try remove(part) } catch {
      // What remains has `.part` in its name, and is the next one's to remove.
      return
    }
  }

  private static func remove(_ path: String) throws(OfficeError) {
    do throws(PlatformError) { try Files.removeTree(path) } catch { throw OfficeError(error) }
  }

  /// Removes older backups, and names those that an erasure did not reach.
  private func tidy(
    _ shelf: borrowing BackupShelf, after name: BackupName, keeping kept: Int?,
    _ backup: inout Backup
  ) throws(OfficeError) {
    // Another ledger may have its backups here: those are not this one's to remove or to name.
    let origin = try log.read { (log) throws(OfficeError) in try log.origin() }
    var others = try shelf.names().filter { $0 != name }.compactMap { other in
      Ledger.kept(in: shelf.path(of: other)).map { (name: other, checkpoint: $0) }
    }
    others.removeAll { $0.checkpoint.origin != origin }
    // By what they hold, not by name: the clock that named one may have been wrong.
    others.sort { ($0.checkpoint.size, $0.name) < ($1.checkpoint.size, $1.name) }
    if let kept {
      for old in others.dropLast(max(0, kept - 1)) {
        try shelf.remove(old.name)
        backup.removed.append(old.name.text)
      }
      others.removeFirst(backup.removed.count)
    }
    guard let last = try log.read({ (log) throws(OfficeError) in try log.lastErasure() }) else {
      return
    }
    for other in others where other.checkpoint.size <= last {
      backup.beforeErasure.append(other.name.text)
    }
  }

  /// What a backup holds of its log, as its checkpoint says; nil if none can be read.
  private static func kept(in folder: String) -> Checkpoint? {
    do { return try Checkpoint(parsing: try BackupShelf.checkpoint(of: folder)) } catch {
      return nil
    }
  }
}

extension Ledger {
  /// Copies the log, then the vault; false where it has to be done again: an erasure came between,
  /// or one that was cut off had to be finished first.
  private func copyStores(to part: String) throws(OfficeError) -> Bool {
    try Ledger.remove(part)
    let current = try currentGenerations()
    let vault = try opened().vault
    do throws(PlatformError) { try Files.makeFolder("\(part)/vault") } catch {
      throw OfficeError(error)
    }
    do throws(LMDBError) {
      try log.environment.copy(to: "\(part)/log")
      try vault.environment.copy(to: current.vaultFolder(of: part))
    } catch {
      throw OfficeError(error)
    }
    guard try Ledger.generations(of: folder).vault == current.vault else { return false }
    do throws(VaultError) { try current.write(part) } catch { throw OfficeError(error) }
    let (size, isAhead) = try describe(part)
    guard let size else {
      try writerLock().release()
      return false
    }
    if isAhead { try Ledger.cut(current.vaultFolder(of: part), to: size) }
    return true
  }

  /// Writes the checkpoint of a copy's log. Says its size, nil where it has an erasure that its
  /// vault does not follow yet, and whether its vault is ahead of it.
  private func describe(_ part: String) throws(OfficeError) -> (size: UInt64?, isAhead: Bool) {
    let copy = try StoredCopy(opening: part)
    guard try !copy.hasUnfinishedErasure() else { return (nil, false) }
    let (size, text) = try copy.log.read { (log) throws(OfficeError) in
      (log.size, try log.checkpoint(asOf: log.size))
    }
    do throws(PlatformError) {
      try Files.write(Array(text.utf8), to: "\(part)/\(BackupShelf.checkpoint)")
    } catch {
      throw OfficeError(error)
    }
    let end = try copy.vault.read(below: size) { (vault) throws(OfficeError) in
      do throws(VaultError) { return try vault.end } catch { throw OfficeError(error) }
    }
    return (size, end > size)
  }

  /// Cuts what belongs to events at or past a size out of a copy of a vault, free pages included.
  private static func cut(_ vault: String, to size: UInt64) throws(OfficeError) {
    let whole = "\(vault).whole"
    do throws(PlatformError) { try Files.rename(vault, to: whole) } catch {
      throw OfficeError(error)
    }
    do {
      let ahead: RecordVault
      do throws(VaultError) {
        ahead = try RecordVault(folder: whole, options: Environment.Options(access: .write))
      } catch {
        throw OfficeError(error)
      }
      try deleteAhead(of: size, in: ahead)
      do throws(LMDBError) { try ahead.environment.copy(to: vault) } catch {
        throw OfficeError(error)
      }
    }
    try remove(whole)
  }

  /// Lists what the copy's files hash to, has everything synced, and verifies the copy.
  private func verified(
    _ part: String, _ progress: (UInt64, UInt64) -> Void
  ) throws(OfficeError) -> Backup {
    try FileDigests.write(part)
    do throws(PlatformError) {
      for path in ["\(part)/vault", part] { try Files.syncFolder(path) }
    } catch {
      throw OfficeError(error)
    }
    let copy = try StoredCopy(opening: part)
    let found = try copy.verification(
      expecting: try BackupShelf.checkpoint(of: part), progress: progress)
    do throws(PlatformError) {
      return Backup(
        folder: nil, events: found.events, root: found.root,
        logBytes: try Files.size("\(copy.log.folder)/data.mdb"),
        vaultBytes: try Files.size("\(copy.vault.folder)/data.mdb"), verification: found)
    } catch {
      throw OfficeError(error)
    }
  }
}

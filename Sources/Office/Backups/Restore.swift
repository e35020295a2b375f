internal import Cadre
internal import EventLog
internal import LMDB
internal import Platform
internal import Vault

/// A backup on its way back into a ledger (spec/log.md, Erasure; spec/cli.md).
///
/// The ledger is made beside its place and takes its name when everything is read again, every
/// erasure is done again, and the views are built: whoever dies before leaves nothing there.
package struct Restore: Sendable {
  /// The folder of a backup, or of the shelf whose last one is meant.
  package var source: String
  /// Where the ledger is to be: nothing, or an empty folder.
  package var target: String
  /// A ledger, perhaps a damaged one, whose log is at least as new and is taken for the backup's.
  package var newest: String?
  /// A checkpoint kept elsewhere.
  package var checkpoint: [UInt8]?
  /// Whether events may be lost that the checkpoint tells of.
  package var acceptsLoss: Bool
  /// Is told, before the place is looked for, which files are not as they were.
  package var warn: @Sendable ([String]) -> Void = { _ in }

  package init(
    from source: String, to target: String, newest: String? = nil, checkpoint: [UInt8]? = nil,
    acceptsLoss: Bool = false
  ) {
    self.source = source
    self.target = Files.withoutSlashes(target)
    self.newest = newest
    self.checkpoint = checkpoint
    self.acceptsLoss = acceptsLoss
  }
}

extension Restore {
  /// Restores the ledger; O(ledger).
  ///
  /// - Parameter progress: is told now and then how many events of how many are verified.
  /// - Returns: what was found; a refusal where nothing was restored.
  /// - Throws: `noBackup`; `ledgerExists` where the target holds anything; `badCheckpoint`;
  ///   `cannotCreate`, `notPermitted`, `full`, `corrupted`.
  package func run(
    progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(OfficeError) -> Restoration {
    let folder = try BackupShelf.backup(at: source)
    try refuseOccupied()
    let changed = try FileDigests.changed(in: folder)
    if !changed.isEmpty { warn(changed) }
    let backup = try StoredCopy(opening: folder)
    var result = try examined(backup, progress)
    if result.refusal == nil, !changed.isEmpty { result.refusal = .files(changed) }
    guard result.refusal == nil else { return result }
    let site = try RestoreSite(target)
    do throws(OfficeError) {
      try build(backup, in: site.folder, &result, progress)
      guard result.refusal == nil else {
        site.abandon()
        return result
      }
      try site.finish()
    } catch {
      site.abandon()
      throw error
    }
    result.folder = target
    return result
  }

  private func refuseOccupied() throws(OfficeError) {
    guard Files.exists(target) else { return }
    guard Files.isFolder(target) else { throw OfficeError(.ledgerExists, target) }
    let names: [String]
    do throws(PlatformError) { names = try Files.list(target) } catch { throw OfficeError(error) }
    if !names.isEmpty { throw OfficeError(.ledgerExists, target) }
  }

  /// Verifies the backup where it is, and holds it against its own checkpoint, and against the one
  /// kept elsewhere unless a newer log is to be taken.
  private func examined(
    _ backup: StoredCopy, _ progress: (UInt64, UInt64) -> Void
  ) throws(OfficeError) -> Restoration {
    let found = try backup.verification(
      expecting: try BackupShelf.checkpoint(of: backup.folder), progress: progress)
    var result = Restoration(
      backup: backup.folder, backupSize: found.events, events: found.events, root: found.root,
      verification: found)
    let isBearable = acceptsLoss && found.lacksRecordsAlone
    guard found.isClean || isBearable, found.expectation == .agrees(size: found.events) else {
      result.refusal = .altered
      return result
    }
    if newest == nil, let checkpoint {
      hold(&result, against: try backup.log.compare(checkpoint))
    }
    return result
  }

  /// Takes note of how a log stands to the checkpoint kept elsewhere.
  private func hold(
    _ result: inout Restoration, against expectation: Verification.Expectation
  ) {
    result.verification.expectation = expectation
    switch expectation {
    case .agrees: return
    case .shorter(let size):
      result.lost = size - result.events
      if !acceptsLoss { result.refusal = .loss(events: result.lost) }
    case .otherOrigin, .otherRoot, .damaged: result.refusal = .checkpoint
    }
  }
}

extension Restore {
  /// Makes the ledger in a folder of its own, and verifies it.
  private func build(
    _ backup: StoredCopy, in folder: String, _ result: inout Restoration,
    _ progress: (UInt64, UInt64) -> Void
  ) throws(OfficeError) {
    let lacking = Set(result.verification.missing)
    try copy(backup, to: folder)
    if let newest {
      try take(newest, to: folder, &result, progress)
      guard result.refusal == nil else { return }
    }
    let ledger = try Ledger(opening: folder, access: .write)
    result.erased = try ledger.eraseAgain(after: result.backupSize)
    try ledger.catchUp()
    let found = try ledger.verify(expecting: checkpoint, progress: progress)
    result.verification = found
    result.events = found.events
    result.root = found.root
    if let expectation = found.expectation {
      hold(&result, against: expectation)
      guard result.refusal == nil else { return }
    }
    guard isSound(found, result.backupSize, lacking: lacking) else {
      result.refusal = .restored
      return
    }
    result.attestation = try ledger.compareWithAttestation(beside: folder)
    if case .differs(let index) = result.attestation {
      result.refusal = .views(attestedAt: index)
    }
  }

  /// Whether nothing is wrong but private records that the backup lacked already, or that are
  /// younger than it, and lost.
  private func isSound(
    _ found: Verification, _ size: UInt64, lacking: Set<Verification.MissingRecord>
  ) -> Bool {
    found.fault == nil && found.lingering == nil && !found.hasUnfinishedErasure
      && found.missing.allSatisfy {
        lacking.contains($0) || newest != nil && $0.index.number >= size
      }
  }

  private func copy(_ backup: StoredCopy, to folder: String) throws(OfficeError) {
    do throws(PlatformError) { try Files.makeFolder("\(folder)/vault") } catch {
      throw OfficeError(error)
    }
    do throws(LMDBError) {
      if newest == nil { try backup.log.environment.copy(to: "\(folder)/log") }
      try backup.vault.environment.copy(to: backup.generations.vaultFolder(of: folder))
    } catch {
      throw OfficeError(error)
    }
    do throws(VaultError) { try backup.generations.write(folder) } catch {
      throw OfficeError(error)
    }
    do throws(PlatformError) { try Files.syncFolder("\(folder)/vault") } catch {
      throw OfficeError(error)
    }
  }

  /// Takes the log of a ledger for the backup's, once it is read again and has it as a prefix.
  private func take(
    _ newest: String, to folder: String, _ result: inout Restoration,
    _ progress: (UInt64, UInt64) -> Void
  ) throws(OfficeError) {
    try copyLog(of: newest, to: "\(folder)/log")
    let log: EventStore
    do throws(EventLogError) {
      log = try EventStore(folder: "\(folder)/log", options: .init(access: .readUnlocked))
    } catch {
      throw OfficeError(error)
    }
    let found = try log.verify(
      commitment: { (_, _, _) throws(OfficeError) in }, progress: progress)
    if let fault = found.fault {
      result.verification.fault = .init(
        index: LogIndex(fault.index), reason: "\(fault.damage)")
      result.refusal = .newestDamaged
      return
    }
    let checkpoint = try BackupShelf.checkpoint(of: result.backup)
    let expectation = try log.compare(checkpoint)
    if expectation != .agrees(size: result.backupSize) {
      result.verification.expectation = expectation
      result.refusal = .notPrefix
    }
  }

  /// Copies the log of a ledger that may be in use.
  private func copyLog(of newest: String, to target: String) throws(OfficeError) {
    let log: EventStore
    let path = "\(newest)/log"
    guard Files.exists("\(path)/data.mdb") else { throw OfficeError(.noLedger, newest) }
    do throws(EventLogError) {
      log = try EventStore(
        folder: path, options: .init(access: Files.isWritable(path) ? .read : .readUnlocked))
    } catch {
      throw OfficeError(error)
    }
    do throws(LMDBError) { try log.environment.copy(to: target) } catch {
      throw OfficeError(error)
    }
  }
}

extension Ledger {
  /// Does the erasures again that the log tells of and the vault does not follow; says how many
  /// people of events from `first` on they were.
  fileprivate func eraseAgain(after first: UInt64) throws(OfficeError) -> Int {
    // Whatever a backup's vault has past the backup's log belongs to no event of a newer one.
    try Ledger.deleteAhead(of: first, in: try opened().vault)
    try writerLock().release()
    return try log.read { (log) throws(OfficeError) in try log.erasedPeople(from: first).count }
  }
}

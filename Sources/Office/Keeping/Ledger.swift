internal import Cadre
internal import EventLog
internal import LMDB
internal import Migrations
internal import Platform
internal import Projections
internal import Synchronization
internal import Vault

/// A ledger on disk: the log, the vault and the views of one folder (spec/log.md, Store).
///
/// It is the only place where log, domain, vault and views meet. A process opens a ledger once.
package final class Ledger: Sendable {
  /// The ledger's folder.
  package let folder: String
  /// What this process may do with it.
  package let access: Access
  let log: EventStore
  private let shelf: Mutex<Opened>

  /// What a process may do with a ledger.
  package enum Access: Hashable, Sendable {
    /// Ask and record.
    case write
    /// Ask; views are still brought up to date where the folder allows.
    case read
    /// Ask a copy on a medium that cannot be written.
    case readUnlocked
  }

  /// The generations that are open.
  struct Opened: Sendable {
    var current: Generations
    var vault: RecordVault
    var views: Views
  }

  /// How long a writer waits for another, in milliseconds.
  static let patience = 10_000

  /// Opens the ledger in `folder`; `read` becomes `readUnlocked` where nothing can be written.
  ///
  /// - Parameter isBeingMade: a ledger without events is opened, too; else it is none yet.
  /// - Throws: `noLedger`, `newerLayout`, `notPermitted`, `corrupted`, `busy`.
  package init(
    opening folder: String, access wanted: Access, isBeingMade: Bool = false
  ) throws(OfficeError) {
    self.folder = folder
    access = wanted == .read && !Files.isWritable("\(folder)/log") ? .readUnlocked : wanted
    if Ledger.isBackup(folder) { throw OfficeError(.isBackup, folder) }
    try Ledger.checkLayout(of: folder)
    do throws(EventLogError) {
      log = try EventStore(folder: "\(folder)/log", options: access.options)
    } catch {
      throw Ledger.failure(of: folder, error)
    }
    shelf = Mutex(try Ledger.open(keeping: nil, folder, access, log))
    if !isBeingMade, try isWithoutEvents() { throw OfficeError(.noLedger, folder) }
  }
}

extension Ledger.Access {
  var options: Environment.Options {
    switch self {
    case .write: Environment.Options(access: .write)
    case .read: Environment.Options(access: .read)
    case .readUnlocked: Environment.Options(access: .readUnlocked)
    }
  }

  /// Views are disposable: whoever may write the folder may write them, and they need no sync.
  var viewOptions: Environment.Options {
    switch self {
    case .write, .read: Environment.Options(access: .write, durability: .commit)
    case .readUnlocked: Environment.Options(access: .readUnlocked)
    }
  }
}

extension Ledger {
  /// The ledger's one lock for writers, held over all transactions of a batch. Whoever takes it
  /// first finishes an erasure that was cut off.
  /// - Parameter patience: how long to wait for another writer, in milliseconds.
  func writerLock(waiting patience: Int = Ledger.patience) throws(OfficeError) -> FileLock {
    let lock: FileLock
    do throws(PlatformError) {
      lock = try FileLock("\(folder)/writer", waiting: patience)
    } catch {
      throw OfficeError(error)
    }
    try finishErasure()
    return lock
  }

  /// Vault and views of the generations in use; reopened where `current` names others.
  func opened() throws(OfficeError) -> (vault: RecordVault, views: Views) {
    let opened = try inUse()
    return (opened.vault, opened.views)
  }

  private func using(_ generations: Opened?) throws(OfficeError) -> Opened {
    if let generations { return generations }
    return try inUse()
  }

  private func inUse() throws(OfficeError) -> Opened {
    try shelf.withLock { (opened) throws(OfficeError) in
      opened = try Ledger.open(keeping: opened, folder, access, log)
      return opened
    }
  }

  /// The generations in use.
  func currentGenerations() throws(OfficeError) -> Generations {
    try inUse().current
  }

  /// Brings the views up to a size of the log.
  func bring(_ views: Views, upTo size: UInt64, _ log: LogSnapshot) throws(OfficeError) {
    do throws(ProjectionError) {
      try views.catchUp(from: log, to: LogSize(size))
    } catch {
      throw OfficeError(error)
    }
  }

  /// Brings the views up to the whole log.
  func catchUp() throws(OfficeError) {
    let views = try opened().views
    try log.read { (log) throws(OfficeError) in try bring(views, upTo: log.size, log) }
  }

  /// Runs a question on the ledger as it is now: the log's snapshot first, then the vault's, then
  /// the views caught up to it; where they cannot be written, the tail is folded in memory.
  ///
  /// It starts again where other generations came into use in between: events of the log's
  /// snapshot may then have their private records there alone.
  ///
  /// - Parameter generations: those to read where another thread of the same question does so
  ///   already, whatever came into use meanwhile: no answer is of two generations.
  func reading<Answer>(
    _ generations: Opened? = nil, _ body: (Stores) throws(OfficeError) -> Answer
  ) throws(OfficeError) -> Answer {
    while true {
      let opened = try using(generations)
      let answer = try log.read { (log) throws(OfficeError) -> Answer? in
        try opened.vault.read(below: log.size) { (vault) throws(OfficeError) -> Answer? in
          if generations == nil, try Ledger.generations(of: folder) != opened.current {
            return nil
          }
          let vault = vault.hiding(try log.hidden(in: vault))
          if access != .readUnlocked { try bring(opened.views, upTo: log.size, log) }
          return try opened.views.read(folding: log) { (views) throws(OfficeError) -> Answer? in
            .some(try body(Stores(log, vault, views, of: opened)))
          }
        }
      }
      if let answer { return answer }
    }
  }
}

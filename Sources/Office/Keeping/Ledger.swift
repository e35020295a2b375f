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
  private struct Opened {
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
    try Ledger.checkLayout(of: folder)
    do throws(EventLogError) {
      log = try EventStore(folder: "\(folder)/log", options: access.options)
    } catch {
      throw Ledger.failure(of: folder, error)
    }
    shelf = Mutex(try Ledger.open(try Ledger.generations(of: folder), folder, access, log))
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
  static func generations(of folder: String) throws(OfficeError) -> Generations {
    do throws(VaultError) { return try Generations.read(folder) } catch {
      if case .platform(let failure) = error, failure.isMissing {
        throw OfficeError(.corrupted(nil, "missing"), Generations.file(of: folder))
      }
      throw OfficeError(error)
    }
  }

  private static func open(
    _ current: Generations, _ folder: String, _ access: Access, _ log: EventStore
  ) throws(OfficeError) -> Opened {
    let vault: RecordVault
    do throws(VaultError) {
      vault = try RecordVault(folder: current.vaultFolder(of: folder), options: access.options)
    } catch {
      let failure = OfficeError(error)
      if failure.reason == .noLedger {
        throw OfficeError(.corrupted(nil, "missing"), current.vaultFolder(of: folder))
      }
      throw failure
    }
    let (views, generations) = try openViews(current, folder, access, log)
    return Opened(current: generations, vault: vault, views: views)
  }

  /// Opens the views, making them where there are none, and building new ones beside them where
  /// their layout is not the program's.
  private static func openViews(
    _ current: Generations, _ folder: String, _ access: Access, _ log: EventStore
  ) throws(OfficeError) -> (Views, Generations) {
    do throws(ProjectionError) {
      let path = current.viewsFolder(of: folder)
      if Files.exists("\(path)/data.mdb") {
        return (try Views(folder: path, options: access.viewOptions), current)
      }
    } catch {
      guard error.isCuredByRebuilding, access != .readUnlocked else { throw OfficeError(error) }
      var next = current
      next.views += 1
      return try build(next, instead: current, folder, access, log)
    }
    guard access != .readUnlocked else {
      throw OfficeError(.notPermitted, current.viewsFolder(of: folder))
    }
    return try build(current, instead: current, folder, access, log)
  }

  /// Builds views as one writer among others: whoever waited for the lock looks again first.
  private static func build(
    _ next: Generations, instead old: Generations, _ folder: String, _ access: Access,
    _ log: EventStore
  ) throws(OfficeError) -> (Views, Generations) {
    let lock: FileLock
    do throws(PlatformError) {
      lock = try FileLock("\(folder)/writer", waiting: patience)
    } catch {
      throw OfficeError(error)
    }
    let current = try generations(of: folder)
    let isDone =
      current != old
      || (next == old && Files.exists("\(current.viewsFolder(of: folder))/data.mdb"))
    if !isDone {
      let views = try build(next, after: next == old ? nil : old, folder, access, log)
      lock.release()
      return (views, next)
    }
    lock.release()
    do throws(ProjectionError) {
      return (
        try Views(folder: current.viewsFolder(of: folder), options: access.viewOptions), current
      )
    } catch {
      throw OfficeError(error)
    }
  }

  /// Builds a generation of views from the log under the ledger's lock, makes it current, and
  /// removes the one before.
  private static func build(
    _ next: Generations, after old: Generations?, _ folder: String, _ access: Access,
    _ log: EventStore
  ) throws(OfficeError) -> Views {
    let path = next.viewsFolder(of: folder)
    let unfinished = "\(path).new"
    do throws(PlatformError) {
      if Files.exists(unfinished) { try Files.removeTree(unfinished) }
      if Files.exists(path) { try Files.removeTree(path) }
      try Files.makeFolder("\(folder)/views")
    } catch {
      throw OfficeError(error)
    }
    try log.read { (log) throws(OfficeError) in
      do throws(ProjectionError) {
        try Views.rebuild(in: unfinished, from: log)
      } catch {
        throw OfficeError(error)
      }
    }
    do throws(PlatformError) {
      try Files.rename(unfinished, to: path)
      try Files.syncFolder("\(folder)/views")
    } catch {
      throw OfficeError(error)
    }
    do throws(VaultError) { try next.write(folder) } catch { throw OfficeError(error) }
    if let old {
      do throws(PlatformError) {
        try Files.removeTree(old.viewsFolder(of: folder))
      } catch {
        throw OfficeError(error)
      }
    }
    do throws(ProjectionError) {
      return try Views(folder: path, options: access.viewOptions)
    } catch {
      throw OfficeError(error)
    }
  }
}

extension Ledger {
  /// The ledger's one lock for writers, held over all transactions of a batch.
  func writerLock() throws(OfficeError) -> FileLock {
    do throws(PlatformError) {
      return try FileLock("\(folder)/writer", waiting: Ledger.patience)
    } catch {
      throw OfficeError(error)
    }
  }

  /// Vault and views of the generations in use; reopened where `current` names others.
  func opened() throws(OfficeError) -> (vault: RecordVault, views: Views) {
    let current = try Ledger.generations(of: folder)
    return try shelf.withLock { (opened) throws(OfficeError) in
      if opened.current != current {
        opened = try Ledger.open(current, folder, access, log)
      }
      return (opened.vault, opened.views)
    }
  }

  /// The generations in use.
  func currentGenerations() throws(OfficeError) -> Generations {
    try shelf.withLock { (opened) throws(OfficeError) in opened.current }
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
  func reading<Answer>(
    _ body: (Stores) throws(OfficeError) -> Answer
  ) throws(OfficeError) -> Answer {
    let (vault, views) = try opened()
    return try log.read { (log) throws(OfficeError) in
      try vault.read(below: log.size) { (vault) throws(OfficeError) in
        if access != .readUnlocked { try bring(views, upTo: log.size, log) }
        return try views.read(folding: log) { (views) throws(OfficeError) in
          try body(Stores(log, vault, views))
        }
      }
    }
  }
}

extension ProjectionError {
  /// Whether views that fail like this are thrown away and built again: another layout, or files
  /// that are no views.
  fileprivate var isCuredByRebuilding: Bool {
    switch self {
    case .layout: true
    case .store(let error):
      switch error.code {
      case .corrupted, .notADatabase, .versionMismatch, .tableMissing: true
      default: false
      }
    case .event, .row, .key, .order, .log: false
    }
  }
}

internal import Cadre
internal import EventLog
internal import LMDB
internal import Migrations
internal import Platform
internal import Projections
internal import Vault

extension Ledger {
  static func generations(of folder: String) throws(OfficeError) -> Generations {
    do throws(VaultError) { return try Generations.read(folder) } catch {
      if case .platform(let failure) = error, failure.isMissing {
        throw OfficeError(.corrupted(nil, "missing"), Generations.file(of: folder))
      }
      throw OfficeError(error)
    }
  }

  /// Opens the generations in use, keeping those that are open already: a process opens a file
  /// once. Where one is removed while it is being opened, another is in use by now.
  static func open(
    keeping opened: Opened?, _ folder: String, _ access: Access, _ log: EventStore
  ) throws(OfficeError) -> Opened {
    var current = try generations(of: folder)
    while true {
      if let opened, opened.current == current { return opened }
      do throws(OfficeError) {
        return try open(current, keeping: opened, folder, access, log)
      } catch {
        let next = try generations(of: folder)
        if next == current { throw error }
        current = next
      }
    }
  }

  private static func open(
    _ wanted: Generations, keeping opened: Opened?, _ folder: String, _ access: Access,
    _ log: EventStore
  ) throws(OfficeError) -> Opened {
    if let opened, opened.current.views == wanted.views {
      let vault = try openVault(wanted, folder, access)
      return Opened(current: wanted, vault: vault, views: opened.views)
    }
    let (views, current) = try openViews(wanted, folder, access, log)
    if let opened, opened.current.vault == current.vault {
      return Opened(current: current, vault: opened.vault, views: views)
    }
    let vault = try openVault(current, folder, access)
    return Opened(current: current, vault: vault, views: views)
  }

  static func openVault(
    _ current: Generations, _ folder: String, _ access: Access
  ) throws(OfficeError) -> RecordVault {
    do throws(VaultError) {
      return try RecordVault(folder: current.vaultFolder(of: folder), options: access.options)
    } catch {
      let failure = OfficeError(error)
      if failure.reason == .noLedger {
        throw OfficeError(.corrupted(nil, "missing"), current.vaultFolder(of: folder))
      }
      throw failure
    }
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
      let erasure = try log.lastErasure().map { LogIndex($0) }
      do throws(ProjectionError) {
        try Views.rebuild(in: unfinished, from: log, erasure: erasure)
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

extension ProjectionError {
  /// Whether views that fail like this are thrown away and built again: another layout, or files
  /// that are no views.
  fileprivate var isCuredByRebuilding: Bool {
    switch self {
    // Nothing but their own numbers is read when they are opened.
    case .layout, .key, .row: true
    case .store(let error):
      switch error.code {
      case .corrupted, .notADatabase, .versionMismatch, .tableMissing: true
      default: false
      }
    case .event, .order, .log, .platform: false
    }
  }
}

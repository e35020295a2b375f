internal import LMDB
internal import Platform

/// From nothing to layout 1: the log with its tables, the first generation of the vault, and the
/// file that names the generations in use.
///
/// | place | key | value |
/// |---|---|---|
/// | `log/events` | index | event |
/// | `log/heads` | stream: kind, number | revision, index, leaf hash of its last event |
/// | `log/nodes` | index of a leaf | hashes of the complete subtrees that end with it |
/// | `log/notes` | name | number |
/// | `vault/N/records` | index | salt, data |
/// | `vault/N/numbers` | kind, number, 0, person, index | – |
/// | `vault/N/names` | folded name, 0, person, index | – |
/// | `vault/N/erased` | keyed hash of a number | – |
/// | `vault/N/notes` | name | number, or the secret of the keyed hash |
/// | `current` | `vault`, `views` | number of the generation |
///
/// Views are made by whoever opens the ledger.
struct Layout1: Migration {
  let layout = StoreLayout(1)
  let summary = "Makes a ledger without events: its log, its vault and the file `current`."
  let logTables = ["events", "heads", "nodes", "notes"]

  private static let vault = "vault/1"
  private static let vaultTables = ["records", "numbers", "names", "erased", "notes"]
  /// Bytes of the vault's secret.
  private static let secretLength = 32
  /// What may be in the folder: the writer's lock, and what an earlier run left half done.
  private static let ownNames = ["writer", "log", "vault", "current"]
}

extension Layout1 {
  func plan(_ store: StoreFolder) throws(MigrationError) -> [StoreChange] {
    try checkFolder(store)
    let log = logTables.map { table in
      StoreChange(.creates, "log/\(table)", rows: table == "notes" ? 1 : 0)
    }
    let vault = Layout1.vaultTables.map { table in
      StoreChange(.creates, "\(Layout1.vault)/\(table)", rows: table == "notes" ? 3 : 0)
    }
    return log + vault + [StoreChange(.creates, "current", rows: 2)]
  }

  /// Refuses a folder that holds anything but what an earlier run of this step left: neither a
  /// stranger's files nor private records whose log is gone are to become part of a new ledger.
  private func checkFolder(_ store: StoreFolder) throws(MigrationError) {
    let names = try list(store.path)
    for name in names where !Layout1.isOwn(name) {
      throw .occupied(folder: store.path, name: name)
    }
    guard names.contains("vault") else { return }
    for name in try list("\(store.path)/vault") where name != "1" {
      throw .occupied(folder: store.path, name: "vault/\(name)")
    }
    for table in Layout1.vaultTables where table != "notes" {
      guard try store.rows(of: table, in: Layout1.vault) == 0 else {
        throw .occupied(folder: store.path, name: Layout1.vault)
      }
    }
  }

  private static func isOwn(_ name: String) -> Bool {
    let isHidden = name.utf8.first == UInt8(ascii: ".")
    let isUnfinished = name.hasPrefix("current.") && name.hasSuffix(".tmp")
    return isHidden || isUnfinished || ownNames.contains(name)
  }

  private func list(_ folder: String) throws(MigrationError) -> [String] {
    guard Files.exists(folder) else { return [] }
    do throws(PlatformError) {
      return try Files.list(folder)
    } catch {
      throw .platform(error)
    }
  }
}

extension Layout1 {
  /// The vault first, then `current`; the log has its layout only when the mechanism commits.
  func run(_ store: inout StoreWriter) throws(MigrationError) {
    let folder = store.store
    do throws(PlatformError) {
      try Files.makeFolder("\(folder.path)/vault")
    } catch {
      throw .platform(error)
    }
    try makeVault(in: "\(folder.path)/\(Layout1.vault)")
    do throws(PlatformError) {
      try Files.syncFolder(folder.path)
      try Files.write(Array("vault 1\nviews 1\n".utf8), to: "\(folder.path)/current")
    } catch {
      throw .platform(error)
    }
  }

  private func makeVault(in folder: String) throws(MigrationError) {
    let secret: [UInt8]
    do throws(PlatformError) {
      secret = try Randomness.bytes(Layout1.secretLength)
    } catch {
      throw .platform(error)
    }
    do throws(LMDBError) {
      let vault = try Environment(folder: folder, tables: Layout1.vaultTables)
      let notes = try vault.table("notes")
      try vault.write { (writing) throws(LMDBError) in
        try writing.put(1, named: "layout", in: notes)
        try writing.put(1, named: "generation", in: notes)
        try writing.put(secret, named: "secret", in: notes)
      }
    } catch {
      throw .store(error)
    }
  }
}

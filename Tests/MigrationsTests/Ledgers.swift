import EventLog
import LMDB
import Merkle
import Migrations
import Platform
import Vault

/// A ledger of today's layout with invented events, closed again.
func makeLedger(in folder: String, events: Int, seed: UInt64) throws {
  try migrate(folder)
  try Invented(events: events, seed: seed).record(in: folder)
}

/// Runs the steps that are missing, under the writer's lock, and returns the layouts made.
@discardableResult
func migrate(
  _ folder: String, _ steps: [any Migration] = Migrator.allSteps
) throws -> [StoreLayout] {
  let lock = try FileLock("\(folder)/writer", waiting: 0)
  return try Migrator(folder: folder, steps: steps).run(holding: lock)
}

/// Verifies log and vault of today's layout, and returns what was found.
@discardableResult
func verified(_ folder: String) throws -> LogVerification {
  let log = try EventStore(folder: "\(folder)/log", options: .init(access: .write))
  var commitments: [(index: UInt64, commitment: Hash)] = []
  let found = try log.verify(
    threads: 2,
    commitment: { (index, _, hash) throws(EventLogError) in commitments.append((index, hash)) })
  let vault = try openVault(of: folder)
  try vault.read(below: found.size) { (vault) throws(VaultError) in
    for (index, commitment) in commitments {
      guard let record = try vault.record(at: index) else { continue }
      if record.commitment != commitment { throw .damaged(table: "records") }
    }
  }
  return found
}

/// The generation of the vault in use, in today's layout.
func openVault(of folder: String) throws -> RecordVault {
  let generations = try Generations.read(folder)
  return try RecordVault(
    folder: generations.vaultFolder(of: folder), options: .init(access: .write))
}

/// The number of events and the root over them, whatever the layout.
func eventRoot(_ folder: String) throws -> (size: UInt64, root: Hash) {
  guard let log = try StoreFolder(folder).open("log", tables: ["events"]) else {
    return (0, TreeHash.empty)
  }
  let events = try log.table("events")
  var frontier = Frontier()
  try log.read { (reading) throws(LMDBError) in
    var cursor = try reading.cursor(over: events)
    while try cursor.next() { _ = frontier.push(TreeHash.leaf(cursor.value)) }
  }
  return (frontier.size, frontier.root)
}

/// Every file beneath a folder with its bytes; without the reader tables, which every reading of
/// LMDB writes, and which are no part of the data.
func files(_ folder: String, _ prefix: String = "") throws -> [String: [UInt8]] {
  var found: [String: [UInt8]] = [:]
  for name in try Files.list(folder) where name != "lock.mdb" {
    let path = "\(folder)/\(name)"
    if Files.isFolder(path) {
      found[prefix + name + "/"] = []
      try found.merge(files(path, prefix + name + "/")) { first, _ in first }
    } else {
      found[prefix + name] = try Files.read(path, limit: 100_000_000)
    }
  }
  return found
}

/// Copies every file beneath a folder to another one.
func copyTree(_ folder: String, to target: String) throws {
  for (name, bytes) in try files(folder) {
    let path = "\(target)/\(name)"
    if name.hasSuffix("/") {
      try Files.makeFolder(path)
    } else {
      try Files.makeFolder(Files.parent(of: path))
      try Files.write(bytes, to: path)
    }
  }
}

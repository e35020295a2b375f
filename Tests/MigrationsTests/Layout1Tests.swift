import EventLog
import LMDB
import Merkle
import Migrations
import Platform
import TestSupport
import Testing
import Vault

/// Making a ledger from nothing.
@Suite struct Layout1Tests {
  @Test func `a ledger is made from nothing and today's program opens it`() throws {
    let folder = try TemporaryFolder()
    #expect(try Migrator(folder: folder.path).layout() == .none)
    #expect(try migrate(folder.path) == [StoreLayout(1)])
    #expect(try Migrator(folder: folder.path).layout() == StoreLayout(1))
    #expect(try Generations.read(folder.path) == Generations(vault: 1, views: 1))
    let found = try verified(folder.path)
    #expect(found.size == 0)
    #expect(found.root == TreeHash.empty)
    #expect(found.fault == nil)
    let vault = try openVault(of: folder.path)
    let description = try vault.read(below: 0) { (vault) throws(VaultError) in
      (try vault.generation, try vault.erasure)
    }
    #expect(description == (1, nil))
  }

  @Test func `the tables are those that today's log and vault make themselves`() throws {
    let (made, grown) = (try TemporaryFolder(), try TemporaryFolder())
    try makeLedger(in: made.path, events: 30, seed: 10)
    try Files.makeFolder("\(grown.path)/vault")
    _ = try EventStore(folder: "\(grown.path)/log")
    _ = try RecordVault(folder: "\(grown.path)/vault/1")
    try Generations(vault: 1, views: 1).write(grown.path)
    #expect(try Migrator(folder: grown.path).layout() == StoreLayout(1))
    try Invented(events: 30, seed: 10).record(in: grown.path)
    #expect(try verified(grown.path).streams == verified(made.path).streams)
    #expect(
      try Files.read("\(made.path)/current", limit: 100)
        == Files.read("\(grown.path)/current", limit: 100))
    for tables in [made.path, grown.path] {
      #expect(try StoreFolder(tables).rows(of: "notes", in: "log") == 1)
      #expect(try StoreFolder(tables).rows(of: "notes", in: "vault/1") == 4)
    }
  }

  @Test func `a dry run on nothing says what is made and makes nothing`() throws {
    let folder = try TemporaryFolder()
    let plans = try Migrator(folder: folder.path).dryRun()
    #expect(plans.map(\.layout) == [StoreLayout(1)])
    let changes = try #require(plans.first?.changes)
    #expect(changes.count == 10)
    #expect(changes.first == StoreChange(.creates, "log/events", rows: 0))
    #expect(changes.last == StoreChange(.creates, "current", rows: 2))
    #expect(try Files.list(folder.path) == [])
    #expect(try Migrator(folder: "\(folder.path)/missing").dryRun() == plans)
  }

  @Test(arguments: 0...5)
  func `whatever a crash left of the first step is completed`(_ done: Int) throws {
    let folder = try TemporaryFolder()
    try Files.makeFolder("\(folder.path)/log")
    if done == 0 { try Files.write([], to: "\(folder.path)/log/data.mdb") }
    if done >= 1 {
      _ = try Environment(
        folder: "\(folder.path)/log", tables: ["events", "heads", "nodes", "notes"])
    }
    if done >= 2 { try Files.makeFolder("\(folder.path)/vault") }
    if done == 3 { _ = try Environment(folder: "\(folder.path)/vault/1", tables: []) }
    if done >= 4 { _ = try RecordVault(folder: "\(folder.path)/vault/1") }
    if done == 5 {
      try Files.write([], to: "\(folder.path)/current.1a2b.tmp")
      try Generations(vault: 1, views: 1).write(folder.path)
    }
    #expect(try Migrator(folder: folder.path).layout() == .none)
    #expect(try migrate(folder.path) == [StoreLayout(1)])
    try Invented(events: 20, seed: 11).record(in: folder.path)
    #expect(try verified(folder.path).fault == nil)
  }

  @Test(arguments: ["budget.xlsx", "views", "vault/2"])
  func `a folder with something else in it is refused`(_ name: String) throws {
    let folder = try TemporaryFolder()
    try Files.makeFolder("\(folder.path)/\(name)")
    let before = try files(folder.path)
    let refusal = MigrationError.occupied(folder: folder.path, name: name)
    #expect(throws: refusal) { try Migrator(folder: folder.path).dryRun() }
    #expect(throws: refusal) { try migrate(folder.path) }
    #expect(try Files.remove("\(folder.path)/writer") == ())
    #expect(try files(folder.path) == before)
  }

  @Test func `private records whose log is gone are not made part of a new ledger`() throws {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 30, seed: 12)
    try Files.removeTree("\(folder.path)/log")
    let before = try files(folder.path)
    #expect(throws: MigrationError.occupied(folder: folder.path, name: "vault/1")) {
      try migrate(folder.path)
    }
    #expect(try files(folder.path) == before)
  }

  @Test func `a log with events but without a layout is damaged`() throws {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 10, seed: 13)
    try forgetLayout(of: folder.path)
    #expect(throws: MigrationError.noLayout(folder: folder.path)) {
      try Migrator(folder: folder.path).layout()
    }
  }

  private func forgetLayout(of folder: String) throws {
    let log = try Environment(folder: "\(folder)/log", tables: ["notes"])
    let notes = try log.table("notes")
    try log.write { (writing) throws(LMDBError) in
      _ = try unsafe writing.delete(Array("layout".utf8).span.bytes, in: notes)
    }
  }
}

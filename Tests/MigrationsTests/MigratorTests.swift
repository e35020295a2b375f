import EventLog
import Glibc
import LMDB
import Merkle
import Migrations
import Platform
import TestSupport
import Testing
import Vault

/// Steps from one layout to the next.
@Suite struct MigratorTests {
  private let further: [any Migration] = Migrator.allSteps + [Layout2(), Layout3()]

  @Test func `the newest layout is the one that today's log has`() {
    #expect(Migrator(folder: "/nowhere").newest == StoreLayout(EventStore.layout))
  }

  @Test func `a further step runs on a ledger with events and leaves them alone`() throws {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 200, seed: 1)
    let before = try verified(folder.path)
    #expect(try migrate(folder.path, further) == [StoreLayout(2), StoreLayout(3)])
    #expect(try Migrator(folder: folder.path, steps: further).layout() == StoreLayout(3))
    let after = try eventRoot(folder.path)
    #expect(after.size == 200)
    #expect(after.root == before.root)
    let store = StoreFolder(folder.path)
    #expect(try store.rows(of: "kinds", in: "log") == 4)
    #expect(try store.rows(of: "heads", in: "log") == before.streams.reduce(0, +))
    #expect(try store.rows(of: "lengths", in: "vault/1") == before.commitments)
  }

  @Test func `a dry run counts what the next step touches and changes nothing`() throws {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 200, seed: 2)
    let found = try verified(folder.path)
    let before = try files(folder.path)
    let plans = try Migrator(folder: folder.path, steps: further).dryRun()
    #expect(try files(folder.path) == before)
    #expect(plans.map(\.layout) == [StoreLayout(2), StoreLayout(3)])
    #expect(plans.map(\.summary) == [Layout2().summary, Layout3().summary])
    #expect(
      plans.first?.changes == [
        StoreChange(.changes, "log/heads", rows: found.streams.reduce(0, +)),
        StoreChange(.creates, "log/kinds", rows: 4),
        StoreChange(.creates, "vault/1/lengths", rows: found.commitments),
      ])
    #expect(plans.last?.changes == nil)
  }

  @Test func `a ledger of a newer layout is refused and left as it is`() throws {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 50, seed: 3)
    try migrate(folder.path, further)
    let before = try files(folder.path)
    let refusal = MigrationError.newerLayout(found: StoreLayout(3), known: StoreLayout(1))
    let migrator = Migrator(folder: folder.path)
    #expect(try migrator.layout() == StoreLayout(3))
    #expect(throws: refusal) { try migrator.dryRun() }
    #expect(throws: refusal) { try migrate(folder.path) }
    #expect(throws: EventLogError.layout(found: 3)) {
      try EventStore(folder: "\(folder.path)/log", options: .init(access: .write))
    }
    #expect(try files(folder.path) == before)
  }

  @Test func `running again is harmless`() throws {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 50, seed: 4)
    #expect(try migrate(folder.path) == [])
    try verified(folder.path)
    try migrate(folder.path, further)
    let before = try files(folder.path)
    #expect(try migrate(folder.path, further) == [])
    #expect(try Migrator(folder: folder.path, steps: further).dryRun() == [])
    #expect(try files(folder.path) == before)
  }

  @Test(arguments: Tampering.Deed.allCases)
  func `a step that touches events is undone`(_ deed: Tampering.Deed) throws {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 60, seed: 5)
    let before = try verified(folder.path)
    let steps = Migrator.allSteps + [Tampering(deed: deed)]
    let refusal: MigrationError =
      deed == .insertGap ? .missingEvent(index: 60) : .changedEvents(by: StoreLayout(2))
    #expect(throws: refusal) { try migrate(folder.path, steps) }
    #expect(try Migrator(folder: folder.path).layout() == StoreLayout(1))
    #expect(try verified(folder.path) == before)
  }

  @Test func `a process that has the log open cannot migrate it`() throws {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 10, seed: 6)
    let log = try EventStore(folder: "\(folder.path)/log")
    #expect(
      throws: MigrationError.store(.init(.alreadyOpen, .open, path: "\(folder.path)/log"))
    ) {
      try migrate(folder.path, further)
    }
    #expect(try log.read { (log) throws(EventLogError) in try log.layout } == 1)
  }
}

/// Crashes between steps and inside one.
@Suite struct InterruptedTests {
  @Test func `a crash between steps leaves a definite layout, from which the rest is run`() throws {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 100, seed: 7)
    let before = try eventRoot(folder.path)
    let steps: [any Migration] = Migrator.allSteps + [Layout2(), Layout3()]
    let lock = try FileLock("\(folder.path)/writer", waiting: 0)
    #expect(
      try Migrator(folder: folder.path, steps: steps).runNext(holding: lock) == StoreLayout(2))
    lock.release()
    #expect(try Migrator(folder: folder.path).layout() == StoreLayout(2))
    #expect(try migrate(folder.path, steps) == [StoreLayout(3)])
    #expect(try eventRoot(folder.path) == before)
  }

  @Test func `a step that fails half-way leaves the old layout and is run again`() throws {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 100, seed: 8)
    let before = try eventRoot(folder.path)
    var failing = Layout2()
    let failure = MigrationError.store(.init(.diskFull, .put, path: "log"))
    failing.halfway = { () throws(MigrationError) in throw failure }
    #expect(throws: failure) { try migrate(folder.path, Migrator.allSteps + [failing]) }
    try expectHalfway(folder.path)
    #expect(try migrate(folder.path, Migrator.allSteps + [Layout2()]) == [StoreLayout(2)])
    #expect(try StoreFolder(folder.path).rows(of: "kinds", in: "log") == 4)
    #expect(try eventRoot(folder.path) == before)
  }

  @Test func `a step that is killed half-way leaves the old layout and is run again`() async throws
  {
    let folder = try TemporaryFolder()
    try makeLedger(in: folder.path, events: 100, seed: 9)
    let before = try eventRoot(folder.path)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      var killed = Layout2()
      killed.halfway = { () throws(MigrationError) in _ = kill(getpid(), SIGKILL) }
      try migrate(path, Migrator.allSteps + [killed])
    }
    try expectHalfway(folder.path)
    #expect(try migrate(folder.path, Migrator.allSteps + [Layout2()]) == [StoreLayout(2)])
    #expect(try StoreFolder(folder.path).rows(of: "kinds", in: "log") == 4)
    #expect(try eventRoot(folder.path) == before)
  }

  /// The log has its old layout and heads, though the vault has the new one.
  private func expectHalfway(_ folder: String) throws {
    #expect(try Migrator(folder: folder).layout() == StoreLayout(1))
    #expect(try StoreFolder(folder).rows(of: "kinds", in: "log") == 0)
    #expect(try StoreFolder(folder).rows(of: "lengths", in: "vault/1") > 0)
    let log = try EventStore(folder: "\(folder)/log", options: .init(access: .write))
    let found = try log.verify(
      threads: 2, commitment: { (_, _, _) throws(EventLogError) in })
    #expect(found.fault == nil)
  }
}

import EventLog
import LMDB
import Migrations
import Platform
import TestSupport
import Testing
import Vault

/// Ledgers as former versions wrote them, which every version must open.
@Suite struct FrozenTests {
  /// The folders, and what is in them; a layout that was published is never taken out.
  static let ledgers: [(name: String, holds: FrozenLedger)] = [("layout-1", .layout1)]

  @Test(arguments: 0..<ledgers.count)
  func `a frozen ledger is brought to the newest layout and holds what it held`(
    _ place: Int
  ) throws {
    let (name, holds) = FrozenTests.ledgers[place]
    let folder = try TemporaryFolder()
    try copyTree("\(testsFolder)/Frozen/\(name)", to: folder.path)
    #expect(try Migrator(folder: folder.path).layout() == StoreLayout(UInt32(place) + 1))
    let before = try eventRoot(folder.path)
    try migrate(folder.path)
    #expect(try eventRoot(folder.path) == before)
    #expect(try FrozenLedger(reading: folder.path) == holds)
  }

  @Test func `a frozen ledger can be written on`() throws {
    let folder = try TemporaryFolder()
    try copyTree("\(testsFolder)/Frozen/layout-1", to: folder.path)
    try migrate(folder.path)
    let old = try verified(folder.path)
    try Invented(events: 50, seed: 14).record(in: folder.path)
    let new = try verified(folder.path)
    #expect(new.fault == nil)
    #expect(new.size == old.size + 50)
  }

  @Test func `every layout has its frozen ledger, small and without lock files`() throws {
    #expect(FrozenTests.ledgers.count == Int(EventStore.layout))
    let frozen = try files("\(testsFolder)/Frozen").filter { $0.key.hasPrefix("layout-") }
    for (name, _) in FrozenTests.ledgers {
      let own = frozen.filter { $0.key.hasPrefix("\(name)/") }
      #expect(own["\(name)/current"] != nil)
      #expect(own["\(name)/log/data.mdb"] != nil)
      #expect(!Files.exists("\(testsFolder)/Frozen/\(name)/log/lock.mdb"))
      #expect(own.values.reduce(0) { $0 + $1.count } < 300_000)
    }
  }

  @Test func `the frozen ledger of layout 1 has rows in its tables`() throws {
    let folder = try TemporaryFolder()
    try copyTree("\(testsFolder)/Frozen/layout-1", to: folder.path)
    let store = StoreFolder(folder.path)
    for table in ["events", "heads", "nodes", "notes"] {
      #expect(try store.rows(of: table, in: "log") > 0, "\(table)")
    }
    let vault = "vault/\(try Generations.read(folder.path).vault)"
    let erased = FrozenLedger.layout1.erasure == nil ? [] : ["erased"]
    for table in ["records", "numbers", "names", "notes"] + erased {
      #expect(try store.rows(of: table, in: vault) > 0, "\(table)")
    }
  }
}

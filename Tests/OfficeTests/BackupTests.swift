import Cadre
import EventLog
import Intake
import LMDB
import Merkle
import Office
import Platform
import TestSupport
import Testing
import Vault

@testable import Office

/// Backing a ledger up while it is in use: what the copy holds, and what becomes of those before.
@Suite struct BackupTests {
  let folder: TemporaryFolder
  let path: String
  let shelf: String
  let ledger: Ledger
  static let moment = Instant(milliseconds: 1_795_551_300_000)

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/ledger"
    shelf = folder.path + "/backups"
    ledger = try Ledger.made(in: path)
    try ledger.take([SampleSheets.folder("small")])
  }

  private func backup(keeping kept: Int? = nil) throws -> Backup {
    try ledger.backup(to: shelf, keeping: kept, now: Self.moment)
  }

  private var latest: String {
    get throws {
      String(decoding: try Files.read("\(shelf)/latest", limit: 100), as: UTF8.self)
    }
  }

  @Test func `a backup is named by its moment and holds log, vault, checkpoint and digests`()
    throws
  {
    let backup = try backup()
    #expect(backup.folder == "\(shelf)/2026-11-24T201500Z")
    let status = try ledger.status()
    #expect((backup.events, backup.root) == (status.events, status.root))
    #expect(backup.verification.isClean && backup.verification.expectation != nil)
    let made = try #require(backup.folder)
    #expect(
      try Files.list(made) == ["SHA256SUMS", "checkpoint.txt", "current", "log", "vault"])
    #expect(try Files.list("\(made)/log") == ["data.mdb"])
    #expect(try Files.list("\(made)/vault/1") == ["data.mdb"])
    #expect(backup.logBytes == (try Files.size("\(made)/log/data.mdb")))
    #expect(backup.vaultBytes == (try Files.size("\(made)/vault/1/data.mdb")))
    let kept = try Files.read("\(made)/checkpoint.txt", limit: 1000)
    #expect(try String(decoding: kept, as: UTF8.self) == ledger.checkpoint())
    #expect(try FileDigests.changed(in: made) == [])
    #expect(try latest == "2026-11-24T201500Z\n")
    #expect(try ledger.verify().isClean)
  }

  @Test func `another one at the same moment gets a number, and some may be removed`() throws {
    for _ in 0..<11 { #expect(try backup().isVerified) }
    #expect(try latest == "2026-11-24T201500Z-11\n")
    let last = try backup(keeping: 2)
    #expect(last.removed.count == 10 && last.removed.first == "2026-11-24T201500Z")
    #expect(
      try Files.list(shelf) == ["2026-11-24T201500Z-11", "2026-11-24T201500Z-12", "latest"])
    #expect(try backup(keeping: 1).removed.count == 2)
    #expect(try Files.list(shelf) == ["2026-11-24T201500Z-13", "latest"])
  }

  @Test func `backups are kept by what they hold, whatever a wrong clock named them`() throws {
    let ahead = Instant(milliseconds: 2_000_000_000_000)
    let early = try ledger.backup(to: shelf, now: ahead)
    _ = try ledger.seal(actor: "test", now: askedAt)
    var names: [String] = []
    for _ in 0..<3 { names.append(try #require(try backup(keeping: 2).folder)) }
    let first = try #require(early.folder)
    #expect(!Files.exists(first), "fewer events than any other, though named last")
    #expect(!Files.exists(names[0]), "of equal ones the older name goes first")
    #expect(Files.exists(names[1]) && Files.exists(names[2]))
  }

  @Test func `another ledger's backups stay, and so does what only looks like one`() throws {
    let other = try Ledger.made(in: folder.path + "/other")
    let theirs = try other.backup(to: shelf, now: Instant(milliseconds: 1_600_000_000_000))
    try Files.makeFolder("\(shelf)/2020-01-01T000000Z")
    _ = try backup()
    let last = try backup(keeping: 1)
    #expect(last.removed.count == 1)
    #expect(try theirs.folder.map { try Files.list($0).contains("log") } == true)
    #expect(Files.exists("\(shelf)/2020-01-01T000000Z"))
  }

  @Test func `a backup is not worked on`() throws {
    let made = try #require(try backup().folder)
    for access in [Ledger.Access.write, .read] {
      #expect(throws: OfficeError(.isBackup, made)) {
        _ = try Ledger(opening: made, access: access)
      }
    }
    try Files.remove("\(made)/SHA256SUMS")
    #expect(throws: OfficeError.self) { _ = try Ledger.verifyBackup(made) }
  }

  @Test func `what a dead process left is removed by the next, and nothing of others`() throws {
    try Files.makeFolder("\(shelf)/2026-11-23T201500Z.part/log")
    try Files.makeFolder("\(shelf)/2026-11-23T201500Z-2.part")
    try Files.write([1], to: "\(shelf)/latest.abc.tmp")
    try Files.makeFolder("\(shelf)/mine.part")
    try Files.makeFolder("\(shelf)/2026-11-23")
    _ = try backup(keeping: 1)
    #expect(
      try Files.list(shelf) == ["2026-11-23", "2026-11-24T201500Z", "latest", "mine.part"])
  }

  @Test func `only one backup goes on at a time, and none into a ledger or a file`() throws {
    try Files.makeFolder(shelf)
    let held = try FileLock(folder: shelf, waiting: 0)
    #expect(throws: PlatformError.busy(path: shelf)) {
      try FileLock(folder: shelf, waiting: 0).release()
    }
    held.release()
    #expect(throws: OfficeError(.cannotCreate("ledger"), path)) {
      _ = try ledger.backup(to: path, now: Self.moment)
    }
    try Files.write([1], to: folder.path + "/file")
    let error = #expect(throws: OfficeError.self) {
      _ = try ledger.backup(to: folder.path + "/file", now: Self.moment)
    }
    guard case .cannotCreate = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `private records past the copied log are cut, free pages included`() throws {
    let size = try ledger.status().events
    var batch = VaultBatch()
    let secret = "nobody's record"
    _ = try unsafe batch.add(record: Array(secret.utf8).span.bytes, at: size)
    try unsafe batch.add(name: Array("nobody's name".utf8).span.bytes, person: 900, at: size + 1)
    try ledger.opened().vault.write { (writer) throws(VaultError) in try writer.append(&batch) }
    let traces: [FileSearch.Trace] = [
      ("record", Array(secret.utf8)), ("name", Array("nobody's name".utf8)),
    ]
    #expect(try FileSearch.found(traces, in: path).count == 2)
    let backup = try backup()
    let made = try #require(backup.folder)
    #expect(try FileSearch.found(traces, in: made).isEmpty)
    #expect(try Files.list("\(made)/vault") == ["1"])
    let copy = try StoredCopy(opening: made)
    let end = try copy.vault.read(below: size) { (vault) throws(VaultError) in try vault.end }
    #expect(end <= size)
    // The ledger's own vault is left to the next writer.
    #expect(try FileSearch.found(traces, in: path).count == 2)
  }

  @Test func `what is not as it was recorded is not backed up, and those before stay`() throws {
    let good = try backup()
    var wrong: UInt64?
    let vault = try ledger.opened().vault
    try vault.read(below: .max) { (vault) throws(VaultError) in
      try vault.forEachRecord { (index, _) throws(VaultError) in
        if index > 800, wrong == nil { wrong = index }
      }
    }
    let index = try #require(wrong)
    try vault.environment.write { (transaction) throws(LMDBError) in
      try unsafe transaction.put(
        [UInt8](repeating: 7, count: 40).span.bytes, at: index,
        in: vault.environment.table("records"))
    }
    let bad = try backup(keeping: 1)
    #expect(!bad.isVerified && bad.folder == nil)
    #expect(bad.verification.fault == .init(index: LogIndex(index), reason: "commitment"))
    #expect(try Files.list(shelf) == ["2026-11-24T201500Z", "latest"])
    #expect(try latest == "2026-11-24T201500Z\n")
    #expect(try FileDigests.changed(in: try #require(good.folder)) == [])
  }
}

/// Backing up while others write and erase.
@Suite struct BackupWhileWritingTests {
  let folder: TemporaryFolder
  let path: String
  let shelf: String
  let ledger: Ledger

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/ledger"
    shelf = folder.path + "/backups"
    ledger = try Ledger.made(in: path)
    try ledger.take([SampleSheets.folder("small")])
  }

  @Test(arguments: [71] as [UInt64])
  func `every backup taken while another appends is the log at some size, whole`(
    seed: UInt64
  ) throws {
    var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
    let backups = try Threads.parallel(
      { () throws -> [Backup] in
        try (0..<8).map { _ in try ledger.backup(to: shelf, now: BackupTests.moment) }
      },
      { () throws -> Int in
        for _ in 0..<150 { try office.work() }
        return 0
      }
    ).0
    print("seed \(seed): backups of", backups.map(\.events), "events")
    for backup in backups {
      let made = try #require(backup.folder)
      let kept = try Files.read("\(made)/checkpoint.txt", limit: 1000)
      #expect(try ledger.log.compare(kept) == .agrees(size: backup.events))
    }
    #expect(try ledger.verify().isClean)
  }

  @Test func `no backup holds whom its own log calls erased, and older ones are named`() throws {
    var members: [(member: FormerMember, traces: [FileSearch.Trace])] = []
    for number in 1...4 {
      var member = FormerMember(
        file: "99900\(number)HT", citizen: "04213199988\(number)", card: "3877766\(number)",
        name: "Quách Thị Ngạn \(number)")
      try member.join(ledger)
      members.append((member, try member.traces(in: ledger).filter { $0.what != "birth" }))
    }
    let (backups, erased) = try Threads.parallel(
      { () throws -> [Backup] in
        try (0..<10).map { _ in try ledger.backup(to: shelf, now: BackupTests.moment) }
      },
      { () throws -> [LogIndex] in
        try members.flatMap {
          try ledger.erase(
            $0.member.file, authority: "BTC", basis: .other, actor: "test",
            now: FormerMember.erasedAt
          ).indexes
        }
      })
    print("backups of", backups.map(\.events), "events; erased at", erased.map(\.number))
    for backup in backups {
      let made = try #require(backup.folder)
      for (member, index) in zip(members, erased) where index.number < backup.events {
        #expect(try FileSearch.found(member.traces, in: made).isEmpty)
      }
    }
    let last = try ledger.backup(to: shelf, now: BackupTests.moment)
    let before = backups.filter { $0.events <= erased[3].number }
    #expect(last.beforeErasure.map { "\(shelf)/\($0)" } == before.compactMap(\.folder))
  }

  @Test func `an erasure that was cut off is finished first`() throws {
    var member = FormerMember()
    try member.join(ledger)
    let traces = try member.traces(in: ledger)
    let lock = try ledger.writerLock()
    let erased = try ledger.decideErasure(
      of: member.file, .erased(authority: "BTC", legalBasis: .other), "test",
      FormerMember.erasedAt)
    lock.release()
    #expect(erased.outcome == .erased)
    let backup = try ledger.backup(to: shelf, now: BackupTests.moment)
    #expect(try FileSearch.found(traces, in: try #require(backup.folder)).isEmpty)
    #expect(try FileSearch.found(traces, in: path).isEmpty)
    #expect(backup.beforeErasure.isEmpty)
  }
}

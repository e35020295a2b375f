import Cadre
import Intake
import Office
import Platform
import TestSupport
import Testing

@testable import Office

/// Restoring a ledger from a backup: the same answers, or a refusal with the place.
@Suite struct RestoreTests {
  let folder: TemporaryFolder
  let path: String
  let shelf: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/ledger"
    shelf = folder.path + "/backups"
  }

  private var target: String { folder.path + "/restored" }

  /// A ledger with somebody who left, and a backup of it.
  private func prepared() throws -> (member: FormerMember, backup: String) {
    let ledger = try Ledger.made(in: path)
    try ledger.take([SampleSheets.folder("small")])
    var member = FormerMember()
    try member.join(ledger)
    let backup = try ledger.backup(to: shelf, now: BackupTests.moment)
    return (member, try #require(backup.folder))
  }

  private func restore(
    _ source: String, newest: String? = nil, checkpoint: String? = nil, acceptsLoss: Bool = false
  ) throws -> Restoration {
    let found = try Restore(
      from: source, to: target, newest: newest, checkpoint: checkpoint.map { Array($0.utf8) },
      acceptsLoss: acceptsLoss
    ).run()
    #expect(Files.exists(target) == (found.refusal == nil))
    #expect(try Files.list(folder.path).filter { $0.hasSuffix(".part") } == [])
    return found
  }

  @Test(arguments: [72, 73] as [UInt64])
  func `a restored ledger gives every answer that the lost one gave`(seed: UInt64) throws {
    var before: [Answers] = []
    var subjects: [Answers.Subjects] = []
    var (size, root) = (UInt64(0), "")
    let days = [Day(text: "2019-03-01"), Day(text: "2024-06-01")].compactMap(\.self)
    do {
      let ledger = try Ledger.made(in: path)
      var office = try RandomOffice(ledger, seed: seed, sheets: SampleSheets.folder("small"))
      for _ in 0..<60 { try office.work() }
      for day in days {
        subjects.append(office.subjects(6))
        before.append(
          Answers(ledger, on: day, known: .all, about: subjects[subjects.count - 1]))
      }
      let backup = try ledger.backup(to: shelf, now: BackupTests.moment)
      (size, root) = (backup.events, backup.root.base64)
    }
    try Files.removeTree(path)
    let found = try restore(shelf)
    #expect(found.refusal == nil && found.folder == target)
    #expect((found.events, found.root.base64) == (size, root))
    #expect(found.verification.isClean)
    let restored = try Ledger(opening: target, access: .write)
    for (place, day) in days.enumerated() {
      #expect(
        Answers(restored, on: day, known: .all, about: subjects[place]) == before[place],
        "seed \(seed)")
    }
    // It is a ledger like any other.
    try restored.take([SampleSheets.folder("small")], at: 1_796_000_000_000)
    #expect(try restored.verify().isClean)
    #expect(try restored.backup(to: shelf, now: BackupTests.moment).isVerified)
  }

  @Test func `a backup is only read`() throws {
    let (_, backup) = try prepared()
    #expect(try restore(backup).refusal == nil)
    #expect(try Files.list(backup).count == 5)
    #expect(try Files.list("\(backup)/log") == ["data.mdb"])
    #expect(try Files.list("\(backup)/vault/1") == ["data.mdb"])
    #expect(try FileDigests.changed(in: backup) == [])
  }

  @Test func `an altered event or private record is refused with its index`() throws {
    let (member, backup) = try prepared()
    for alsoDigests in [false, true] {
      for (file, text, reason) in [
        ("log/data.mdb", "chuong-trinh", "leaf"), ("vault/1/data.mdb", member.name, "commitment"),
      ] {
        let whole = try Files.read("\(backup)/\(file)", limit: 1 << 30)
        try Files.write(try whole.altered(at: text), to: "\(backup)/\(file)")
        if alsoDigests {
          try Files.remove("\(backup)/SHA256SUMS")
          try FileDigests.write(backup)
        }
        let found = try restore(shelf)
        #expect(found.refusal == .altered)
        #expect(found.verification.fault?.reason == reason)
        #expect((found.verification.fault?.index.number ?? 0) > 8)
        try Files.write(whole, to: "\(backup)/\(file)")
      }
      try Files.remove("\(backup)/SHA256SUMS")
      try FileDigests.write(backup)
    }
    #expect(try restore(shelf).refusal == nil)
  }

  @Test func `what no proof reaches is refused by the digests of files`() throws {
    let (_, backup) = try prepared()
    let vault = try Files.read("\(backup)/vault/1/data.mdb", limit: 1 << 30)
    try Files.write(
      try vault.altered(at: "quach thi ngan"), to: "\(backup)/vault/1/data.mdb")
    #expect(try restore(backup).refusal == .files(["vault/1/data.mdb"]))
    try Files.write(vault, to: "\(backup)/vault/1/data.mdb")
    try Files.write(Array("vault 1\nviews 7\n".utf8), to: "\(backup)/current")
    #expect(try restore(backup).refusal == .files(["current"]))
    try Files.write(Array("vault 1\nview".utf8), to: "\(backup)/current")
    #expect(throws: OfficeError(.corrupted(nil, "generations"), "\(backup)/current")) {
      _ = try restore(backup)
    }
    try Files.write(Array("vault 1\nviews 1\n".utf8), to: "\(backup)/current")
    #expect(try FileDigests.changed(in: backup) == [])
    try Files.remove("\(backup)/SHA256SUMS")
    #expect(try restore(backup).refusal == .files(["SHA256SUMS"]))
    try Files.remove("\(backup)/checkpoint.txt")
    #expect(throws: OfficeError(.corrupted(nil, "missing"), "\(backup)/checkpoint.txt")) {
      _ = try restore(backup)
    }
  }

  @Test func `a log longer than the backup's own checkpoint is refused`() throws {
    let (_, backup) = try prepared()
    // A backup is not worked on, unless somebody takes away what tells it from a ledger.
    let told = ["checkpoint.txt", "SHA256SUMS"]
    for name in told { try Files.rename("\(backup)/\(name)", to: "\(folder.path)/\(name)") }
    do {
      let ledger = try Ledger(opening: backup, access: .write)
      _ = try ledger.seal(actor: "test", now: askedAt)
    }
    for name in told { try Files.rename("\(folder.path)/\(name)", to: "\(backup)/\(name)") }
    let found = try restore(backup)
    #expect(found.refusal == .altered)
  }

  @Test func `a checkpoint kept elsewhere is held against it`() throws {
    let (_, backup) = try prepared()
    let ledger = try Ledger(opening: path, access: .write)
    let same = try ledger.checkpoint()
    let other = try Ledger.made(in: folder.path + "/other").checkpoint()
    _ = try ledger.seal(actor: "test", now: askedAt)
    let newer = try ledger.checkpoint()
    #expect(try restore(backup, checkpoint: other).refusal == .checkpoint)
    var lines = same.split(separator: "\n").map(String.init)
    lines[2] = Digest(exactly: Array(repeating: 1, count: 32)).base64
    let rewritten = lines.joined(separator: "\n") + "\n"
    #expect(try restore(backup, checkpoint: rewritten, acceptsLoss: true).refusal == .checkpoint)
    #expect(try restore(backup, checkpoint: newer).refusal == .loss(events: 1))
    let lossy = try restore(backup, checkpoint: newer, acceptsLoss: true)
    #expect(lossy.refusal == nil && lossy.lost == 1)
    try Files.removeTree(target)
    let found = try restore(backup, checkpoint: same)
    #expect(found.refusal == nil && found.lost == 0)
    #expect(found.verification.expectation == .agrees(size: found.events))
    #expect(throws: OfficeError.self) { _ = try restore(backup, checkpoint: "nothing") }
  }

  @Test func `the views built from it are held against the log's last word on a rebuild`() throws {
    do {
      let ledger = try Ledger.made(in: path)
      try ledger.take([SampleSheets.folder("small")])
      let rebuilt = try ledger.rebuild(comparing: true, actor: "test", now: { askedAt })
      #expect(rebuilt.isClean)
      let backup = try ledger.backup(to: shelf, now: BackupTests.moment)
      let found = try restore(try #require(backup.folder))
      #expect(found.attestation == .agrees(try #require(rebuilt.attestation)))
      #expect(try Files.list(target) == ["current", "log", "vault", "views", "writer"])
      try Files.removeTree(target)
      // Somebody who shows people other views and has the log say that these are right.
      var attested = RebuildAttested(try #require(rebuilt.comparison))
      attested.digest = Digest(exactly: Array(repeating: 1, count: 32))
      try ledger.append([.rebuildAttested(attested)], actor: "test", at: askedAt)
      let lie = try ledger.backup(to: shelf, now: BackupTests.moment)
      let index = LogIndex(lie.events - 1)
      #expect(try restore(try #require(lie.folder)).refusal == .views(attestedAt: index))
    }
  }

  @Test func `a place that is taken is refused, an empty folder is not`() throws {
    let (_, backup) = try prepared()
    try Files.makeFolder(target)
    #expect(try restore(backup).refusal == nil)
    #expect(throws: OfficeError(.ledgerExists, target)) {
      _ = try Restore(from: backup, to: target + "/").run()
    }
    #expect(throws: OfficeError(.noBackup, folder.path)) {
      _ = try Restore(from: folder.path, to: target + "2").run()
    }
  }

  @Test func `what a dead process left beside the place is removed, what is held is not`() throws {
    let (_, backup) = try prepared()
    try Files.makeFolder("\(target).restoring-abc.part/log")
    try Files.makeFolder("\(target).restoring-def.part/log")
    try Files.makeFolder("\(target)2.restoring-def.part")
    try Files.makeFolder("\(target).precious.part")
    let held = try FileLock(folder: "\(target).restoring-def.part", waiting: 0)
    #expect(try Restore(from: backup, to: target).run().refusal == nil)
    #expect(
      try Files.list(folder.path)
        == [
          "backups", "ledger", "restored", "restored.precious.part",
          "restored.restoring-def.part", "restored2.restoring-def.part",
        ])
    held.release()
  }
}

extension [UInt8] {
  /// The bytes with one of a text turned, at its first place.
  func altered(at text: String) throws -> [UInt8] {
    var bytes = self
    let place = try #require(bytes.firstRange(of: Array(text.utf8)))
    bytes[place.lowerBound + 2] ^= 1
    return bytes
  }
}

import Cadre
import Intake
import Office
import Platform
import TestSupport
import Testing

@testable import Office

/// Restoring with the log of a newer ledger whose vault is lost (spec/log.md, Erasure).
@Suite struct RestoreNewestTests {
  let folder: TemporaryFolder
  let path: String
  let shelf: String
  let backup: Backup
  /// Somebody in the backup.
  let member: FormerMember
  let traces: [FileSearch.Trace]

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/ledger"
    shelf = folder.path + "/backups"
    let ledger = try Ledger.made(in: path)
    try ledger.take([SampleSheets.folder("small")])
    var member = FormerMember()
    try member.join(ledger)
    self.member = member
    traces = try member.traces(in: ledger)
    backup = try ledger.backup(to: shelf, now: BackupTests.moment)
  }

  private var target: String { folder.path + "/restored" }

  private func restore(
    newest: String, checkpoint: String? = nil, acceptsLoss: Bool = false
  ) throws -> Restoration {
    let found = try Restore(
      from: shelf, to: target, newest: newest, checkpoint: checkpoint.map { Array($0.utf8) },
      acceptsLoss: acceptsLoss
    ).run()
    #expect(Files.exists(target) == (found.refusal == nil))
    #expect(try Files.list(folder.path).filter { $0.hasSuffix(".part") } == [])
    return found
  }

  @Test func `events after the backup are restored, and only their private records are lost`()
    throws
  {
    var late = FormerMember(
      file: "999002HT", citizen: "042131999777", card: "38777555", name: "Trần Văn Muộn")
    var newer = ""
    do {
      let ledger = try Ledger(opening: path, access: .write)
      try late.join(ledger)
      newer = try ledger.checkpoint()
    }
    // The vault is lost; the log is there.
    try Files.removeTree("\(path)/vault")
    let found = try restore(newest: path, checkpoint: newer)
    #expect(found.refusal == nil && found.lost == 0 && found.erased == 0)
    #expect((found.backupSize, found.events) == (backup.events, backup.events + 4))
    #expect(found.verification.missing.map(\.stream) == [.person(late.number)])
    #expect(found.verification.missing[0].index == LogIndex(backup.events))
    let restored = try Ledger(opening: target, access: .write)
    #expect(try restored.checkpoint() == newer)
    #expect(try restored.find(member.file, Inquiry(), now: askedAt).count == 1)
    #expect(try restored.find(late.file, Inquiry(), now: askedAt).isEmpty)
    #expect(try restored.verify().missing.count == 1)
  }

  @Test func `whoever was erased after the backup is erased again`() throws {
    var newer = ""
    do {
      let ledger = try Ledger(opening: path, access: .write)
      let erased = try ledger.erase(
        member.file, authority: "BTC", basis: .other, actor: "test", now: FormerMember.erasedAt)
      #expect(erased.outcome == .erased)
      newer = try ledger.checkpoint()
    }
    #expect(try FileSearch.found(traces, in: shelf).count == traces.count)
    let found = try restore(newest: path, checkpoint: newer)
    #expect(found.refusal == nil && found.erased == 1)
    #expect(found.verification.isClean && !found.verification.hasUnfinishedErasure)
    #expect(try FileSearch.found(traces, in: target).isEmpty)
    let restored = try Ledger(opening: target, access: .write)
    #expect(throws: OfficeError(.erasedPerson, member.file)) {
      _ = try restored.card(of: member.file, Inquiry(), now: askedAt)
    }
  }

  @Test func `the newest log must be whole and begin with the backup's`() throws {
    let other = folder.path + "/other"
    do { try Ledger.made(in: other).take([SampleSheets.folder("small")]) }
    let stranger = try restore(newest: other)
    #expect(stranger.refusal == .notPrefix)
    #expect(throws: OfficeError(.noLedger, shelf)) { _ = try restore(newest: shelf) }
    let shorter = folder.path + "/shorter"
    do {
      let ledger = try Ledger(opening: path, access: .write)
      _ = try ledger.cut(to: backup.events - 2, in: shorter)
    }
    #expect(try restore(newest: shorter).refusal == .notPrefix)
    let diverged = folder.path + "/diverged"
    do {
      _ = try Ledger(opening: path, access: .write).cut(to: backup.events - 4, in: diverged)
      var another = FormerMember(file: "999003HT", citizen: "042131999666", card: "38777444")
      try another.join(try Ledger(opening: diverged, access: .write))
    }
    #expect(try restore(newest: diverged).refusal == .notPrefix)
  }

  @Test func `a newest log that is damaged is refused with the place`() throws {
    let log = try Files.read("\(path)/log/data.mdb", limit: 1 << 30)
    try Files.write(try log.altered(at: "chuong-trinh"), to: "\(path)/log/data.mdb")
    let found = try restore(newest: path)
    #expect(found.refusal == .newestDamaged)
    #expect(found.verification.fault?.reason == "leaf")
  }

  @Test func `a checkpoint newer than the newest log tells what is lost`() throws {
    let text = try Ledger(opening: path, access: .read).checkpoint()
    let lines = text.split(separator: "\n")
    let newer = "\(lines[0])\n\(backup.events + 5)\n\(lines[2])\n"
    #expect(try restore(newest: path, checkpoint: newer).refusal == .loss(events: 5))
    let lossy = try restore(newest: path, checkpoint: newer, acceptsLoss: true)
    #expect(lossy.refusal == nil && lossy.lost == 5)
  }
}

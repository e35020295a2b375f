import Cadre
import Intake
import Office
import Platform
import TestSupport
import Testing
import Vault

@testable import Office

/// An erasure that was cut off after the log's commit: nobody shows the person, and whoever writes
/// next finishes it (spec/log.md, Erasure).
@Suite struct ErasureRecoveryTests {
  let folder: TemporaryFolder
  let path: String
  let ledger: Ledger
  let member: FormerMember
  let traces: [FileSearch.Trace]

  /// Leaves a ledger as a process does that dies between the two halves.
  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/ledger"
    ledger = try Ledger.made(in: path)
    try ledger.take([SampleSheets.folder("small")])
    var member = FormerMember()
    try member.join(ledger)
    self.member = member
    traces = try member.traces(in: ledger)
    let lock = try ledger.writerLock()
    let erased = try ledger.decideErasure(
      of: member.file, .erased(authority: "BTC", legalBasis: .other), "test",
      FormerMember.erasedAt)
    lock.release()
    #expect(erased.outcome == .erased)
  }

  @Test func `readers show the person as erased while the old vault is in use`() throws {
    #expect(try FileSearch.found(traces, in: path).count == traces.count)
    for text in [member.name, member.file, member.citizen, member.card] {
      #expect(try ledger.find(text, Inquiry(), now: askedAt).isEmpty)
    }
    #expect(throws: OfficeError(.erasedPerson, member.file)) {
      _ = try ledger.card(of: member.file, Inquiry(), now: askedAt)
    }
    let size = try ledger.status().events
    #expect(try ledger.show(LogIndex(size - 5)).secret == nil)
    let again = try ledger.erase(
      member.file, authority: "BTC", basis: .other, actor: "test", now: askedAt, isDryRun: true)
    #expect(again.outcome == .unchanged)
    let verified = try ledger.verify()
    #expect(verified.isClean && verified.hasUnfinishedErasure)
  }

  @Test func `a dry run of an import rejects them already, and a live one finishes the erasure`()
    throws
  {
    let sheet = folder.path + "/xep-loai.csv"
    let text = "Mã hồ sơ;Năm;Mức xếp loại\n\(member.file);1999;Hoàn thành nhiệm vụ\n"
    try Files.write(Array(text.utf8), to: sheet)
    let options = Import.Options(actor: "test", isDryRun: true)
    let trial = try Import([sheet], options: options).run(on: ledger, now: askedAt).report
    #expect(trial.rejections.map(\.kind) == [.erased])
    #expect(try FileSearch.found(traces, in: path).count == traces.count)
    let report = try ledger.take([sheet], at: 1_797_000_000_000)
    #expect(report.rejections.map(\.kind) == [.erased])
    #expect(try FileSearch.found(traces, in: path).isEmpty)
    let verified = try ledger.verify()
    #expect(verified.isClean && !verified.hasUnfinishedErasure)
  }

  @Test func `to ask for the erasure again finishes it`() throws {
    let again = try ledger.erase(
      member.file, authority: "BTC", basis: .other, actor: "test", now: askedAt)
    #expect(again.outcome == .unchanged)
    #expect(try FileSearch.found(traces, in: path).isEmpty)
    #expect(try ledger.verify().isClean)
  }

  @Test func `what a dead process left of generations is removed by the next writer`() throws {
    try Files.makeFolder("\(path)/vault/2.new")
    try Files.write([1], to: "\(path)/vault/2.new/data.mdb")
    try Files.makeFolder("\(path)/views/2")
    try Files.makeFolder("\(path)/vault/0.old")
    try Files.write(Array(member.name.utf8), to: "\(path)/vault/0.old/data.mdb")
    #expect(try ledger.verify().hasUnfinishedErasure)
    try ledger.writeNothing()
    #expect(try Files.list("\(path)/vault") == ["2"])
    #expect(try Files.list("\(path)/views") == ["2"])
    #expect(try FileSearch.found(traces, in: path).isEmpty)
    let verified = try ledger.verify()
    #expect(verified.isClean && !verified.hasUnfinishedErasure)
  }

  @Test func `a record of someone erased in a vault written since is a violation`() throws {
    try ledger.writeNothing()
    let size = try ledger.status().events
    #expect(try ledger.verify().lingering == nil)
    var batch = VaultBatch()
    _ = try unsafe batch.add(record: Array("left".utf8).span.bytes, at: size - 5)
    try ledger.opened().vault.write { (writer) throws(VaultError) in try writer.append(&batch) }
    let verified = try ledger.verify()
    #expect(verified.lingering?.stream == .person(member.number))
    #expect(!verified.isClean)
  }
}

extension Ledger {
  /// Does what every writer does first, and no more.
  fileprivate func writeNothing() throws { try writerLock().release() }
}

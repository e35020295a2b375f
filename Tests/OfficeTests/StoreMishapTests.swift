import Cadre
import Intake
import Migrations
import Platform
import TestSupport
import Testing

@testable import Office

/// What a ledger says when files of it are gone or cut (spec/log.md, Store).
@Suite struct StoreMishapTests {
  @Test func `views that are gone or empty are built again`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    do { try Ledger.made(in: path).take([SampleSheets.folder("small")]) }
    let inquiry = Inquiry(on: Day(text: "2023-06-01"))
    let before = try Ledger(opening: path, access: .read).eligibility(inquiry, now: askedAt).rows
    try Files.removeTree("\(path)/views")
    #expect(
      try Ledger(opening: path, access: .read).eligibility(inquiry, now: askedAt).rows == before)
    let current = try Files.list("\(path)/views")
    try Files.write([], to: "\(path)/views/\(try #require(current.first))/data.mdb")
    #expect(
      try Ledger(opening: path, access: .read).eligibility(inquiry, now: askedAt).rows == before)
  }

  @Test(arguments: ["vault", "current"])
  func `a vault or list of generations that is gone is damage, not a missing ledger`(
    part: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    do { _ = try Ledger.made(in: path) }
    try Files.rename("\(path)/\(part)", to: "\(folder.path)/kept")
    do throws(OfficeError) {
      _ = try Ledger(opening: path, access: .read)
      Issue.record("it opened without \(part)")
    } catch {
      guard case .corrupted = error.reason else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test func `a ledger whose making was cut short is finished by making it again`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    try Files.makeFolder(path)
    let lock = try FileLock("\(path)/writer", waiting: 0)
    try Migrator(folder: path).run(holding: lock)
    lock.release()
    let ledger = try Ledger.made(in: path)
    #expect(try ledger.status().events == 9)
    #expect(try ledger.verify().isClean)
  }

  /// The lengths of what whoever died making a ledger, or lost power, may leave of its log.
  @Test(arguments: [0, 512, 8192])
  func `a log that was only begun is no ledger, and becomes one`(length: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    try Files.makeFolder("\(path)/log")
    try Files.write([UInt8](repeating: 0, count: length), to: "\(path)/log/data.mdb")
    #expect(throws: OfficeError(.noLedger, path)) { _ = try Ledger(opening: path, access: .read) }
    let ledger = try Ledger.made(in: path)
    #expect(try ledger.status().events == 9)
    #expect(try ledger.verify().isClean)
  }

  @Test func `a vault that was only begun becomes one`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    try Files.makeFolder("\(path)/vault/1")
    try Files.write([UInt8](repeating: 0, count: 8192), to: "\(path)/vault/1/data.mdb")
    #expect(try Ledger.made(in: path).verify().isClean)
  }

  @Test func `a store without events is no ledger yet, for whoever asks or records`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    try Files.makeFolder(path)
    let lock = try FileLock("\(path)/writer", waiting: 0)
    try Migrator(folder: path).run(holding: lock)
    lock.release()
    for access in [Ledger.Access.read, .write] {
      #expect(throws: OfficeError(.noLedger, path)) {
        _ = try Ledger(opening: path, access: access)
      }
    }
    do { _ = try Ledger.made(in: path) }
    #expect(throws: OfficeError(.ledgerExists, path)) { _ = try Ledger.made(in: path) }
  }

  @Test func `a ledger keeps its origin and its only rule set`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.made(in: folder.path + "/ledger")
    for index in [LogIndex(0), LogIndex(1)] {
      #expect(throws: OfficeError(.refused(.foundation), "\(index.number)")) {
        _ = try ledger.retract(
          index, reason: .other, withDependants: false, actor: "test", now: askedAt)
      }
    }
  }
}

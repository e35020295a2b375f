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

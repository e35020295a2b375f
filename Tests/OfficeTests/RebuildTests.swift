import Cadre
import LMDB
import Platform
import Projections
import TestSupport
import Testing
import Vault

@testable import Office

/// The rebuild of the views as evidence: what is in use is held against the log, and replaced.
@Suite struct RebuildTests {
  let folder: TemporaryFolder
  let path: String
  let inquiry = Inquiry(on: Day(text: "2023-06-01"))

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/ledger"
    try Ledger.made(in: path).take([SampleSheets.folder("small")])
  }

  /// The ledger, for as long as it is held: a process opens it once.
  private func opened() throws -> Ledger { try Ledger(opening: path, access: .write) }

  private func rebuild(
    _ ledger: Ledger, comparing: Bool = true, _ progress: (Rebuild.Stage) -> Void = { _ in }
  ) throws -> Rebuild {
    try ledger.rebuild(
      comparing: comparing, actor: "test", now: { askedAt }, progress: progress)
  }

  @Test func `views that follow the log are found equal, and the log says so`() throws {
    let ledger = try opened()
    let before = try ledger.eligibility(inquiry, now: askedAt).rows
    let size = try ledger.status().events
    let done = try rebuild(ledger)
    let comparison = try #require(done.comparison)
    #expect(done.isClean && comparison.count == 0 && comparison.listed.isEmpty)
    #expect(comparison.size.count == size && comparison.lastClean == nil)
    #expect(done.attestation == LogIndex(size) && done.size.count == size + 1)
    let status = try ledger.status()
    #expect(status.attestation == RebuildAttested(comparison))
    #expect(status.viewsGeneration == 2 && done.generation == 2)
    #expect(try Files.list("\(path)/views") == ["2"])
    #expect(try ledger.eligibility(inquiry, now: askedAt).rows == before)
    let again = try rebuild(ledger)
    #expect(again.comparison?.lastClean?.index == done.attestation)
    #expect(again.generation == 3 && again.isClean)
    #expect(try ledger.verify().isClean)
  }

  @Test func `without comparing, nothing is recorded`() throws {
    let ledger = try opened()
    let size = try ledger.status().events
    let done = try rebuild(ledger, comparing: false)
    #expect(done.comparison == nil && done.attestation == nil && done.generation == 2)
    #expect(try ledger.status().events == size)
    #expect(try ledger.verify().isClean)
  }

  @Test func `a damaged row is named with its person and events, recorded, and gone afterwards`()
    throws
  {
    let clean = try rebuild(try opened())
    let person = PersonNumber(20)
    let (row, index) = try damage(person)
    let done = try rebuild(try opened())
    let comparison = try #require(done.comparison)
    let found = try #require(comparison.listed.first)
    #expect(comparison.count == 1 && comparison.listed.count == 1 && !done.isClean)
    #expect(found.view == "people" && found.stream == .person(person) && found.kind == "altered")
    #expect(found.events == [index] && found.rebuilt == row && found.live != row)
    #expect(found.recorded == Instant(milliseconds: 1_795_000_000_000))
    #expect(comparison.lastClean?.index == clean.attestation)
    let after = try opened()
    #expect(try after.status().attestation?.differences == 1)
    #expect(try rebuild(after).isClean)
    #expect(try after.verify().isClean)
  }

  /// Changes the last byte of the last payload in a person's row; says what the row was, and
  /// which event it is about.
  private func damage(_ person: PersonNumber) throws -> (row: [UInt8], index: LogIndex) {
    let views = try Views(folder: try Generations.read(path).viewsFolder(of: path))
    var row: [UInt8] = []
    var index = LogIndex(0)
    try views.read { (views) throws(ProjectionError) in
      guard let found = try views.person(person) else { return }
      row = found.bytes.copied
      var entries = found.entries
      while let entry = try entries.next() { index = entry.index }
    }
    var damaged = row
    // The last item is the empty array of changes; before it, the end of a payload.
    damaged[damaged.count - 2] ^= 1
    let key = unsafe withUnsafeBytes(of: person.number.bigEndian) { unsafe [UInt8]($0) }
    try views.environment.write { (transaction) throws(LMDBError) in
      unsafe try transaction.put(
        damaged.span.bytes, at: key.span.bytes, in: views.environment.table("people"))
    }
    return (row, index)
  }
}

extension RebuildTests {
  @Test func `what is recorded meanwhile is in the new views`() throws {
    let ledger = try opened()
    var office = try RandomOffice(ledger, seed: 77, sheets: SampleSheets.folder("small"))
    var sizes: [UInt64] = []
    for _ in 0..<4 {
      var failure: (any Error)?
      let done = try rebuild(ledger) { _ in
        do { for _ in 0..<4 { try office.work() } } catch { failure = error }
      }
      if let failure { throw failure }
      #expect(done.isClean, "\(done)")
      sizes.append(done.comparison?.size.count ?? 0)
    }
    #expect(sizes == sizes.sorted() && Set(sizes).count == sizes.count)
    #expect(try ledger.verify().isClean)
  }

  @Test func `a rebuild that an erasure has overtaken begins anew`() throws {
    let ledger = try opened()
    var member = FormerMember()
    try member.join(ledger)
    var isErased = false
    let done = try rebuild(ledger) { stage in
      guard stage == .comparing, !isErased else { return }
      isErased = true
      do {
        _ = try ledger.erase(
          member.file, authority: "BTC", basis: .retentionEnded, actor: "test",
          now: FormerMember.erasedAt)
      } catch {
        Issue.record(error)
      }
    }
    #expect(isErased && done.isClean)
    #expect(try Generations.read(path) == Generations(vault: 2, views: 3))
    #expect(try Files.list("\(path)/views") == ["3"])
    #expect(try ledger.verify().isClean)
  }

  @Test func `only one rebuild at a time, and what one left behind is no hindrance`() throws {
    let ledger = try opened()
    let lock = try FileLock("\(path)/rebuild", waiting: 0)
    do throws(OfficeError) {
      _ = try ledger.rebuild(actor: "test", now: { askedAt })
      Issue.record("a second rebuild went on")
    } catch {
      #expect(error.reason == .busy)
    }
    lock.release()
    try Files.makeFolder("\(path)/views/rebuilding/rest")
    #expect(try rebuild(ledger).isClean)
    #expect(try Files.list("\(path)/views") == ["2"])
  }
}

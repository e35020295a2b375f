import CBOR
import Cadre
import CadreCodec
import Intake
import LMDB
import Office
import TestSupport
import Testing
import Vault

/// The vault commits before the log: what a writer left there that died in between is invisible,
/// and gone with the next writer (spec/log.md, Private records).
@Suite struct RecoveryTests {
  @Test func `private records past the log's end are unseen, and the next writer removes them`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    let size = try begin(in: path)
    try leave(in: path, at: size)
    #expect(try stray(in: path, from: size) == 2)
    try goOn(in: path, from: size)
    #expect(try stray(in: path, from: size) == 0)
  }

  @Test func `a retraction does not make stray private records those of its events`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger"
    let size = try begin(in: path)
    try leave(in: path, at: size)
    let ledger = try Ledger(opening: path, access: .write)
    let gone = try ledger.retract(
      LogIndex(size - 1), reason: .other, withDependants: true, actor: "test", now: askedAt)
    #expect(!gone.isEmpty)
    let day = try #require(Day(text: "2024-01-01"))
    #expect(try ledger.find("lac loai", Inquiry(on: day), now: askedAt).isEmpty)
    #expect(try ledger.find("999998HT", Inquiry(on: day), now: askedAt).isEmpty)
    #expect(try ledger.verify().isClean)
  }

  /// Makes a ledger of the first state of an office; says how many events it has.
  private func begin(in path: String) throws -> UInt64 {
    let ledger = try Ledger.made(in: path)
    try ledger.take([SampleSheets.folder("monthly/2022-12-31")])
    return try ledger.status().events
  }

  /// Writes private records as a writer does before it commits to the log, and no log.
  private func leave(in path: String, at size: UInt64) throws {
    let vault = try RecordVault(
      folder: Generations.read(path).vaultFolder(of: path), options: .init(access: .write))
    var batch = VaultBatch()
    for (place, number) in ["999998HT", "999999HT"].enumerated() {
      let index = size + UInt64(place)
      var encoder = CBOREncoder()
      try PrivateRecord(fileNumber: number, name: "Lạc Loài").encode(into: &encoder)
      _ = try batch.add(record: encoder.span, at: index)
      let (name, file) = (Letters.foldedBytes("Lạc Loài"), Array(number.utf8))
      try unsafe batch.add(number: file.span.bytes, kind: 1, person: 9_000, at: index)
      try unsafe batch.add(name: name.span.bytes, person: 9_000, at: index)
    }
    try vault.write { (writer) throws(VaultError) in try writer.append(&batch) }
  }

  /// Records at or past an index in the vault.
  private func stray(in path: String, from size: UInt64) throws -> Int {
    let vault = try RecordVault(
      folder: Generations.read(path).vaultFolder(of: path), options: .init(access: .read))
    var count = 0
    try vault.read(below: .max) { (snapshot) throws(VaultError) in
      try snapshot.forEachRecord { (index, record) throws(VaultError) in
        let text = unsafe record.data.withUnsafeBytes { unsafe Array($0) }
        if index >= size, text.contains("Lạc Loài".utf8) { count += 1 }
      }
    }
    return count
  }

  private func goOn(in path: String, from size: UInt64) throws {
    let ledger = try Ledger(opening: path, access: .write)
    let day = try #require(Day(text: "2024-01-01"))
    #expect(try ledger.find("lac loai", Inquiry(on: day), now: askedAt).isEmpty)
    #expect(try ledger.find("999999HT", Inquiry(on: day), now: askedAt).isEmpty)
    #expect(try ledger.verify().isClean)
    let report = try ledger.take([SampleSheets.folder("monthly/2026-11-01")], at: 1_797_000_000_000)
    #expect(report.rejections.isEmpty && report.eventCount > 0)
    #expect(try ledger.verify().isClean)
    #expect(try ledger.find("lac loai", Inquiry(on: day), now: askedAt).isEmpty)
    #expect(try ledger.status().events == size + UInt64(report.eventCount))
  }
}

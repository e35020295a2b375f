import Cadre
import Office
import Platform
import Testing

@testable import Intake

/// The sample of a real Bloc's size, imported whole (spec/intake.md, Known answers).
@Suite struct BlocImportTests {
  @Test func `every row of the Bloc is recorded, and again nothing`() throws {
    let folder = try TestFolder()
    let ledger = try Ledger.create(
      in: folder.path, actor: "test", now: Instant(milliseconds: 1_700_000_000_000))
    let sheets = TestFolder.sheets("bloc")
    let options = Import.Options(actor: "test")
    let dry = try Import([sheets], options: .init(actor: "test", isDryRun: true))
      .run(on: ledger, now: Instant(milliseconds: 1_700_000_001_000)).report
    let first = try Import([sheets], options: options)
      .run(on: ledger, now: Instant(milliseconds: 1_700_000_001_000)).report
    #expect(first.rejections.isEmpty)
    #expect(first.rejections.prefix(5).map { "\($0)" } == [])
    #expect(dry.sheets == first.sheets)
    #expect(dry.eventCount == first.eventCount)
    for sheet in first.sheets { #expect(sheet.recorded == sheet.read, "\(sheet)") }
    let second = try Import([sheets], options: options)
      .run(on: ledger, now: Instant(milliseconds: 1_700_000_002_000)).report
    #expect(second.eventCount == 0)
    #expect(second.sizeAfter == first.sizeAfter)
    for sheet in second.sheets { #expect(sheet.unchanged == sheet.read, "\(sheet)") }
    let verified = try ledger.verify()
    #expect(verified.isClean)
  }
}

/// A folder of its own for a test, removed at its end.
final class TestFolder {
  let path: String

  init() throws {
    let name = try Randomness.bytes(8).map { String($0, radix: 16) }.joined()
    path = "/tmp/cadre-test-\(name)"
    try Files.makeFolder(path)
  }

  deinit {
    do { try Files.removeTree(path) } catch { print("left behind: \(path): \(error)") }
  }

  /// The folder of sample sheets of that name.
  static func sheets(_ name: String, file: String = #filePath) -> String {
    Files.parent(of: Files.parent(of: file)) + "/Sheets/\(name)"
  }
}

import Cadre
import Office
import TestSupport
import Testing

@testable import Intake

/// The sample of a real Bloc's size, imported whole (spec/intake.md, Known answers).
@Suite struct BlocImportTests {
  @Test func `every row of the Bloc is recorded, and again nothing`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.create(
      in: folder.path, actor: "test", now: Instant(milliseconds: 1_795_000_000_000))
    let sheets = SampleSheets.folder("bloc")
    let options = Import.Options(actor: "test")
    let dry = try Import([sheets], options: .init(actor: "test", isDryRun: true))
      .run(on: ledger, now: Instant(milliseconds: 1_795_000_001_000)).report
    let first = try Import([sheets], options: options)
      .run(on: ledger, now: Instant(milliseconds: 1_795_000_001_000)).report
    #expect(first.rejections.isEmpty)
    #expect(first.rejections.prefix(5).map { "\($0)" } == [])
    #expect(dry.sheets == first.sheets)
    #expect(dry.eventCount == first.eventCount)
    for sheet in first.sheets { #expect(sheet.recorded == sheet.read, "\(sheet)") }
    let second = try Import([sheets], options: options)
      .run(on: ledger, now: Instant(milliseconds: 1_795_000_002_000)).report
    #expect(second.eventCount == 0)
    #expect(second.sizeAfter == first.sizeAfter)
    for sheet in second.sheets { #expect(sheet.unchanged == sheet.read, "\(sheet)") }
    let verified = try ledger.verify()
    #expect(verified.isClean)
  }
}

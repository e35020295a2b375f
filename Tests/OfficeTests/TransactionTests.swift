import Cadre
import Intake
import TestSupport
import Testing

@testable import Office

/// An import that does not fit one transaction (spec/intake.md, Recording).
@Suite struct TransactionTests {
  @Test func `many transactions record what one records`() throws {
    let folder = try TemporaryFolder()
    let one = try imported("one", into: folder, limit: Ledger.batchLimit)
    let many = try imported("many", into: folder, limit: 97)
    let (left, right) = (try one.events(), try many.events())
    #expect(left.count == right.count)
    // Event 0 is the origin, drawn at random.
    let differs = zip(left, right).dropFirst().first { left, right in
      left.event != right.event || left.stream != right.stream || left.cause != right.cause
        || left.row != right.row || left.effective != right.effective
    }
    #expect(differs == nil)
    let instants = Set(right.dropFirst(9).map(\.recorded))
    #expect(instants.count == 1, "one import has one instant over all its transactions")
    #expect(try many.verify().isClean)
  }

  @Test(arguments: [106, 300, 1001] as [UInt64])
  func `an import cut off between transactions is finished by running it again`(
    size: UInt64
  ) throws {
    let folder = try TemporaryFolder()
    let whole = try imported("whole", into: folder, limit: Ledger.batchLimit)
    let cut = try whole.cut(to: size, in: folder.path + "/cut")
    #expect(try cut.verify().isClean)
    let report = try cut.take([SampleSheets.folder("small")], at: 1_796_000_000_000)
    #expect(report.rejections.isEmpty)
    let inquiry = Inquiry(on: Day(text: "2024-02-15"))
    let (left, right) = (
      try whole.eligibility(inquiry, now: askedAt), try cut.eligibility(inquiry, now: askedAt)
    )
    #expect(left.rows.map(told) == right.rows.map(told))
    #expect(try cut.take([SampleSheets.folder("small")], at: 1_797_000_000_000).eventCount == 0)
    #expect(try cut.verify().isClean)
  }

  private func told(_ row: Assessment) -> String {
    "\(row.who.file ?? "") \(row.positionCode) \(row.judgement.verdict) "
      + row.judgement.requirements.map { "\($0.status)" }.joined(separator: " ")
  }

  private func imported(
    _ name: String, into folder: TemporaryFolder, limit: Int
  ) throws -> Ledger {
    let ledger = try Ledger.made(in: "\(folder.path)/\(name)")
    let report = try Import(
      [SampleSheets.folder("small")], options: .init(actor: "test", transactionLimit: limit)
    ).run(on: ledger, now: Instant(milliseconds: 1_795_000_000_000)).report
    #expect(report.rejections.isEmpty)
    return ledger
  }
}

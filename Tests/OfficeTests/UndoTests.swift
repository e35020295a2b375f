import Cadre
import Intake
import Office
import Platform
import TestSupport
import Testing

/// An import is taken back as a whole, in four groups that are all of it (spec/lists.md, Undo).
@Suite struct UndoTests {
  private let folder: TemporaryFolder
  private let ledger: Ledger

  init() throws {
    folder = try TemporaryFolder()
    ledger = try Ledger.made(in: folder.path + "/ledger")
  }

  private func receipts() throws -> [LogIndex] {
    try ledger.events().filter { $0.event.type == .sheetReceived }.map(\.index)
  }

  private func undo(_ index: LogIndex, dry: Bool = false, limit: Int = 250_000) throws -> Undo {
    try ledger.undo(
      importOf: index, reason: .wrongDocument, isDryRun: dry, actor: "test", now: askedAt,
      limit: limit)
  }

  private func total(_ undo: Undo) -> Int {
    undo.withdrawn.count + undo.kept.count + undo.retracted.count + undo.erased.count
  }

  private func verdicts() throws -> [Verdict] {
    try ledger.eligibility(Inquiry(on: Day(text: "2026-11-01")), now: askedAt).rows
      .map(\.judgement.verdict)
  }

  @Test(arguments: [250_000, 100]) func `an import alone in the ledger leaves nothing in force`(
    limit: Int
  ) throws {
    let report = try ledger.take([SampleSheets.folder("small")])
    let whole = try ledger.status().events
    let receipt = try #require(try receipts().last)
    let dry = try undo(receipt, dry: true)
    #expect(try ledger.status().events == whole, "a dry run records nothing")
    let undone = try undo(receipt, limit: limit)
    #expect(undone.withdrawn == dry.withdrawn)
    #expect(total(undone) == report.eventCount)
    #expect(undone.withdrawn.count == report.eventCount)
    #expect(try ledger.status().events == whole + UInt64(report.eventCount))
    #expect(try verdicts().isEmpty)
    let again = try undo(receipt)
    #expect(again.withdrawn.isEmpty)
    #expect(again.retracted.count == report.eventCount)
    #expect(try ledger.verify().isClean)
    // What was taken back can be imported again, claims too.
    #expect(try ledger.take([SampleSheets.folder("small")]).eventCount == report.eventCount)
  }

  @Test func `claims go with their import, so absence counts no more`() throws {
    try ledger.take([SampleSheets.folder("small")])
    #expect(try verdicts().contains(.ready))
    let sheet = "\(folder.path)/ky-luat.csv"
    let header = try #require(
      try SampleSheets.lines(of: SampleSheets.folder("small"))["ky-luat.csv"]?.first)
    try Files.write(Array((header + "\r\n").utf8), to: sheet)
    let options = Import.Options(
      actor: "test", complete: Completion([.disciplines]), allowsShrunk: true)
    _ = try Import([sheet], options: options).run(
      on: ledger, now: Instant(milliseconds: 1_795_100_000_000))
    let last = try #require(try receipts().last)
    let undone = try undo(last)
    #expect(undone.withdrawn.map(\.type).sorted() == [.sheetReceived, .sheetClaimed])
    #expect(undone.sheets == ["ky-luat"])
    #expect(try verdicts().contains(.ready), "the claim before stands again")
  }

  @Test func `what something later rests on is kept, with what it is`() throws {
    try ledger.take([SampleSheets.folder("small")])
    let receipt = try #require(try receipts().first)
    let admitted = try #require(
      try ledger.events().first { $0.event.type == .admitted })
    let ending = RecordRequest(
      stream: admitted.stream,
      event: .person(.membershipEnded(how: .deceased, ground: nil)),
      effective: Day(text: "2026-11-10"))
    let recorded = try ledger.record(actor: "test", now: askedAt) { _ in [ending] }
    #expect(recorded.results == [.recorded])
    let undone = try undo(receipt)
    #expect(total(undone) == (try events(ofImport: receipt)))
    let kept = try #require(undone.kept.first { $0.index == admitted.index })
    let ended = try ledger.status().events - UInt64(undone.withdrawn.count) - 1
    #expect(kept.because == [LogIndex(ended)])
    #expect(undone.kept.contains { $0.type == .personRegistered && $0.stream == admitted.stream })
    #expect(try ledger.verify().isClean)
  }

  private func events(ofImport receipt: LogIndex) throws -> Int {
    let entries = try ledger.events()
    let instant = entries[Int(receipt.number)].recorded
    return entries.filter { $0.recorded == instant }.count
  }

  @Test func `a correction that is taken back leaves what it corrected`() throws {
    try ledger.take([SampleSheets.folder("small")])
    let file = "\(folder.path)/xep-loai.csv"
    let lines = try #require(
      try SampleSheets.lines(of: SampleSheets.folder("small"))["xep-loai.csv"])
    let row = lines[1].split(separator: ";", omittingEmptySubsequences: false)
    let changed = "\(row[0]);\(row[1]);Không hoàn thành nhiệm vụ"
    try Files.write(Array("\(lines[0])\r\n\(changed)\r\n".utf8), to: file)
    let ratings = try Self.ratings(ledger)
    _ = try Import([file], options: .init(actor: "test", corrects: .typingError)).run(
      on: ledger, now: Instant(milliseconds: 1_795_100_000_000))
    #expect(try Self.ratings(ledger) != ratings)
    let undone = try undo(try #require(try receipts().last))
    #expect(undone.kept.isEmpty)
    #expect(undone.withdrawn.map(\.type).sorted() == [.sheetReceived, .rated, .retracted])
    #expect(try Self.ratings(ledger) == ratings)
  }

  private static func ratings(_ ledger: Ledger) throws -> [LogIndex] {
    let entries = try ledger.events()
    return try entries.filter { $0.event.type == .rated }.map(\.index)
      .filter { try ledger.show($0).counts }
  }

  @Test func `a receipt alone is not retracted, and other events are no imports`() throws {
    try ledger.take([SampleSheets.folder("small")])
    let receipt = try #require(try receipts().first)
    #expect(throws: OfficeError(.refused(.wholeImport), "\(receipt.number)")) {
      try ledger.retract(
        receipt, reason: .other, withDependants: false, actor: "test", now: askedAt)
    }
    #expect(throws: OfficeError(.notAnImport, "0")) { try undo(LogIndex(0)) }
  }

  @Test func `an erased person's events are a group of their own`() throws {
    let sheets = "\(folder.path)/sheets"
    try Files.makeFolder(sheets)
    for (name, rows) in Self.former {
      try Files.write(Array(rows.joined(separator: "\r\n").utf8), to: "\(sheets)/\(name).csv")
    }
    let report = try ledger.take([sheets])
    #expect(report.rejections == [])
    let receipt = try #require(try receipts().first)
    let all = try events(ofImport: receipt)
    let erased = try ledger.erase(
      "999001HT", authority: "1-CV", basis: .retentionEnded, actor: "test", now: askedAt)
    #expect(erased.outcome == .erased)
    let undone = try undo(receipt)
    #expect(
      undone.erased.map(\.type) == [
        .personRegistered, .prospectIntroduced, .admitted, .membershipEnded,
      ])
    #expect(undone.kept.map(\.type) == [.organisationEstablished], "an erased person was there")
    #expect(total(undone) == all)
    #expect(try ledger.verify().isClean)
  }

  /// Somebody who died so long ago that their data may be erased.
  private static let former = [
    "to-chuc": [
      "Mã tổ chức;Tên tổ chức;Loại hình;Khối;Trực thuộc;Ngày thành lập;Số quyết định;Ngày quyết định",
      "1;Đảng bộ;Đảng bộ cấp trên cơ sở;;;;;",
    ],
    "nhan-su": [
      "Mã hồ sơ;Họ và tên;Ngày sinh;Giới tính;Dân tộc;Số CCCD;Trình độ chuyên môn;Tổ chức",
      "999001HT;Quách Thị Ngạn;04/02/1931;Nữ;Thổ;;;1",
    ],
    "ket-nap": [
      "Mã hồ sơ;Loại;Số GCN bồi dưỡng nhận thức;Ngày cấp GCN;Điểm thi;Ngày chi bộ xét;Số quyết "
        + "định;Ngày quyết định;Ngày lễ kết nạp;Chi bộ;Số GCN đảng viên mới;Ngày cấp GCN đảng viên "
        + "mới;Số QĐ công nhận;Ngày QĐ công nhận;Số thẻ đảng viên",
      "999001HT;Kết nạp;;;;;1-QĐ;01/01/1960;01/02/1960;1;;;;;",
    ],
    "ra-khoi-dang": [
      "Mã hồ sơ;Hình thức;Lý do;Số quyết định;Ngày quyết định;Ngày hiệu lực",
      "999001HT;Từ trần;;2-QĐ;05/05/2000;05/05/2000",
    ],
  ]
}

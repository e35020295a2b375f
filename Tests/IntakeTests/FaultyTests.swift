import Cadre
import Office
import Platform
import TestSupport
import Testing

@testable import Intake

/// The sample full of known mistakes (spec/intake.md, Known answers).
@Suite struct FaultyTests {
  private static let now = Instant(milliseconds: 1_795_000_000_000)

  @Test func `exactly the rows of expected csv are rejected, each for its kind`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.create(in: folder.path + "/ledger", actor: "test", now: Self.now)
    let report = try Self.importing([SampleSheets.folder("faulty")], ledger).report
    let expected = try Self.text("\(SampleSheets.folder("faulty"))/expected.csv")
      .split { $0 == "\n" || $0 == "\r\n" }.dropFirst().map(String.init)
    let found = report.rejections.map {
      "\(report.sheets[$0.sheet].sheet);\($0.line);\($0.kind.name)"
    }
    #expect(found.sorted() == expected.sorted())
    for sheet in report.sheets {
      #expect(sheet.read == sheet.recorded + sheet.unchanged + sheet.rejected)
    }
    #expect(try ledger.verify().isClean)
  }

  @Test func `the rejected rows, mended, are recorded every one`() throws {
    let folder = try TemporaryFolder()
    let ledger = try Ledger.create(in: folder.path + "/ledger", actor: "test", now: Self.now)
    let result = try Self.importing([SampleSheets.folder("faulty")], ledger)
    let rejects = folder.path + "/rejected"
    let written = try RejectFiles.write(result, to: rejects) { _ in "vì “a”; \"b\"" }
    #expect(written.count == 9)
    // As they are, they are rejected again, for the same reasons.
    let again = try Self.importing([rejects], ledger).report
    #expect(again.rejections.map(\.kind) == Self.kindsOfRejects(again, result.report))
    #expect(again.warnings.allSatisfy { !Self.isUnknownColumn($0) })
    for file in try Files.list(rejects) {
      var text = try Self.text("\(rejects)/\(file)")
      for (wrong, right) in Self.mends {
        if file == wrong.file { text = text.replacing(wrong.text, with: right) }
      }
      try Files.write(Array(text.utf8), to: "\(rejects)/\(file)")
    }
    let mended = try Self.importing([rejects], ledger).report
    #expect(mended.rejections.map { "\($0)" } == [])
    #expect(mended.sheets.reduce(0) { $0 + $1.recorded } == 25)
    let last = try Self.importing([rejects], ledger).report
    #expect(last.eventCount == 0)
    #expect(try ledger.verify().isClean)
  }

  /// What is wrong in the files, and what is right.
  private static let mends: [((file: String, text: String), String)] = [
    (("nhan-su.csv", "900001HT;;"), "900001HT;Trần Thị Mới;"),
    (("nhan-su.csv", "31/02/1980"), "28/02/1980"),
    (("nhan-su.csv", "38.168.999"), "38.168.001.000.001"),
    (("nhan-su.csv", "042079638978"), "042180900004"),
    (("nhan-su.csv", "000002HT;Người Khác"), "900005HT;Người Khác"),
    (("nhan-su.csv", "01/02/80"), "03/02/1980"),
    (("nhan-su.csv", "Khác?"), "Nam"),
    (
      ("ket-nap.csv", "900010HT;Kết nạp;;;;;;;;;"),
      "900001HT;Kết nạp;;;;;3-X;01/03/2020;09/03/2020;38.168.001.000.001;"
    ),
    (("ket-nap.csv", "000002HT;Kết nạp"), "900003HT;Kết nạp"),
    (("ket-nap.csv", "10/03/2010;01/03/2010"), "10/03/2010;19/03/2010"),
    (("ket-nap.csv", "000007HT;Kết nạp"), "900004HT;Kết nạp"),
    (("ket-nap.csv", "45/03/2021"), "25/03/2021"),
    (("ly-luan-chinh-tri.csv", "999999HT"), "900001HT"),
    (("ly-luan-chinh-tri.csv", "Siêu cấp"), "Sơ cấp"),
    (("ly-luan-chinh-tri.csv", "LLX3;2020"), "LLX3;03/02/2020"),
    (("ly-luan-chinh-tri.csv", "LLX4;"), "LLX4;04/02/2020"),
    (("quy-hoach.csv", "CD99999"), "CD00100"),
    (("quy-hoach.csv", "2021-2026"), "2025-2030"),
    (("quy-hoach.csv", "7-X;10/10/2016"), "7-X;10/10/2022"),
    (("xep-loai.csv", "hai nghìn"), "2001"),
    (("bo-nhiem.csv", "8-X;;;"), "8-X;01/02/2021;01/03/2021;"),
    (("xep-loai.csv", "2018;Tốt"), "2002;Hoàn thành tốt nhiệm vụ"),
    (("sang-loc.csv", "2019-1;19/13/2019"), "2019-9;19/12/2019"),
    (("ky-luat.csv", "Phê bình"), "Khiển trách"),
    (("ky-luat.csv", "888888HT"), "000003HT"),
    (("chuyen-sinh-hoat.csv", "38.168.998"), "38.168.001.000.001"),
    (("chuyen-sinh-hoat.csv", "Chính thức;38.168;"), "Chính thức;38.168.002.000.002;"),
  ]

  private static func importing(
    _ paths: [String], _ ledger: Ledger
  ) throws(ImportError) -> Import.Result {
    try Import(paths, options: .init(actor: "test")).run(on: ledger, now: now)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Files.read(path, limit: 1 << 24), as: UTF8.self)
  }

  /// The kinds of the first import, in the order of the second's sheets.
  private static func kindsOfRejects(
    _ again: ImportReport, _ first: ImportReport
  ) -> [RejectionKind] {
    again.sheets.flatMap { sheet in
      first.rejections.filter { first.sheets[$0.sheet].sheet == sheet.sheet }.map(\.kind)
    }
  }

  private static func isUnknownColumn(_ warning: ImportWarning) -> Bool {
    if case .unknownColumn = warning { true } else { false }
  }
}

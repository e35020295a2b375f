import Cadre
import Office
import TestSupport
import Testing

@testable import Intake

/// Which organisation a cell means.
@Suite struct OrganisationCellTests {
  private func person(in cell: String, transfers: String = "") throws -> ImportReport {
    try SmallOffice().report([
      "nhan-su": SmallOffice.people + "000001HT;Lê An;1980;Nam;Kinh;;Đại học;\(cell)\n",
      "chuyen-sinh-hoat": SmallOffice.transfers + transfers,
    ])
  }

  @Test(arguments: ["1.1", "Đảng bộ Sở 1", "đảng bộ sở 1", "ĐẢNG BỘ  SỞ 1", "Đảng bộ Sở-1"])
  func `an organisation is a code or the exact name of one`(cell: String) throws {
    let report = try person(in: cell)
    #expect(report.rejections.isEmpty)
    #expect(report.warnings.isEmpty)
  }

  @Test(arguments: [
    "1.l", "1.I", "l.1", "1,1", "1.1 - Đảng bộ Sở 1", "1.1: Đảng bộ Sở 1", "Đảng bộ Sở l",
    "Đảng b\u{1ED9} S\u{1EDF} I", "Đảng bộ Sở 1 (1.1)", "1.9", "Thành ủy Vinh", "Sở 1",
  ])
  func `anything else in nhan-su is no organisation`(cell: String) throws {
    let report = try person(in: cell)
    #expect(report.rejections.map(\.kind) == [.unknownOrganisation], "\(report.rejections)")
  }

  @Test(arguments: ["1.1\u{200B}", "1.\u{FEFF}1"])
  func `a code with a sign that nobody sees is refused by that sign`(cell: String) throws {
    let report = try person(in: cell)
    #expect(report.rejections.map(\.kind) == [.unknownValue])
  }

  @Test func `a look-alike is answered with what was meant`() throws {
    #expect(
      try person(in: "1.l").rejections.map(\.detail) == [.organisation("1.l", nearest: "1.1")])
    #expect(
      try person(in: "Dang bo So 2").rejections.map(\.detail)
        == [.organisation("Dang bo So 2", nearest: "Đảng bộ Sở 2 (1.2)")])
  }

  @Test func `nhan-su may name the outside organisation of a transfer, which is named once`() throws
  {
    let report = try person(
      in: "Thành ủy Vinh",
      transfers: "000001HT;Chính thức;1.1;Thành ủy Vinh;01/02/2022;05/02/2022;\n")
    #expect(report.rejections.isEmpty, "\(report.rejections)")
    #expect(
      report.warnings.contains(
        .outsideFounded(sheet: "chuyen-sinh-hoat", line: 2, name: "Thành ủy Vinh")))
  }

  @Test(arguments: ["1.l", "1.O2", "1,2", "1.2 - Đảng bộ Sở 2", "Đảng bộ Sở l", "Đảng bộ Sở I"])
  func `a transfer does not lead to what only looks like an organisation`(cell: String) throws {
    let report = try person(
      in: "1.1", transfers: "000001HT;Chính thức;1.1;\(cell);01/02/2022;05/02/2022;\n")
    #expect(report.rejections.map(\.kind) == [.unknownOrganisation], "\(report.rejections)")
    #expect(report.warnings.isEmpty)
  }

  @Test func `a name of two organisations is answered with their codes`() throws {
    let office = try SmallOffice()
    let report = try office.report([
      "to-chuc": SmallOffice.organisations + "1;Khối;Đảng bộ cấp trên cơ sở;;;01/01/2000;;\n"
        + "1.1;Chi bộ 1;Đảng bộ cơ sở;Cơ quan;Khối;01/01/2000;;\n"
        + "1.2;Chi bộ 1;Đảng bộ cơ sở;Cơ quan;1;01/01/2000;;\n",
      "nhan-su": SmallOffice.people + "000001HT;Lê An;1980;Nam;Kinh;;Đại học;Chi bộ 1\n",
    ])
    #expect(report.rejections.map(\.detail) == [.ambiguous("Chi bộ 1", ["1.1", "1.2"])])
  }

  @Test func `a dry run names what an import would establish`() throws {
    let office = try SmallOffice()
    let sheets = [
      "nhan-su": SmallOffice.people + "000001HT;Lê An;1980;Nam;Kinh;;Đại học;1.1\n",
      "chuyen-sinh-hoat": SmallOffice.transfers
        + "000001HT;Chính thức;Tỉnh ủy Nghệ An;1.1;01/02/2022;05/02/2022;\n",
    ]
    let trial = try office.report(sheets, isDryRun: true)
    let done = try office.report(sheets)
    #expect(trial.warnings == done.warnings)
    #expect(trial.needsAttention)
    #expect(try office.report(sheets).warnings.isEmpty)
  }
}

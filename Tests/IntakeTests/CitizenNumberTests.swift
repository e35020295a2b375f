import Cadre
import TestSupport
import Testing

@testable import Intake

/// Numbers that a spreadsheet has changed, and those that say otherwise than their row.
@Suite struct CitizenNumberTests {
  private func people(_ cells: [String]) throws -> ImportReport {
    let rows = cells.enumerated().map {
      "00000\($0)HT;Lê An \($0);04/06/1985;Nam;Kinh;\($1);Đại học;1.1\n"
    }
    return try SmallOffice().report(["nhan-su": SmallOffice.people + rows.joined()])
  }

  @Test(
    arguments: [
      ("3,8085E+10", .exponent), ("3.8E10", .exponent), ("'038085000001", .apostrophe),
      ("038 085 000 001", .grouped), ("038.085.000.001", .grouped), ("38085000006", .length(11)),
      ("không có", .notDigits), ("x", .notDigits), ("0380850000011", .length(13)),
    ] as [(String, DigitFault)])
  func `a number that is not of digits alone is refused by what was done to it`(
    cell: String, fault: DigitFault
  ) throws {
    let report = try people([cell])
    #expect(report.rejections.map(\.kind) == [.unknownValue])
    #expect(report.rejections.map(\.detail) == [.digits(cell, fault)])
  }

  @Test(arguments: ["038085000001", "123456789", ""])
  func `twelve digits that agree, and the nine of old, are taken without a word`(
    cell: String
  ) throws {
    let report = try people([cell])
    #expect(report.rejections.isEmpty)
    #expect(report.warnings.isEmpty)
  }

  @Test func `numbers of another century, sex or year are one warning a sheet`() throws {
    let report = try people([
      "038185000001", "038285000002", "038086000003", "038086000004", "038085000005",
    ])
    #expect(report.rejections.isEmpty)
    guard case .numbersDiffer("nhan-su", 4, let first)? = report.warnings.first else {
      Issue.record("\(report.warnings)")
      return
    }
    #expect(report.warnings.count == 1)
    #expect(first.map(\.line) == [2, 3, 4])
  }

  @Test func `a card is of digits`() throws {
    let header =
      "Mã hồ sơ;Loại;Số GCN bồi dưỡng nhận thức;Ngày cấp GCN;Điểm thi;Ngày chi bộ xét;"
      + "Số quyết định;Ngày quyết định;Ngày lễ kết nạp;Chi bộ;Số GCN đảng viên mới;"
      + "Ngày cấp GCN đảng viên mới;Số QĐ công nhận;Ngày QĐ công nhận;Số thẻ đảng viên\n"
    let report = try SmallOffice().report([
      "nhan-su": SmallOffice.people + "000001HT;Lê An;1980;Nam;Kinh;;Đại học;1.1\n",
      "ket-nap": header + "000001HT;Kết nạp;;;;;;;09/10/2010;1.1;;;;09/10/2011;3,8E+7\n",
    ])
    #expect(report.rejections.map(\.detail) == [.digits("3,8E+7", .exponent)])
  }
}

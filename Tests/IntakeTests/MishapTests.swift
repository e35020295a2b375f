import Cadre
import Office
import Platform
import TestSupport
import Testing

@testable import Intake

/// Sheets that say what cannot be, or less than they seem to.
@Suite struct MishapTests {
  @Test(arguments: [
    (
      "chuong-trinh",
      "Mã tổ chức;Nội dung;Kỳ;Kết quả (%);Ngày;Ghi chú\n1.O1;Chi bộ mẫu;2020;80;15/12/2020;\n"
    ),
    ("xep-loai-to-chuc", "Mã tổ chức;Năm;Mức xếp loại\n1.O1;2020;Hoàn thành nhiệm vụ\n"),
    (
      "chuyen-to-chuc",
      "Mã tổ chức;Thao tác;Đến;Số quyết định;Ngày quyết định;Ngày bàn giao;Số đảng viên;Trong đó dự bị\n"
        + "1.O1;Giải thể;;1-QĐ;01/01/2020;;;\n"
    ),
  ])
  func `a row about an organisation of no known code is rejected`(
    sheet: String, text: String
  ) throws {
    let (_, _, report) = try imported([sheet: text])
    #expect(report.rejections.map(\.kind) == [.unknownOrganisation])
  }

  @Test(arguments: [
    ["1.1;Sáp nhập;1.2", "1.2;Sáp nhập;1.3", "1.3;Sáp nhập;1.1"],
    ["1.1;Chuyển trực thuộc;1.2", "1.2;Chuyển trực thuộc;1.1"],
    ["1;Chuyển trực thuộc;1.1"],
  ])
  func `organisations of one import never stand in a loop`(rows: [String]) throws {
    let header =
      "Mã tổ chức;Thao tác;Đến;Số quyết định;Ngày quyết định;Ngày bàn giao;Số đảng viên;Trong đó dự bị\n"
    let lines = rows.enumerated().map { "\($1);\($0 + 1)-QĐ;0\($0 + 1)/01/2020;;;\n" }
    let (_, _, report) = try imported(["chuyen-to-chuc": header + lines.joined()])
    #expect(report.rejections.count == 1)
    #expect(report.rejections.first?.detail == .refused(.cycle))
  }

  @Test func `a person with a rejected row is unknown where the sheet would have told`() throws {
    let people =
      "Mã hồ sơ;Họ và tên;Ngày sinh;Giới tính;Dân tộc;Số CCCD;Trình độ chuyên môn;Tổ chức\n"
      + "000001HT;Lê An;1980;Nam;Kinh;;Đại học;1.1\n000002HT;Lê Bình;1980;Nam;Kinh;;Đại học;1.1\n"
    let posts =
      "Mã chức danh;Tên chức danh;Tổ chức;Cấp chức danh\nCD1;Trưởng phòng;1.1;trưởng phòng\n"
    let disciplines =
      "Mã hồ sơ;Hệ;Hình thức;Số quyết định;Ngày quyết định;Ngày công bố;Số QĐ hủy bỏ;Ngày QĐ hủy bỏ\n"
      + "000001HT;Đảng;Phê bình;1-QĐ;01/02/2022;;;\n"
    let (folder, ledger, report) = try imported([
      "nhan-su": people, "chuc-danh": posts, "ky-luat": disciplines,
      "pham-vi": "Bảng;Mã tổ chức;Đầy đủ đến ngày\nky-luat;;01/11/2023\n",
    ])
    #expect(report.rejections.count == 1)
    func discipline(_ file: String) throws -> RequirementStatus {
      try ledger.explanation(
        of: file, for: "CD1", Inquiry(on: Day(text: "2022-03-01")),
        now: Instant(milliseconds: 1_800_000_000_000)
      ).assessment.judgement[.discipline].status
    }
    #expect(try discipline("000001HT") == .unknown)
    #expect(try discipline("000002HT") == .met)
    withExtendedLifetime(folder) {}
  }

  private func imported(_ sheets: [String: String]) throws -> (
    TemporaryFolder, Ledger, ImportReport
  ) {
    let folder = try TemporaryFolder()
    try Files.makeFolder(folder.path + "/sheets")
    var sheets = sheets
    sheets["to-chuc"] =
      "Mã tổ chức;Tên tổ chức;Loại hình;Khối;Trực thuộc;Ngày thành lập;Số quyết định;Ngày quyết định\n"
      + "1;Khối;Đảng bộ cấp trên cơ sở;;;01/01/2000;;\n"
      + (1...3).map { "1.\($0);Sở \($0);Đảng bộ cơ sở;Cơ quan;1;01/01/2000;;\n" }.joined()
    for (name, text) in sheets {
      try Files.write(Array(text.utf8), to: "\(folder.path)/sheets/\(name).csv")
    }
    let ledger = try Ledger.create(
      in: folder.path + "/ledger", actor: "test", now: Instant(milliseconds: 1_600_000_000_000))
    let report = try Import([folder.path + "/sheets"], options: .init(actor: "test"))
      .run(on: ledger, now: Instant(milliseconds: 1_700_000_000_000)).report
    return (folder, ledger, report)
  }
}

import Cadre
import TestSupport
import Testing

@testable import Intake

/// Days that cannot be, and columns with the month first; imports are tried on 14/11/2023.
@Suite struct DayColumnTests {
  private func births(_ texts: [String]) throws -> ImportReport {
    let rows = texts.enumerated().map { "00000\($0)HT;Lê An \($0);\($1);Nam;Kinh;;Đại học;1.1\n" }
    return try SmallOffice().report(["nhan-su": SmallOffice.people + rows.joined()])
  }

  @Test func `a column with the month first is refused whole and names the cell that shows it`()
    throws
  {
    let report = try births(["04/06/1980", "06/30/1980", "1980", "02/08/1980"])
    #expect(report.rejections.map(\.kind) == [.badDate, .badDate, .badDate, .badDate])
    #expect(
      report.rejections.map(\.detail).allSatisfy {
        if case .monthFirst(_, "06/30/1980", 3) = $0 { true } else { false }
      })
  }

  @Test func `a cell with the month first among others with the day first is told alone`() throws {
    let report = try births(["18/12/1980", "06/30/1980", "04/06/1980"])
    #expect(report.rejections.map(\.detail) == [.day("06/30/1980", .monthFirst)])
  }

  @Test(arguments: [
    ("14/11/1903", false), ("15/11/1903", true), ("14/11/2009", true), ("15/11/2009", false),
    ("1903", true), ("1902", false), ("2009", true), ("2010", false), ("11/2009", true),
    ("12/2009", false), ("04/06/0085", false), ("01/01/9999", false),
  ])
  func `a birth lies in the last 120 years and 14 years back`(text: String, isTaken: Bool) throws {
    let report = try births([text])
    #expect(report.rejections.isEmpty == isTaken)
    #expect(report.rejections.allSatisfy { $0.kind == .badDate })
  }

  @Test(
    arguments: [
      ("31/12/1929", .notBefore(Day.firstOf(year: 1930))), ("01/01/1930", nil), ("14/11/2028", nil),
      ("15/11/2028", .notAfter(Day.civil(year: 2028, month: 11, day: 14))),
    ] as [(String, DayBound?)])
  func `another day lies from 1930 to five years ahead`(text: String, bound: DayBound?) throws {
    let report = try SmallOffice().report([
      "to-chuc": SmallOffice.organisations + "1;Khối;Đảng bộ cấp trên cơ sở;;;\(text);;\n"
    ])
    #expect(report.rejections.map(\.detail) == bound.map { [.outOfBounds(text, $0)] } ?? [])
  }

  @Test func `what has happened is not after today, and no year is rated before it begins`() throws
  {
    let today = Day.civil(year: 2023, month: 11, day: 14)
    let report = try SmallOffice().report([
      "nhan-su": SmallOffice.people + "000001HT;Lê An;1980;Nam;Kinh;;Đại học;1.1\n",
      "ly-luan-chinh-tri":
        "Mã hồ sơ;Trình độ;Loại văn bằng;Cơ sở đào tạo;Số hiệu;Ngày cấp\n"
        + "000001HT;Trung cấp;Bằng tốt nghiệp;Trường;1;14/11/2023\n"
        + "000001HT;Cao cấp;Bằng tốt nghiệp;Trường;2;15/11/2023\n",
      "xep-loai": "Mã hồ sơ;Năm;Mức xếp loại\n000001HT;2023;Hoàn thành nhiệm vụ\n"
        + "000001HT;2024;Hoàn thành nhiệm vụ\n",
    ])
    #expect(
      Set(report.rejections.map(\.detail)) == [
        .outOfBounds("15/11/2023", .notAfterToday(today)), .outOfBounds("2024", .yearBy(2023)),
      ])
  }
}

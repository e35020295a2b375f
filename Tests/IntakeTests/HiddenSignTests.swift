import Cadre
import Office
import Platform
import TestSupport
import Testing

@testable import Intake

/// Signs in cells that nobody sees or that look like others.
@Suite struct HiddenSignTests {
  @Test(arguments: ["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{202E}"])
  func `a code with a sign that nobody sees is refused by that sign`(sign: String) throws {
    let office = try SmallOffice()
    let report = try office.report([
      "xep-loai": "Mã hồ sơ;Năm;Mức xếp loại\n000001HT\(sign);2020;Hoàn thành nhiệm vụ\n"
    ])
    #expect(report.rejections.map(\.kind) == [.unknownValue])
    guard case .sign(_, let found) = report.rejections.first?.detail else {
      Issue.record("\(report.rejections)")
      return
    }
    #expect(found.kind == .invisible)
  }

  @Test func `a code with a letter of another alphabet is refused by that letter`() throws {
    let office = try SmallOffice()
    let report = try office.report([
      "xep-loai": "Mã hồ sơ;Năm;Mức xếp loại\n000001H\u{422};2020;Hoàn thành nhiệm vụ\n",
      "nhan-su": SmallOffice.people + "00000\u{41E}HT;Lê An;1980;Nam;Kinh;;Đại học;1.1\n",
      "chuc-danh":
        "Mã chức danh;Tên chức danh;Tổ chức;Cấp chức danh\nCD\u{200B}1;Trưởng phòng;1.1;trưởng phòng\n",
    ])
    #expect(report.rejections.map(\.kind) == [.unknownValue, .unknownValue, .unknownValue])
  }

  @Test func `a name is recorded without what nobody sees, and its double is found`() throws {
    let office = try SmallOffice()
    let report = try office.report([
      "nhan-su": SmallOffice.people
        + "000001HT;Lê Văn An;04/06/1985;Nam;Kinh;;Đại học;1.1\n"
        + "000002HT;Lê\u{200B} Văn An;04/06/1985;Nam;Kinh;;Đại học;1.1\n"
    ])
    #expect(report.rejections.isEmpty)
    #expect(
      report.warnings.contains {
        if case .signsRemoved(_, 1, 3, "Họ và tên", let sign) = $0 {
          sign.notation == "U+200B"
        } else {
          false
        }
      })
    #expect(report.warnings.contains { if case .possibleDuplicate = $0 { true } else { false } })
    #expect(try office.ledger.find("văn an", Inquiry(), now: office.now).count == 2)
  }

  @Test func `a name with a control character is refused`() throws {
    let office = try SmallOffice()
    let report = try office.report([
      "nhan-su": SmallOffice.people + "000009HT;Lê\u{7}An;1980;Nam;Kinh;;Đại học;1.1\n"
    ])
    #expect(report.rejections.map(\.kind) == [.unknownValue])
  }
}

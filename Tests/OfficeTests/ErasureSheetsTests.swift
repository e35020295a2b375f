import Cadre
import Intake
import Office
import Platform
import TestSupport
import Testing

@testable import Office

/// Old sheets that still name somebody erased (spec/log.md, Erasure; spec/intake.md, Recording).
@Suite struct ErasureSheetsTests {
  let folder: TemporaryFolder
  let ledger: Ledger
  let member: FormerMember

  init() throws {
    folder = try TemporaryFolder()
    ledger = try Ledger.made(in: folder.path + "/ledger")
    try ledger.take([SampleSheets.folder("small")])
    var member = FormerMember()
    try member.join(ledger)
    self.member = member
    _ = try ledger.erase(
      member.file, authority: "BTC", basis: .other, actor: "test", now: FormerMember.erasedAt)
  }

  private func sheet(_ name: String, _ lines: [String]) throws -> String {
    let path = "\(folder.path)/\(name).csv"
    try Files.write(Array(lines.joined(separator: "\n").utf8), to: path)
    return path
  }

  @Test func `every row that names them is rejected as erased, and the others are not`() throws {
    let heading =
      "Mã hồ sơ;Họ và tên;Ngày sinh;Giới tính;Dân tộc;Số CCCD;"
      + "Trình độ chuyên môn;Tổ chức"
    let home = "38.168.001.000.002"
    let people = try sheet(
      "nhan-su",
      [
        heading,
        "\(member.file);\(member.name);03/02/1931;Nữ;Thổ;\(member.citizen);;\(home)",
        "999003HT;Người Khác;03/02/1991;Nữ;Kinh;\(member.citizen);;\(home)",
        "999004HT;Người Mới;03/02/1992;Nam;Kinh;042192000111;;\(home)",
      ])
    let ratings = try sheet(
      "xep-loai",
      [
        "Mã hồ sơ;Năm;Mức xếp loại",
        "\(member.file);1999;Hoàn thành nhiệm vụ",
        "999004HT;2023;Hoàn thành tốt nhiệm vụ",
        "999009HT;2023;Hoàn thành tốt nhiệm vụ",
        "\(member.file);chín;Hoàn thành nhiệm vụ",
      ])
    let report = try ledger.take([people, ratings], at: 1_797_000_000_000)
    let rejected = report.rejections.map { "\($0.sheet):\($0.line) \($0.kind)" }.sorted()
    // What is wrong inside the row is tested first.
    #expect(
      rejected == [
        "0:2 erased", "0:3 erased", "1:2 erased", "1:4 unknownPerson", "1:5 unknownValue",
      ])
    #expect(try ledger.find("999004HT", Inquiry(), now: askedAt).count == 1)
    #expect(try ledger.find(member.file, Inquiry(), now: askedAt).isEmpty)
    #expect(try ledger.verify().isClean)
  }

  @Test func `every file number that they ever had is known again`() throws {
    var other = FormerMember(
      file: "999020HT", citizen: "042132888777", card: "38555444", name: "Chử Văn Khuể")
    try other.join(ledger)
    let number = other.number
    let amended = try ledger.record(actor: "test", now: FormerMember.recordedAt) { _ in
      [
        RecordRequest(
          stream: .person(number), event: .person(.profileAmended),
          effective: Day(text: "1999-01-01"), secret: PrivateRecord(fileNumber: "999021HT"))
      ]
    }
    #expect(amended.results == [.recorded])
    _ = try ledger.erase(
      "999021HT", authority: "BTC", basis: .other, actor: "test", now: FormerMember.erasedAt)
    for file in ["999020HT", "999021HT"] {
      #expect(throws: OfficeError(.erasedPerson, file)) {
        _ = try ledger.card(of: file, Inquiry(), now: askedAt)
      }
    }
    #expect(try ledger.verify().isClean)
  }

  @Test func `the next full import misses nothing of them`() throws {
    let report = try ledger.take([SampleSheets.folder("small")], at: 1_797_000_000_000)
    #expect(report.eventCount == 0)
    #expect(report.warnings.isEmpty)
    #expect(try ledger.verify().isClean)
  }
}

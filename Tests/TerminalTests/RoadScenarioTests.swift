import JSON
import Platform
import TestSupport
import Testing

@testable import Terminal

/// The rows of the programme on admissions and screening: sheets, then the question, then rows.
@Suite struct RoadScenarioTests {
  @Test func `S1 admissions a year by the sector of the admitting cell`() throws {
    let ledger = try TestLedger.road()
    let rows = try ledger.list("years", of: "admissions --on 2025-06-01")
    #expect(
      rows.map { $0.text("year", "sector", "admissions", "readmissions") } == [
        "2022 total 1 0", "2022 agency 1 0", "2022 publicUnit 0 0", "2022 enterprise 0 0",
        "2024 total 2 0", "2024 agency 0 0", "2024 publicUnit 0 0", "2024 enterprise 2 0",
      ])
    let enterprise = try ledger.list(
      "years", of: "admissions --on 2025-06-01 --organisation 38.2 --year 2024")
    #expect(enterprise.first?.text("sector", "admissions") == "total 2")
    #expect(
      try ledger.list("years", of: "admissions --on 2024-03-14").map { $0.text("year") }
        .allSatisfy { $0 == "2022" })
    ledger.expectClean()
  }

  @Test func `S5 classes with their certificates, scores and validity`() throws {
    let ledger = try TestLedger.road()
    let classes = try ledger.list("classes", of: "admissions --on 2025-06-01")
    #expect(
      classes.map { $0.text("year", "course", "certificates", "scored", "meanScore") } == [
        "2020 prospects 1 1 70", "2021 prospects 1 1 85.5", "2022 newMembers 1 0 null",
        "2023 prospects 2 2 80",
      ])
    let lapsing = try #require(
      try ledger.list("pipeline", of: "admissions --on 2025-06-01 --stage classPassed").first)
    #expect(lapsing.text("file", "certificateOn", "score") == "000001HT 2020-08-19 70")
    #expect(
      lapsing.text("certificateUntil", "certificateState", "next", "dueBy")
        == "2025-08-19 lapsing cellVote 2025-08-18")
    #expect(lapsing["verified"] == .bool(false))
    let reminded = try ledger.list("reminders", of: "reminders --on 2025-06-01")
    #expect(
      reminded.contains {
        $0.text("file", "kind", "day") == "000001HT certificateLapsing 2025-08-19"
      })
    let missing = try ledger.list("papers", of: "todo --on 2024-06-01")
    #expect(
      missing.filter { $0["paper"] == .string("newMembersCertificate") }
        .map { $0.text("file", "by") } == ["000003HT 2025-03-15", "000004HT 2025-03-20"])
  }

  @Test func `S17 who introduced them, and how far they came`() throws {
    let ledger = try TestLedger.road()
    let sources = try ledger.list("sources", of: "admissions --on 2025-06-01")
    #expect(
      sources.map {
        $0.text("introducedBy", "introduced", "classPassed", "admitted", "recognised")
      } == [
        "youthUnion 2 2 1 1", "tradeUnion 1 1 1 0", "cell 1 1 1 0", "other 0 0 0 0",
      ])
    let funnel = try ledger.list("funnel", of: "admissions --on 2025-06-01")
    #expect(
      funnel.map { $0.text("step", "count", "percent") } == [
        "introduced 4 100", "classPassed 4 100", "admitted 3 75", "recognised 1 25",
      ])
    let stages = try ledger.list("pipeline", of: "admissions --on 2025-06-01")
    #expect(
      stages.map { $0.text("file", "stage", "introducedBy", "overdue") } == [
        "000001HT classPassed youthUnion false", "000003HT recognitionDue tradeUnion false",
        "000004HT recognitionDue cell false",
      ])
    // 90 working days after 15/3/2025, by the holidays shipped for that year.
    let due = try #require(stages.dropFirst().first)
    #expect(due["noListFor"] == .null)
    #expect(due.text("since", "next") == "2025-03-15 recognition")
  }

  @Test func `S2 rounds, periods of help, triggers and removals`() throws {
    let ledger = try TestLedger.screened()
    let asked = "screening --on 2023-06-01"
    #expect(
      try ledger.list("rounds", of: asked).map {
        $0.text("round", "first", "last", "screened", "qualified", "remedial", "removalProposed")
      } == [
        "2021-1 2021-05-19 2021-05-20 3 1 1 1", "2023-1 2023-05-19 2023-05-19 1 1 0 0",
      ])
    #expect(
      try ledger.list("organisations", of: asked).map {
        $0.text("round", "organisation", "screened")
      }
        == ["2021-1 38.1 2", "2021-1 38.2 1", "2023-1 38.1 1"])
    #expect(
      try ledger.list("remedial", of: asked).map {
        $0.text("file", "months", "until", "state", "laterRound")
      } == ["000011HT 12 2022-05-19 screenedAgain 2023-1"])
    #expect(
      try ledger.list("proposals", of: asked).map {
        $0.text("file", "outcome", "how", "endingGround")
      } == ["000012HT ended struckOff screening"])
    #expect(
      try ledger.list("removals", of: asked).map { $0.text("year", "how", "ground", "count") }
        == ["2021 struckOff screening 1"])
    #expect(
      try ledger.list("triggers", of: asked).map { $0.text("file", "firstYear", "lastYear") }
        == ["000013HT 2021 2022"])
    let before = try ledger.list("remedial", of: "screening --on 2022-05-18")
    #expect(before.map { $0.text("state") } == ["running"])
    #expect(
      try ledger.list("reminders", of: "reminders --on 2022-05-01").map { $0.text("file", "kind") }
        .contains("000011HT remedialEnding"))
    #expect(try ledger.list("rounds", of: asked + " --round 2023-1").count == 1)
    #expect(
      try ledger.list("rounds", of: asked + " --organisation 38.2").map { $0.text("screened") }
        == ["1"])
  }

  @Test(arguments: [
    "admissions --on 2025-06-01", "screening --on 2023-06-01", "reminders --on 2025-06-01",
    "todo --on 2024-06-01", "todo --on 2024-06-01 --organisation 38.2",
  ])
  func `every format shows the same rows`(line: String) throws {
    let ledger = try line.hasPrefix("screening") ? TestLedger.screened() : .road()
    let lines = try rows(ledger.cadre(line + " -O ndjson"))
    let whole = try JSONValue(parsing: Array(ledger.cadre(line + " -O json").output.utf8))
    #expect(whole.array?.count == lines.count)
    let listed = Set(lines.compactMap { $0["list"]?.string }).count
    #expect(listed > 0)
    let csv = ledger.cadre(line + " -O csv").output.split(
      separator: "\r\n", omittingEmptySubsequences: false)
    let filled = csv.count { !$0.isEmpty }
    let empty = csv.count { $0.isEmpty } - 1
    #expect(filled == lines.count + empty + 1, "a head for each list")
    #expect(ledger.cadre(line, language: "vi").status == .done)
    #expect(ledger.cadre(line).status == .done)
  }

  @Test(arguments: ["2019-06-01", "2021-06-01", "2024-06-01", "2026-11-01"])
  func `the grassroots organisations add up to the whole on every day`(on: String) throws {
    let ledger = try monthlyLedger()
    func count(_ list: String, _ key: String, _ line: String) throws -> Int64 {
      try ledger.list(list, of: line).reduce(0) { $0 + ($1[key]?.integer ?? 0) }
    }
    for (list, key, line) in [
      ("years", "admissions", "admissions --on \(on)"),
      ("rounds", "screened", "screening --on \(on)"),
      ("removals", "count", "screening --on \(on)"),
    ] {
      let parts = try (1...4).reduce(0) { sum, number in
        try sum + count(list, key, line + " --organisation 38.168.00\(number)")
      }
      #expect(parts == (try count(list, key, line)), "\(list) on \(on)")
    }
  }

  @Test func `what is asked wrongly is said`() throws {
    let ledger = try TestLedger()
    #expect(ledger.cadre("admissions --stage passed").status == .usage)
    #expect(ledger.cadre("admissions --year soon").status == .usage)
    #expect(ledger.cadre("reminders --within 3661").status == .usage)
    #expect(ledger.cadre("reminders --within 3660").status == .done)
    for command in ["admissions", "screening", "reminders", "todo"] {
      #expect(ledger.cadre("\(command) --organisation 99").status == .noInput)
    }
  }
}

extension TestLedger {
  /// A ledger of two grassroots organisations with four people on the way into the Party.
  fileprivate static func road() throws -> TestLedger {
    try importing([
      "to-chuc": places,
      "nhan-su": """
      \(people)
      000001HT;Trần Văn An;01/02/1995;Nam;Kinh;;Đại học;38.1
      000002HT;Lê Thị Bình;01/02/1995;Nữ;Kinh;;Đại học;38.1
      000003HT;Phạm Văn Cường;01/02/1995;Nam;Kinh;;Đại học;38.2.1
      000004HT;Võ Thị Dung;01/02/1995;Nữ;Kinh;;Đại học;38.2
      """,
      "ket-nap": """
      \(admissions)
      000001HT;Quần chúng ưu tú;NT1;19/08/2020;70;;;;;;;;;;;Đoàn Thanh niên
      000002HT;Kết nạp;NT2;19/08/2021;85,5;10/01/2022;1-QĐ;01/02/2022;10/02/2022;38.1;DVM2;\
      01/09/2022;9-QĐ;01/03/2023;38000002;Đoàn Thanh niên
      000003HT;Kết nạp;NT3;19/08/2023;75;10/01/2024;2-QĐ;01/03/2024;15/03/2024;38.2.1;;;;;;Công đoàn
      000004HT;Kết nạp;NT4;19/08/2023;85;10/01/2024;3-QĐ;01/03/2024;20/03/2024;38.2;;;;;;Chi bộ
      """,
    ])
  }

  /// A ledger of the same organisations with three members who were screened.
  fileprivate static func screened() throws -> TestLedger {
    try importing([
      "to-chuc": places,
      "nhan-su": """
      \(people)
      000011HT;Hồ Văn Giang;01/02/1975;Nam;Kinh;;Đại học;38.1
      000012HT;Đỗ Thị Hoa;01/02/1975;Nữ;Kinh;;Đại học;38.1
      000013HT;Bùi Văn Khánh;01/02/1975;Nam;Kinh;;Đại học;38.2
      """,
      "ket-nap": """
      \(admissions)
      000011HT;Kết nạp;;;;;1-QĐ;01/02/2008;10/02/2008;38.1;;;9-QĐ;01/03/2009;38000011;
      000012HT;Kết nạp;;;;;1-QĐ;01/02/2008;10/02/2008;38.1;;;9-QĐ;01/03/2009;38000012;
      000013HT;Kết nạp;;;;;1-QĐ;01/02/2008;10/02/2008;38.2;;;9-QĐ;01/03/2009;38000013;
      """,
      "sang-loc": """
      Mã hồ sơ;Đợt;Ngày;Kết quả;Căn cứ;Thời hạn giúp đỡ (tháng);Số văn bản
      000011HT;2021-1;19/05/2021;Giáo dục, giúp đỡ;Vi phạm nêu gương;12;1-NQ
      000011HT;2023-1;19/05/2023;Đủ tư cách;;;2-NQ
      000012HT;2021-1;20/05/2021;Đề nghị đưa ra khỏi Đảng;;;1-NQ
      000013HT;2021-1;19/05/2021;Đủ tư cách;;;1-NQ
      """,
      "xep-loai": """
      Mã hồ sơ;Năm;Mức xếp loại
      000013HT;2021;Không hoàn thành nhiệm vụ
      000013HT;2022;Không hoàn thành nhiệm vụ
      """,
      "ra-khoi-dang": """
      Mã hồ sơ;Hình thức;Lý do;Số quyết định;Ngày quyết định;Ngày hiệu lực
      000012HT;Xóa tên;Sàng lọc theo Chỉ thị 28;7-QĐ;29/06/2021;29/06/2021
      """,
    ])
  }

  private static let places = """
    Mã tổ chức;Tên tổ chức;Loại hình;Khối;Trực thuộc;Ngày thành lập;Số quyết định;Ngày quyết định
    38;Đảng bộ Khối;Đảng bộ cấp trên cơ sở;;;01/01/1990;;
    38.1;Đảng bộ Sở;Đảng bộ cơ sở;Cơ quan;38;01/01/1990;;
    38.2;Đảng bộ Công ty;Đảng bộ cơ sở;Doanh nghiệp;38;01/01/1990;;
    38.2.1;Chi bộ Xưởng;Chi bộ trực thuộc;;38.2;01/01/1990;;
    """

  private static let people =
    "Mã hồ sơ;Họ và tên;Ngày sinh;Giới tính;Dân tộc;Số CCCD;Trình độ chuyên môn;Tổ chức"

  private static let admissions = """
    Mã hồ sơ;Loại;Số GCN bồi dưỡng nhận thức;Ngày cấp GCN;Điểm thi;Ngày chi bộ xét;Số quyết định;\
    Ngày quyết định;Ngày lễ kết nạp;Chi bộ;Số GCN đảng viên mới;Ngày cấp GCN đảng viên mới;\
    Số QĐ công nhận;Ngày QĐ công nhận;Số thẻ đảng viên;Nguồn giới thiệu
    """
}

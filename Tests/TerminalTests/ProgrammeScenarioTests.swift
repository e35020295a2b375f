import JSON
import TestSupport
import Testing

@testable import Terminal

/// The rows of the programme on what organisations do, and the scorecard itself: sheets, then the
/// question, then rows.
@Suite struct ProgrammeScenarioTests {
  /// `status count of short` of a measure in a period.
  private func line(
    _ measure: String, _ ledger: TestLedger, period: String = "2022", on day: String = "2023-06-01",
    organisation: String? = nil
  ) throws -> [String] {
    let filter = organisation.map { " --organisation \($0)" } ?? ""
    return try ledger.list(
      "targets", of: "scorecard --period \(period) --on \(day)\(filter)"
    ).filter { $0["measure"] == .string(measure) }
      .map { $0.text("period", "status", "count", "of", "short") }
  }

  private func units(_ measure: String, _ ledger: TestLedger) throws -> [String] {
    try ledger.list("units", of: "scorecard --period 2022 --on 2023-06-01")
      .filter { $0["measure"] == .string(measure) }
      .map { $0.text("organisation", "count", "of") }
  }

  @Test func `S9 grassroots committees with a model cell`() throws {
    let ledger = try TestLedger.office()
    #expect(try line("modelCells", ledger) == ["2022 open 1 2 1"])
    #expect(try units("modelCells", ledger) == ["38.2 0 null"])
    // After the term there is no more time; the programme of the term has ended, too.
    #expect(
      try line("modelCells", ledger, period: "2020-2025", on: "2026-01-01")
        == ["2020-2025 unmet 1 2 1"])
    #expect(try line("modelCells", ledger, on: "2022-11-29") == ["2022 open 0 2 2"])
  }

  @Test func `S11 plans, how far they were carried out, and units inspected`() throws {
    let ledger = try TestLedger.office()
    #expect(try line("inspectionPlans", ledger) == ["2022 unmet 2 3 1"])
    #expect(try units("inspectionPlans", ledger) == ["38.3 0 10000"])
    #expect(try line("plansComplete", ledger) == ["2022 unmet 1 2 1"])
    #expect(try line("plansRest", ledger) == ["2022 unmet 0 1 1"])
    #expect(try units("plansRest", ledger) == ["38.2 4000 10000"])
    #expect(try line("inspections", ledger) == ["2022 unmet 1 null null"])
    #expect(try line("inspections", ledger, on: "2022-12-31") == ["2022 open 1 null null"])
    // The ranges are those of the whole committee.
    #expect(
      try line("inspections", ledger, organisation: "38.1") == ["2022 none 1 null null"])
    // The programme says nothing of other years.
    #expect(try line("inspectionPlans", ledger, period: "2019") == ["2019 none 0 3 3"])
  }

  @Test func `S11 a cell's plan is not its committee's`() throws {
    let ledger = try TestLedger.office()
    ledger.cadre(
      "record ActivityRecorded organisation=38.1.1 kind=inspectionPlan period=2022 percent=10 "
        + "on=2022-12-20 --actor test")
    #expect(try line("inspectionPlans", ledger) == ["2022 unmet 2 3 1"])
    #expect(try line("plansComplete", ledger) == ["2022 unmet 1 2 1"])
  }

  @Test func `S8 who goes with a committee is counted once`() throws {
    let ledger = try TestLedger.office()
    for (code, members) in [("38.1", 5), ("38.1.1", 3)] {
      let done = ledger.cadre([
        "record", "HandedOver", "organisation=\(code)", "receiver=Đảng bộ thành phố",
        "members=\(members)", "probationers=0", "on=2022-06-01", "--actor", "test",
      ])
      #expect(done.status == .done, "\(done.errors)")
    }
    #expect(try line("organisationsHandedOver", ledger) == ["2022 none 2 null null"])
    #expect(try line("membersHandedOver", ledger) == ["2022 none 5 null null"])
  }

  @Test func `a discipline that was annulled is reminded of nowhere`() throws {
    let rows = """
      Mã hồ sơ;Hệ;Hình thức;Số quyết định;Ngày quyết định;Ngày công bố;Số QĐ hủy bỏ;Ngày QĐ hủy bỏ
      000001HT;Đảng;Cảnh cáo;1-QĐ/KL;10/01/2023;15/01/2023;
      """
    for (ending, count) in [(";", 2), ("2-QĐ/KL;01/03/2023", 0)] {
      let ledger = try TestLedger.office(adding: ["ky-luat": rows + ending])
      let reminders = try ledger.list(
        "reminders", of: "reminders --within 3660 --on 2023-06-01"
      ).filter { $0["file"] == .string("000001HT") }.map { $0.text("kind") }
      #expect(reminders.count { $0.contains("bar") || $0.contains("discipline") } == count)
    }
  }

  @Test func `S12 refreshers and trainings of a term`() throws {
    let ledger = try TestLedger.office()
    #expect(try line("refreshers", ledger) == ["2022 open 1 null null"])
    #expect(
      try line("refreshers", ledger, period: "2023", on: "2024-01-01") == ["2023 met 2 null null"])
    #expect(
      try line("trainings", ledger, period: "2020-2025", on: "2025-09-01")
        == ["2020-2025 unmet 0 null null"])
  }

  @Test func `S13 an article a month from each grassroots organisation`() throws {
    let ledger = try TestLedger.office()
    #expect(
      try line("articles", ledger, period: "2022-Q1") == ["2022-Q1 unmet 4 9 3"])
    #expect(
      try line("articles", ledger, period: "2022-Q1", on: "2022-02-28")
        == ["2022-Q1 open 3 6 2"])
    let short = try ledger.list("units", of: "scorecard --period 2022-Q1 --on 2023-06-01")
      .filter { $0["measure"] == .string("articles") }
    #expect(
      short.map { $0.text("organisation", "count", "of") } == ["38.1 2 3", "38.2 2 3", "38.3 0 3"])
  }

  @Test func `S14 holders of posts who declared their assets`() throws {
    let ledger = try TestLedger.office()
    #expect(try line("declarations", ledger) == ["2022 unmet 1 2 1"])
    // Up to 31 March of the next year there is time.
    #expect(try line("declarations", ledger, on: "2023-03-31") == ["2022 open 1 2 1"])
    #expect(
      try line("declarations", ledger, organisation: "38.1") == ["2022 met 1 1 0"])
  }

  @Test func `S15 comments of the cell where members live`() throws {
    let ledger = try TestLedger.office()
    #expect(try line("residenceComments", ledger) == ["2022 none 1 2 null"])
    ledger.cadre(
      "record ActivityExempted person=000002HT from=2022-01-01 on=2022-01-01 --actor test")
    #expect(try line("residenceComments", ledger) == ["2022 none 1 1 null"])
  }

  @Test func `S18 the report of a period is published and can be asked again`() throws {
    let ledger = try TestLedger.office()
    let question = "scorecard --period 2022 --on 2023-06-01"
    #expect(try line("reportsPublished", ledger) == ["2022 unmet 0 null null"])
    let before = ledger.cadre(question + " -O ndjson").output
    #expect(ledger.cadre(question + " -O ndjson").output == before)
    let shown = ledger.cadre(question + " -O ndjson --publish --actor test")
    #expect(shown.output == before, "published is what was shown, and knows nothing of itself")
    #expect(try line("reportsPublished", ledger) == ["2022 met 1 null null"])
    let checked = ledger.cadre("published --check")
    #expect(checked.status == .done, "\(checked.errors)")
    ledger.expectClean()
  }

  @Test func `without the sheet of activities nothing is known to be missing`() throws {
    let ledger = try TestLedger.office(without: ["chuong-trinh"])
    for measure in ["inspectionPlans", "articles", "inspections"] {
      let found = try line(measure, ledger)
      #expect(found.allSatisfy { $0.hasPrefix("2022 unknown 0") }, "\(found)")
    }
  }

  @Test(arguments: ["2021", "2023", "2025"])
  func `the scorecard says what the other questions say`(year: String) throws {
    let ledger = try monthlyLedger()
    for filter in ["", " --organisation 38.168.002"] {
      let on = "--on 2026-11-01\(filter)"
      let lines = try ledger.list("targets", of: "scorecard --period \(year) \(on)")
      func figure(_ measure: String) -> String? {
        lines.first { $0["measure"] == .string(measure) }?.text("count", "of")
      }
      func sum(_ rows: [JSONValue], _ key: String) -> Int64 {
        rows.reduce(0) { $0 + ($1[key]?.integer ?? 0) }
      }
      let asked = "admissions --year \(year) \(on)"
      let admitted = try ledger.list("years", of: asked).filter { $0["sector"] == .string("total") }
      #expect(
        figure("admissions")
          == "\(sum(admitted, "admissions") + sum(admitted, "readmissions")) null")
      let sources = try ledger.list("sources", of: asked)
      #expect(figure("introduced") == "\(sum(sources, "introduced")) null")
      let classes = try ledger.list("classes", of: asked)
        .filter { $0["course"] == .string("prospects") }
      #expect(figure("prospectClass") == "\(sum(classes, "certificates")) null")
      let rated = try ledger.list("people", of: "ratings --year \(year) \(on)")
        .filter { $0["organisation"]?.string != nil }
      let members = sum(rated, "members")
      #expect(figure("membersRated") == "\(members - sum(rated, "unrated")) \(members)")
      let over = rated.count { $0["cap"] == .string("unmet") }
      #expect(
        lines.first { $0["measure"] == .string("excellentWithinCap") }?.text("short") == "\(over)")
    }
  }

  @Test func `a period is a year, a quarter or a term`() throws {
    let ledger = try TestLedger()
    for good in ["2021", "2021-Q4", "2021-q1", "2020-2025", "2020–2025"] {
      #expect(ledger.cadre("scorecard --period \(good)").status == .done)
    }
    for bad in ["21", "2021-Q5", "2021-13", "2020-2024", "soon", ""] {
      let asked = ledger.cadre(["scorecard", "--period", bad])
      #expect(asked.status == .usage, "\(bad)")
    }
    #expect(ledger.cadre("scorecard").status == .usage)
  }

  @Test func `what is missing is counted, named and mended`() throws {
    let ledger = try TestLedger.office()
    let asked = "completeness --on 2023-06-01"
    let counted = try ledger.list("organisations", of: asked)
    #expect(
      counted.map { $0.text("organisation", "people", "birthDay", "citizenNumber", "rating") } == [
        "null 3 2 3 1", "38.1 2 2 2 0", "38.2 1 0 1 1",
      ])
    #expect(try ledger.list("people", of: asked).isEmpty)
    #expect(
      try ledger.list("people", of: "\(asked) --missing rating").map { $0.text("file") }
        == ["000002HT"])
    let sheets = try ledger.list("sheets", of: asked)
    #expect(sheets.count == 19)
    #expect(sheets.first { $0["sheet"] == .string("sang-loc") }?.text("times") == "0")
    #expect(counted[1]["sheetsMissing"]?.array?.contains(.string("sang-loc")) == true)
    // Two files of one name and birth.
    let pairs = try ledger.list("duplicates", of: asked)
    #expect(pairs.map { $0.text("file", "otherFile") } == ["000001HT 000003HT"])
    #expect(try ledger.list("duplicates", of: "\(asked) --organisation 38.2").isEmpty)
    let joined = ledger.cadre(
      "record SamePerson person=000001HT other=000003HT on=2023-01-01 --actor test")
    #expect(joined.status == .done, "\(joined.errors)")
    #expect(try ledger.list("duplicates", of: asked).isEmpty)
    #expect(try ledger.list("organisations", of: asked).first?.text("people") == "2")
    // Retracting both undoes it.
    let events = try rows(ledger.cadre("log --type SamePerson -O ndjson"))
    for index in events.compactMap({ $0["index"]?.integer }).reversed() {
      let undone = ledger.cadre("retract \(index) --reason wrongPerson --actor test")
      #expect(undone.status == .done, "\(undone.errors)")
    }
    #expect(try ledger.list("organisations", of: asked).first?.text("people") == "3")
    ledger.expectClean()
  }

  @Test func `two files that are two people are no possible duplicate`() throws {
    let ledger = try TestLedger.office()
    let asked = "completeness --on 2023-06-01"
    let same = "record SamePerson person=000001HT other=000003HT on=2023-01-01 --actor test"
    let different = "record DifferentPeople person=000003HT other=000001HT on=2022-01-01"
    #expect(try ledger.list("duplicates", of: asked).count == 1)
    let parted = ledger.cadre("\(different) --actor test")
    #expect(parted.status == .done, "\(parted.errors)")
    #expect(try ledger.list("duplicates", of: asked).isEmpty)
    let again = ledger.cadre("\(different) --actor test")
    #expect(again.errors.contains("0 events recorded"), "\(again.errors)")
    // They cannot be one person as well, whichever of them is named first.
    let refused = ledger.cadre(same)
    #expect(refused.status == .badData)
    #expect(refused.errors.contains("different people"), "\(refused.errors)")
    let vietnamese = ledger.cadre(same, language: "vi").errors
    #expect(vietnamese.contains("không phải cùng một người"), "\(vietnamese)")
    // Retracting one of the two is enough for it to be asked again.
    let events = try rows(ledger.cadre("log --type DifferentPeople -O ndjson"))
    let indexes = events.compactMap { $0["index"]?.integer }
    #expect(indexes.count == 2)
    for (place, index) in indexes.reversed().enumerated() {
      let undone = ledger.cadre("retract \(index) --reason wrongPerson --actor test")
      #expect(undone.status == .done, "\(undone.errors)")
      #expect(try ledger.list("duplicates", of: asked).count == 1)
      #expect(ledger.cadre(same).status == (place == 0 ? .badData : .done))
    }
    #expect(ledger.cadre("\(different) --actor test").errors.contains("are one person"))
    ledger.expectClean()
  }
}

extension TestLedger {
  /// A committee with three grassroots organisations, two members and a prospect.
  fileprivate static func office(
    without left: Set<String> = [], adding more: [String: String] = [:]
  ) throws -> TestLedger {
    // Two of them look like one person.
    try importing(
      sheets.filter { !left.contains($0.key) }.merging(more) { $1 }, expecting: .warnings)
  }

  private static let sheets = [
    "to-chuc": """
    Mã tổ chức;Tên tổ chức;Loại hình;Khối;Trực thuộc;Ngày thành lập;Số quyết định;Ngày quyết định
    38;Đảng bộ Khối;Đảng bộ cấp trên cơ sở;;;01/01/1990;;
    38.1;Đảng bộ Sở;Đảng bộ cơ sở;Cơ quan;38;01/01/1990;;
    38.1.1;Chi bộ Phòng Một;Chi bộ trực thuộc;;38.1;01/01/1990;;
    38.2;Đảng bộ Công ty;Đảng bộ cơ sở;Doanh nghiệp;38;01/01/1990;;
    38.3;Chi bộ Trường;Chi bộ cơ sở;Đơn vị sự nghiệp;38;01/01/1990;;
    """,
    "chuc-danh": """
    Mã chức danh;Tên chức danh;Tổ chức;Cấp chức danh
    G1;Trưởng phòng;38.1;trưởng phòng
    G2;Trưởng phòng;38.2;trưởng phòng
    """,
    "nhan-su": """
    Mã hồ sơ;Họ và tên;Ngày sinh;Giới tính;Dân tộc;Số CCCD;Trình độ chuyên môn;Tổ chức
    000001HT;Trần Văn An;02/1975;Nam;Kinh;;Đại học;38.1.1
    000002HT;Lê Thị Bình;01/02/1975;Nữ;Kinh;;Đại học;38.2
    000003HT;Trần Văn An;02/1975;Nam;Kinh;;Đại học;38.1
    """,
    "ket-nap": """
    Mã hồ sơ;Loại;Số GCN bồi dưỡng nhận thức;Ngày cấp GCN;Điểm thi;Ngày chi bộ xét;Số quyết định;\
    Ngày quyết định;Ngày lễ kết nạp;Chi bộ;Số GCN đảng viên mới;Ngày cấp GCN đảng viên mới;\
    Số QĐ công nhận;Ngày QĐ công nhận;Số thẻ đảng viên;Nguồn giới thiệu
    000001HT;Kết nạp;;;;;1-QĐ;01/02/2008;10/02/2008;38.1.1;;;9-QĐ;01/03/2009;38000001;
    000002HT;Kết nạp;;;;;1-QĐ;01/02/2008;10/02/2008;38.2;;;9-QĐ;01/03/2009;38000002;
    000003HT;Quần chúng ưu tú;NT1;19/08/2020;70;;;;;;;;;;;Đoàn Thanh niên
    """,
    "xep-loai": """
    Mã hồ sơ;Năm;Mức xếp loại
    000001HT;2022;Hoàn thành tốt nhiệm vụ
    """,
    "bo-nhiem": """
    Mã hồ sơ;Mã chức danh;Thao tác;Số quyết định;Ngày quyết định;Ngày hiệu lực;Ngày nhận hồ sơ
    000001HT;G1;Bổ nhiệm;1-QĐ;01/03/2021;01/03/2021;
    000002HT;G2;Bổ nhiệm;2-QĐ;01/03/2021;01/03/2021;
    """,
    "ke-khai-tai-san": """
    Mã hồ sơ;Năm;Ngày kê khai
    000001HT;2022;15/12/2022
    """,
    "nhan-xet-cu-tru": """
    Mã hồ sơ;Năm;Ngày
    000001HT;2022;15/12/2022
    """,
    "chuong-trinh": """
    Mã tổ chức;Nội dung;Kỳ;Kết quả (%);Ngày;Ghi chú
    38.1;Kế hoạch kiểm tra, giám sát;2022;100;15/12/2022;
    38.2;Kế hoạch kiểm tra, giám sát;2022;40;15/12/2022;
    38.1.1;Chi bộ mẫu;2022;;30/11/2022;
    38.1;Kiểm tra;2022;;22/05/2022;
    38;Bồi dưỡng cấp ủy viên;2021;;15/06/2021;
    38;Bồi dưỡng cấp ủy viên;2023;;15/06/2023;
    38.1;Bài viết tuyên truyền;01/2022;;11/01/2022;
    38.1.1;Bài viết tuyên truyền;02/2022;;11/02/2022;
    38.1;Bài viết tuyên truyền;02/2022;;12/02/2022;
    38.2;Bài viết tuyên truyền;01/2022;;11/01/2022;
    38.2;Bài viết tuyên truyền;03/2022;;11/03/2022;
    """,
  ]
}

import Cadre
import Testing

@testable import Intake

@Suite struct SheetsTests {
  @Test func `the domain names the sheets that there are`() {
    #expect(SheetReceived.names == SheetKind.allCases.map(\.rawValue))
  }

  @Test func `every header is said once and belongs to a sheet`() {
    let headers = Column.allCases.map(\.header)
    #expect(Set(headers.map { Letters.nameIdentity($0) }).count == headers.count)
    #expect(Set(SheetKind.allCases.flatMap(\.columns)) == Set(Column.allCases))
  }

  @Test func `the specification's table of columns is what is read`() {
    // The columns of spec/intake.md, Sheets; those that may be absent are in brackets.
    let table = [
      "to-chuc|Mã tổ chức; Tên tổ chức; Loại hình; [Khối]; [Trực thuộc]; [Ngày thành lập]; [Số "
        + "quyết định]; [Ngày quyết định]",
      "chuc-danh|Mã chức danh; Tên chức danh; Tổ chức; Cấp chức danh; [Ngạch]; [Số "
        + "lượng]; [Cấp quyết định]",
      "nhan-su|Mã hồ sơ; Họ và tên; [Ngày sinh]; [Giới tính]; [Dân tộc]; [Số CCCD]; [Trình độ "
        + "chuyên môn]; Tổ chức",
      "ket-nap|Mã hồ sơ; Loại; [Số GCN bồi dưỡng nhận thức]; [Ngày cấp GCN]; [Điểm thi]; [Ngày "
        + "chi bộ xét]; [Số quyết định]; [Ngày quyết định]; [Ngày lễ kết nạp]; [Chi bộ]; [Số GCN "
        + "đảng viên mới]; [Ngày cấp GCN đảng viên mới]; [Số QĐ công nhận]; [Ngày QĐ công nhận]; "
        + "[Số thẻ đảng viên]; [Nguồn giới thiệu]",
      "ly-luan-chinh-tri|Mã hồ sơ; Trình độ; Loại văn bằng; [Cơ sở đào tạo]; Số hiệu; Ngày cấp",
      "sang-loc|Mã hồ sơ; Đợt; Ngày; Kết quả; [Căn cứ]; [Thời hạn giúp đỡ (tháng)]; [Số văn bản]",
      "ra-khoi-dang|Mã hồ sơ; Hình thức; [Lý do]; [Số quyết định]; [Ngày quyết định]; [Ngày hiệu "
        + "lực]",
      "xep-loai|Mã hồ sơ; Năm; Mức xếp loại",
      "xep-loai-to-chuc|Mã tổ chức; Năm; Mức xếp loại",
      "ky-luat|Mã hồ sơ; Hệ; Hình thức; Số quyết định; Ngày quyết định; [Ngày công bố]; [Số "
        + "QĐ hủy bỏ]; [Ngày QĐ hủy bỏ]",
      "ket-luan-chinh-tri|Mã hồ sơ; Mục đích; Kết quả; Số kết luận; Ngày kết luận",
      "quy-hoach|Mã hồ sơ; Mã chức danh; Nhiệm kỳ; Thao tác; [Số quyết định]; Ngày quyết "
        + "định; [Lý do]",
      "bo-nhiem|Mã hồ sơ; Mã chức danh; Thao tác; [Số quyết định]; [Ngày quyết định]; [Ngày "
        + "hiệu lực]; [Ngày nhận hồ sơ]; [Lý do]",
      "ke-khai-tai-san|Mã hồ sơ; Năm; Ngày kê khai; [Loại kê khai]",
      "chuyen-sinh-hoat|Mã hồ sơ; Loại; Từ tổ chức; Đến tổ chức; Ngày giới thiệu; [Ngày "
        + "tiếp nhận]; [Đến ngày]",
      "chuyen-to-chuc|Mã tổ chức; Thao tác; [Đến]; Số quyết định; Ngày quyết định; [Ngày bàn "
        + "giao]; [Số đảng viên]; [Trong đó dự bị]",
      "chuong-trinh|Mã tổ chức; Nội dung; Kỳ; [Kết quả (%)]; Ngày; [Ghi chú]",
      "nhan-xet-cu-tru|Mã hồ sơ; Năm; Ngày",
      // From spec/lists.md, Completeness.
      "pham-vi|Bảng; [Mã tổ chức]; Đầy đủ đến ngày",
    ]
    let ours = SheetKind.allCases.map { kind in
      let columns = kind.columns.map { kind.needed.contains($0) ? $0.header : "[\($0.header)]" }
      return kind.rawValue + "|" + columns.joined(separator: "; ")
    }
    #expect(ours == table)
  }

  @Test func `a sheet is known by its file's name`() {
    #expect(SheetKind(file: "nhan-su.csv") == .people)
    #expect(SheetKind(file: "XEP-LOAI-TO-CHUC.CSV") == .organisationRatings)
    for file in ["nhan-su", "expected.csv", "nhan-su.xlsx", ".csv"] {
      #expect(SheetKind(file: file) == nil)
    }
  }

  @Test func `columns are found in any order, case and form; unknown ones are named`() throws {
    let columns = try SheetColumns(
      of: .ratings, in: ["MỨC XẾP LOẠI", "Ghi chú", "Ma\u{303} hồ sơ", "", " năm"])
    #expect(columns[.grade] == 0)
    #expect(columns[.fileNumber] == 2)
    #expect(columns[.year] == 4)
    #expect(columns[.note] == nil)
    #expect(columns.unknown == ["Ghi chú"])
  }

  @Test func `a missing or doubled column is named`() {
    #expect(
      throws: SheetError.missingColumns(
        sheet: "xep-loai", columns: ["Năm", "Mức xếp loại"], first: "Mã hồ sơ")
    ) {
      try SheetColumns(of: .ratings, in: ["Mã hồ sơ"])
    }
    #expect(throws: SheetError.noColumns(sheet: "xep-loai", first: "DANH SÁCH | x")) {
      try SheetColumns(of: .ratings, in: ["DANH SÁCH", "x"])
    }
    #expect(
      throws: SheetError.missingColumns(
        sheet: "ra-khoi-dang", columns: ["Ngày hiệu lực"], first: "Mã hồ sơ | Hình thức")
    ) {
      try SheetColumns(of: .endings, in: ["Mã hồ sơ", "Hình thức"])
    }
    #expect(throws: SheetError.repeatedColumn(sheet: "xep-loai", column: "Năm")) {
      try SheetColumns(of: .ratings, in: ["Mã hồ sơ", "Năm", "năm", "Mức xếp loại"])
    }
  }

  @Test func `optional columns may be absent`() throws {
    let headers = SheetKind.positions.needed.map(\.header)
    let columns = try SheetColumns(of: .positions, in: headers)
    #expect(columns[.seats] == nil)
    #expect(columns[.positionClass] == 3)
  }

  @Test func `phrases mean codes and anything else means nothing`() {
    var grounds = CodeColumn(Labels.screeningGrounds)
    var endings = CodeColumn(Labels.endingGrounds)
    var reasons = CodeColumn(Labels.leavingReasons)
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    #expect(
      grounds.value(of: bytes("Hai năm liên tiếp không hoàn thành nhiệm vụ").span)
        == .unfulfilledTwoYears)
    #expect(grounds.value(of: bytes("Vi phạm nêu gương").span) == .exampleBreached)
    #expect(endings.value(of: bytes("Sàng lọc theo Chỉ thị 28").span) == .screening)
    #expect(reasons.value(of: bytes("Rà soát hằng năm").span) == .yearlyReview)
    #expect(reasons.value(of: bytes("một lý do lạ").span) == nil)
  }

  @Test func `no two codes of a column share a word`() {
    func distinct<Value: Hashable>(_ pairs: [(label: String, value: Value)]) -> Bool {
      Set(pairs.map { Letters.nameIdentity($0.label) }).count == pairs.count
    }
    #expect(distinct(Labels.organisationKinds))
    #expect(distinct(Labels.all(Sector.self)))
    #expect(distinct(Labels.all(PositionClass.self)))
    #expect(distinct(Labels.all(Grade.self)))
    #expect(distinct(Labels.all(ActivityKind.self)))
    #expect(distinct(Labels.all(OrganisationAction.self)))
    #expect(distinct(Labels.all(AppointmentAction.self)))
    #expect(distinct(Labels.all(LeavingReason.self)))
    #expect(distinct(Labels.all(EndingGround.self)))
  }
}

import Platform
import Terminal
import Testing

/// The sheets of an office made up for one test, written row by row.
struct InventedOffice {
  private var rows: [String: [String]] = [:]
  /// The number of people so far.
  private(set) var people = 0

  private static let headers = [
    "to-chuc":
      "Mã tổ chức;Tên tổ chức;Loại hình;Khối;Trực thuộc;Ngày thành lập;Số quyết định;Ngày quyết định",
    "chuc-danh": "Mã chức danh;Tên chức danh;Tổ chức;Cấp chức danh;Ngạch;Số lượng;Cấp quyết định",
    "nhan-su":
      "Mã hồ sơ;Họ và tên;Ngày sinh;Giới tính;Dân tộc;Số CCCD;Trình độ chuyên môn;Tổ chức",
    "ket-nap":
      "Mã hồ sơ;Loại;Số GCN bồi dưỡng nhận thức;Ngày cấp GCN;Điểm thi;Ngày chi bộ xét;"
      + "Số quyết định;Ngày quyết định;Ngày lễ kết nạp;Chi bộ;Số GCN đảng viên mới;"
      + "Ngày cấp GCN đảng viên mới;Số QĐ công nhận;Ngày QĐ công nhận;Số thẻ đảng viên",
    "xep-loai": "Mã hồ sơ;Năm;Mức xếp loại",
    "xep-loai-to-chuc": "Mã tổ chức;Năm;Mức xếp loại",
    "bo-nhiem":
      "Mã hồ sơ;Mã chức danh;Thao tác;Số quyết định;Ngày quyết định;Ngày hiệu lực;"
      + "Ngày nhận hồ sơ",
    "chuyen-sinh-hoat":
      "Mã hồ sơ;Loại;Từ tổ chức;Đến tổ chức;Ngày giới thiệu;Ngày tiếp nhận;Đến ngày",
    "chuyen-to-chuc":
      "Mã tổ chức;Thao tác;Đến;Số quyết định;Ngày quyết định;Ngày bàn giao;Số đảng viên;"
      + "Trong đó dự bị",
  ]

  /// Adds a row to a sheet, its cells parted by semicolons.
  mutating func row(_ sheet: String, _ cells: String) { rows[sheet, default: []].append(cells) }

  /// Adds an organisation founded in 1990; returns its code.
  @discardableResult
  mutating func organisation(
    _ code: String, _ kind: String = "Chi bộ cơ sở", under parent: String = "",
    sector: String = "Cơ quan"
  ) -> String {
    row("to-chuc", "\(code);Tổ chức \(code);\(kind);\(sector);\(parent);01/01/1990;;")
    return code
  }

  /// Adds a member admitted in 2010 and recognised in 2011, or a probationer since a ceremony;
  /// returns the file number.
  @discardableResult
  mutating func member(in organisation: String, probationerSince ceremony: String? = nil) -> String
  {
    people += 1
    let digits = String(people)
    let file = String(repeating: "0", count: 6 - digits.count) + digits + "HT"
    row("nhan-su", "\(file);Nguyễn Văn \(people);;Nam;Kinh;;Đại học;\(organisation)")
    let held = ceremony ?? "19/05/2010"
    let recognised = ceremony == nil ? "2-QĐ/ĐUK;20/05/2011" : ";"
    row("ket-nap", "\(file);Kết nạp;;;;;1-QĐ/ĐUK;\(held);\(held);;;;\(recognised);")
    return file
  }

  /// Adds official members to an organisation; returns their file numbers.
  @discardableResult
  mutating func members(_ count: Int, in organisation: String) -> [String] {
    (0..<count).map { _ in member(in: organisation) }
  }

  /// Writes what was added since into a folder of that name and imports it.
  mutating func bring(
    _ name: String, to ledger: TestLedger, complete sheets: String? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let path = "\(ledger.folder.path)/\(name)"
    try Files.makeFolder(path)
    for (sheet, lines) in rows {
      let text = try #require(Self.headers[sheet]) + "\n" + lines.joined(separator: "\n") + "\n"
      try Files.write(Array(text.utf8), to: "\(path)/\(sheet).csv")
    }
    rows = [:]
    let done = ledger.importing(path, sheets.map { "--complete \($0)" } ?? "")
    let warnings = done.errors.split(separator: "\n")
    // Its sheet of people says where they were first, and outside organisations are named.
    let isQuiet = warnings.allSatisfy {
      $0.contains("is a new organisation outside the ledger") || $0.contains(": the sheet says ")
    }
    #expect(
      done.status == (warnings.isEmpty ? .done : .warnings) && isQuiet, "\(done.errors)",
      sourceLocation: location)
  }
}

import Cadre
import Office
import Platform
import TestSupport

@testable import Intake

/// A ledger with an office of one union and three party bases (1.1, 1.2, 1.3), for sheets of a few
/// rows; imports are tried on 14/11/2023.
struct SmallOffice {
  let folder: TemporaryFolder
  let ledger: Ledger
  let now = Instant(milliseconds: 1_699_950_000_000)

  /// The header of nhan-su.
  static let people =
    "Mã hồ sơ;Họ và tên;Ngày sinh;Giới tính;Dân tộc;Số CCCD;Trình độ chuyên môn;Tổ chức\n"
  /// The header of chuyen-sinh-hoat.
  static let transfers =
    "Mã hồ sơ;Loại;Từ tổ chức;Đến tổ chức;Ngày giới thiệu;Ngày tiếp nhận;Đến ngày\n"
  /// The header of to-chuc.
  static let organisations =
    "Mã tổ chức;Tên tổ chức;Loại hình;Khối;Trực thuộc;Ngày thành lập;Số quyết định;Ngày quyết định\n"

  init() throws {
    folder = try TemporaryFolder()
    ledger = try Ledger.create(
      in: folder.path + "/ledger", actor: "test", now: Instant(milliseconds: 1_600_000_000_000))
  }

  /// What an import of the sheets reports, by name; with the office's own to-chuc unless given.
  func report(_ sheets: [String: String], isDryRun: Bool = false) throws -> ImportReport {
    try result(sheets, isDryRun: isDryRun).report
  }

  /// What an import of the sheets leaves behind.
  func result(_ sheets: [String: String], isDryRun: Bool = false) throws -> Import.Result {
    let path = folder.path + "/sheets"
    if Files.exists(path) { try Files.removeTree(path) }
    try Files.makeFolder(path)
    var sheets = sheets
    sheets["to-chuc"] =
      sheets["to-chuc"] ?? SmallOffice.organisations
      + "1;Đảng bộ Khối;Đảng bộ cấp trên cơ sở;;;01/01/2000;;\n"
      + (1...3).map { "1.\($0);Đảng bộ Sở \($0);Đảng bộ cơ sở;Cơ quan;1;01/01/2000;;\n" }.joined()
    for (name, text) in sheets {
      try Files.write(Array(text.utf8), to: "\(path)/\(name).csv")
    }
    return try Import([path], options: .init(actor: "test", isDryRun: isDryRun))
      .run(on: ledger, now: now)
  }
}

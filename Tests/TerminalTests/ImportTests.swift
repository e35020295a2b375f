import JSON
import Platform
import TestSupport
import Testing

@testable import Terminal

@Test func `an import says what became of every row`() throws {
  let ledger = try TestLedger()
  let first = ledger.importing(SampleSheets.folder("small"))
  #expect(first.status == .done)
  #expect(first.errors.isEmpty)
  #expect(
    first.output == """
      Sheet               Read  Recorded  Unchanged  Rejected
      ──────────────────  ────  ────────  ─────────  ────────
      to-chuc               11        11          0         0
      chuc-danh             47        47          0         0
      nhan-su               60        60          0         0
      ket-nap               60        60          0         0
      ly-luan-chinh-tri     44        44          0         0
      sang-loc             168       168          0         0
      xep-loai             292       292          0         0
      ky-luat                2         2          0         0
      ket-luan-chinh-tri    44        44          0         0
      quy-hoach             16        16          0         0
      bo-nhiem               5         5          0         0
      ke-khai-tai-san       53        53          0         0
      chuong-trinh         346       346          0         0
      Total               1148      1148          0         0
      Recorded 1463 events; the log has 1472

      """)
  let second = ledger.importing(SampleSheets.folder("small"))
  #expect(second.status == .done)
  #expect(second.output.contains("\nTotal               1148         0       1148         0\n"))
  #expect(second.output.hasSuffix("Nothing new to record; the log has 1472 events\n"))
  ledger.expectClean()
}

@Test func `a dry run says the same, records nothing and writes no files`() throws {
  let ledger = try TestLedger()
  let sheets = SampleSheets.folder("faulty")
  let dry = run(
    ["import", sheets, "--dry-run", "-O", "ndjson", "--ledger", ledger.path])
  #expect(dry.status == .warnings)
  #expect(ledger.cadre("status -O json").output.contains("\"events\": 9,"))
  #expect(ledger.importing(sheets, "-O ndjson").output == dry.output)
  ledger.expectClean()
}

@Test func `rejected rows are told by cell, with the reason and what to do`() throws {
  let ledger = try TestLedger()
  let outcome = ledger.importing(SampleSheets.folder("faulty"), language: "vi")
  #expect(outcome.status == .warnings)
  let rejections = outcome.output.split(separator: "\n").drop { !$0.hasPrefix("Dòng") }
  #expect(rejections.count == 24)
  for line in [
    "nhan-su:62:Họ và tên                         Ô “Họ và tên” trống mà phải có. Điền vào ô này.",
    "nhan-su:66                                   Một dòng trước đó nói khác. Dòng đầu được giữ; bỏ "
      + "một trong hai dòng.",
    "ket-nap:64:Ngày lễ kết nạp     45/03/2021    “45/03/2021” không phải là một ngày có thật. Viết "
      + "dd/mm/yyyy hoặc yyyy-mm-dd.",
    "… và 5 dòng bị từ chối nữa; xem tất cả ở “\(ledger.folder.path)/rejected”.",
    "Đã ghi 1420 sự kiện; sổ có 1429 sự kiện",
  ] { #expect(rejections.contains { $0 == line }, "\(line)") }
  #expect(
    outcome.errors.masked([
      (SampleSheets.folder("faulty"), "FAULTY"), (ledger.folder.path, "FOLDER"),
    ]) == """
      cadre: cảnh báo: “FAULTY/expected.csv” không phải là bảng, đã bỏ qua
      cadre: cảnh báo: nhan-su:2: hồ sơ 000001HT: bảng ghi tổ chức 38.168.001.000.001, theo sổ là \
      38.168.002.000.002; bổ sung bảng chuyen-sinh-hoat nếu đã chuyển
      cadre: các dòng bị từ chối, kèm lý do, ở “FOLDER/rejected”; sửa rồi chạy: \
      cadre import FOLDER/rejected

      """)
  ledger.expectClean()
}

@Test func `rows for machines are sheets, then all rejections`() throws {
  let ledger = try TestLedger()
  let outcome = ledger.importing(SampleSheets.folder("faulty"), "-O ndjson")
  let rows = try outcome.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  let sheets = rows.filter { $0["read"] != nil }
  let rejections = rows.filter { $0["kind"] != nil }
  #expect(sheets.count + rejections.count == rows.count)
  for sheet in sheets {
    #expect(
      sheet.object?.members.map(\.name) == ["sheet", "read", "recorded", "unchanged", "rejected"])
    let parts = ["recorded", "unchanged", "rejected"].compactMap { sheet[$0]?.integer }
    #expect(sheet["read"]?.integer == parts.reduce(0, +))
    let count = rejections.count { $0["sheet"] == sheet["sheet"] }
    #expect(sheet["rejected"]?.integer == Int64(count))
  }
  let names = ["sheet", "row", "column", "kind", "message"]
  for rejection in rejections { #expect(rejection.object?.members.map(\.name) == names) }
  let expected = try SampleSheets.text("\(SampleSheets.folder("faulty"))/expected.csv")
    .split { $0 == "\n" || $0 == "\r\n" }.dropFirst().map(String.init).sorted()
  let found = rejections.map { row in
    let line = row["row"]?.integer ?? 0
    return "\(row["sheet"]?.string ?? "");\(line);\(row["kind"]?.string ?? "")"
  }
  #expect(found.sorted() == expected)
}

@Test func `a changed value is a conflict whose message mends it`() throws {
  let ledger = try TestLedger()
  let sheets = "\(ledger.folder.path)/sheets"
  try SampleSheets.copy("small", to: sheets)
  ledger.importing(sheets)
  let file = "\(sheets)/xep-loai.csv"
  let text = try SampleSheets.text(file)
  let row = try #require(
    text.split(separator: "\r\n").first { $0.contains(";2019;Hoàn thành tốt") })
  let changed = row.replacing("Hoàn thành tốt nhiệm vụ", with: "Hoàn thành nhiệm vụ")
  try Files.write(Array(text.replacing(row, with: changed).utf8), to: file)
  let conflict = ledger.importing(sheets, "-O ndjson")
  #expect(conflict.status == .warnings)
  let rejection = try JSONValue(
    parsing: String(try #require(conflict.output.split(separator: "\n").last)))
  #expect(rejection["kind"]?.string == "conflict")
  let message = try #require(rejection["message"]?.string)
  #expect(message.contains("ledger “tasks fulfilled well”, sheet “tasks fulfilled”"))
  let command = "cadre import --correct --reason typingError \(sheets)"
  #expect(message.hasSuffix("If the sheet is right: \(command)"), "\(message)")
  let mended = ledger.cadre(command.split(separator: " ").dropFirst().map(String.init))
  #expect(mended.status == .done, "\(mended.errors)")
  #expect(mended.output.contains("tasks fulfilled well  tasks fulfilled\n"), "\(mended.output)")
  #expect(ledger.importing(sheets).status == .done)
  ledger.expectClean()
}

@Test func `what is no longer listed is a warning that says how to retract it`() throws {
  let ledger = try TestLedger()
  let sheets = "\(ledger.folder.path)/sheets"
  try SampleSheets.copy("small", to: sheets)
  ledger.importing(sheets)
  let file = "\(sheets)/ky-luat.csv"
  let lines = try SampleSheets.text(file).split(separator: "\r\n")
  try Files.write(Array((lines.dropLast().joined(separator: "\r\n") + "\r\n").utf8), to: file)
  let outcome = ledger.importing(sheets)
  #expect(outcome.status == .warnings)
  #expect(outcome.errors.hasPrefix("cadre: warning: ky-luat: event "))
  #expect(outcome.errors.contains("is no longer listed; if it was wrong: cadre retract "))
  #expect(outcome.errors.split(separator: "\n").count == 1)
  ledger.expectClean()
}

@Test func `many warnings of one kind are told by their number`() throws {
  let ledger = try TestLedger()
  let sheets = "\(ledger.folder.path)/sheets"
  try SampleSheets.copy("small", to: sheets)
  ledger.importing(sheets)
  let file = "\(sheets)/xep-loai.csv"
  // A sheet without rows would claim nothing.
  let lines = try SampleSheets.text(file).split(separator: "\r\n").prefix(2)
  try Files.write(Array((lines.joined(separator: "\r\n") + "\r\n").utf8), to: file)
  let outcome = ledger.importing(sheets)
  #expect(outcome.status == .warnings)
  let said = outcome.errors.split(separator: "\n")
  #expect(said.count == 11)
  #expect(said.last == "cadre: warning: … and 281 more of this kind")
}

@Test func `a reject file is kept when another replaces it, and named when it has done its work`()
  throws
{
  let ledger = try TestLedger()
  let sheets = "\(ledger.folder.path)/sheets"
  let rejects = "\(ledger.folder.path)/rejected"
  try SampleSheets.copy("small", to: sheets)
  let file = "\(sheets)/xep-loai.csv"
  let whole = try SampleSheets.text(file)
  func write(_ line: String, to path: String) throws {
    try Files.write(Array((whole + line + "\r\n").utf8), to: path)
  }
  try write("000024HT;2018;Tốt", to: file)
  ledger.importing(sheets)
  let first = try SampleSheets.text("\(rejects)/xep-loai.csv")
  // The same again changes no file.
  #expect(!ledger.importing(sheets).errors.contains("earlier"))
  try write("000024HT;2017;Tốt", to: file)
  #expect(
    ledger.importing(sheets).errors.contains(
      "“\(rejects)/xep-loai.csv” of an earlier import is now “\(rejects)/earlier/xep-loai.csv”"))
  #expect(try SampleSheets.text("\(rejects)/earlier/xep-loai.csv") == first)
  let mended = try SampleSheets.text("\(rejects)/xep-loai.csv")
    .replacing(";Tốt;", with: ";Hoàn thành tốt nhiệm vụ;")
  try Files.write(Array(mended.utf8), to: "\(rejects)/xep-loai.csv")
  let settled = ledger.importing(rejects)
  #expect(settled.status == .done)
  #expect(
    settled.errors
      == "cadre: every row of \(rejects)/xep-loai.csv is recorded; remove it once the original "
      + "sheet is mended too\n")
  ledger.expectClean()
}

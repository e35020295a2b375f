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
      pham-vi               11        11          0         0
      Total               1159      1159          0         0

      Claimed complete    For  Until       People: absent means none  People: open, rows rejected
      ──────────────────  ───  ──────────  ─────────────────────────  ───────────────────────────
      bo-nhiem            all  01/11/2026                         60                            0
      chuong-trinh        all  01/11/2026                         60                            0
      ke-khai-tai-san     all  01/11/2026                         60                            0
      ket-luan-chinh-tri  all  01/11/2026                         60                            0
      ket-nap             all  01/11/2026                         60                            0
      ky-luat             all  01/11/2026                         60                            0
      ly-luan-chinh-tri   all  01/11/2026                         60                            0
      nhan-su             all  01/11/2026                         60                            0
      quy-hoach           all  01/11/2026                         60                            0
      sang-loc            all  01/11/2026                         60                            0
      xep-loai            all  01/11/2026                         60                            0
      Recorded 1475 events; the log has 1484

      """)
  let second = ledger.importing(SampleSheets.folder("small"))
  #expect(second.status == .done)
  #expect(second.output.contains("\nTotal               1159         0       1159         0\n"))
  #expect(second.output.hasSuffix("Nothing new to record; the log has 1484 events\n"))
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
  let lines = outcome.output.split(separator: "\n")
  let rejections = lines.drop { !$0.hasPrefix("Dòng") }.prefix { !$0.hasPrefix("Bảng được") }
  #expect(rejections.count == 23)
  for line in [
    "nhan-su:62:Họ và tên                         Ô “Họ và tên” trống mà phải có. Điền vào ô này.",
    "nhan-su:66                                   Một dòng trước đó nói khác. Dòng đầu được giữ; bỏ "
      + "một trong hai dòng.",
    "ket-nap:64:Ngày lễ kết nạp     45/03/2021    “45/03/2021” không phải là một ngày có thật. Viết "
      + "dd/mm/yyyy hoặc yyyy-mm-dd.",
    "… và 5 dòng bị từ chối nữa; xem tất cả ở “\(ledger.folder.path)/rejected”.",
    "Đã ghi 1433 sự kiện; sổ có 1442 sự kiện",
  ] { #expect(lines.contains { $0 == line }, "\(line)") }
  #expect(
    outcome.errors.masked([
      (SampleSheets.folder("faulty"), "FAULTY"), (ledger.folder.path, "FOLDER"),
    ]) == """
      cadre: cảnh báo: “FAULTY/expected.csv” không phải là bảng, đã bỏ qua
      cadre: cảnh báo: nhan-su: 1 số CCCD không khớp năm sinh hoặc giới tính của dòng: 900004HT \
      (nhan-su:65)
      cadre: cảnh báo: nhan-su:2: hồ sơ 000001HT: bảng ghi tổ chức 38.168.001.000.001, theo sổ là \
      38.168.002.000.002; bổ sung bảng chuyen-sinh-hoat nếu đã chuyển
      cadre: các dòng bị từ chối, kèm lý do, ở “FOLDER/rejected”; sửa rồi chạy: \
      cadre import FOLDER/rejected

      """)
  ledger.expectClean()
}

@Test func `rows for machines are sheets, then all rejections, then claims`() throws {
  let ledger = try TestLedger()
  let outcome = ledger.importing(SampleSheets.folder("faulty"), "-O ndjson")
  let rows = try outcome.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  let sheets = rows.filter { $0["read"] != nil }
  let rejections = rows.filter { $0["kind"] != nil }
  let claims = rows.filter { $0["claimed"] != nil }
  #expect(sheets.count + rejections.count + claims.count == rows.count)
  #expect(claims.count == 12)
  for claim in claims {
    #expect(
      claim.object?.members.map(\.name) == [
        "claimed", "organisation", "until", "unchanged", "people", "open",
      ])
  }
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
    parsing: String(
      try #require(conflict.output.split(separator: "\n").first { $0.contains("\"conflict\"") })))
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

@Test func `what a complete sheet no longer has is told by its number, and listed when asked`()
  throws
{
  let ledger = try TestLedger()
  let sheets = "\(ledger.folder.path)/sheets"
  try SampleSheets.copy("small", to: sheets)
  ledger.importing(sheets)
  let file = "\(sheets)/ky-luat.csv"
  let lines = try SampleSheets.text(file).split(separator: "\r\n")
  try Files.write(Array((lines.dropLast().joined(separator: "\r\n") + "\r\n").utf8), to: file)
  let outcome = ledger.importing(sheets)
  #expect(outcome.status == .warnings)
  #expect(
    outcome.errors == """
      cadre: warning: ky-luat: this complete sheet no longer has 1 recorded event; to see each: \
      --details, or -O ndjson

      """)
  #expect(!outcome.output.contains("No longer listed"))
  let details = ledger.importing(sheets, "--details --dry-run")
  #expect(
    details.output.contains("No longer listed  Event  Type         Of\n"), "\(details.output)")
  #expect(details.output.contains("ky-luat"))
  // A sheet that nobody claims says nothing of whom it does not list.
  try Files.remove("\(sheets)/pham-vi.csv")
  #expect(ledger.importing(sheets).errors.isEmpty)
  ledger.expectClean()
}

@Test func `a complete sheet of less than half the rows is refused, unless it is meant`() throws {
  let ledger = try TestLedger()
  let sheets = "\(ledger.folder.path)/sheets"
  try SampleSheets.copy("small", to: sheets)
  ledger.importing(sheets)
  let file = "\(sheets)/xep-loai.csv"
  let lines = try SampleSheets.text(file).split(separator: "\r\n")
  try Files.write(
    Array((lines.prefix(146).joined(separator: "\r\n") + "\r\n").utf8), to: file)
  let refused = ledger.importing(sheets)
  #expect(refused.status == .warnings)
  #expect(
    refused.output.contains(
      "pham-vi:12:Bảng  145    The sheet has 145 rows, the last complete one had 292. See whether it "
        + "is only part of the sheet; if it is all, import it again with --shrunk.\n"),
    "\(refused.output)")
  let meant = ledger.importing(sheets, "--shrunk")
  #expect(meant.errors.contains("xep-loai: this complete sheet no longer has 147 recorded events"))
  ledger.expectClean()
}

@Test func `without a claim the import says what is still to be claimed, and how`() throws {
  let ledger = try TestLedger()
  let sheets = "\(ledger.folder.path)/sheets"
  try SampleSheets.copy("small", to: sheets)
  try Files.remove("\(sheets)/pham-vi.csv")
  let said = ledger.importing(sheets)
  #expect(said.status == .done)
  #expect(
    said.output.contains(
      """
      Not claimed complete  Verdicts that wait
      ────────────────────  ──────────────────
      ket-nap                                0
      quy-hoach                              0
      ly-luan-chinh-tri                      0
      ky-luat                                6
      bo-nhiem                               0
      Nobody claims that these sheets tell all, so not being in them means nothing yet. Once a \
      sheet has everybody, import it with pham-vi.csv and its line:
        ket-nap;;18/11/2026
        quy-hoach;;18/11/2026
        ly-luan-chinh-tri;;18/11/2026
        ky-luat;;18/11/2026
        bo-nhiem;;18/11/2026

      """), "\(said.output)")
  #expect(ledger.cadre("ready --verdict ready --on 2026-11-01 -O ndjson").output.isEmpty)
  let claimed = ledger.importing(
    sheets, "--complete ket-nap,quy-hoach,ly-luan-chinh-tri,ky-luat,bo-nhiem")
  #expect(!claimed.output.contains("Not claimed complete"))
  #expect(!ledger.cadre("ready --verdict ready --on 2026-11-01 -O ndjson").output.isEmpty)
  ledger.expectClean()
}

@Test func `many warnings of one kind are told by their number`() throws {
  let ledger = try TestLedger()
  let sheets = "\(ledger.folder.path)/sheets"
  try SampleSheets.copy("small", to: sheets)
  ledger.importing(sheets)
  for number in 1...12 { try Files.write(Array("x".utf8), to: "\(sheets)/note-\(number).txt") }
  let outcome = ledger.importing(sheets)
  #expect(outcome.status == .warnings)
  let said = outcome.errors.split(separator: "\n")
  #expect(said.count == 11)
  #expect(said.last == "cadre: warning: … and 2 more of this kind")
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

import Glibc
import Platform
import TestSupport
import Testing

@testable import Terminal

/// A folder with one sheet of those bytes.
private func folder(_ ledger: TestLedger, _ name: String, _ bytes: [UInt8]) throws -> String {
  let path = "\(ledger.folder.path)/sheets"
  try Files.makeFolder(path)
  try Files.write(bytes, to: "\(path)/\(name).csv")
  return path
}

/// Expects that nothing was recorded, and that the store is whole.
private func expectUntouched(
  _ ledger: TestLedger, _ location: SourceLocation = #_sourceLocation
) {
  #expect(
    ledger.cadre("status -O json").output.contains("\"events\": 9,"), sourceLocation: location)
  ledger.expectClean(location)
}

@Test func `a missing folder is no input`() throws {
  let ledger = try TestLedger()
  let outcome = ledger.cadre("import /nowhere/sheets")
  #expect(outcome.status == .noInput)
  #expect(
    outcome.errors
      == "cadre: there is no “/nowhere/sheets”.\n  Check the path; nothing was recorded.\n")
  expectUntouched(ledger)
}

@Test func `a folder without sheets is told which names are looked for`() throws {
  let ledger = try TestLedger()
  let path = try folder(ledger, "danh-sach", Array("a;b\r\n".utf8))
  let outcome = ledger.importing(path)
  #expect(outcome.status == .badData)
  #expect(outcome.errors.contains("there is no sheet to import in “\(path)”"))
  #expect(outcome.errors.contains("to-chuc.csv, chuc-danh.csv, nhan-su.csv"))
  #expect(outcome.errors.contains("cadre template DIR"))
  expectUntouched(ledger)
}

@Test(arguments: [
  ([0xFF, 0xFE, 0x4D, 0x00], "is UTF-16, not UTF-8"),
  (Array("Mã hồ sơ;N".utf8) + [0xE3, 0x6D], "is not UTF-8: byte 14, line 1"),
  (Array("M\u{00}\u{00}\u{00}".utf8), "is UTF-16, not UTF-8"),
])
func `a sheet of another encoding is refused whole`(bytes: [UInt8], words: String) throws {
  let ledger = try TestLedger()
  let path = try folder(ledger, "xep-loai", bytes)
  let outcome = ledger.importing(path)
  #expect(outcome.status == .badData)
  #expect(outcome.errors.contains("“\(path)/xep-loai.csv” \(words)"), "\(outcome.errors)")
  #expect(outcome.errors.contains("Save it again as “CSV UTF-8”. Nothing was recorded;"))
  expectUntouched(ledger)
}

@Test(arguments: [
  ("Mã hồ sơ;Năm;Năm;Mức xếp loại", "has the column “Năm” twice"),
  ("Mã hồ sơ;Năm", "lacks the column “Mức xếp loại”"),
  ("", "is empty; it has no column titles"), ("\"Mã hồ sơ;Năm", "has a quote that nothing closes"),
])
func `a header that cannot be read is refused whole`(header: String, words: String) throws {
  let ledger = try TestLedger()
  let path = try folder(ledger, "xep-loai", Array(header.utf8))
  let outcome = ledger.importing(path)
  #expect(outcome.status == .badData)
  #expect(outcome.errors.contains(words), "\(outcome.errors)")
  expectUntouched(ledger)
}

@Test func `everything that is wrong with the titles of all sheets is one message`() throws {
  let ledger = try TestLedger()
  let path = try folder(ledger, "xep-loai", Array("Mã hồ sơ\n".utf8))
  try Files.write(Array("Mã hồ sơ;Tổ chức\n".utf8), to: "\(path)/nhan-su.csv")
  try Files.write(Array("DANH SÁCH KỶ LUẬT\n".utf8), to: "\(path)/ky-luat.csv")
  let outcome = ledger.importing(path)
  #expect(outcome.status == .badData)
  for words in [
    "“nhan-su” lacks the column “Họ và tên”",
    "“xep-loai” lacks the columns “Năm”, “Mức xếp loại”",
    "the first line was read as: DANH SÁCH KỶ LUẬT",
  ] { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
  expectUntouched(ledger)
}

@Test(arguments: ["NguyÔn V¨n ¸nh", "Nguyeãn Vaên AÙnh"])
func `names of an old encoding are refused with the first of them`(name: String) throws {
  let ledger = try TestLedger()
  let text = "Mã hồ sơ;Họ và tên;Tổ chức\n1;An;38.1\n2;\(name);38.1\n"
  let outcome = ledger.importing(try folder(ledger, "nhan-su", Array(text.utf8)))
  #expect(outcome.status == .badData)
  #expect(outcome.errors.contains("nhan-su:3:Họ và tên: “\(name)”"), "\(outcome.errors)")
  #expect(outcome.errors.contains("UniKey"))
  expectUntouched(ledger)
}

@Test func `a half row, a cell over the limit and a broken quote are rejected, the rest recorded`()
  throws
{
  let ledger = try TestLedger()
  let path = "\(ledger.folder.path)/sheets"
  try SampleSheets.copy("small", to: path)
  let file = "\(path)/xep-loai.csv"
  let long = String(repeating: "x", count: 65_537)
  let added =
    "000001HT;2030\r\n000001HT;2031;\(long)\r\n000001HT;2032;\"Hoàn thành\" tốt\r\n"
    + "000001HT;30/02/2030;Hoàn thành tốt nhiệm vụ\r\n"
  try Files.write(Array((try SampleSheets.text(file) + added).utf8), to: file)
  let outcome = ledger.importing(path)
  #expect(outcome.status == .warnings)
  #expect(outcome.output.contains("xep-loai             296       292          0         4\n"))
  for words in [
    "The row has only 2 cells and ends before “Mức xếp loại”, which is needed. Fill in the cells that are missing.",
    "A cell has more than 65536 bytes. Shorten it.",
    "A quote is not closed, or text follows its end.",
    "“30/02/2030” is no value of the column “Năm”. Write a year of four digits.",
  ] { #expect(outcome.output.contains(words), "\(words)") }
  ledger.expectClean()
}

@Test func `30 February is no day, in a sheet or on the line`() throws {
  let ledger = try TestLedger()
  let path = try folder(
    ledger, "to-chuc",
    Array(
      ("Mã tổ chức;Tên tổ chức;Loại hình;Khối;Trực thuộc;Ngày thành lập;Số quyết định;"
        + "Ngày quyết định\r\n1;Đảng bộ;Đảng bộ cấp trên cơ sở;;;30/02/2020;1-QĐ;01/02/2020\r\n")
        .utf8))
  let outcome = ledger.importing(path)
  #expect(outcome.status == .warnings)
  #expect(
    outcome.output.contains(
      "to-chuc:2:Ngày thành lập  30/02/2020  “30/02/2020” is no day of the calendar. Write "
        + "dd/mm/yyyy or yyyy-mm-dd."), "\(outcome.output)")
  #expect(ledger.cadre("rules show --on 2023-02-30").status == .usage)
  ledger.expectClean()
}

@Test func `a ledger that is none is left alone`() throws {
  let folder = try Folder()
  for line in ["status", "verify", "checkpoint", "import x", "rules list"] {
    let outcome = run(line + " --ledger \(folder.path)")
    #expect(outcome.status == .noInput)
    #expect(outcome.errors.hasPrefix("cadre: there is no ledger in “\(folder.path)”."))
  }
  #expect(try Files.list(folder.path).isEmpty)
  try Files.makeFolder("\(folder.path)/log")
  try Files.write(Array("not a store".utf8), to: "\(folder.path)/log/data.mdb")
  let outcome = run("status --ledger \(folder.path)")
  #expect(outcome.status == .violation)
  #expect(try SampleSheets.text("\(folder.path)/log/data.mdb") == "not a store")
}

@Test func `a folder that holds something becomes no ledger`() throws {
  let ledger = try TestLedger()
  let again = ledger.cadre("init")
  #expect(again.status == .cannotCreate)
  #expect(again.errors.contains("“\(ledger.path)” is there and not empty."))
  try Files.write([1], to: "\(ledger.folder.path)/file")
  #expect(run("init --ledger \(ledger.folder.path)").status == .cannotCreate)
  #expect(run("init --ledger /proc/nowhere/ledger").status == .cannotCreate)
  expectUntouched(ledger)
}

@Test func `an init that was cut short is finished by doing it again`() throws {
  let folder = try Folder()
  try Files.makeFolder("\(folder.path)/ledger/log")
  try Files.write([], to: "\(folder.path)/ledger/log/data.mdb")
  #expect(run("status --ledger \(folder.path)/ledger").status == .noInput)
  #expect(run("init --ledger \(folder.path)/ledger").status == .done)
  #expect(run("verify --ledger \(folder.path)/ledger").status == .done)
}

@Test func `a rule set that is none makes no ledger`() throws {
  let folder = try Folder()
  let file = "\(folder.path)/rules.json"
  try Files.write(Array("{}".utf8), to: file)
  let outcome = run("init --ledger \(folder.path)/ledger --rules \(file)")
  #expect(outcome.status == .badData)
  #expect(outcome.errors.hasPrefix("cadre: the rule set “\(file)” cannot be read: 1:1"))
  #expect(run("init --ledger \(folder.path)/ledger --rules /nowhere/x").status == .noInput)
  #expect(!Files.exists("\(folder.path)/ledger"))
}

@Test(arguments: [
  ("import x --correct", "needs the option “--reason”"),
  ("import x --reason typingError", "needs the option “--correct”"),
  ("import x --correct --reason nosuch", "--reason: there is no “nosuch”."),
  ("import x --corect", "has no option “--corect”.\n  Did you mean “--correct”?"),
  ("import", "the command “import” is not complete."),
  ("sample x --people 99999999999 --seed 1", "--people: 99999999999 is too many."),
  ("sample x --people ten --seed 1", "--people: “ten” is not a whole number from 0."),
  ("status -O yaml", "-O: there is no “yaml”."),
])
func `a line that asks for what there is not is a usage error`(line: String, words: String) throws {
  let ledger = try TestLedger()
  let outcome = ledger.cadre(line)
  #expect(outcome.status == .usage)
  #expect(outcome.errors.contains(words), "\(outcome.errors)")
  expectUntouched(ledger)
}

@Test func `sheets complete for nobody's organisation are no input`() throws {
  let ledger = try TestLedger()
  let outcome = ledger.importing(SampleSheets.folder("small"), "--complete ky-luat@99.1")
  #expect(outcome.status == .noInput)
  #expect(outcome.errors.contains("--complete: no organisation has the code “99.1”"))
  expectUntouched(ledger)
}

@Test func `a checkpoint that is none is bad data`() throws {
  let ledger = try TestLedger()
  let file = "\(ledger.folder.path)/x"
  try Files.write(Array("hello\n".utf8), to: file)
  let outcome = ledger.cadre(["verify", "--expect", file])
  #expect(outcome.status == .badData)
  #expect(outcome.errors.hasPrefix("cadre: “\(file)” is not a checkpoint"))
  #expect(ledger.cadre("verify --expect /nowhere/x").status == .noInput)
}

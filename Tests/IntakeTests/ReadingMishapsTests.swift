import Testing

@testable import Intake

private let people =
  "Mã hồ sơ;Họ và tên;Ngày sinh;Giới tính;Dân tộc;Số CCCD;Trình độ chuyên môn;Tổ chức"

private func read(_ text: String, _ name: String = "nhan-su") throws -> Sheet {
  try Sheet(name: name, file: name + ".csv", bytes: Array(text.utf8))
}

private func codes(_ sheet: Sheet) -> [String] { (0..<sheet.count).map { sheet.text($0, 0) } }

/// What spreadsheets and people do to CSV.
@Suite struct ReadingMishapsTests {
  @Test func `a row that ends early is filled where what is missing may be empty`() throws {
    let header = "Mã hồ sơ;Đợt;Ngày;Kết quả;Căn cứ;Thời hạn giúp đỡ (tháng);Số văn bản"
    let sheet = try read("\(header)\n1;2;3;4\n1;2;3\n1;2;3;4;5\n", "sang-loc")
    #expect(sheet.count == 2)
    #expect(sheet.text(0, 6) == "" && sheet.text(1, 4) == "5")
    #expect(sheet.malformed.map(\.fault) == [.short(found: 3, missing: 3)])
    #expect(sheet.malformed.first?.column == 3)
  }

  @Test(arguments: ["sep=;", "SEP=;", "\"sep=;\"", "sep=;;;;"])
  func `the line by which Excel is told the separator is read`(hint: String) throws {
    let sheet = try read("\u{FEFF}\(hint)\r\na;b,c\r\n1;2\r\n", "other")
    #expect(sheet.headers == ["a", "b,c"])
    #expect(sheet.line(0) == 3)
  }

  @Test func `the hint decides what the header leaves open`() throws {
    #expect(try read("sep=|\na,b|c,d,e\n1|2\n", "other").headers == ["a,b", "c,d,e"])
    #expect(try read("sep=abc;x\n1;2\n", "other").headers == ["sep=abc", "x"])
  }

  @Test func `a carriage return alone ends a line`() throws {
    let text = "a;b\r1;2\r3;4\r"
    let sheet = try read(text, "other")
    #expect(codes(sheet) == ["1", "3"])
    #expect(sheet.file == Array(text.utf8))
  }

  @Test(arguments: ["Mã hồ sơ *", "Mã hồ sơ*", "Mã hồ sơ (bắt buộc)", "MÃ HỒ SƠ (*):"])
  func `a mark behind a title is not part of it`(title: String) throws {
    let columns = try SheetColumns(of: .ratings, in: [title, "Năm", "Mức xếp loại"])
    #expect(columns[.fileNumber] == 0)
  }

  @Test func `a quote that swallows rows is said, and each of them is read`() throws {
    for (open, close, from) in [("\"Lê A", "Lê B\"", 1), ("Lê A", "Lê B", 0)] {
      let text = """
        \(people)
        000001HT;\(open);04/06/1985;Nam;Kinh;;Đại học;38.1
        000002HT;Hà;04/06/1985;Nam;Kinh;;Đại học;38.1
        000003HT;\(close);05/07/1990;Nữ;Kinh;;Đại học;38.1
        000004HT;An;05/07/1990;Nữ;Kinh;;Đại học;38.1
        """
      let sheet = try read(text)
      #expect(
        codes(sheet) == (from == 1 ? ["000002HT", "000004HT"] : (1...4).map { "00000\($0)HT" }))
      #expect(
        sheet.malformed.map(\.fault)
          == (from == 1 ? [.swallowed(through: 4), .strayQuote(from: 2)] : []))
      #expect(sheet.read == 4)
    }
  }

  @Test func `a quote that swallows more than a cell may hold is said the same way`() throws {
    let rows = (10_000..<12_000).map { "\($0)HT;An;05/07/1990;Nữ;Kinh;;Đại học;38.1" }
    let text = ([people, "9HT;\"Lê;1990;Nữ;;;;38.1"] + rows + ["8HT;Hà\";1990;Nữ;;;;38.1"])
      .joined(separator: "\n")
    let sheet = try read(text)
    #expect(sheet.count == 2_000)
    #expect(
      sheet.malformed.map(\.fault) == [.swallowed(through: 2_003), .strayQuote(from: 2)])
  }

  @Test func `a note of several lines with separators stays a note`() throws {
    let header = "Mã tổ chức;Nội dung;Kỳ;Kết quả (%);Ngày;Ghi chú"
    let sheet = try read(
      "\(header)\n38.1;Kiểm tra;2021;5;01/02/2021;\"một; hai\nba; bốn\"\n", "chuong-trinh")
    #expect(sheet.malformed.isEmpty)
    #expect(sheet.text(0, 5) == "một; hai\nba; bốn")
  }
}

/// TCVN3 and VNI, and what must not be taken for them.
@Suite struct OldLettersTests {
  private func sign(_ text: String) -> OldLetters.Sign {
    OldLetters.sign(of: Array(text.utf8).span)
  }

  @Test(arguments: [
    "NguyÔn V¨n ¸nh", "TrÇn ThÞ Hoµ", "NguyÔn", "Lª V¨n T¸m", "ViÖt", "§ång", "Q§/§U", "c«ng",
  ])
  func `TCVN3 is seen`(name: String) { #expect(sign(name) == .sure(.tcvn3)) }

  @Test(arguments: ["Nguyeãn Vaên AÙnh", "Traàn Thò Hoaø", "Tieán", "Leâ Vaên Taâm", "Höôùng"])
  func `VNI is seen`(name: String) { #expect(sign(name) == .sure(.vni)) }

  @Test(arguments: [
    "Lê Hoà", "Trà My", "LÊ VÂN", "Hoàn Kiếm", "Tô Hoài", "Nguyễn Văn Ánh", "Y Ê Ban",
    "H'Hen Niê", "Ksor H'Ñia", "Y Ñô Kđoh", "Aê Diê", "Y Blaê", "ƀih", "Rơ Châm H'čoi", "Siu ŏng",
    "Hélène", "François", "Benoît", "Œuvre", "Moïse", "Noël", "Août", "Où", "Dvořák", "Černý",
    "Šárka", "José", "Muñoz", "QÐ", "12-QÐ/TW", "ABC® ", "«Nguyễn»", "§ 5", "m²", "Đà Nẵng",
  ])
  func `names of other languages are not`(name: String) {
    let sign = sign(name)
    #expect(sign == .none, "\(name): \(sign)")
  }

  @Test(arguments: ["Anaïs", "Raphaël", "Raúl", "Lê ThanhÁnh"])
  func `what may be a foreign name or a space left out needs others beside it`(name: String) throws
  {
    let header = "Mã hồ sơ;Họ và tên;Tổ chức\n"
    func columns(_ rows: [String]) throws {
      let sheet = try read(header + rows.map { "1;\($0);38.1" }.joined(separator: "\n"))
      try OldLetters.refuse(.people, sheet, try SheetColumns(of: .people, in: sheet.headers))
    }
    try columns([name] + (0..<4).map { _ in "An" })
    #expect(throws: SheetError.self) { try columns(["Phaïm An", "Baûy", "Toaùn"]) }
  }
}

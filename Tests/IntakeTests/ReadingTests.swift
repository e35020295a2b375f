import Testing

@testable import Intake

private func read(_ text: String) throws -> Sheet { try read(Array(text.utf8)) }

private func read(_ bytes: [UInt8]) throws -> Sheet {
  try Sheet(name: "nhan-su", file: "nhan-su.csv", bytes: bytes)
}

private func rows(_ sheet: Sheet) -> [[String]] {
  (0..<sheet.count).map { row in sheet.headers.indices.map { sheet.text(row, $0) } }
}

@Suite struct ReadingTests {
  @Test(arguments: [";", ",", "\t", "|"])
  func `the separator is found from the header`(separator: String) throws {
    let sheet = try read("a\(separator)b\n1\(separator)2\n")
    #expect(sheet.headers == ["a", "b"])
    #expect(rows(sheet) == [["1", "2"]])
  }

  @Test func `a comma inside a quoted header is no separator`() throws {
    let sheet = try read("\"a,b,c,d\";e\n1;2\n")
    #expect(sheet.headers == ["a,b,c,d", "e"])
  }

  @Test func `byte order mark and either line break are accepted`() throws {
    for lineBreak in ["\n", "\r\n"] {
      for mark in ["", "\u{FEFF}"] {
        for end in ["", lineBreak] {
          let sheet = try read("\(mark)a;b\(lineBreak)1;2\(lineBreak)3;\(end)")
          #expect(rows(sheet) == [["1", "2"], ["3", ""]])
          #expect([sheet.line(0), sheet.line(1)] == [2, 3])
        }
      }
    }
  }

  @Test func `quoted cells hold separators, doubled quotes and line breaks`() throws {
    let sheet = try read("a;b\r\n\"1;\"\"x\"\"\r\ny\";\"\"\r\n\"2\" ;3\r\n")
    #expect(rows(sheet) == [["1;\"x\"\r\ny", ""], ["2", "3"]])
    #expect([sheet.line(0), sheet.line(1)] == [2, 4])
    #expect(String(copying: sheet.raw(0)) == "\"1;\"\"x\"\"\r\ny\";\"\"")
  }

  @Test func `cells are trimmed, no-break spaces are spaces, text is NFC`() throws {
    let sheet = try read(
      "a;b\n \u{A0}Nguye\u{302}\u{303}n\u{202F}Thị\u{2007} ; \u{A0}\n\"\u{A0}Đ\u{1EA1}t \";–\n")
    #expect(rows(sheet) == [["Nguyễn Thị", ""], ["Đạt", "–"]])
    #expect(Array(sheet.text(0, 0).unicodeScalars.map(\.value)).contains(0x1EC5))
  }

  @Test func `blank lines are skipped and do not disturb the numbers of lines`() throws {
    let sheet = try read("\n\na;b\n\n1;2\n \u{A0}\n;;\n; \n3;4\n\n")
    #expect(rows(sheet) == [["1", "2"], ["3", "4"]])
    #expect([sheet.line(0), sheet.line(1)] == [5, 9])
    #expect(sheet.malformed.isEmpty)
  }

  @Test func `more fields than the header's spoil that row only, unless they are empty`() throws {
    let text = "a;b\n1\n1;2\n1;2;3\n3;4;;\n"
    let sheet = try Sheet(name: "other", file: "other.csv", bytes: Array(text.utf8))
    #expect(rows(sheet) == [["1", "2"], ["3", "4"]])
    #expect(sheet.malformed.map(\.line) == [2, 4])
    #expect(sheet.malformed.last?.fault == .fields(found: 3, expected: 2))
    #expect(sheet.malformed.map { String(copying: sheet.raw($0)) } == ["1", "1;2;3"])
    #expect(sheet.read == 4)
  }

  @Test func `a quote that nothing closes spoils its row, not the rest of the file`() throws {
    let sheet = try read("a;b\r\n1;2\r\n\"3;4\r\n5;6\r\n7;8\r\n")
    #expect(rows(sheet) == [["1", "2"], ["5", "6"], ["7", "8"]])
    #expect(sheet.malformed.map(\.line) == [3])
    #expect(sheet.malformed.map(\.fault) == [.quote])
    #expect([sheet.line(1), sheet.line(2)] == [4, 5])
  }

  @Test func `a quote closed by the opening of another cell is noticed`() throws {
    let sheet = try read("a;b\n1;\"2\n3;4\n\"5\";6\n7;8")
    #expect(rows(sheet) == [["3", "4"], ["5", "6"], ["7", "8"]])
    #expect(sheet.malformed.map(\.line) == [2])
  }

  @Test func `a quote inside an unquoted cell is a character`() throws {
    #expect(rows(try read("a;b\n12\" x;2\n")) == [["12\" x", "2"]])
  }

  @Test func `a cell of 64 KiB is read and one byte more is not`() throws {
    let full = String(repeating: "x", count: SheetLimit.cell)
    for (open, close) in [("", ""), ("\"", "\"")] {
      let sheet = try read("a;b\n\(open)\(full)\(close);1\n\(open)\(full)x\(close);2\n3;4\n")
      #expect(sheet.count == 2)
      #expect(sheet.cell(0, 0).count == SheetLimit.cell)
      #expect(sheet.text(1, 0) == "3")
      #expect(sheet.malformed.map(\.line) == [3])
      #expect(sheet.malformed.map(\.fault) == [.cellTooLong])
    }
  }

  @Test func `bytes that are not UTF-8 name the file, the offset and the remedy`() throws {
    let error = #expect(throws: SheetError.self) { try read(Array("a;b\nx".utf8) + [0xFE, 0x0A]) }
    #expect(error == .notUTF8(file: "nhan-su.csv", offset: 5, line: 2))
  }

  @Test func `UTF-16 is said, with or without its mark`() throws {
    let wide = "Mã;b\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let plain = "a;b\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(throws: SheetError.wide(file: "nhan-su.csv")) { try read([0xFF, 0xFE] + wide) }
    #expect(throws: SheetError.wide(file: "nhan-su.csv")) { try read(plain) }
  }

  @Test func `an empty file has no header, and a broken header is said`() throws {
    for text in ["", "\u{FEFF}", "\r\n\r\n", " \n"] {
      #expect(throws: SheetError.noHeader(file: "nhan-su.csv")) { try read(text) }
    }
    #expect(throws: SheetError.brokenHeader(file: "nhan-su.csv", line: 1)) {
      try read("\"a;b\n1;2\n")
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what is written by the rules is read as it was`(seed: UInt64) throws {
    var random = seed
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    let parts = ["", "x", "ễ", ";", "\"", "\n", "\r\n", " y", "12345678", "Đ", "é;", "\"\""]
    let width = 1 + next(5)
    var text = (0..<width).map { "c\($0)" }.joined(separator: ";") + "\n"
    var expected: [[String]] = []
    for _ in 0..<40 {
      let cells = (0..<width).map { column in
        let chosen = (0..<next(5)).map { _ in parts[next(parts.count)] }
        // A line break with separators beside it is what a quote left open looks like.
        let isBroken = chosen.contains { $0.contains("\n") || $0.contains("\r\n") }
        return (column == 0 ? "k" : "")
          + chosen.filter { !isBroken || !$0.contains(";") }.joined()
      }
      let written = cells.map { cell -> String in
        let needs = cell.contains { ";\"\n\r\r\n".contains($0) }
        return needs || next(4) == 0
          ? "\""
            + cell.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\"" : cell
      }
      text += written.joined(separator: ";") + (next(2) == 0 ? "\n" : "\r\n")
      expected.append(cells.map { trimmed($0) })
    }
    let sheet = try read(text)
    #expect(rows(sheet) == expected, "seed \(seed)")
    #expect(sheet.malformed.isEmpty)
  }

  private func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

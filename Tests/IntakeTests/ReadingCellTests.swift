import Cadre
import Testing

@testable import Intake

private func with<Value>(
  _ text: String, _ parse: (Span<UInt8>) throws(Cell.Fault) -> Value
) throws(Cell.Fault) -> Value {
  let bytes = Array(text.utf8)
  return try parse(bytes.span)
}

@Suite struct ReadingCellTests {
  @Test(arguments: [
    "29/02/2024", "29/2/2024", "29.02.2024", "29-2-2024", "2024-02-29",
  ])
  func `a day is d/m/yyyy or ISO`(text: String) throws {
    #expect(try with(text, Cell.day) == Day(year: 2024, month: 2, day: 29))
    #expect(Day(text: text) == Day(year: 2024, month: 2, day: 29))
  }

  @Test(
    arguments: [
      ("29/02/2023", .noSuchDay), ("31/04/2024", .noSuchDay), ("45/03/2021", .noSuchDay),
      ("19/13/2019", .noSuchDay), ("00/01/2020", .noSuchDay), ("01/01/0000", .noSuchDay),
      ("06/30/1980", .monthFirst), ("1-23-1980", .monthFirst), ("01/02/80", .twoDigitYear),
      ("1.2.80", .twoDigitYear), ("5 thg 9 1992", .monthName), ("05-Sep-1992", .monthName),
      ("2020", .unreadable), ("02/2020", .unreadable), ("2024/02/29", .unreadable),
      ("aa/bb/cccc", .unreadable), ("29/02/2024 ", .unreadable), ("-9/02/2024", .unreadable),
      ("29/02-2024", .unreadable), ("001/02/2024", .unreadable), ("2024-2-9", .unreadable),
      ("01/02/20201", .unreadable),
    ] as [(String, DayTextFault)])
  func `what is no day is told by its fault`(text: String, fault: DayTextFault) {
    #expect(throws: Cell.Fault.badDate(fault)) { try with(text, Cell.day) }
  }

  @Test func `an empty cell is no day and no fault`() throws {
    #expect(try with("", Cell.day) == nil)
    #expect(try with("", Cell.birth) == nil)
  }

  @Test func `births may be months or years`() throws {
    #expect(try with("1965", Cell.birth) == .year(1965))
    for text in ["02/1965", "2/1965", "02.1965", "2-1965"] {
      #expect(try with(text, Cell.birth) == .month(Month(year: 1965, month: 2)))
    }
    #expect(
      try with("1965-02-03", Cell.birth) == Day(year: 1965, month: 2, day: 3).map { .day($0) })
    for text in ["65", "13/1965", "00/1965", "0000", "1965-02"] {
      #expect(throws: Cell.Fault.badDate(.unreadable), "\(text)") { try with(text, Cell.birth) }
    }
  }

  @Test func `numbers have at most two decimals and no grouping`() throws {
    for (text, value) in [
      ("0", 0), ("85", 8500), ("85,5", 8550), ("85.25", 8525), ("007", 700),
      ("999999999999", 99_999_999_999_900),
    ] {
      #expect(try with(text, Cell.number) == Hundredths(value))
    }
    #expect(try with("", Cell.number) == nil)
    for text in ["1.000,5", "-1", "1,", ",5", "1,555", "1e3", "9999999999999", "x", "1 000"] {
      #expect(throws: Cell.Fault.unknownValue, "\(text)") { try with(text, Cell.number) }
    }
  }

  @Test func `whole numbers, years, periods and terms are exact`() throws {
    #expect(try with("012", Cell.integer) == 12)
    #expect(throws: Cell.Fault.unknownValue) { try with("1234567890", Cell.integer) }
    #expect(throws: Cell.Fault.unknownValue) { try with("1.5", Cell.integer) }
    #expect(try with("2020", Cell.year) == 2020)
    #expect(throws: Cell.Fault.unknownValue) { try with("hai nghìn", Cell.year) }
    #expect(throws: Cell.Fault.unknownValue) { try with("20", Cell.year) }
    #expect(try with("2020", Cell.period) == .year(2020))
    #expect(try with("03/2020", Cell.period) == .month(Month(year: 2020, month: 3)))
    #expect(throws: Cell.Fault.unknownValue) { try with("13/2020", Cell.period) }
    #expect(try with("2020-2025", Cell.term) == Term(firstYear: 2020, lastYear: 2025))
    #expect(throws: Cell.Fault.unknownValue) { try with("2020", Cell.term) }
  }

  @Test func `codes are digits and dots, anything else is a name`() throws {
    #expect(try with("38.168.001", Cell.isOrganisationCode))
    #expect(try !with("Thành ủy Hà Tĩnh", Cell.isOrganisationCode))
    #expect(try !with("", Cell.isOrganisationCode))
    #expect(try with("007", Cell.text) == "007")
  }

  @Test func `a coded cell matches whatever its case, form or tone placement`() throws {
    var column = CodeColumn([("Xóa tên", 1), ("Đủ tư cách", 2)])
    for (text, value) in [
      ("Xóa tên", 1), ("xoá tên", 1), ("XÓA  TÊN", 1), ("Đu\u{309} tư cách", 2), ("", nil),
    ] as [(String, Int?)] {
      for _ in 0..<2 { #expect(try column.code(Array(text.utf8).span) == value) }
    }
    for text in ["Xoa ten", "Xóa", "?"] {
      for _ in 0..<2 {
        #expect(throws: Cell.Fault.unknownValue) { try column.code(Array(text.utf8).span) }
      }
    }
  }

  @Test func `keys keep their numbers while the table grows`() {
    var table = KeyTable()
    for number in 0..<5000 {
      #expect(table.insert(Array("k\(number)".utf8).span) == (number, true))
    }
    #expect(table.insert(Array("k17".utf8).span) == (17, false))
    #expect(table.find(Array("k4999".utf8).span) == 4999)
    #expect(table.find(Array("k5000".utf8).span) == nil)
    #expect(String(copying: table.key(17)) == "k17")
    #expect(table.insert([UInt8]().span) == (5000, true))
    #expect(table.find([UInt8]().span) == 5000)
  }
}

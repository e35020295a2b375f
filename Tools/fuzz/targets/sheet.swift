import Intake

// Sheets. Every row is well-formed or malformed, every cell is clean, and a cell is read by each
// reader of cells.

@_cdecl("LLVMFuzzerTestOneInput")
public func read(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let sheet = try? Sheet(name: "nhan-su", file: "nhan-su.csv", bytes: bytes) else { return 0 }
  precondition(!sheet.headers.isEmpty, "a sheet without columns")
  precondition(sheet.read == sheet.count + sheet.malformed.count)
  var last = 0
  for row in 0..<sheet.count {
    precondition(sheet.line(row) > last, "rows out of order")
    last = sheet.line(row)
    precondition(sheet.raw(row).count <= count)
    for column in sheet.headers.indices { read(sheet, row, column) }
  }
  last = 0
  for row in sheet.malformed {
    precondition(row.line > last, "malformed rows out of order")
    last = row.line
    precondition(sheet.raw(row).count <= count)
  }
  for header in sheet.headers { precondition(header.isEmpty || sheet.column(header) != nil) }
  return 0
}

func read(_ sheet: borrowing Sheet, _ row: Int, _ column: Int) {
  let cell = sheet.cell(row, column)
  let spaces: [UInt8] = [0x09, 0x20]
  precondition(
    cell.isEmpty || !(spaces.contains(cell[0]) || spaces.contains(cell[cell.count - 1])),
    "not trimmed")
  precondition(sheet.text(row, column).utf8.count == cell.count, "another text than its bytes")
  _ = try? Cell.day(cell)
  _ = try? Cell.birth(cell)
  _ = try? Cell.number(cell)
  _ = try? Cell.integer(cell)
  _ = try? Cell.year(cell)
  _ = try? Cell.period(cell)
  _ = try? Cell.term(cell)
  _ = Cell.text(cell)
  _ = Cell.isOrganisationCode(cell)
}

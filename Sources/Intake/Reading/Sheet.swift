import Cadre

/// A sheet as read: cells trimmed, in NFC, with every no-break space a space, and the bytes they
/// came from.
///
/// Cells stand row by row in two flat arrays; reading a cell costs no allocation. Rows with more
/// fields than the header's or without a needed one, or with broken quotes, stand apart in
/// `malformed`.
package struct Sheet: Sendable {
  /// The sheet's name, the file's without `.csv`: `nhan-su`.
  package let name: String
  /// The header's cells, in the file's order.
  package let headers: [String]
  /// The separator that the line `sep=` names, or found in the header: `;`, `,`, tab or `|`.
  package let separator: UInt8
  /// Rows that could not be read, ascending by line.
  package let malformed: [MalformedRow]

  let bytes: [UInt8]
  /// The bytes as they came, where the line breaks had to be replaced; else nil.
  let original: [UInt8]?
  /// Cells that had to be rewritten: unquoted, composed, or with spaces replaced.
  let rewritten: [UInt8]
  /// Where each cell begins; with `Sheet.isRewritten` set, in `rewritten`.
  let cells: [CellMark]
  let marks: [RowMark]

  /// The bit of a start that says the cell stands in `rewritten`.
  static let isRewritten: UInt32 = 0x8000_0000

  /// Where a cell stands.
  struct CellMark: Sendable {
    /// Its first byte; with `Sheet.isRewritten` set, in `rewritten`.
    let start: UInt32
    let length: UInt32

    var isRewritten: Bool { start & Sheet.isRewritten != 0 }

    var range: Range<Int> {
      let first = Int(start & ~Sheet.isRewritten)
      return first..<first + Int(length)
    }
  }

  /// Where a row stands in the file.
  struct RowMark: Sendable {
    /// The line on which it begins; the header's is 1.
    let line: UInt32
    /// Its bytes, without the line break.
    let start: UInt32
    let end: UInt32
  }
}

/// The limits of a sheet (spec/intake.md, Reading).
package enum SheetLimit {
  /// Bytes of a cell, as it stands in the file.
  package static let cell = 65_536
  /// Bytes of a file: 2 GiB.
  package static let file = 2_147_483_648
}

/// A row that is none: a wrong number of fields, or broken quotes.
package struct MalformedRow: Hashable, Sendable {
  /// The line on which it begins.
  package let line: Int
  package let fault: Fault
  let start: UInt32
  let end: UInt32

  /// What is wrong with it.
  package enum Fault: Hashable, Sendable {
    /// More fields than the header's, and something in them.
    case fields(found: Int, expected: Int)
    /// The row ends before a column that must be filled in, by its place from 0.
    case short(found: Int, missing: Int)
    /// A quote that nothing closes, or text behind a closing quote.
    case quote
    /// A quote that took the following rows for text of its cell, down to the line that closes it.
    case swallowed(through: Int)
    /// The quote that a row above left open ends here; the line of that row.
    case strayQuote(from: Int)
    /// A cell longer than `SheetLimit.cell`.
    case cellTooLong
  }
}

extension MalformedRow {
  /// The column at fault, from 0; nil: the row as a whole.
  var column: Int? {
    if case .short(_, let missing) = fault { missing } else { nil }
  }
}

extension Sheet {
  /// The number of rows with a cell for each column; blank lines are not counted.
  package var count: Int { marks.count }

  /// Rows read: well-formed and malformed.
  package var read: Int { marks.count + malformed.count }

  /// The line on which a row (0..<count) begins.
  package func line(_ row: Int) -> Int { Int(marks[row].line) }

  /// Where a column stands, from 0, by its header without regard to case, spaces, Unicode form or
  /// a mark behind it; nil where there is none. O(columns).
  package func column(_ header: String) -> Int? {
    let wanted = Letters.nameIdentity(header)
    return headers.firstIndex { Letters.nameIdentity(Headers.bare($0)) == wanted }
  }

  /// A cell, clean: trimmed, NFC, ordinary spaces. Empty means absent. O(1).
  @_lifetime(borrow self)
  package func cell(_ row: Int, _ column: Int) -> Span<UInt8> {
    let mark = cells[row * headers.count + column]
    let part = (mark.isRewritten ? rewritten : bytes).span.extracting(mark.range)
    return unsafe _overrideLifetime(part, borrowing: self)
  }

  /// The bytes of a clean cell; O(1).
  func length(_ row: Int, _ column: Int) -> Int {
    cells[row * headers.count + column].range.count
  }

  /// Whether a cell is empty; O(1).
  func isEmpty(_ row: Int, _ column: Int) -> Bool { length(row, column) == 0 }

  /// What a cell says, by a reading of `Cell`.
  func read<Value>(
    _ row: Int, _ column: Int, _ reading: (Span<UInt8>) throws(Cell.Fault) -> Value?
  ) throws(Cell.Fault) -> Value? {
    try reading(cell(row, column))
  }

  /// What a cell means in a coded column; nil where it is none of its labels.
  func value<Value>(_ row: Int, _ column: Int, of codes: inout CodeColumn<Value>) -> Value? {
    codes.value(of: cell(row, column))
  }

  /// A cell as a string.
  package func text(_ row: Int, _ column: Int) -> String {
    String(copying: cell(row, column))
  }

  /// The bytes of a row as they stand in the file, without the line break.
  @_lifetime(borrow self)
  package func raw(_ row: Int) -> Span<UInt8> {
    let part = bytes.span.extracting(Int(marks[row].start)..<Int(marks[row].end))
    return unsafe _overrideLifetime(part, borrowing: self)
  }

  /// The bytes of a malformed row as they stand in the file, without the line break.
  @_lifetime(borrow self)
  package func raw(_ row: MalformedRow) -> Span<UInt8> {
    let part = bytes.span.extracting(Int(row.start)..<Int(row.end))
    return unsafe _overrideLifetime(part, borrowing: self)
  }

  /// The file's bytes, for its digest.
  package var file: [UInt8] { original ?? bytes }
}

extension String {
  /// A string of bytes known to be UTF-8.
  package init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

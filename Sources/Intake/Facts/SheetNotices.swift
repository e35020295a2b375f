internal import Cadre

/// What was noticed in the rows of a sheet that are recorded all the same: counts, and the first.
struct SheetNotices: Sendable {
  /// Names that signs were taken out of which nobody sees.
  private(set) var removed: Removed?

  /// Citizen numbers that say another century, sex or year of birth than the row: how many, and the
  /// first few.
  private(set) var differing: (rows: Int, first: [DifferingNumber]) = (0, [])

  /// So many are named.
  private static let named = 3

  /// Notes a citizen number that says otherwise than the reader's row.
  mutating func note(differing number: String, of file: String, _ reader: borrowing RowReader) {
    differing.rows += 1
    guard differing.first.count < SheetNotices.named else { return }
    differing.first.append(
      DifferingNumber(line: reader.sheet.line(reader.row), file: file, number: number))
  }

  /// How many rows, and where the first sign stood.
  struct Removed: Sendable {
    var rows: Int
    var line: Int
    var column: String
    var sign: SuspectSign
  }

  /// Notes that a sign was taken out of a name of the reader's row.
  mutating func note(removed sign: SuspectSign, _ column: Int, _ reader: borrowing RowReader) {
    if removed != nil {
      removed?.rows += 1
      return
    }
    removed = Removed(
      rows: 1, line: reader.sheet.line(reader.row), column: reader.sheet.headers[column],
      sign: sign)
  }
}

internal import Cadre

/// How the days of a sheet are read.
struct DayColumns: Sendable {
  /// The days that its rows may speak of.
  let days: PlausibleDays
  let monthFirst: MonthFirstColumns
}

/// The columns of a sheet that are written with the month first, each with the cell that shows it.
///
/// Where some cell of a column is a day only with the month first, and none only with the day
/// first, every cell of the column is in doubt: none is taken.
struct MonthFirstColumns: Sendable {
  /// The first cell that is a day only with the month first, by column.
  private var proofs: [Int: Proof] = [:]

  struct Proof: Sendable {
    var value: String
    var line: Int
  }

  /// What shows that a column has the month first; nil: it does not.
  subscript(column: Int) -> Proof? { proofs.isEmpty ? nil : proofs[column] }

  /// Looks at the columns of days; O(rows), a few nanoseconds a cell.
  init(_ sheet: Sheet, _ columns: SheetColumns) {
    for column in Column.days {
      guard let place = columns[column], let row = Self.proof(sheet, place) else { continue }
      proofs[place] = Proof(value: sheet.text(row, place), line: sheet.line(row))
    }
  }

  /// No column of that kind.
  init() {}

  /// The first row that shows the month first in a column where none shows the day first.
  private static func proof(_ sheet: Sheet, _ column: Int) -> Int? {
    var first: Int?
    for row in 0..<sheet.count {
      switch DayText.isMonthFirst(sheet.cell(row, column)) {
      case true?: first = first ?? row
      // One such cell is enough, and in most sheets one of the first rows has it.
      case false?: return nil
      case nil: continue
      }
    }
    return first
  }
}

extension Column {
  /// The columns that hold days.
  static let days: [Column] = [
    .establishedOn, .decidedOn, .birth, .prospectCertificateOn, .cellVotedOn, .ceremonyOn,
    .newMemberCertificateOn, .recognisedOn, .issuedOn, .day, .effectiveOn, .announcedOn,
    .annulledOn, .concludedOn, .dossierReceivedOn, .declaredOn, .introducedOn, .receivedOn, .until,
    .handedOverOn,
  ]
}

package import Cadre

/// A row that was not recorded, and why (spec/intake.md, Recording).
package struct Rejection: Hashable, Sendable {
  /// The place of its sheet among those of the import.
  package var sheet: Int
  /// The line on which the row begins; the header is 1.
  package var line: Int
  /// The column at fault, from 0; nil: the row as a whole.
  package var column: Int?
  package var kind: RejectionKind
  /// What stands in the cell, or in the stream, that makes it so.
  package var detail: RejectionDetail

  package init(
    sheet: Int, line: Int, column: Int?, kind: RejectionKind, detail: RejectionDetail
  ) {
    self.sheet = sheet
    self.line = line
    self.column = column
    self.kind = kind
    self.detail = detail
  }
}

/// The kinds of rejections, in the order in which they are tested.
package enum RejectionKind: UInt8, Code, Comparable {
  case malformedRow, missingValue, badDate, unknownValue, contradiction
  case unknownPerson, unknownOrganisation, unknownPosition, erased, duplicateNumber, conflict

  package static func < (left: RejectionKind, right: RejectionKind) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a rejection's message is made of.
package enum RejectionDetail: Hashable, Sendable {
  /// Another number of fields than the header's, a broken quote, a cell too long.
  case malformed(MalformedRow.Fault)
  /// The value that stands there; empty where one is missing.
  case value(String)
  /// The value is longer than an event may hold, in bytes.
  case tooLong(bytes: Int)
  /// The value holds a sign that it may not hold (`TextPolicy`).
  case sign(String, SuspectSign)
  /// The value is no day.
  case day(String, DayTextFault)
  /// The value is in a column of days that has the month first, as a cell on a line shows.
  case monthFirst(String, proof: String, line: Int)
  /// The value is a day, birth or year that cannot be.
  case outOfBounds(String, DayBound)
  /// The value is no number of digits alone.
  case digits(String, DigitFault)
  /// No organisation has the code or name; with the nearest one that has.
  case organisation(String, nearest: String?)
  /// Several organisations have the name; their codes.
  case ambiguous(String, [String])
  /// Two days of the row stand the wrong way round: the later one must not precede the earlier.
  case before(Day, of: Day)
  /// The sheet of that name is not among those of the import.
  case sheetNotGiven(String)
  /// A sheet that is to tell all lists less than half of what the last one did.
  case fewerListed(Int, before: Int)
  /// The same number stands in an earlier row, or with another person of that file number.
  case held(number: String, by: String)
  /// What the person's, organisation's or post's stream says.
  case refused(Refusal)
}

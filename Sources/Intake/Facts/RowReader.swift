internal import Cadre

/// Reads the cells of one row as typed values and remembers the first fault in the order of
/// `RejectionKind`, so that a row with several is rejected for the one tested first.
struct RowReader {
  let sheet: Sheet
  /// The column that says which person a row is about, if the sheet has one.
  let subject: Int?
  /// Whether the sheet tells of people whom another registers.
  let tellsOfPeople: Bool
  /// The days that a row may speak of.
  private let days: PlausibleDays
  private let monthFirst: MonthFirstColumns
  /// The place of the row in the sheet, from 0.
  private(set) var row = 0
  private(set) var fault: Fault?
  /// The first sign that was taken out of a name of the row.
  private(set) var removed: (sign: SuspectSign, column: Int)?

  /// What is wrong with the row.
  struct Fault {
    var kind: RejectionKind
    var column: Int?
    var detail: RejectionDetail
  }

  init(
    _ sheet: Sheet, _ columns: DayColumns, subject: Int? = nil, tellsOfPeople: Bool = true
  ) {
    self.sheet = sheet
    self.subject = subject
    self.tellsOfPeople = tellsOfPeople
    days = columns.days
    monthFirst = columns.monthFirst
  }

  /// Turns to a row and forgets the faults of the one before.
  mutating func turn(to row: Int) {
    self.row = row
    fault = nil
    removed = nil
  }

  /// Notes a fault; of several the one tested first stays.
  mutating func note(_ kind: RejectionKind, _ column: Int?, _ detail: RejectionDetail) {
    if let fault, fault.kind <= kind { return }
    fault = Fault(kind: kind, column: column, detail: detail)
  }

  /// Notes a fault that shows the cell's value.
  mutating func note(_ kind: RejectionKind, _ column: Int?) {
    note(kind, column, .value(column.map { sheet.text(row, $0) } ?? ""))
  }
}

extension RowReader {
  /// Whether a cell holds anything; an absent column does not.
  func isFilled(_ column: Int?) -> Bool {
    guard let column else { return false }
    return !sheet.isEmpty(row, column)
  }

  /// Whether any of the cells holds anything.
  func isAnyFilled(_ columns: Int?...) -> Bool { columns.contains { isFilled($0) } }

  /// A name or other words for people, of at most 200 bytes; nil where the cell is empty.
  ///
  /// Signs that nobody sees are taken out; control characters are a fault.
  /// - Parameter isProse: it may have several lines.
  mutating func text(_ column: Int?, isProse: Bool = false) -> String? {
    guard let column, isFilled(column), isShort(column) else { return nil }
    if sheet.ask(row, column, TextPolicy.isPlain) { return sheet.text(row, column) }
    if let sign = sheet.ask(row, column, { TextPolicy.suspect(inName: $0, isProse: isProse) }) {
      note(.unknownValue, column, .sign(sheet.text(row, column), sign))
      return nil
    }
    let (text, sign) = sheet.ask(row, column, TextPolicy.cleaned)
    if let sign { removed = removed ?? (sign, column) }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// A name that must be there.
  mutating func required(_ column: Int?) -> String? {
    guard isFilled(column) else { return missing(column) }
    let text = text(column)
    // Nothing but signs that nobody sees is nothing.
    if text == nil, fault == nil { note(.missingValue, column) }
    return text
  }

  /// A code, a number of a document or another text that is compared byte by byte; nil where the
  /// cell is empty or holds a sign that no code may hold, which is a fault.
  mutating func code(_ column: Int?) -> String? {
    guard let column, isFilled(column), isShort(column) else { return nil }
    if let sign = sheet.ask(row, column, TextPolicy.suspect(inCode:)) {
      note(.unknownValue, column, .sign(sheet.text(row, column), sign))
      return nil
    }
    return sheet.text(row, column)
  }

  /// A code that must be there.
  mutating func requiredCode(_ column: Int?) -> String? {
    guard isFilled(column) else { return missing(column) }
    return code(column)
  }

  /// A number of digits alone; nil where the cell is empty or holds another text, which is a fault.
  mutating func digits(_ column: Int?, _ fault: (String) -> DigitFault?) -> String? {
    guard let number = code(column) else { return nil }
    guard let found = fault(number) else { return number }
    note(.unknownValue, column, .digits(number, found))
    return nil
  }

  /// The text of a reference, to be looked up as it stands; a fault where the cell is empty.
  mutating func reference(_ column: Int?) -> String? {
    guard let column, isFilled(column) else { return missing(column) }
    return isShort(column) ? sheet.text(row, column) : nil
  }

  /// Whether a cell holds a sign that no code may hold.
  func isSuspect(_ column: Int?) -> Bool {
    column.map { sheet.ask(row, $0, TextPolicy.suspect(inCode:)) != nil } ?? false
  }

  /// The text of a cell as it stands, without a fault; nil where the column is absent.
  func text(of column: Int?) -> String? { column.map { sheet.text(row, $0) } }

  /// Notes a fault of a code that nothing is known by: first the sign in it that may be why.
  mutating func note(unknown kind: RejectionKind, _ column: Int?) {
    guard let column, let sign = sheet.ask(row, column, TextPolicy.suspect(inCode:)) else {
      return note(kind, column)
    }
    note(.unknownValue, column, .sign(sheet.text(row, column), sign))
  }

  /// Whether the cell is no longer than an event may hold; a fault where it is.
  private mutating func isShort(_ column: Int) -> Bool {
    let length = sheet.length(row, column)
    if length > 200 { note(.unknownValue, column, .tooLong(bytes: length)) }
    return length <= 200
  }

  /// A day; nil where the cell is empty or holds none, or one that cannot be, which is a fault.
  mutating func day(_ column: Int?, _ kind: PlausibleDays.Kind = .any) -> Day? {
    guard let column, isFilled(column), isDayFirst(column) else { return nil }
    do throws(Cell.Fault) {
      guard let day = try sheet.read(row, column, Cell.day) else { return nil }
      return keeps(days.broken(by: day, kind), column) ? day : nil
    } catch {
      return fail(error, column)
    }
  }

  /// A day that must be there.
  mutating func requiredDay(_ column: Int?, _ kind: PlausibleDays.Kind = .any) -> Day? {
    guard isFilled(column) else { return missing(column) }
    return day(column, kind)
  }

  /// A birth that may be known to the month or the year only; nil where the cell is empty.
  mutating func birth(_ column: Int?) -> Birth? {
    guard let column, isFilled(column), isDayFirst(column) else { return nil }
    do throws(Cell.Fault) {
      guard let birth = try sheet.read(row, column, Cell.birth) else { return nil }
      return keeps(days.broken(by: birth), column) ? birth : nil
    } catch {
      return fail(error, column)
    }
  }

  /// Notes that a day breaks a bound; whether it keeps it.
  private mutating func keeps(_ bound: DayBound?, _ column: Int) -> Bool {
    guard let bound else { return true }
    note(.badDate, column, .outOfBounds(sheet.text(row, column), bound))
    return false
  }

  /// Whether a column is read at all: not where it has the month first.
  private mutating func isDayFirst(_ column: Int) -> Bool {
    guard let proof = monthFirst[column] else { return true }
    note(
      .badDate, column,
      .monthFirst(sheet.text(row, column), proof: proof.value, line: proof.line))
    return false
  }

  /// A year that is rated.
  mutating func requiredRatedYear(_ column: Int?) -> Int? {
    guard let year = requiredYear(column), let column else { return nil }
    return keeps(days.broken(byYear: year), column) ? year : nil
  }

  /// A year from 1900 to 2199 that must be there.
  mutating func requiredYear(_ column: Int?) -> Int? {
    guard let column, isFilled(column) else { return missing(column) }
    do throws(Cell.Fault) {
      if let year = try sheet.read(row, column, Cell.year), (1900...2199).contains(year) {
        return year
      }
    } catch {
      return fail(error, column)
    }
    return fail(.unknownValue, column)
  }

  /// A year, or a month written `mm/yyyy`, that must be there.
  mutating func requiredPeriod(_ column: Int?) -> Period? {
    guard let column, isFilled(column) else { return missing(column) }
    do throws(Cell.Fault) { return try sheet.read(row, column, Cell.period) } catch {
      return fail(error, column)
    }
  }

  /// A whole number from 0 to `limit`; nil where the cell is empty.
  mutating func count(_ column: Int?, limit: Int) -> Int? {
    guard let column, isFilled(column) else { return nil }
    do throws(Cell.Fault) {
      if let count = try sheet.read(row, column, Cell.integer), count <= limit { return count }
    } catch {
      return fail(error, column)
    }
    return fail(.unknownValue, column)
  }

  /// A number with at most two decimals from 0 to 100; nil where the cell is empty.
  mutating func hundredths(_ column: Int?) -> Hundredths? {
    guard let column, isFilled(column) else { return nil }
    do throws(Cell.Fault) {
      if let number = try sheet.read(row, column, Cell.number), number.value <= 10_000 {
        return number
      }
    } catch {
      return fail(error, column)
    }
    return fail(.unknownValue, column)
  }

  /// Notes that a needed cell is empty, or its column absent.
  mutating func missing<Value>(_ column: Int?) -> Value? {
    note(.missingValue, column)
    return nil
  }

  private mutating func fail<Value>(_ fault: Cell.Fault, _ column: Int) -> Value? {
    switch fault {
    case .unknownValue: note(unknown: .unknownValue, column)
    case .badDate(let why):
      if sheet.ask(row, column, TextPolicy.suspect(inCode:)) != nil {
        note(unknown: .badDate, column)
      } else {
        note(.badDate, column, .day(sheet.text(row, column), why))
      }
    }
    return nil
  }

  /// Notes a contradiction where a day of the row precedes another that it must follow.
  mutating func require(_ later: Day?, in column: Int?, notBefore earlier: Day?) {
    if let later, let earlier, later < earlier {
      note(.contradiction, column, .before(later, of: earlier))
    }
  }
}

extension Sheet {
  /// What a check says of a cell.
  fileprivate func ask<Answer>(
    _ row: Int, _ column: Int, _ check: (Span<UInt8>) -> Answer
  ) -> Answer {
    check(cell(row, column))
  }
}

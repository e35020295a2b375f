internal import Cadre

/// What one sheet's rows say: a file for each sheet, with the columns it reads.
protocol SheetFacts {
  /// Takes the places of its columns.
  init(_ columns: SheetColumns)

  /// Says the events of the reader's row, or notes its faults.
  mutating func read(_ reader: inout RowReader, _ preparation: inout Preparation)
}

/// What one sheet's rows say of organisations.
protocol OrganisationSheetFacts {
  /// Takes the places of its columns.
  init(_ columns: SheetColumns)

  /// Proposes the event of the reader's row, or rejects it; `sheet` is the sheet's place.
  mutating func read(
    _ reader: inout RowReader, sheet: Int, _ preparation: inout Preparation)
}

extension RowReader {
  /// The value of a coded cell; nil where it is empty, or holds no code, which is a fault.
  mutating func coded<Value>(_ column: Int?, _ memo: inout CodeColumn<Value>) -> Value? {
    guard let column, isFilled(column) else { return nil }
    guard let value = sheet.value(row, column, of: &memo) else {
      note(unknown: .unknownValue, column)
      return nil
    }
    return value
  }

  /// The value of a coded cell that must be there.
  mutating func required<Value>(_ column: Int?, _ memo: inout CodeColumn<Value>) -> Value? {
    guard isFilled(column) else {
      note(.missingValue, column)
      return nil
    }
    return coded(column, &memo)
  }

  /// The code of a known phrase, or `other` with the words themselves for the vault.
  mutating func phrase<Value>(
    _ column: Int?, _ memo: inout CodeColumn<Value>, other: Value
  ) -> (code: Value?, words: PrivateRecord?) {
    guard let column, isFilled(column) else { return (nil, nil) }
    if let code = sheet.value(row, column, of: &memo) { return (code, nil) }
    return (other, PrivateRecord(remark: text(column, isProse: true)))
  }
}

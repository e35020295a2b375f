package import Cadre

/// One column of an answer: how machines and people call it, and how a row fills it.
///
/// The same columns serve every format, so that all of them show the same rows.
package struct Column<Row>: Sendable {
  /// What every format but the table needs of a column.
  package let head: ColumnHead
  /// The row's value.
  package let value: @Sendable (Row) -> Value

  /// A column of that key (ASCII, lowerCamelCase) and title.
  package init(
    _ key: String, _ title: Words, in places: Places = .everywhere,
    alignment: Alignment = .leading, wraps: Bool = true,
    value: @escaping @Sendable (Row) -> Value
  ) {
    head = ColumnHead(key: key, title: title, places: places, alignment: alignment, wraps: wraps)
    self.value = value
  }
}

/// A column without its rows.
package struct ColumnHead: Hashable, Sendable {
  /// ASCII, lowerCamelCase.
  package let key: String
  package let title: Words
  package let places: Places
  package let alignment: Alignment
  /// Whether a long value may continue on further lines of a table.
  package let wraps: Bool
}

/// Where a column is shown.
package struct Places: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// In tables on the screen.
  package static let table = Places(rawValue: 1)
  /// In files for spreadsheet programs.
  package static let csv = Places(rawValue: 2)
  /// In JSON.
  package static let json = Places(rawValue: 4)
  /// In every format.
  package static let everywhere: Places = [.table, .csv, .json]
}

/// Which edge of its column a cell keeps to; numbers keep to the trailing one by themselves.
package enum Alignment: Hashable, Sendable {
  case leading
  case trailing
}

import Cadre

/// Where the columns of a sheet stand in a file, and which of its columns no sheet knows.
package struct SheetColumns: Sendable {
  private var places: [Int?]
  /// Headers that are none of the sheet's columns, in the file's order; a warning each.
  package let unknown: [String]

  /// Finds the columns by their headers, without regard to order, case, spaces or Unicode form.
  ///
  /// Throws where a required column is absent or a column stands twice. A header left empty, as
  /// spreadsheets leave them behind the last column, is not reported.
  package init(of kind: SheetKind, in headers: [String]) throws(SheetError) {
    var known = CodeColumn(kind.columns.map { ($0.header, $0) })
    var places = [Int?](repeating: nil, count: Column.allCases.count)
    var unknown: [String] = []
    for (place, header) in headers.enumerated() {
      guard let column = known.value(of: Array(header.utf8).span) else {
        if !header.isEmpty { unknown.append(header) }
        continue
      }
      guard places[Int(column.rawValue)] == nil else {
        throw .repeatedColumn(sheet: kind.rawValue, column: column.header)
      }
      places[Int(column.rawValue)] = place
    }
    for column in kind.required where places[Int(column.rawValue)] == nil {
      throw .missingColumn(sheet: kind.rawValue, column: column.header)
    }
    self.places = places
    self.unknown = unknown
  }

  /// Where a column stands in the file, from 0; nil where it is absent.
  package subscript(column: Column) -> Int? { places[Int(column.rawValue)] }
}

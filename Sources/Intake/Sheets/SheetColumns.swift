import Cadre

/// Where the columns of a sheet stand in a file, and which of its columns no sheet knows.
package struct SheetColumns: Sendable {
  private var places: [Int?]
  /// Headers that are none of the sheet's columns, in the file's order; a warning each.
  package let unknown: [String]

  /// Finds the columns by their headers, without regard to order, case, spaces, Unicode form or
  /// a mark behind them that a form puts there.
  ///
  /// Throws where needed columns are absent, all of them at once, or a column stands twice. A
  /// header left empty, as spreadsheets leave them behind the last column, is not reported.
  package init(of kind: SheetKind, in headers: [String]) throws(SheetError) {
    var known = CodeColumn(kind.columns.map { ($0.header, $0) })
    var places = [Int?](repeating: nil, count: Column.allCases.count)
    var unknown: [String] = []
    for (place, header) in headers.enumerated() {
      guard let column = known.value(of: Array(Headers.bare(header).utf8).span) else {
        if !header.isEmpty { unknown.append(header) }
        continue
      }
      guard places[Int(column.rawValue)] == nil else {
        throw .repeatedColumn(sheet: kind.rawValue, column: column.header)
      }
      places[Int(column.rawValue)] = place
    }
    let isAbsent = { (column: Column) in places[Int(column.rawValue)] == nil }
    guard !places.allSatisfy({ $0 == nil }) else {
      throw .noColumns(sheet: kind.rawValue, first: Headers.line(headers))
    }
    var missing = kind.needed.filter(isAbsent).map(\.header)
    if !kind.oneOf.isEmpty, kind.oneOf.allSatisfy(isAbsent) { missing.append(kind.oneOf[0].header) }
    guard missing.isEmpty else {
      throw .missingColumns(
        sheet: kind.rawValue, columns: missing, first: Headers.line(headers))
    }
    self.places = places
    self.unknown = unknown
  }

  /// Where a column stands in the file, from 0; nil where it is absent.
  package subscript(column: Column) -> Int? { places[Int(column.rawValue)] }
}

/// The titles of columns as files have them.
enum Headers {
  /// What forms put behind the title of a column that must be filled in.
  private static let marks = ["*", "(*)", "(bắt buộc)", "[bắt buộc]", "(required)"]

  /// A title without such marks.
  static func bare(_ header: String) -> String {
    var title = Letters.composed(header)[...]
    var isMarked = true
    while isMarked {
      isMarked = false
      while title.last == " " || title.last == ":" { title = title.dropLast() }
      for mark in marks where title.lowercased().hasSuffix(mark) {
        title = title.dropLast(mark.count)
        isMarked = true
      }
    }
    return String(title)
  }

  /// The titles in one line, for a message: not too many, none too long.
  static func line(_ headers: [String]) -> String {
    let shown = headers.prefix(8).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }
    return shown.joined(separator: " | ") + (headers.count > shown.count ? " | …" : "")
  }
}

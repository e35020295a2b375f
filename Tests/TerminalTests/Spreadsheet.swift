import Platform
import TestSupport

/// A file of CSV as a spreadsheet program has it: cells, found by what stands above them. It shares
/// nothing with the program's own reading.
struct Spreadsheet {
  /// Without empty lines at the end.
  let lines: [[String]]

  /// The lines of a text, quotes and line breaks in them respected (RFC 4180).
  init(_ text: String, separator: Unicode.Scalar = ";") {
    var lines: [[String]] = []
    var line: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" }.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        cell.append(scalar)
        next = scalars.next()
      case "\"": isQuoted.toggle()
      case separator where !isQuoted:
        line.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\n" where !isQuoted:
        lines.append(line + [String(cell)])
        (line, cell) = ([], String.UnicodeScalarView())
      case "\r" where !isQuoted: break
      default: cell.append(scalar)
      }
    }
    if !cell.isEmpty || !line.isEmpty { lines.append(line + [String(cell)]) }
    while lines.last == [""] { lines.removeLast() }
    self.lines = lines
  }

  /// A sheet of the sample of a real Bloc's size.
  static func bloc(_ sheet: String) throws -> [[String: String]] {
    let bytes = try Files.read("\(SampleSheets.folder("bloc"))/\(sheet).csv", limit: 1 << 26)
    return Spreadsheet(String(decoding: bytes, as: UTF8.self)).rows
  }

  /// The rows below the first line, by its titles; spaces around cells, and those that do not
  /// break, are nothing.
  var rows: [[String: String]] {
    let titles = lines.first.map { $0.map(Spreadsheet.trimmed) } ?? []
    return lines.dropFirst().filter { $0 != [""] }.map { line in
      Dictionary(zip(titles, line.map(Spreadsheet.trimmed))) { first, _ in first }
    }
  }

  /// The parts that empty lines separate.
  var parts: [[[String]]] {
    lines.split(separator: [""], omittingEmptySubsequences: false).map { Array($0) }
  }

  private static func trimmed(_ cell: String) -> String {
    cell.split { $0.isWhitespace }.joined(separator: " ")
  }
}

extension [String: String] {
  /// The year of a day written either way; nil where there is none.
  func year(_ title: String) -> Int? {
    guard let text = self[title], text.count == 10 else { return nil }
    return Int(text.contains("/") ? text.suffix(4) : text.prefix(4))
  }
}

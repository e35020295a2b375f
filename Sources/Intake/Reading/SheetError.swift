/// Why a file is no sheet; nothing of it is read. Which words say so is for who shows it.
package enum SheetError: Error, Hashable, Sendable {
  /// More than `SheetLimit.file` bytes.
  case tooLarge(file: String, bytes: Int)
  /// UTF-16 or UTF-32, by its first bytes.
  case wide(file: String)
  /// A byte that is no UTF-8, at an offset from 0, on a line from 1.
  case notUTF8(file: String, offset: Int, line: Int)
  /// An empty file.
  case noHeader(file: String)
  /// The first line has a quote that nothing closes, or is too long.
  case brokenHeader(file: String, line: Int)
  /// Columns without which no row can be read are absent; and what was read as the titles.
  case missingColumns(sheet: String, columns: [String], first: String)
  /// Not one title is one of the sheet's; what was read as the titles.
  case noColumns(sheet: String, first: String)
  /// A column stands twice.
  case repeatedColumn(sheet: String, column: String)
  /// Text of an encoding from before Unicode; the first cell of it.
  case oldLetters(sheet: String, line: Int, column: String, value: String, OldEncoding)
}

/// Encodings of Vietnamese from before Unicode that reach a file as letters of western Europe.
package enum OldEncoding: CaseIterable, Hashable, Sendable {
  /// TCVN 5712 (ABC), of the fonts `.VnTime`, `.VnArial`, ….
  case tcvn3
  /// VNI, of the fonts `VNI-Times`, ….
  case vni
}

internal import Platform

/// Writes the rejected rows of an import, one file a sheet, each row as it stood with the reason
/// behind it: mended, the files can be imported as they are.
package enum RejectFiles {
  /// The header of the column that holds the reason; an import does not read it.
  package static let reasonColumn = "Lý do từ chối"

  /// The folder in that of the reject files where replaced ones are kept; no import reads it.
  private static let earlierFolder = "earlier"

  /// Writes `FOLDER/SHEET.csv` for every sheet with rejected rows; a file of that name which says
  /// something else is moved to the folder `earlier` first.
  ///
  /// - Parameters:
  ///   - moved: is told from where to where such a file was moved.
  ///   - reason: the words for a rejection, in the language of the reader.
  /// - Returns: the files written, or found to say the same.
  package static func write(
    _ result: Import.Result, to folder: String, moved: (String, String) -> Void = { _, _ in },
    reason: (Rejection) -> String
  ) throws(ImportError) -> [String] {
    var written: [String] = []
    for (place, sheet) in result.sheets.enumerated() {
      let rejections = result.report.rejections.filter { $0.sheet == place }
      if rejections.isEmpty { continue }
      let file = "\(folder)/\(sheet.name).csv"
      do throws(PlatformError) {
        try Files.makeFolder(folder)
        let content = bytes(of: sheet, rejections, reason: reason)
        if Files.exists(file) {
          let kept = try Files.read(file, limit: SheetLimit.file)
          if kept != content {
            moved(file, try keep(file, of: sheet, in: folder))
            try Files.write(content, to: file)
          }
        } else {
          try Files.write(content, to: file)
        }
      } catch {
        throw .file(error)
      }
      written.append(file)
    }
    return written
  }

  /// The files at the paths of an import that hold rejected rows of an earlier one, none of which
  /// was rejected again.
  package static func settled(_ result: Import.Result, paths: [String]) -> [String] {
    result.sheets.enumerated().compactMap { place, sheet in
      guard sheet.headers.contains(reasonColumn),
        !result.report.rejections.contains(where: { $0.sheet == place })
      else { return nil }
      let name = "\(sheet.name).csv"
      return paths.lazy.map { Files.isFolder($0) ? "\($0)/\(name)" : $0 }
        .first { $0.hasSuffix(name) && Files.exists($0) } ?? name
    }
  }

  /// Moves a file out of the way of its successor; the name that it has from now on.
  private static func keep(
    _ file: String, of sheet: Sheet, in folder: String
  ) throws(PlatformError) -> String {
    let place = "\(folder)/\(earlierFolder)"
    try Files.makeFolder(place)
    var number = 1
    var name = "\(place)/\(sheet.name).csv"
    while Files.exists(name) {
      number += 1
      name = "\(place)/\(sheet.name)-\(number).csv"
    }
    try Files.rename(file, to: name)
    return name
  }

  private static func bytes(
    of sheet: Sheet, _ rejections: [Rejection], reason: (Rejection) -> String
  ) -> [UInt8] {
    var out: [UInt8] = [0xEF, 0xBB, 0xBF]
    let lines = sheet.rawLines
    let separator = sheet.separator
    let hasReason = sheet.headers.last == reasonColumn
    for header in sheet.headers where header != reasonColumn {
      if out.count > 3 { out.append(separator) }
      out.append(contentsOf: quoted(header).utf8)
    }
    out.append(separator)
    out.append(contentsOf: "\(quoted(reasonColumn))\r\n".utf8)
    for rejection in rejections {
      guard let raw = lines[rejection.line] else { continue }
      out.append(contentsOf: hasReason ? withoutLastField(raw, separator) : raw)
      out.append(separator)
      out.append(contentsOf: quoted(reason(rejection)).utf8)
      out.append(contentsOf: "\r\n".utf8)
    }
    return out
  }

  /// A row without the reason that an earlier import put behind it, always in quotes.
  private static func withoutLastField(_ row: [UInt8], _ separator: UInt8) -> [UInt8] {
    var isQuoted = false
    var last = row.count
    for (place, byte) in row.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == separator, !isQuoted { last = place }
    }
    return Array(row[..<last])
  }

  /// RFC 4180 quotes, always: a reason may hold any separator.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text { quoted += character == "\"" ? "\"\"" : String(character) }
    return quoted + "\""
  }
}

extension Sheet {
  /// The bytes of every row as it stands in the file, by the line on which it begins.
  fileprivate var rawLines: [Int: [UInt8]] {
    var lines: [Int: [UInt8]] = [:]
    for row in 0..<count { lines[line(row)] = Array(copying: raw(row)) }
    for row in malformed { lines[row.line] = Array(copying: raw(row)) }
    return lines
  }
}

extension [UInt8] {
  /// The bytes of a span.
  init(copying span: Span<UInt8>) {
    self.init()
    reserveCapacity(span.count)
    for place in span.indices { append(span[place]) }
  }
}

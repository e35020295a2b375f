internal import Cadre

extension Sheet {
  /// Reads a sheet from a file's bytes (RFC 4180; separator `;`, `,`, tab or `|`); O(n).
  ///
  /// - Parameters:
  ///   - name: the sheet's name, `nhan-su`.
  ///   - file: how errors call the file.
  ///   - bytes: the whole file: UTF-8, with or without byte order mark.
  package init(name: String, file: String, bytes: [UInt8]) throws(SheetError) {
    guard bytes.count <= SheetLimit.file else {
      throw .tooLarge(file: file, bytes: bytes.count)
    }
    try Sheet.checkEncoding(bytes, file: file)
    let broken = LineBreaks.replaced(in: bytes)
    var parser = SheetParser(bytes: broken ?? bytes)
    guard let headers = parser.readHeader() else {
      throw parser.isAtEnd
        ? .noHeader(file: file) : .brokenHeader(file: file, line: parser.line)
    }
    parser.readRows(needed: Sheet.needed(name, headers))
    self.name = name
    self.headers = headers
    self.separator = parser.separator
    self.malformed = parser.malformed
    self.bytes = broken ?? bytes
    original = broken == nil ? nil : bytes
    self.rewritten = parser.rewritten
    self.cells = parser.cells
    self.marks = parser.marks
  }

  /// The places of the columns of which no cell may be empty, ascending; of a sheet that no import
  /// knows all.
  private static func needed(_ name: String, _ headers: [String]) -> [Int] {
    guard let kind = SheetKind(rawValue: name) else { return Array(headers.indices) }
    let needed = Set(kind.needed.map { Letters.nameIdentity($0.header) })
    return headers.indices.filter {
      needed.contains(Letters.nameIdentity(Headers.bare(headers[$0])))
    }
  }

  /// Throws where the bytes are not UTF-8, naming the first offset and what to do.
  private static func checkEncoding(_ bytes: [UInt8], file: String) throws(SheetError) {
    if bytes.count >= 2,
      (bytes[0], bytes[1]) == (0xFF, 0xFE) || (bytes[0], bytes[1]) == (0xFE, 0xFF)
    {
      throw .wide(file: file)
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      let line = bytes[..<offset].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
      throw .notUTF8(file: file, offset: offset, line: line)
    }
    // UTF-16 without its mark is ASCII letters with zeros between: valid UTF-8, and no sheet.
    if bytes.count >= 4, bytes[..<4].contains(0) { throw .wide(file: file) }
  }
}

/// Line breaks of another kind than those of RFC 4180.
private enum LineBreaks {
  /// The bytes with LF for each CR that stands alone, if the first line ends with such a one, as
  /// spreadsheets for old Macintoshes write; nil where nothing is to be replaced.
  static func replaced(in bytes: [UInt8]) -> [UInt8]? {
    var isQuoted = false
    for place in bytes.indices {
      switch bytes[place] {
      case 0x22: isQuoted.toggle()
      case 0x0A where !isQuoted: return nil
      case 0x0D where !isQuoted:
        if place + 1 < bytes.count, bytes[place + 1] == 0x0A { return nil }
        return withFeeds(bytes)
      default: break
      }
    }
    return nil
  }

  private static func withFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var replaced = bytes
    for place in bytes.indices where bytes[place] == 0x0D {
      if place + 1 == bytes.count || bytes[place + 1] != 0x0A { replaced[place] = 0x0A }
    }
    return replaced
  }
}

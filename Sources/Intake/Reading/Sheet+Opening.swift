extension Sheet {
  /// Reads a sheet from a file's bytes (RFC 4180; separator `;`, `,` or tab); O(n).
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
    var parser = SheetParser(bytes: bytes)
    guard let headers = parser.readHeader() else {
      throw parser.isAtEnd ? .noHeader(file: file) : .brokenHeader(file: file)
    }
    parser.readRows()
    self.name = name
    self.headers = headers
    self.separator = parser.separator
    self.malformed = parser.malformed
    self.bytes = bytes
    self.rewritten = parser.rewritten
    self.cells = parser.cells
    self.marks = parser.marks
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

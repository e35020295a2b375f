extension SheetParser {
  /// Reads the quoted cell at the cursor and what ends it; broken, the cursor is at the quote that
  /// closes it, if one does.
  mutating func readQuotedCell() -> Ending {
    let start = cursor + 1
    var end = start
    var hasDoubled = false
    var isSuspect = false
    let begun = line
    let limit = min(bytes.count, start + SheetLimit.cell + 1)
    while true {
      guard end < limit else {
        guard end < bytes.count else { return .broken(.quote) }
        return .broken(line > begun ? overLong(from: end) : .cellTooLong)
      }
      let byte = bytes[end]
      if byte == 0x22 {
        guard end + 1 < bytes.count, bytes[end + 1] == 0x22 else { break }
        hasDoubled = true
        end += 1
      } else if byte == 0x0A {
        line += 1
      } else if StopPattern.isSuspect(byte) {
        isSuspect = true
      }
      end += 1
    }
    if line > begun, swallowsRows(start, end) {
      cursor = end
      return .broken(.swallowed(through: line))
    }
    cursor = end + 1
    while cursor < bytes.count, bytes[cursor] == 0x20 { cursor += 1 }
    let isEnded =
      cursor >= bytes.count || bytes[cursor] == separator || bytes[cursor] == 0x0A
      || (bytes[cursor] == 0x0D && cursor + 1 < bytes.count && bytes[cursor + 1] == 0x0A)
    guard isEnded else { return .broken(.quote) }
    if hasDoubled {
      keepUnescaped(start, end)
    } else {
      keep(start, end, isSuspect: isSuspect)
    }
    return readEnding()
  }

  /// Looks for the quote that closes a cell which is too long, from `place` on: what is wrong with
  /// the row.
  private mutating func overLong(from place: Int) -> MalformedRow.Fault {
    let quote = bytes[place...].firstIndex(of: 0x22)
    for byte in bytes[place..<(quote ?? place)] where byte == 0x0A { line += 1 }
    cursor = quote ?? cursor
    return .swallowed(through: line)
  }

  /// Whether the text of a quoted cell, at these bytes with a line break among them, is rows: what
  /// stands before its first line break completes the row that it began, and the line behind that
  /// is a row again, by the number of its fields or by a first cell like this row's.
  private func swallowsRows(_ start: Int, _ end: Int) -> Bool {
    guard let first = bytes[start..<end].firstIndex(of: 0x0A) else { return false }
    let inside = separators(in: start..<first)
    let fields = fieldsBefore + 1 + inside
    let next = first + 1
    let after = bytes[next...].firstIndex(of: 0x0A) ?? bytes.count
    let further = separators(in: next..<after)
    if fields == width, further + 1 == width { return width > 2 }
    guard inside > 0 || fields == width, further > 0 else { return false }
    return shape(from: rowStart).contains(UInt8(ascii: "9"))
      && shape(from: rowStart) == shape(from: next)
  }

  /// The fields of the row before the cell being read.
  private var fieldsBefore: Int { cells.count - firstCell }

  private func separators(in range: Range<Int>) -> Int {
    var count = 0
    for place in range where bytes[place] == separator { count += 1 }
    return count
  }

  /// What a cell looks like whose letters and digits are of ASCII, such as `000005HT`: a 9 for each
  /// digit, an A for each letter; of at most 40 bytes.
  private func shape(from start: Int) -> [UInt8] {
    var shape: [UInt8] = []
    for byte in bytes[start...].prefix(40) where byte != 0x22 {
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      switch byte {
      case 48...57: shape.append(UInt8(ascii: "9"))
      case 65...90, 97...122: shape.append(UInt8(ascii: "A"))
      default: shape.append(byte)
      }
    }
    return shape
  }
}

extension SheetParser {
  /// Passes a first line `sep=;`, by which Excel is told the separator; what it names.
  mutating func readHint() -> UInt8? {
    let end = bytes[cursor...].firstIndex(of: 0x0A) ?? bytes.count
    var hint = bytes[cursor..<end].filter { $0 != 0x22 && $0 != 0x0D }
    guard hint.count >= 5, hint.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8) else {
      return nil
    }
    hint.removeFirst(4)
    // A program that knows no hint has filled its line up to the columns of the sheet.
    let isSeparator =
      hint[0] != 0x20 && hint[0] < 0x80 && !(48...57).contains(hint[0])
      && !(65...90).contains(hint[0] & 0xDF)
    guard isSeparator, hint.allSatisfy({ $0 == hint[0] || $0 == 0x20 }) else { return nil }
    cursor = min(end + 1, bytes.count)
    line += 1
    return hint[0]
  }
}

import Cadre

/// Takes a sheet's bytes apart, once, from the first to the last.
struct SheetParser {
  let bytes: [UInt8]
  private(set) var separator: UInt8 = UInt8(ascii: ";")
  private(set) var cells: [Sheet.CellMark] = []
  private(set) var marks: [Sheet.RowMark] = []
  private(set) var malformed: [MalformedRow] = []
  private(set) var rewritten: [UInt8] = []
  private var pattern = StopPattern(separator: UInt8(ascii: ";"))
  var cursor = 0
  /// The line at the cursor, from 1.
  var line = 1
  /// Fields of the header.
  private(set) var width = 0
  /// Where the columns stand of which no cell may be empty, ascending.
  private var needed: [Int] = []
  /// Where the row being read begins: its first byte and its first cell.
  private(set) var rowStart = 0
  private(set) var firstCell = 0
  /// The quote that closed a cell which took further rows for its text, and the line of that cell:
  /// the row with that quote is none either.
  private var stray: (place: Int, from: Int)?
  private var scratch: [UInt8] = []

  /// How a cell ended.
  enum Ending {
    case separator, row
    case broken(MalformedRow.Fault)
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { cursor >= bytes.count }

  /// A parser at the first byte behind the byte order mark.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor = 3 }
  }
}

extension SheetParser {
  /// The header's cells; nil where there is no line with content, or the first is broken.
  mutating func readHeader() -> [String]? {
    if let named = readHint() { separator = named } else { findSeparator() }
    pattern = StopPattern(separator: separator)
    while !isAtEnd {
      let (start, first, begun) = (cursor, cells.count, line)
      var ending = readCell()
      while case .separator = ending { ending = readCell() }
      if case .broken = ending {
        (cursor, line) = (start, begun)
        return nil
      }
      let names = (first..<cells.count).map { text(of: $0) }
      cells.removeAll(keepingCapacity: true)
      guard names.contains(where: { !$0.isEmpty }) else { continue }
      width = names.count
      return names
    }
    return nil
  }

  /// Everything below the header.
  ///
  /// - Parameter needed: the places of the columns of which no cell may be empty, ascending.
  mutating func readRows(needed: [Int]) {
    self.needed = needed
    let lines = bytes.count / max(width, 1) / 8
    cells.reserveCapacity(lines * width)
    marks.reserveCapacity(lines)
    while !isAtEnd { readRow() }
  }

  private mutating func readRow() {
    let (start, first, begun) = (cursor, cells.count, line)
    (rowStart, firstCell) = (start, first)
    var ending = readCell()
    while case .separator = ending { ending = readCell() }
    if case .broken(let fault) = ending {
      forget(from: first)
      // The rest of the file is not lost to one quote: the next line begins a row again.
      if case .swallowed = fault, isClosingQuote(cursor) { stray = (cursor, begun) }
      cursor = start
      while !isAtEnd, bytes[cursor] != 0x0A { cursor += 1 }
      let end = cursor
      if !isAtEnd { cursor += 1 }
      line = begun + 1
      note(fault, line: begun, start: start, end: end)
      return
    }
    let found = cells.count - first
    guard cells[first...].contains(where: { $0.length > 0 }) else {
      forget(from: first)
      return
    }
    if let fault = stray == nil ? nil : strayQuote(from: start) {
      forget(from: first)
      note(fault, line: begun, start: start, end: cursor)
      return
    }
    if found != width, let fault = fit(found, from: first) {
      forget(from: first)
      note(fault, line: begun, start: start, end: cursor)
      return
    }
    let end = withoutBreak(start, cursor)
    marks.append(Sheet.RowMark(line: UInt32(begun), start: UInt32(start), end: UInt32(end)))
  }

  /// Gives a row as many cells as the header has: spreadsheets leave out separators behind the last
  /// cell with something in it, and put some where a column was once. What is wrong where the row
  /// has something behind the last column, or ends before one that must be filled in.
  private mutating func fit(_ found: Int, from first: Int) -> MalformedRow.Fault? {
    if found > width {
      guard cells[(first + width)...].allSatisfy({ $0.length == 0 }) else {
        return .fields(found: found, expected: width)
      }
      forget(from: first + width)
      return nil
    }
    if let missing = needed.first(where: { $0 >= found }) {
      return .short(found: found, missing: missing)
    }
    for _ in found..<width { cells.append(Sheet.CellMark(start: 0, length: 0)) }
    return nil
  }

  /// Whether the byte at a place is a quote behind which a cell or the file ends.
  private func isClosingQuote(_ place: Int) -> Bool {
    guard place < bytes.count, bytes[place] == 0x22 else { return false }
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0x0A
    return next == separator || next == 0x0A || next == 0x0D || next == 0x20
  }

  /// What is wrong with the row just read if the quote of a row above ends in it.
  private mutating func strayQuote(from start: Int) -> MalformedRow.Fault? {
    guard let known = stray, cursor > known.place else { return nil }
    stray = nil
    return known.place >= start ? .strayQuote(from: known.from) : nil
  }

  private mutating func forget(from first: Int) { cells.removeSubrange(first...) }

  private mutating func note(_ fault: MalformedRow.Fault, line: Int, start: Int, end: Int) {
    let last = withoutBreak(start, end)
    malformed.append(
      MalformedRow(line: line, fault: fault, start: UInt32(start), end: UInt32(last)))
  }

  /// The end of a row's bytes without the line break before `end`.
  private func withoutBreak(_ start: Int, _ end: Int) -> Int {
    var last = end
    if last > start, bytes[last - 1] == 0x0A { last -= 1 }
    if last > start, bytes[last - 1] == 0x0D { last -= 1 }
    return last
  }

  /// The candidate that stands most often outside quotes in the first line with content.
  private mutating func findSeparator() {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var hasContent = false
    for byte in bytes[cursor...] {
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x0A, !isQuoted, hasContent { break }
      if byte > 0x20 { hasContent = true }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    for candidate in [UInt8(ascii: ","), 0x09, UInt8(ascii: "|")]
    where counts[candidate, default: 0] > counts[separator, default: 0] {
      separator = candidate
    }
  }
}

extension SheetParser {
  /// Reads one cell and what ends it.
  private mutating func readCell() -> Ending {
    if cursor < bytes.count, bytes[cursor] == 0x22 { return readQuotedCell() }
    let start = cursor
    let (end, isSuspect) = scan(from: start)
    cursor = end
    let ending = readEnding()
    guard end - start <= SheetLimit.cell else { return .broken(.cellTooLong) }
    keep(start, end, isSuspect: isSuspect)
    return ending
  }

  /// Where the unquoted cell that begins at `start` ends, and whether it may need rewriting.
  ///
  /// Eight bytes at a time: most are neither a separator, a line break nor a suspect.
  private func scan(from start: Int) -> (end: Int, isSuspect: Bool) {
    let raw = unsafe bytes.span.bytes
    let count = raw.byteCount
    var end = start
    var isSuspect = false
    while end < count {
      if end + 8 <= count {
        // In bounds by the line above; any eight bytes make an integer.
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: end, as: UInt64.self)
        let stops = pattern.stops(in: UInt64(littleEndian: word))
        if stops == 0 {
          end += 8
          continue
        }
        end += stops.trailingZeroBitCount >> 3
      }
      let byte = bytes[end]
      if byte == separator || byte == 0x0A { break }
      if byte == 0x0D {
        if end + 1 < count, bytes[end + 1] == 0x0A { break }
      } else if StopPattern.isSuspect(byte) {
        isSuspect = true
      }
      end += 1
    }
    return (end, isSuspect)
  }

  /// Passes the separator or line break at the cursor.
  mutating func readEnding() -> Ending {
    guard cursor < bytes.count else { return .row }
    if bytes[cursor] == separator {
      cursor += 1
      return .separator
    }
    cursor += bytes[cursor] == 0x0D ? 2 : 1
    line += 1
    return .row
  }

  /// Notes a cell: where it stands if it is clean, else a clean copy.
  mutating func keep(_ start: Int, _ end: Int, isSuspect: Bool) {
    if isSuspect {
      scratch.removeAll(keepingCapacity: true)
      scratch.append(contentsOf: bytes[start..<end])
      keepScratch()
      return
    }
    var (first, last) = (start, end)
    while first < last, isBlank(bytes[first]) { first += 1 }
    while first < last, isBlank(bytes[last - 1]) { last -= 1 }
    cells.append(
      Sheet.CellMark(
        start: first == last ? 0 : UInt32(truncatingIfNeeded: first),
        length: UInt32(truncatingIfNeeded: last - first)))
  }

  mutating func keepUnescaped(_ start: Int, _ end: Int) {
    scratch.removeAll(keepingCapacity: true)
    var index = start
    while index < end {
      scratch.append(bytes[index])
      index += bytes[index] == 0x22 ? 2 : 1
    }
    keepScratch()
  }

  /// Notes the scratch as a cell, with no-break spaces replaced, trimmed, in NFC.
  private mutating func keepScratch() {
    var text: [UInt8] = []
    swap(&text, &scratch)
    Cleaning.replaceNoBreakSpaces(&text)
    var (first, last) = (0, text.count)
    while first < last, isBlank(text[first]) { first += 1 }
    while first < last, isBlank(text[last - 1]) { last -= 1 }
    let start = rewritten.count
    Letters.compose(text.span.extracting(first..<last), into: &rewritten)
    swap(&text, &scratch)
    let isEmpty = rewritten.count == start
    cells.append(
      Sheet.CellMark(
        start: isEmpty ? 0 : UInt32(start) | Sheet.isRewritten,
        length: UInt32(rewritten.count - start)))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 9 && byte <= 13) }

  private func text(of place: Int) -> String {
    let range = cells[place].range
    return String(decoding: (cells[place].isRewritten ? rewritten : bytes)[range], as: UTF8.self)
  }
}

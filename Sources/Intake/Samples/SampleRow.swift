import Cadre

/// One row being written, with the blemishes that real sheets have.
///
/// About one cell in a hundred has spaces around it, one text in fifty is NFD, and some spaces
/// are no-break spaces; which ones is fixed by the seed. None changes what the cell says.
struct SampleRow {
  private var buffer: [UInt8] = []
  private var random: SplitMix64
  private var isFirst = true
  private var cellStart = 0

  private static let separator = UInt8(ascii: ";")

  init(random: SplitMix64) { self.random = random }

  /// Appends the row with its line break to `out`, and is empty again.
  mutating func end(into out: inout [UInt8]) {
    buffer.append(0x0D)
    buffer.append(0x0A)
    out.append(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
    isFirst = true
  }
}

extension SampleRow {
  /// An empty cell, or so many.
  mutating func empty(_ count: Int = 1) {
    for _ in 0..<count {
      begin()
      finishCell()
    }
  }

  /// A text; nil is empty.
  mutating func text(_ text: String?) {
    begin()
    if let text { buffer.append(contentsOf: text.utf8) }
    finishCell()
    quoteIfNeeded()
  }

  /// A prefix, a number with leading zeros to a width, and a suffix.
  mutating func code(_ prefix: String, _ number: Int, width: Int = 1, _ suffix: String = "") {
    begin()
    buffer.append(contentsOf: prefix.utf8)
    digits(number, width: width)
    buffer.append(contentsOf: suffix.utf8)
    finishCell()
  }

  /// A day as `dd/mm/yyyy`, one in five hundred as ISO; nil is empty.
  mutating func day(_ day: Day?) {
    begin()
    if let (year, month, date) = day?.fields {
      if random.next() & 511 == 0 {
        digits(year, width: 4)
        buffer.append(UInt8(ascii: "-"))
        digits(month, width: 2)
        buffer.append(UInt8(ascii: "-"))
        digits(date, width: 2)
      } else {
        digits(date, width: 2)
        buffer.append(UInt8(ascii: "/"))
        digits(month, width: 2)
        buffer.append(UInt8(ascii: "/"))
        digits(year, width: 4)
      }
    }
    finishCell()
  }

  private mutating func begin() {
    if !isFirst { buffer.append(SampleRow.separator) }
    isFirst = false
    cellStart = buffer.count
  }

  private mutating func digits(_ value: Int, width: Int) {
    var power = 1
    var count = 1
    while value / power >= 10 {
      power *= 10
      count += 1
    }
    for _ in 0..<max(0, width - count) { buffer.append(UInt8(ascii: "0")) }
    while power > 0 {
      buffer.append(UInt8(ascii: "0") + UInt8(value / power % 10))
      power /= 10
    }
  }

  private mutating func finishCell() {
    let draw = random.next() & 4095
    if draw < 144 { blemish(draw) }
  }

  /// Spaces around it (41 of 4096), NFD (82), or no-break spaces inside (21).
  private mutating func blemish(_ draw: UInt64) {
    var cell = Array(buffer[cellStart...])
    switch draw {
    case 0..<41:
      cell = [0x20, 0x20] + cell + [0x20]
    case 41..<123:
      var decomposed: [UInt8] = []
      Letters.decompose(cell.span, into: &decomposed)
      cell = decomposed
    default:
      let noBreak: [UInt8] = draw & 3 == 0 ? [0xE2, 0x80, 0xAF] : [0xC2, 0xA0]
      cell = cell.flatMap { $0 == 0x20 ? noBreak : [$0] }
    }
    buffer.removeSubrange(cellStart...)
    buffer.append(contentsOf: cell)
  }

  private mutating func quoteIfNeeded() {
    var needsQuotes = false
    for index in cellStart..<buffer.count {
      let byte = buffer[index]
      if byte == SampleRow.separator || byte == 0x22 || byte == 0x0A { needsQuotes = true }
    }
    guard needsQuotes else { return }
    let cell = Array(buffer[cellStart...])
    buffer.removeSubrange(cellStart...)
    buffer.append(0x22)
    for byte in cell {
      if byte == 0x22 { buffer.append(0x22) }
      buffer.append(byte)
    }
    buffer.append(0x22)
  }
}

import Cadre
import Platform

/// One sheet being written.
final class SampleSheet {
  let kind: SheetKind
  private(set) var rows = 0
  private var buffer: [UInt8] = []
  private var file: FileReplacement
  /// The row to fill next; empty while one is being filled.
  private var row: SampleRow

  /// Bytes gathered before they are written.
  private static let chunk = 1 << 18

  /// Begins a sheet with its header: byte order mark, `;`, CRLF.
  init(_ kind: SheetKind, in folder: String, seed: UInt64) throws(PlatformError) {
    self.kind = kind
    file = try FileReplacement("\(folder)/\(kind.file)", permissions: 0o644)
    let place = SheetKind.allCases.firstIndex(of: kind) ?? 0
    row = SampleRow(random: SplitMix64(seed: seed, kind: 9, number: place))
    buffer.reserveCapacity(SampleSheet.chunk + 4096)
    buffer.append(contentsOf: [0xEF, 0xBB, 0xBF])
    let header = kind.columns.map(\.header).joined(separator: ";")
    buffer.append(contentsOf: header.utf8)
    buffer.append(contentsOf: [0x0D, 0x0A])
  }

  /// An empty row, to be filled and given to `end`.
  func begin() -> SampleRow {
    var taken = SampleRow(random: SplitMix64(seed: 0))
    swap(&taken, &row)
    return taken
  }

  /// Ends a row that has a cell for every column.
  func end(_ filled: consuming SampleRow) throws(PlatformError) {
    filled.end(into: &buffer)
    row = filled
    rows += 1
    if buffer.count >= SampleSheet.chunk {
      try file.write(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  /// Writes what is left and gives the file its name.
  func finish() throws(PlatformError) {
    try file.write(buffer)
    buffer.removeAll()
    try file.commit()
  }
}

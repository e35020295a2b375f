internal import Cadre
internal import CadreCodec

/// The rows that look events up by something else than their stream: planning, codes, external
/// names, certificates. Each says that an event was recorded; whether it counts, its stream says.
struct SideRows: ~Copyable {
  private var bytes = RowBytes()
  private var rows: [SideRow] = []
  private var key: [UInt8] = []

  static let tables: [ViewTable] = [.planning, .codes, .externals, .certificates]
}

/// A row among the bytes of many: the number of its table in one byte and its key, and behind them
/// the index that it leads to, most significant byte first, where it leads to one.
struct SideRow {
  let start: UInt32
  /// Bytes of table and key.
  let length: UInt32
  let hasValue: Bool

  /// Bytes of an index.
  static let valueLength = 8
}

extension SideRows {
  /// The number of rows.
  var count: Int { rows.count }

  /// About the bytes of memory in use.
  var size: Int { bytes.count + rows.count * (MemoryLayout<SideRow>.size + SideOrder.size) }

  /// Adds the rows of an event, and says whether it may have any.
  /// - Throws: `event` where it cannot be read.
  @inline(__always)
  mutating func add(
    _ index: LogIndex, _ event: RawSpan, _ slices: borrowing EnvelopeSlices
  ) throws(ProjectionError) -> Bool {
    switch slices.type {
    case .planningEntered, .courseCompleted, .theoryAttained, .organisationEstablished,
      .organisationAmended, .positionDefined, .positionAmended:
      try addRows(index, event, slices)
      return true
    default: return false
    }
  }

  /// Forgets the rows and keeps the room.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    bytes.removeAll()
  }

  private mutating func addRows(
    _ index: LogIndex, _ event: RawSpan, _ slices: borrowing EnvelopeSlices
  ) throws(ProjectionError) {
    let payload: Event
    do throws(CodecError) {
      payload = try Event.decodePayload(
        slices.type, version: slices.version, kind: slices.stream.kind,
        event.extracting(slices.payload))
    } catch {
      throw .event(index, error)
    }
    let number = slices.stream.number
    switch payload {
    case .ledger: break
    case .organisation(let event): add(event, number, index)
    case .position(.defined(let post)): addCode(post.code, kind: 2, number, index)
    case .position(.amended(let post)): addCode(post.code, kind: 2, number, index)
    case .position: break
    case .person(.planningEntered(let post, _)): addPlanning(post, PersonNumber(number))
    case .person(let event):
      if let certificate = Certificate(event) { add(certificate, number, index) }
    }
  }

  private mutating func add(_ event: OrganisationEvent, _ number: UInt32, _ index: LogIndex) {
    switch event {
    case .established(let founding) where founding.kind == .external:
      begin(.externals)
      Letters.identity(founding.name.utf8.span, into: &key)
      key.append(0)
      key.append(bigEndian: number)
      append(value: index.number)
      addCode(founding.code, kind: 1, number, index)
    case .established(let founding): addCode(founding.code, kind: 1, number, index)
    case .amended(let amendment): addCode(amendment.code, kind: 1, number, index)
    default: break
    }
  }

  private mutating func addCode(
    _ code: String?, kind: UInt8, _ number: UInt32, _ index: LogIndex
  ) {
    guard let code else { return }
    begin(.codes)
    key.append(kind)
    key.append(contentsOf: code.utf8)
    key.append(0)
    key.append(bigEndian: number)
    append(value: index.number)
  }

  private mutating func addPlanning(_ post: PositionNumber, _ person: PersonNumber) {
    begin(.planning)
    key.append(bigEndian: post.number)
    key.append(bigEndian: person.number)
    append(value: nil)
  }

  private mutating func add(_ certificate: Certificate, _ person: UInt32, _ index: LogIndex) {
    begin(.certificates)
    certificate.appendKey(to: &key)
    key.append(bigEndian: person)
    key.append(bigEndian: index.number)
    append(value: nil)
  }

  private mutating func begin(_ table: ViewTable) {
    key.removeAll(keepingCapacity: true)
    key.append(UInt8(table.rawValue))
  }

  private mutating func append(value: UInt64?) {
    let range = bytes.append(key)
    if let value { _ = bytes.append(bigEndian: value) }
    rows.append(
      SideRow(
        start: UInt32(range.lowerBound), length: UInt32(range.count), hasValue: value != nil))
  }
}

extension SideRows {
  /// Sorts by table and key, of equal keys the first alone staying; O(n log n).
  mutating func sort() {
    SideOrder.sort(&rows, in: bytes)
    var kept = 0
    for row in rows {
      if kept > 0, isAlike(row, rows[kept - 1]) { continue }
      rows[kept] = row
      kept += 1
    }
    rows.removeLast(rows.count - kept)
  }

  private func isAlike(_ row: SideRow, _ other: SideRow) -> Bool {
    row.length == other.length
      && bytes.span.extracting(row.key).compare(bytes.span.extracting(other.key)) == 0
  }

  /// Hands over the rows by table and key, once they are sorted.
  func forEachRow<Failure: Error>(
    _ body: (SideRow, RawSpan) throws(Failure) -> Void
  ) throws(Failure) {
    for row in rows { try body(row, bytes.span.extracting(row.all)) }
  }

  /// Hands over key and value of the rows of a table by key, once they are sorted; O(all rows).
  func forEachRow<Failure: Error>(
    of table: ViewTable, _ body: (RawSpan, RawSpan) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachRow { (row, bytes) throws(Failure) in
      guard row.table(in: bytes) == table else { return }
      try body(row.key(in: bytes), row.value(in: bytes))
    }
  }
}

extension SideRow {
  /// Where table and key are.
  var key: Range<Int> { Int(start)..<Int(start) + Int(length) }

  /// Where table, key and value are.
  var all: Range<Int> {
    Int(start)..<Int(start) + Int(length) + (hasValue ? Self.valueLength : 0)
  }

  /// The table, by all bytes of the row; nil for bytes that are none.
  func table(in bytes: RawSpan) -> ViewTable? {
    ViewTable(rawValue: Int(unsafe bytes.unsafeLoad(fromByteOffset: 0, as: UInt8.self)))
  }

  /// The key without the table, of all bytes of the row.
  @_lifetime(copy bytes)
  func key(in bytes: RawSpan) -> RawSpan { bytes.extracting(1..<Int(length)) }

  /// The value, of all bytes of the row.
  @_lifetime(copy bytes)
  func value(in bytes: RawSpan) -> RawSpan { bytes.extracting(droppingFirst: Int(length)) }
}

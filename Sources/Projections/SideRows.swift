internal import Cadre
internal import CadreCodec

/// The rows that look events up by something else than their stream: planning, codes, external
/// names, certificates. Each says that an event was recorded; whether it counts, its stream says.
struct SideRows: ~Copyable {
  private var bytes = RowBytes()
  private var rows: [ViewTable: [ViewChanges.Row]] = [:]
  private var key: [UInt8] = []

  static let tables: [ViewTable] = [.planning, .codes, .externals, .certificates]
}

extension SideRows {
  /// Adds the rows of an event.
  /// - Throws: `event` where it cannot be read.
  @inline(__always)
  mutating func add(
    _ index: LogIndex, _ event: RawSpan, _ slices: borrowing EnvelopeSlices
  ) throws(ProjectionError) {
    switch slices.type {
    case .planningEntered, .courseCompleted, .theoryAttained, .organisationEstablished,
      .organisationAmended, .positionDefined, .positionAmended:
      try addRows(index, event, slices)
    default: break
    }
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
      key.removeAll(keepingCapacity: true)
      Letters.identity(founding.name.utf8.span, into: &key)
      key.append(0)
      key.append(bigEndian: number)
      append(to: .externals, value: index.number)
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
    key.removeAll(keepingCapacity: true)
    key.append(kind)
    key.append(contentsOf: code.utf8)
    key.append(0)
    key.append(bigEndian: number)
    append(to: .codes, value: index.number)
  }

  private mutating func addPlanning(_ post: PositionNumber, _ person: PersonNumber) {
    key.removeAll(keepingCapacity: true)
    key.append(bigEndian: post.number)
    key.append(bigEndian: person.number)
    append(to: .planning, value: nil)
  }

  private mutating func add(_ certificate: Certificate, _ person: UInt32, _ index: LogIndex) {
    key.removeAll(keepingCapacity: true)
    certificate.appendKey(to: &key)
    key.append(bigEndian: person)
    key.append(bigEndian: index.number)
    append(to: .certificates, value: nil)
  }

  private mutating func append(to table: ViewTable, value: UInt64?) {
    let key = bytes.append(key)
    let value = value.map { bytes.append(bigEndian: $0) } ?? key.upperBound..<key.upperBound
    rows[table, default: []].append(ViewChanges.Row(key: key, value: value))
  }
}

extension SideRows {
  /// Hands over the rows of a table by key, of equal keys the first alone; O(n log n).
  func forEachRow<Failure: Error>(
    of table: ViewTable, _ body: (RawSpan, RawSpan) throws(Failure) -> Void
  ) throws(Failure) {
    let span = bytes.span
    let sorted = rows[table, default: []].sorted { left, right in
      let order = span.extracting(left.key).compare(span.extracting(right.key))
      return order == 0 ? left.key.lowerBound < right.key.lowerBound : order < 0
    }
    var last: Range<Int>?
    for row in sorted {
      let key = span.extracting(row.key)
      if let last, span.extracting(last).compare(key) == 0 { continue }
      last = row.key
      try body(key, span.extracting(row.value))
    }
  }
}

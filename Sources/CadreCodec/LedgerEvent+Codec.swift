package import CBOR
package import Cadre

extension LedgerEvent: StoredEvent {
  package static var kind: UInt8 { 0 }

  package func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    switch self {
    case .ledgerOpened(let origin):
      encoder.fields(1)
      try encoder.put(0, origin, "origin")
    case .rulesAdopted(let id, let content):
      encoder.fields(2)
      try encoder.put(0, id, "id")
      try encoder.put(1, content, "content", limit: TextLimit.rules)
    case .holidaysAdopted(let year, let days):
      encoder.fields(2)
      encoder.put(0, int: year)
      encoder.uint(1)
      encoder.array(days.count)
      for day in days { encoder.int(Int64(day.number)) }
    case .sheetReceived(let sheet): try sheet.encode(into: &encoder)
    case .reportPublished(let report): try report.encode(into: &encoder)
    case .headsSealed(let seal): try seal.encode(into: &encoder)
    case .rebuildAttested(let rebuild): try rebuild.encode(into: &encoder)
    case .sheetClaimed(let claim): try claim.encode(into: &encoder)
    case .retracted(let retraction): retraction.encode(into: &encoder)
    }
  }

  @_lifetime(fields: copy fields)
  package static func decodeVersion1(
    _ type: EventType, _ fields: inout FieldReader
  ) throws(CodecError) -> LedgerEvent {
    switch type {
    case .ledgerOpened: .ledgerOpened(origin: try fields.text(0))
    case .rulesAdopted: .rulesAdopted(id: try fields.text(0), content: try fields.text(1))
    case .holidaysAdopted:
      .holidaysAdopted(year: try fields.int(0), days: try fields.days(1))
    case .sheetReceived: .sheetReceived(try SheetReceived(version1: &fields))
    case .reportPublished: .reportPublished(try ReportPublished(&fields))
    case .headsSealed: .headsSealed(try HeadsSealed(&fields))
    case .rebuildAttested: .rebuildAttested(try RebuildAttested(&fields))
    case .sheetClaimed: .sheetClaimed(try SheetClaimed(&fields))
    case .retracted: .retracted(try Retraction(&fields))
    default: throw fields.foreignType()
    }
  }

  @_lifetime(fields: copy fields)
  package static func decodeVersion2(
    _ type: EventType, _ fields: inout FieldReader
  ) throws(CodecError) -> LedgerEvent {
    switch type {
    case .sheetReceived: .sheetReceived(try SheetReceived(version2: &fields))
    default: throw fields.failure(.unknownVersion(2))
    }
  }

  package var version: UInt64 {
    switch self {
    case .sheetReceived(let sheet): sheet.ownClaim == nil ? 2 : 1
    case .ledgerOpened, .rulesAdopted, .holidaysAdopted, .reportPublished, .headsSealed,
      .rebuildAttested, .sheetClaimed, .retracted:
      1
    }
  }
}

extension SheetReceived {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    var covers: OrganisationNumber?
    if case .subtree(let organisation) = ownClaim { covers = organisation }
    let isPartial = ownClaim == .nobody
    encoder.fields(
      3,
      present(covers) + (isPartial ? 1 : 0) + (gaps.isEmpty ? 0 : 1) + (hasGapForAll ? 1 : 0))
    try encoder.put(0, sheet, "sheet")
    encoder.put(1, sha256)
    try encoder.put(2, count: rows, "rows")
    encoder.put(3, covers)
    if isPartial { try encoder.put(4, count: 1, "isPartial") }
    if !gaps.isEmpty {
      encoder.uint(5)
      encoder.array(gaps.count)
      for person in gaps { encoder.uint(UInt64(person.number)) }
    }
    if hasGapForAll { try encoder.put(6, count: 1, "gapForAll") }
  }

  /// Keys 3 and 4 say for whom it claims to be complete.
  @_lifetime(fields: copy fields)
  fileprivate init(version1 fields: inout FieldReader) throws(CodecError) {
    self.init(
      sheet: try fields.text(0), sha256: try fields.digest(1), rows: try fields.count(2))
    let covers = try fields.organisation(ifAny: 3)
    ownClaim = try fields.count(ifAny: 4) != nil ? .nobody : .subtree(of: covers)
    gaps = try fields.people(ifAny: 5)
  }

  @_lifetime(fields: copy fields)
  fileprivate init(version2 fields: inout FieldReader) throws(CodecError) {
    self.init(
      sheet: try fields.text(0), sha256: try fields.digest(1), rows: try fields.count(2),
      gaps: try fields.people(ifAny: 5), hasGapForAll: try fields.count(ifAny: 6) != nil)
  }
}

extension SheetClaimed {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(4, present(organisation))
    try encoder.put(0, sheet, "sheet")
    encoder.put(1, organisation)
    encoder.put(2, until)
    encoder.put(3, sha256)
    try encoder.put(4, count: listed, "listed")
  }

  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      sheet: try fields.text(0), organisation: try fields.organisation(ifAny: 1),
      until: try fields.day(2), sha256: try fields.digest(3), listed: try fields.count(4))
  }
}

extension ReportPublished {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(5)
    try encoder.put(0, question, "question")
    encoder.put(1, on)
    encoder.put(2, known)
    try encoder.put(3, rules, "rules")
    encoder.put(4, sha256)
  }

  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      question: try fields.text(0), on: try fields.day(1), known: LogSize(try fields.uint(2)),
      rules: try fields.text(3), sha256: try fields.digest(4))
  }
}

extension HeadsSealed {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    guard counts.count == 4 else {
      throw CodecError(.wrongCount(field: "counts", count: counts.count, expected: 4))
    }
    encoder.fields(3)
    encoder.put(0, upTo)
    encoder.uint(1)
    encoder.array(4)
    for count in counts {
      guard count >= 0 else { throw CodecError(.outOfRange(field: "counts", Int64(count))) }
      encoder.uint(UInt64(count))
    }
    encoder.put(2, root)
  }

  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    let upTo = LogSize(try fields.uint(0))
    try fields.require(1)
    let count = try fields.array()
    guard count == 4 else {
      throw fields.failure(.wrongCount(field: "counts", count: count, expected: 4))
    }
    var counts: [Int] = []
    for _ in 0..<4 { counts.append(try fields.count()) }
    self.init(upTo: upTo, counts: counts, root: try fields.digest(2))
  }
}

extension RebuildAttested {
  fileprivate func encode(into encoder: inout CBOREncoder) throws(CodecError) {
    encoder.fields(5)
    encoder.put(0, size)
    encoder.put(1, root)
    try encoder.put(2, count: layout, "layout")
    encoder.put(3, digest)
    try encoder.put(4, count: differences, "differences")
  }

  @_lifetime(fields: copy fields)
  fileprivate init(_ fields: inout FieldReader) throws(CodecError) {
    self.init(
      size: LogSize(try fields.uint(0)), root: try fields.digest(1),
      layout: try fields.count(2), digest: try fields.digest(3),
      differences: try fields.count(4))
  }
}

extension FieldReader {
  @_lifetime(self: copy self)
  fileprivate mutating func people(ifAny key: UInt64) throws(CodecError) -> [PersonNumber] {
    guard try take(key) else { return [] }
    let count = try array()
    var people: [PersonNumber] = []
    people.reserveCapacity(min(count, SheetReceived.gapLimit))
    for _ in 0..<count { people.append(PersonNumber(try numeral())) }
    return people
  }

  @_lifetime(self: copy self)
  fileprivate mutating func days(_ key: UInt64) throws(CodecError) -> [Day] {
    try require(key)
    let count = try array()
    var days: [Day] = []
    days.reserveCapacity(count)
    for _ in 0..<count { days.append(try day()) }
    return days
  }
}

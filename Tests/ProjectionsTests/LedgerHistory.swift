import CBOR
import Cadre
import CadreCodec
import EventLog
import Projections
import TestSupport

/// A log to which events are appended at random, in streams of all kinds, with corrections.
struct LedgerHistory {
  let log: EventStore
  private var random: SeededGenerator
  private var counts: [UInt32] = [1, 0, 0, 0]
  private var recorded: [[(number: UInt32, index: UInt64)]] = [[], [], [], []]
  private var size: UInt64 = 0

  init(_ folder: TemporaryFolder, seed: UInt64) throws {
    log = try EventStore(folder: folder.path + "/log")
    random = SeededGenerator(seed: seed)
  }

  /// Appends that many events in one transaction.
  mutating func append(_ count: Int) throws {
    var batch = DraftBatch()
    var encoder = CBOREncoder()
    for _ in 0..<count {
      let (stream, event) = next()
      let context = EventContext(
        effective: Int.random(in: 0..<4, using: &random) == 0
          ? nil : Day(number: Int32.random(in: 18_000...18_020, using: &random)),
        recorded: Instant(milliseconds: Int64(size) + 1_000_000), actor: "van-thu",
        document: Bool.random(using: &random) ? Document(number: "1/QĐ", date: nil) : nil)
      encoder.removeAll()
      let fields = try event.encodeTail(context, into: &encoder)
      batch.add(
        type: UInt16(event.type.rawValue), version: UInt16(event.version),
        to: StreamKey(StreamKind(rawValue: stream.kind) ?? .ledger, stream.number),
        tail: encoder.span, fields: fields)
      recorded[Int(stream.kind)].append((stream.number, size))
      size += 1
    }
    try log.write { (writer) throws(EventLogError) in _ = try writer.append(batch) }
  }

  /// The next event: a new stream at times, so that numbers have no gaps; a retraction at times.
  private mutating func next() -> (Stream, Event) {
    let kind = [0, 1, 1, 2, 2, 3, 3, 3, 3, 3].randomElement(using: &random) ?? 3
    let isNew = kind > 0 && (counts[kind] == 0 || Int.random(in: 0..<6, using: &random) == 0)
    if isNew { counts[kind] += 1 }
    let number =
      kind == 0
      ? 0 : isNew ? counts[kind] : UInt32.random(in: 1...max(1, counts[kind]), using: &random)
    let targets = recorded[kind].filter { $0.number == number }
    if !isNew, Int.random(in: 0..<5, using: &random) == 0,
      let target = targets.randomElement(using: &random)
    {
      let retraction = Retraction(target: LogIndex(target.index), reason: .other)
      switch kind {
      case 0: return (.ledger, .ledger(.retracted(retraction)))
      case 1:
        return (.organisation(OrganisationNumber(number)), .organisation(.retracted(retraction)))
      case 2: return (.position(PositionNumber(number)), .position(.retracted(retraction)))
      default: return (.person(PersonNumber(number)), .person(.retracted(retraction)))
      }
    }
    switch kind {
    case 0: return (.ledger, .ledger(ledgerEvent()))
    case 1:
      return (
        .organisation(OrganisationNumber(number)), .organisation(organisationEvent(isNew))
      )
    case 2: return (.position(PositionNumber(number)), .position(positionEvent(isNew)))
    default: return (.person(PersonNumber(number)), .person(personEvent(isNew)))
    }
  }
}

extension LedgerHistory {
  private mutating func small() -> UInt32 { UInt32.random(in: 1...4, using: &random) }

  private mutating func ledgerEvent() -> LedgerEvent {
    switch small() {
    case 1: .holidaysAdopted(year: 2_000 + Int(small()), days: [Day(number: 20_000)])
    case 2: .rulesAdopted(id: "r\(small())", content: String(repeating: "x", count: 5_000))
    default: .ledgerOpened(origin: "cadreledger/0123456789abcdef")
    }
  }

  private mutating func organisationEvent(_ isNew: Bool) -> OrganisationEvent {
    let code = "38.\(small()).\(small())"
    guard isNew else {
      switch small() {
      case 1: return .amended(OrganisationAmended(code: code))
      case 2: return .rated(year: 2_024, grade: .good)
      default: return .reparented(parent: OrganisationNumber(small()))
      }
    }
    if small() == 1 {
      let name = ["Đảng bộ tỉnh bạn", "Chi bộ  HÒA BÌNH", "chi bộ hoà bình"][Int(small() - 1) % 3]
      return .established(OrganisationEstablished(code: nil, name: name, kind: .external))
    }
    return .established(OrganisationEstablished(code: code, name: "Chi bộ", kind: .cell))
  }

  private mutating func positionEvent(_ isNew: Bool) -> PositionEvent {
    let code = "TP-\(small())"
    guard isNew else { return .amended(PositionAmended(code: small() == 1 ? code : nil)) }
    return .defined(
      PositionDefined(
        code: code, title: "Trưởng phòng", organisation: OrganisationNumber(small()),
        line: .government, class: .divisionHead))
  }

  private mutating func personEvent(_ isNew: Bool) -> PersonEvent {
    guard !isNew else { return .registered(organisation: OrganisationNumber(small())) }
    let day = Day(number: 18_000)
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      return .planningEntered(
        position: PositionNumber(small()), term: Term(firstYear: 2_020, lastYear: 2_025))
    case 1:
      return .courseCompleted(
        CourseCompleted(course: .prospects, certificate: "\(small())/GCN", issued: day))
    case 2:
      return .theoryAttained(
        TheoryAttained(
          level: .advanced, proof: .diploma, school: "Trường \(small())", certificate: "A-1",
          issuedOn: day))
    case 3:
      return .theoryAttained(TheoryAttained(level: .elementary, proof: .diploma, issuedOn: day))
    case 4: return .cardIssued
    default: return .rated(year: 2_024, grade: .good)
    }
  }
}

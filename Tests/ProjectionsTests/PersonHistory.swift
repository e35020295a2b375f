import CBOR
import Cadre
import CadreCodec
import Projections
import TestSupport

/// An event's bytes at its place in the log.
struct IndexedEvent {
  let index: LogIndex
  let bytes: [UInt8]

  init(
    index: UInt64, effective: Day?, document: Document? = nil, event: PersonEvent
  ) throws(CodecError) {
    self.index = LogIndex(index)
    var encoder = CBOREncoder()
    let context = EventContext(
      effective: effective, recorded: Instant(milliseconds: 1_735_700_400_000),
      actor: "van-thu", document: document)
    try RecordedEvent(
      stream: .person(PersonNumber(7)), revision: 0, context: context, event: .person(event)
    ).encode(into: &encoder)
    bytes = encoder.bytes
  }
}

/// The row of `row`, if any, and the events.
func fold(_ row: [UInt8]?, _ events: [IndexedEvent]) throws(ProjectionError) -> [UInt8] {
  var fold = StreamFold()
  if let row {
    unsafe try fold.begin(from: try StreamRow(row.span.bytes))
  } else {
    fold.begin()
  }
  for event in events { unsafe try fold.add(event.index, event.bytes.span.bytes) }
  fold.finish()
  return unsafe fold.row.withUnsafeBytes { unsafe [UInt8]($0) }
}

/// A stream of a person at random, and the facts that its row must hold, worked out otherwise.
struct PersonHistory {
  private(set) var events: [IndexedEvent] = []
  private var unsorted: [Fact<PersonEvent>] = []

  init(count: Int, _ random: inout SeededGenerator) throws(CodecError) {
    var index: UInt64 = 0
    for _ in 0..<count {
      index += UInt64.random(in: 1...300, using: &random)
      let effective =
        Int.random(in: 0..<5, using: &random) == 0
        ? nil : Day(number: Int32.random(in: -30...30, using: &random))
      let document =
        Bool.random(using: &random)
        ? Document(number: "12-QĐ/ĐU", date: Day(number: 19_000), issuer: nil) : nil
      let event = event(&random)
      events.append(
        try IndexedEvent(index: index, effective: effective, document: document, event: event))
      unsorted.append(
        Fact(index: LogIndex(index), effective: effective, document: document, event: event))
    }
  }

  private func event(_ random: inout SeededGenerator) -> PersonEvent {
    let post = PositionNumber(UInt32.random(in: 1...3, using: &random))
    let term = Term(firstYear: 2_020, lastYear: 2_025)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .registered(organisation: OrganisationNumber(3))
    case 1: return .rated(year: 2_024, grade: .good)
    case 2: return .planningEntered(position: post, term: term)
    case 3: return .cardIssued
    case 4: return .screened(Screened(round: "2021-1", outcome: .qualified))
    default:
      let target = unsorted.randomElement(using: &random)?.index ?? LogIndex(0)
      return .retracted(Retraction(target: target, reason: .other))
    }
  }

  /// Each fact with its changes, worked out on decoded events.
  var facts: [Fact<PersonEvent>] {
    var facts = unsorted
    for retraction in unsorted {
      var target = retraction.event.retraction?.target
      while let wanted = target, let place = facts.firstIndex(where: { $0.index == wanted }) {
        let counts = facts[place].changes.last?.counts ?? true
        facts[place].changes.append(.init(index: retraction.index, counts: !counts))
        target = facts[place].event.retraction?.target
      }
    }
    return facts.sorted { Fact.precedes($0, $1) }
  }
}

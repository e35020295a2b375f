import CBOR
import EventLog
import LMDB
import TestSupport
import Testing

/// Invented events: what a history appends.
struct Draft {
  var stream: StreamKey
  var recorded: Int64
  var text: String
  var hasCommitment = false

  /// Random drafts in `streams` streams.
  static func random(_ count: Int, streams: UInt32, seed: UInt64) -> [Draft] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { place in
      let kind = StreamKind.allCases[Int.random(in: 0...3, using: &random)]
      let number = kind == .ledger ? 0 : UInt32.random(in: 1...max(1, streams), using: &random)
      let length = Int.random(in: 0...200, using: &random)
      return Draft(
        stream: StreamKey(kind, number), recorded: 1_000_000 + Int64(place / 3),
        text: String(repeating: "x", count: length), hasCommitment: Bool.random(using: &random))
    }
  }

  func add(to batch: inout DraftBatch) {
    var tail = CBOREncoder()
    tail.uint(8)
    tail.int(recorded)
    tail.uint(9)
    tail.text("tester")
    if hasCommitment {
      tail.uint(13)
      tail.bytes([UInt8](repeating: 5, count: 32))
    }
    tail.uint(14)
    tail.map(1)
    tail.uint(0)
    tail.text(text)
    batch.add(
      type: 300, version: 1, to: stream, tail: tail.span, fields: hasCommitment ? 4 : 3)
  }
}

extension EventStore {
  /// Appends drafts in one transaction, as one batch.
  @discardableResult
  func append(_ drafts: some Sequence<Draft>) throws(EventLogError) -> UInt64 {
    var batch = DraftBatch()
    for draft in drafts { draft.add(to: &batch) }
    return try write { (writer) throws(EventLogError) in try writer.append(batch) }
  }

  /// The bytes of all events.
  func allEvents() throws(EventLogError) -> [[UInt8]] {
    try read { (snapshot) throws(EventLogError) in
      var events: [[UInt8]] = []
      try snapshot.forEach(from: 0, to: snapshot.size) { (_, event) throws(EventLogError) in
        events.append(event.copied)
      }
      return events
    }
  }

  /// What a verification finds; commitments are counted, not looked at.
  func verified(threads: Int = 2) throws(EventLogError) -> LogVerification {
    try verify(threads: threads, commitment: { (_, _, _) throws(EventLogError) in })
  }
}

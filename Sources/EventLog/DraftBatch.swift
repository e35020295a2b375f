/// Events to be appended together: what each says, without its place in log and stream.
///
/// One buffer holds the fields of all; a batch is reused after `removeAll()`.
package struct DraftBatch: Sendable {
  var tails: [UInt8] = []
  var drafts: [Draft] = []
  var expectations: [Expectation] = []

  /// An empty batch.
  package init() {}

  /// One event of a batch.
  struct Draft: Sendable {
    let stream: StreamKey
    let type: UInt16
    let version: UInt16
    let fields: UInt8
    let tail: Range<Int>
  }

  /// What the caller knew of a stream when it decided.
  struct Expectation: Sendable {
    let stream: StreamKey
    let count: UInt64
  }
}

extension DraftBatch {
  /// How many events it holds.
  package var count: Int { drafts.count }

  /// Whether it holds none.
  package var isEmpty: Bool { drafts.isEmpty }

  /// Adds an event.
  ///
  /// - Parameters:
  ///   - type: what happened, as the codec numbers it.
  ///   - version: the version of the payload's schema.
  ///   - stream: the stream it is appended to.
  ///   - tail: the encoded keys 7 to 14 of the envelope with their values, in ascending order.
  ///   - fields: how many keys `tail` holds, at most 8.
  package mutating func add(
    type: UInt16, version: UInt16, to stream: StreamKey, tail: RawSpan, fields: Int
  ) {
    precondition(
      (0...EventStore.mostFields).contains(fields), "an envelope has at most 8 such keys")
    let start = tails.count
    unsafe tail.withUnsafeBytes { bytes in unsafe tails.append(contentsOf: bytes) }
    drafts.append(
      Draft(
        stream: stream, type: type, version: version, fields: UInt8(fields),
        tail: start..<tails.count))
  }

  /// Has the append refused unless the stream has exactly `count` events beforehand.
  package mutating func expect(_ count: UInt64, eventsIn stream: StreamKey) {
    expectations.append(Expectation(stream: stream, count: count))
  }

  /// Forgets the events and expectations, and keeps the room.
  package mutating func removeAll() {
    tails.removeAll(keepingCapacity: true)
    drafts.removeAll(keepingCapacity: true)
    expectations.removeAll(keepingCapacity: true)
  }
}

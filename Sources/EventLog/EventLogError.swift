package import LMDB

/// Why the log could not do what it was asked.
package enum EventLogError: Error, Hashable, Sendable {
  /// The store beneath failed.
  case store(LMDBError)
  /// The log has no event at that index.
  case noEvent(index: UInt64)
  /// A draft makes an event longer than `EventStore.longestEvent` bytes, or with more fields than
  /// an envelope has.
  case tooLong(draft: Int, length: Int)
  /// The stream has another number of events than the caller decided upon: decide again.
  case conflict(stream: StreamKey, expected: UInt64, found: UInt64)
  /// What is stored at or for that index is not what the log wrote.
  case damaged(index: UInt64, LogDamage)
  /// An append of the transaction failed half-way, so it cannot be committed.
  case spoiled
  /// The folder holds no log of a layout known here.
  case layout(found: UInt32?)
}

/// What is wrong with what is stored for an index.
package enum LogDamage: Hashable, Sendable {
  /// There is no event at the index, though there are later ones.
  case missing
  /// The bytes are no envelope in deterministic CBOR: at that byte, for that reason.
  case envelope(offset: Int, reason: EnvelopeFault)
  /// The leaf hash is not the one that later events, or the stream's head, hold of this event.
  case leaf
  /// The revision does not follow the one before in the stream.
  case revision
  /// `prior` is not the index of the stream's event before.
  case prior
  /// `previous` is not the leaf hash of the stream's event before.
  case previous
  /// The time of recording is before that of the event before.
  case recorded
  /// The tree nodes that end at this index are missing, or are not the hashes of the events.
  case nodes
  /// There are tree nodes for an index that has none.
  case extraNodes
  /// The stream of this event has no head, or one that is not its last event.
  case head(StreamKey)
  /// There is a head for a stream without events.
  case extraHead(StreamKey)
}

/// An error that a closure on the log may throw: one that can also carry a failure of the log.
package protocol LogFailure: Error {
  /// The failure of the log, as this error.
  init(_ failure: EventLogError)
}

extension EventLogError: LogFailure, StoreFailure {
  /// Itself.
  package init(_ failure: EventLogError) { self = failure }

  /// A failure of the store beneath.
  package init(_ failure: LMDBError) { self = .store(failure) }
}

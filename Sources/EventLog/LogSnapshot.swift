internal import LMDB
internal import Merkle

/// The log as one transaction sees it; neither it nor bytes from it outlive the transaction.
package struct LogSnapshot: ~Escapable {
  let transaction: ReadTransaction
  let tables: LogTables
  let pending: PendingHeads?
  /// The number of events; their indexes are 0 to one less.
  package let size: UInt64

  @_lifetime(copy transaction)
  init(
    _ transaction: ReadTransaction, _ tables: LogTables, size: UInt64, pending: PendingHeads?
  ) {
    self.transaction = transaction
    self.tables = tables
    self.size = size
    self.pending = pending
  }
}

extension LogSnapshot {
  /// The bytes of the event at an index; O(log n), copies nothing.
  /// - Throws: `noEvent` at or past the size; `damaged(missing)`.
  @_lifetime(copy self)
  package func event(at index: UInt64) throws(EventLogError) -> RawSpan {
    guard index < size else { throw .noEvent(index: index) }
    let found: RawSpan?
    do throws(LMDBError) {
      found = try transaction.value(of: index, in: tables.events)
    } catch {
      throw .store(error)
    }
    guard let found else { throw .damaged(index: index, .missing) }
    return found
  }

  /// The envelope of the event at an index.
  package func header(at index: UInt64) throws(EventLogError) -> EventHeader {
    try EventHeader(try event(at: index), at: index)
  }

  /// The last event of a stream; nil for a stream without events; O(log n).
  package func head(of stream: StreamKey) throws(EventLogError) -> StreamHead? {
    if let pending, let place = pending.place(of: stream) { return pending.entries[place].head }
    var key: [UInt8] = []
    stream.write(to: &key)
    return try storedHead(of: stream, key)
  }

  func storedHead(of stream: StreamKey, _ key: [UInt8]) throws(EventLogError) -> StreamHead? {
    do throws(LMDBError) {
      guard let row = try unsafe transaction.value(of: key.span.bytes, in: tables.heads) else {
        return nil
      }
      if let head = StreamHead(row: row), head.index < size { return head }
    } catch {
      throw .store(error)
    }
    throw .damaged(index: size, .head(stream))
  }

  /// The head that a stream had when the log had `size` events; O(events of the stream since).
  package func head(
    of stream: StreamKey, asOf size: UInt64
  ) throws(EventLogError) -> StreamHead? {
    guard var head = try head(of: stream) else { return nil }
    while head.index >= size {
      let header = try header(at: head.index)
      guard let prior = header.prior, let previous = header.previous else { return nil }
      guard prior < head.index, header.revision == head.revision else {
        throw .damaged(index: head.index, .prior)
      }
      head = StreamHead(revision: head.revision - 1, index: prior, leaf: previous)
    }
    return head
  }

  /// The indexes of a stream's events from `first` and below `size`, ascending; O(events of the
  /// stream from `first`).
  package func indexes(
    of stream: StreamKey, from first: UInt64 = 0, asOf size: UInt64 = .max
  ) throws(EventLogError) -> [UInt64] {
    var indexes: [UInt64] = []
    var next = try head(of: stream)?.index
    while let index = next, index >= first {
      if index < size { indexes.append(index) }
      next = try header(at: index).prior
      if let next, next >= index { throw .damaged(index: index, .prior) }
    }
    indexes.reverse()
    return indexes
  }
}

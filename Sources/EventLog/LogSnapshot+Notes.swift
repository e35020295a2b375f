internal import LMDB

extension LogSnapshot {
  /// The layout of the tables; nil for a log that was never written.
  package var layout: UInt32? {
    get throws(EventLogError) {
      try note(LogNotes.layout).map { UInt32(truncatingIfNeeded: $0) }
    }
  }

  /// A number kept under a name beside the events, such as the index of the last erasure.
  package func note(_ name: String) throws(EventLogError) -> UInt64? {
    let key = Array(name.utf8)
    do throws(LMDBError) {
      guard let row = try unsafe transaction.value(of: key.span.bytes, in: tables.notes),
        row.byteCount == 8
      else { return nil }
      return row.bigEndian64()
    } catch {
      throw .store(error)
    }
  }

  /// The number of streams that have events; O(1), without those of an uncommitted batch.
  package func streamCount() throws(EventLogError) -> Int {
    do throws(LMDBError) {
      return try transaction.count(of: tables.heads)
    } catch {
      throw .store(error)
    }
  }

  /// When the last event was recorded, in milliseconds since 1970-01-01T00:00Z; nil for an empty
  /// log. No later event may have an earlier time.
  package func lastRecorded() throws(EventLogError) -> Int64? {
    size == 0 ? nil : try header(at: size - 1).recorded
  }

  /// How many events had been recorded by a moment, in milliseconds since 1970-01-01T00:00Z, that
  /// moment included; O(log² n).
  package func size(recordedUpTo moment: Int64) throws(EventLogError) -> UInt64 {
    var (low, high) = (UInt64(0), size)
    while low < high {
      let middle = low + (high - low) / 2
      if try header(at: middle).recorded <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Hands over the heads as they were when the log had `size` events, in the order of the seal:
  /// by kind, then by number; streams without events by then are left out.
  ///
  /// O(streams + events since). A writer that has appended calls `writeHeads` first.
  package func forEachHead<Failure: LogFailure>(
    asOf size: UInt64 = .max, _ body: (StreamKey, StreamHead) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(pending?.isWritten ?? true, "heads are walked before they are written")
    var heads: HeadScan
    do throws(EventLogError) { heads = try HeadScan(self) } catch { throw Failure(error) }
    while true {
      var next: (StreamKey, StreamHead)?
      do throws(EventLogError) {
        next = try heads.next()
        guard let (stream, head) = next else { return }
        if head.index >= size {
          next = try self.head(of: stream, asOf: size).map { (stream, $0) }
        }
      } catch {
        throw Failure(error)
      }
      if let next { try body(next.0, next.1) }
    }
  }
}

/// A walk over the stored heads, in order of kind and number.
struct HeadScan: ~Copyable, ~Escapable {
  private var cursor: Cursor
  private let size: UInt64

  @_lifetime(copy snapshot)
  init(_ snapshot: LogSnapshot) throws(EventLogError) {
    do throws(LMDBError) {
      cursor = try snapshot.transaction.cursor(over: snapshot.tables.heads)
    } catch {
      throw .store(error)
    }
    size = snapshot.size
  }

  @_lifetime(self: copy self)
  mutating func next() throws(EventLogError) -> (StreamKey, StreamHead)? {
    do throws(LMDBError) {
      guard try cursor.next() else { return nil }
    } catch {
      throw .store(error)
    }
    guard let stream = StreamKey(key: cursor.key) else {
      throw .damaged(index: size, .extraHead(.ledger))
    }
    guard let head = StreamHead(row: cursor.value), head.index < size else {
      throw .damaged(index: size, .head(stream))
    }
    return (stream, head)
  }
}

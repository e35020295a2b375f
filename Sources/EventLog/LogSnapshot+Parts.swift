internal import LMDB
internal import Platform

extension LogSnapshot {
  /// Cuts the events below `end` into ranges of like length, one a thread, and runs `body` on each
  /// with a snapshot that belongs to its thread; gives the results in the order of the ranges.
  ///
  /// Events never change, so that a snapshot taken later shows the same. Where none shows all of
  /// them, since they are of a batch not committed yet, `body` runs once, here, on this snapshot.
  /// - Throws: what `body` throws; `store`; `noEvent` where `end` is past the size.
  package func inParts<Result: Sendable, Failure: LogFailure>(
    to end: UInt64, threads: Int,
    _ body: @Sendable (LogSnapshot, Range<UInt64>) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    guard end <= size else { throw Failure(.noEvent(index: size)) }
    let (environment, tables) = (transaction.environment, tables)
    let committed: UInt64
    do throws(LMDBError) {
      committed = try environment.read { (reading) throws(LMDBError) in try tables.size(reading) }
    } catch {
      throw Failure(.store(error))
    }
    guard threads > 1, end > 1, committed >= end else { return [try body(self, 0..<end)] }
    return try Threads.parallelChunks(of: Int(end), threads: threads) {
      (range) throws(Failure) in
      let snapshot: Snapshot
      do throws(LMDBError) {
        snapshot = try Snapshot(of: environment)
      } catch {
        throw Failure(.store(error))
      }
      let log = LogSnapshot(snapshot.reading, tables, size: committed, pending: nil)
      return try body(log, UInt64(range.lowerBound)..<UInt64(range.upperBound))
    }
  }

  /// The greatest number of a stream of a kind that has events, without those of an uncommitted
  /// batch; nil where there is none; O(log n).
  package func lastNumber(of kind: StreamKind) throws(EventLogError) -> UInt32? {
    let past: [UInt8] = [kind.rawValue + 1, 0, 0, 0, 0]
    do throws(LMDBError) {
      var cursor = try transaction.cursor(over: tables.heads)
      let isPast = try unsafe cursor.seek(to: past.span.bytes)
      guard try isPast ? cursor.previous() : cursor.last() else { return nil }
      guard let stream = StreamKey(key: cursor.key), stream.kind == kind else { return nil }
      return stream.number
    } catch {
      throw .store(error)
    }
  }
}

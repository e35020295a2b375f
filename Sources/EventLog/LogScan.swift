internal import LMDB

/// A walk over events in order of index; sequential, and fast for it.
package struct LogScan: ~Copyable, ~Escapable {
  private var cursor: Cursor
  private var isBegun = false
  private let end: UInt64
  /// The index of the event that `next` gives next.
  package private(set) var index: UInt64

  @_lifetime(copy snapshot)
  fileprivate init(
    _ snapshot: LogSnapshot, from first: UInt64, to end: UInt64
  ) throws(EventLogError) {
    do throws(LMDBError) {
      cursor = try snapshot.transaction.cursor(over: snapshot.tables.events)
    } catch {
      throw .store(error)
    }
    index = first
    self.end = end
  }

  /// The next event, or nil behind the last.
  /// - Throws: `damaged(missing)` where there is none at its index.
  @_lifetime(copy self)
  @_lifetime(self: copy self)
  package mutating func next() throws(EventLogError) -> RawSpan? {
    guard index < end else { return nil }
    let found: Bool
    do throws(LMDBError) {
      found = try isBegun ? cursor.nextInScan() : cursor.seek(to: index)
    } catch {
      throw .store(error)
    }
    isBegun = true
    guard found, cursor.key.byteCount == 8, cursor.key.bigEndian64() == index else {
      throw .damaged(index: index, .missing)
    }
    index += 1
    return cursor.value
  }
}

extension LogSnapshot {
  /// A walk over the events from `first` up to but not including `end`, which is at most `size`.
  /// - Throws: `noEvent` where `end` is past the size.
  @_lifetime(copy self)
  package func events(
    from first: UInt64 = 0, to end: UInt64? = nil
  ) throws(EventLogError) -> LogScan {
    let end = end ?? size
    guard end <= size else { throw .noEvent(index: size) }
    return try LogScan(self, from: first, to: end)
  }

  /// Hands over events in order of index, from `first` up to but not including `end`.
  /// - Throws: what `body` throws; `damaged(missing)` at a gap; `noEvent` where `end` is past the
  ///   size.
  package func forEach<Failure: LogFailure>(
    from first: UInt64, to end: UInt64, _ body: (UInt64, RawSpan) throws(Failure) -> Void
  ) throws(Failure) {
    var scan: LogScan
    do throws(EventLogError) {
      scan = try events(from: first, to: end)
    } catch {
      throw Failure(error)
    }
    while scan.index < end {
      let index = scan.index
      let event: RawSpan?
      do throws(EventLogError) { event = try scan.next() } catch { throw Failure(error) }
      if let event { try body(index, event) }
    }
  }
}

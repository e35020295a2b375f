package import Cadre
internal import EventLog
internal import LMDB

/// The views as one transaction sees them, with the changes that were folded over them in memory;
/// neither it nor bytes from it outlive the transaction.
package struct ViewSnapshot: ~Escapable {
  let transaction: ReadTransaction
  let tables: ViewTables
  let changes: ViewChanges?
  /// The size of the log that they stand at: events at or past it are not in them.
  package let size: LogSize

  @_lifetime(copy transaction)
  init(
    _ transaction: ReadTransaction, _ tables: ViewTables, _ changes: ViewChanges?
  ) throws(ProjectionError) {
    self.transaction = transaction
    self.tables = tables
    self.changes = changes
    if let changes {
      size = changes.size
    } else {
      size = LogSize(try tables.meta(ViewMeta.size, transaction) ?? 0)
    }
  }
}

extension ViewSnapshot {
  /// The value of a key; nil where there is none; O(log n).
  @_lifetime(copy self)
  package func value(
    of key: RawSpan, in table: ViewTable
  ) throws(ProjectionError) -> RawSpan? {
    if let changes {
      let place = changes.place(of: key, in: table)
      if place < changes.count(of: table), changes.key(place, of: table).compare(key) == 0 {
        let value = changes.value(place, of: table)
        return unsafe _overrideLifetime(value, copying: self)
      }
    }
    do throws(LMDBError) {
      return try transaction.value(of: key, in: tables[table])
    } catch {
      throw .store(error)
    }
  }

  /// The number of rows of a table; O(rows folded in memory).
  package func count(of table: ViewTable) throws(ProjectionError) -> Int {
    do throws(LMDBError) {
      var count = try transaction.count(of: tables[table])
      guard let changes else { return count }
      for place in 0..<changes.count(of: table) {
        let stored = try transaction.value(of: changes.key(place, of: table), in: tables[table])
        if stored == nil { count += 1 }
      }
      return count
    } catch {
      throw .store(error)
    }
  }

  /// The index of the last erasure that the views were built after; nil where there was none.
  package var erasure: LogIndex? {
    get throws(ProjectionError) { try meta(ViewMeta.erasure).map { LogIndex($0) } }
  }

  func meta(_ name: String) throws(ProjectionError) -> UInt64? {
    try tables.meta(name, transaction)
  }

  /// The changes that events from `size` up to `end` make; O(events).
  func changes(
    from log: LogSnapshot, to end: LogSize
  ) throws(ProjectionError) -> ViewChanges {
    var batch = FactBatch(expecting: Int(end.count - size.count))
    try batch.collect(log, from: size.count, to: end.count)
    return try ViewFold.changes(batch, on: size.count == 0 ? nil : self, to: end)
  }
}

extension ViewTables {
  func meta(
    _ name: String, _ transaction: ReadTransaction
  ) throws(ProjectionError) -> UInt64? {
    let key = Array(name.utf8)
    let value: RawSpan?
    do throws(LMDBError) {
      value = unsafe try transaction.value(of: key.span.bytes, in: self[.meta])
    } catch {
      throw .store(error)
    }
    guard let value else { return nil }
    guard value.byteCount == 8 else { throw .key(.meta) }
    return value.word(at: 0)
  }
}

internal import CBOR
internal import LMDB
package import Merkle

/// The log's one write transaction: appends, and reads what it has appended.
///
/// Everything it changes is committed by `EventStore.write`, or not at all.
package struct LogWriter: ~Copyable {
  var transaction: WriteTransaction
  let tables: LogTables
  let heads = PendingHeads()
  var frontier: Frontier
  var encoder = CBOREncoder(capacity: 1 << 16)
  var isSpoiled = false

  init(on log: EventStore) throws(EventLogError) {
    let begun: WriteTransaction
    do throws(LMDBError) {
      begun = try WriteTransaction(on: log.environment)
    } catch {
      throw .store(error)
    }
    let edge = try Self.frontier(log.tables, begun)
    self.init(begun, log.tables, edge)
  }

  private init(
    _ transaction: consuming WriteTransaction, _ tables: LogTables, _ frontier: Frontier
  ) {
    self.transaction = transaction
    self.tables = tables
    self.frontier = frontier
  }

  private static func frontier(
    _ tables: LogTables, _ transaction: borrowing WriteTransaction
  ) throws(EventLogError) -> Frontier {
    let size: UInt64
    do throws(LMDBError) {
      size = try tables.size(transaction.reading)
    } catch {
      throw .store(error)
    }
    return try LogSnapshot(transaction.reading, tables, size: size, pending: nil).frontier()
  }
}

extension LogWriter {
  /// The number of events, those appended here included.
  package var size: UInt64 { frontier.size }

  /// The root of the tree over all events, those appended here included.
  package var root: Hash { frontier.root }

  /// The log as this transaction has changed it, heads included.
  package var reading: LogSnapshot {
    @_lifetime(borrow self)
    borrowing get {
      LogSnapshot(transaction.reading, tables, size: frontier.size, pending: heads)
    }
  }

  /// Keeps a number under a name beside the events.
  package mutating func setNote(_ name: String, _ number: UInt64) throws(EventLogError) {
    let value = IndexKey(number)
    do throws(LMDBError) {
      try unsafe transaction.put(value.bytes, at: Array(name.utf8).span.bytes, in: tables.notes)
    } catch {
      throw .store(error)
    }
  }

  /// Writes the heads that have changed, which a commit does, too: before all heads are walked in
  /// a transaction that has appended.
  package mutating func writeHeads() throws(EventLogError) {
    do throws(LMDBError) {
      try heads.write(to: &transaction, tables.heads)
    } catch {
      throw .store(error)
    }
  }

  /// Writes the heads that have changed, and makes everything durable.
  consuming func commit() throws(EventLogError) {
    guard !isSpoiled else { throw .spoiled }
    try writeHeads()
    do throws(LMDBError) {
      try transaction.commit()
    } catch {
      throw .store(error)
    }
  }
}

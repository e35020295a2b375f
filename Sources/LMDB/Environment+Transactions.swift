internal import CLMDB
internal import Glibc
internal import Synchronization

/// Who uses the map of an environment now; the map may change only while nobody does.
struct Gate: Sendable {
  /// Transactions alive or being begun.
  var alive = 0
  /// The thread that writes.
  var writer: UInt?
  /// A write ran out of map, so the next one grows it.
  var isFull = false
}

extension Environment {
  /// Runs `body` on a snapshot that no writer changes; O(1) to begin and to end.
  ///
  /// The snapshot keeps every page freed after it began: long readings go in slices.
  /// - Throws: what `body` throws; `readersFull` after dead readers were cleared; `mapResized`.
  @discardableResult
  package func read<Result: ~Copyable, Failure: StoreFailure>(
    _ body: (ReadTransaction) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let snapshot: Snapshot
    do throws(LMDBError) {
      snapshot = try Snapshot(of: self)
    } catch {
      throw Failure(error)
    }
    return try body(snapshot.reading)
  }

  /// Runs `body` as the one writer of all processes, and commits; nothing changes where it throws.
  ///
  /// Waits for another writer without limit. Readers are not waited for. The map grows beforehand
  /// where it is nearly full.
  /// - Throws: what `body` throws; `nestedWrite`, `readOnly`; of the commit `mapFull`, `diskFull`,
  ///   `inputOutput`.
  @discardableResult
  package func write<Result: ~Copyable, Failure: StoreFailure>(
    _ body: (inout WriteTransaction) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var transaction: WriteTransaction
    do throws(LMDBError) {
      transaction = try WriteTransaction(on: self)
    } catch {
      throw Failure(error)
    }
    let result = try body(&transaction)
    do throws(LMDBError) {
      try transaction.commit()
    } catch {
      throw Failure(error)
    }
    return result
  }
}

extension Environment {
  /// Begins a transaction of LMDB and counts it; every success is paired with `leave`.
  func enter(writing: Bool) throws(LMDBError) -> OpaquePointer {
    if writing { try prepareToWrite() }
    var clearedReaders = false
    var followedMap = false
    while true {
      gate.withLock { $0.alive += 1 }
      var begun: OpaquePointer?
      let code = unsafe mdb_txn_begin(handle, nil, writing ? 0 : UInt32(MDB_RDONLY), &begun)
      if code == 0, let transaction = unsafe begun {
        if writing { try unsafe begin(transaction) }
        return unsafe transaction
      }
      gate.withLock { $0.alive -= 1 }
      if code == MDB_READERS_FULL, !clearedReaders {
        clearedReaders = true
        if try clearDeadReaders() > 0 { continue }
      }
      if code == MDB_MAP_RESIZED, !followedMap {
        followedMap = true
        if try resize(to: 0) { continue }
      }
      throw LMDBError(.init(returned: code), .begin, path: folder)
    }
  }

  /// Notes who writes, unless the transaction does not follow the last one on disk: then the lock
  /// file is not this environment's any more (see `OpeningTurn`), and to commit would lose what was
  /// committed since. Whoever opens the environment alone sets it right.
  private func begin(_ transaction: OpaquePointer) throws(LMDBError) {
    var info = unsafe MDB_envinfo()
    let code = unsafe mdb_env_info(handle, &info)
    let follows = unsafe mdb_txn_id(transaction) == Int(info.me_last_txnid) + 1
    guard code == 0, follows else {
      unsafe mdb_txn_abort(transaction)
      leave(writing: false)
      throw LMDBError(code == 0 ? .busy : .init(returned: code), .begin, path: folder)
    }
    gate.withLock { $0.writer = UInt(pthread_self()) }
  }

  /// Counts a transaction out that LMDB has ended.
  func leave(writing: Bool) {
    gate.withLock {
      $0.alive -= 1
      if writing { $0.writer = nil }
    }
  }

  /// Refuses a write inside a write, which would wait for itself, and grows the map where needed.
  private func prepareToWrite() throws(LMDBError) {
    guard !options.isReadOnly else { throw LMDBError(.readOnly, .begin, path: folder) }
    guard gate.withLock({ $0.writer != UInt(pthread_self()) }) else {
      throw LMDBError(.nestedWrite, .begin, path: folder)
    }
    try growIfNeeded()
  }
}

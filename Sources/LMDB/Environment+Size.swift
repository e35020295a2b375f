internal import CLMDB
internal import Synchronization

/// The size and use of an environment.
package struct EnvironmentStatistics: Hashable, Sendable {
  /// Bytes of a page.
  package let pageSize: Int
  /// The greatest size of the data file in bytes.
  package let mapSize: Int
  /// Bytes of the data file in use or free for use again.
  package let usedSize: Int
  /// Number of the last committed write transaction.
  package let lastTransaction: UInt64
  /// Slots of the reader table.
  package let maximumReaders: Int
  /// Slots ever used, of living readers or free again.
  package let usedReaders: Int
}

extension Environment {
  /// Sizes and counts as of now; O(1).
  package func statistics() throws(LMDBError) -> EnvironmentStatistics {
    var info = unsafe MDB_envinfo()
    var pages = MDB_stat()
    var code = unsafe mdb_env_info(handle, &info)
    if code == 0 { code = unsafe mdb_env_stat(handle, &pages) }
    guard code == 0 else { throw failure(code, .statistics) }
    return unsafe EnvironmentStatistics(
      pageSize: Int(pages.ms_psize), mapSize: Int(info.me_mapsize),
      usedSize: (Int(info.me_last_pgno) + 1) * Int(pages.ms_psize),
      lastTransaction: UInt64(info.me_last_txnid), maximumReaders: Int(info.me_maxreaders),
      usedReaders: Int(info.me_numreaders))
  }

  /// Frees the reader slots of processes that died, and says how many; O(readers).
  @discardableResult
  package func clearDeadReaders() throws(LMDBError) -> Int {
    var dead: Int32 = 0
    let code = unsafe mdb_reader_check(handle, &dead)
    guard code == 0 else { throw failure(code, .readers) }
    return Int(dead)
  }

  /// Makes every commit durable; needed only where durability is `sync`.
  package func sync() throws(LMDBError) {
    let code = unsafe mdb_env_sync(handle, 1)
    guard code == 0 else { throw failure(code, .sync) }
  }

  /// Sets the map's size in bytes, or follows another process where it is 0; says no, and does
  /// nothing, while this process has a transaction alive, since LMDB does not check.
  @discardableResult
  package func resize(to size: Int) throws(LMDBError) -> Bool {
    let code: Int32? = gate.withLock { gate in
      guard gate.alive == 0 else { return nil }
      if size > 0 { gate.isFull = false }
      return unsafe mdb_env_set_mapsize(handle, size)
    }
    guard let code else { return false }
    guard code == 0 else { throw failure(code, .resize) }
    return true
  }

  /// Doubles the map where less than half of it, or of what one transaction can change, is left.
  ///
  /// A write is never repeated by itself: its closure may have done more than write here.
  func growIfNeeded() throws(LMDBError) {
    let sizes = try statistics()
    let room = sizes.mapSize - sizes.usedSize
    let isFull = gate.withLock { $0.isFull }
    guard isFull || room < min(sizes.mapSize / 2, Environment.largestTransaction) else { return }
    try resize(to: sizes.mapSize * 2)
  }

  /// Bytes that one transaction may need: twice the dirty pages that LMDB 0.9 can hold.
  private static let largestTransaction = 1 << 30
}

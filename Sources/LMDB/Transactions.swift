internal import CLMDB
internal import Synchronization

/// A snapshot of an environment, for as long as the closure that was given it runs.
///
/// It can be neither copied nor kept, and bytes read from it cannot outlive it.
@safe package struct ReadTransaction: ~Copyable {
  let handle: OpaquePointer
  let environment: Environment
  private let isWriting: Bool
  private var isOver = false

  init(on environment: Environment, writing: Bool) throws(LMDBError) {
    unsafe handle = try environment.enter(writing: writing)
    self.environment = environment
    isWriting = writing
  }

  deinit {
    guard !isOver else { return }
    unsafe mdb_txn_abort(handle)
    environment.leave(writing: isWriting)
  }

  /// Commits, which ends the transaction whether it succeeds or not.
  fileprivate consuming func commit() throws(LMDBError) {
    isOver = true
    let code = unsafe mdb_txn_commit(handle)
    environment.leave(writing: isWriting)
    guard code == 0 else { throw environment.failure(code, .commit) }
  }

  /// The table's number, which must be of this environment: another's would name another table.
  func number(of table: Table) -> UInt32 {
    precondition(table.environment == ObjectIdentifier(environment), "table of another environment")
    return table.number
  }
}

/// The one write transaction of an environment, for as long as the closure given it runs.
///
/// Bytes read through `reading` are gone at the next change: holding them makes changes not
/// compile.
package struct WriteTransaction: ~Copyable {
  /// The environment as this transaction has changed it.
  package let reading: ReadTransaction

  init(on environment: Environment) throws(LMDBError) {
    reading = try ReadTransaction(on: environment, writing: true)
  }

  consuming func commit() throws(LMDBError) { try reading.commit() }
}

extension Environment {
  /// The failure that a return code means; running out of map is remembered for the next write.
  func failure(_ code: Int32, _ operation: LMDBError.Operation) -> LMDBError {
    if code == MDB_MAP_FULL { gate.withLock { $0.isFull = true } }
    return LMDBError(.init(returned: code), operation, path: folder)
  }
}

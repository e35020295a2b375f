internal import CLMDB
internal import Synchronization

/// A transaction that LMDB has begun and that ends with its owner, undone unless committed.
@safe struct OpenTransaction: ~Copyable {
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
  consuming func commit() throws(LMDBError) {
    isOver = true
    let code = unsafe mdb_txn_commit(handle)
    environment.leave(writing: isWriting)
    guard code == 0 else { throw environment.failure(code, .commit) }
  }
}

/// What a transaction sees of an environment, for as long as the transaction lives.
///
/// Neither it nor bytes read through it can outlive the transaction.
@safe package struct ReadTransaction: ~Escapable {
  let handle: OpaquePointer
  /// What it was begun on.
  package let environment: Environment

  @_lifetime(borrow transaction)
  init(_ transaction: borrowing OpenTransaction) {
    unsafe handle = transaction.handle
    environment = transaction.environment
  }

  /// The table's number, which must be of this environment: another's would name another table.
  func number(of table: Table) -> UInt32 {
    precondition(table.environment == ObjectIdentifier(environment), "table of another environment")
    return table.number
  }
}

/// A snapshot that lives as long as its owner: for types that hold one beside what they know of
/// its tables; others use `Environment.read`.
package struct Snapshot: ~Copyable {
  private let transaction: OpenTransaction

  /// Begins to read.
  /// - Throws: as `Environment.read`.
  package init(of environment: Environment) throws(LMDBError) {
    transaction = try OpenTransaction(on: environment, writing: false)
  }

  /// What it sees.
  package var reading: ReadTransaction {
    @_lifetime(borrow self)
    borrowing get { ReadTransaction(transaction) }
  }
}

/// The one write transaction of an environment, undone unless committed.
///
/// It belongs to the thread that began it. Bytes read through `reading` are gone at the next
/// change: holding them makes changes not compile.
package struct WriteTransaction: ~Copyable {
  let transaction: OpenTransaction

  /// Begins to write: for types that hold the transaction; others use `Environment.write`.
  /// - Throws: as `Environment.write`.
  package init(on environment: Environment) throws(LMDBError) {
    transaction = try OpenTransaction(on: environment, writing: true)
  }

  /// The environment as this transaction has changed it.
  package var reading: ReadTransaction {
    @_lifetime(borrow self)
    borrowing get { ReadTransaction(transaction) }
  }

  /// Makes the changes the environment's state, on disk where durability is `commit`.
  /// - Throws: `mapFull`, `diskFull`, `inputOutput`; nothing is changed then.
  package consuming func commit() throws(LMDBError) { try transaction.commit() }
}

extension Environment {
  /// The failure that a return code means; running out of map is remembered for the next write.
  func failure(_ code: Int32, _ operation: LMDBError.Operation) -> LMDBError {
    if code == MDB_MAP_FULL { gate.withLock { $0.isFull = true } }
    return LMDBError(.init(returned: code), operation, path: folder)
  }
}

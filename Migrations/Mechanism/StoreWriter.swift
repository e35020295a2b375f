package import LMDB

/// What a step writes with: the ledger's folder, and the one write transaction of its log.
///
/// The transaction is the mechanism's to commit. Other environments the step opens and commits
/// itself, inside this transaction, which keeps every writer out.
package struct StoreWriter: ~Copyable {
  /// The ledger.
  package let store: StoreFolder
  /// The log's transaction.
  package var log: WriteTransaction
  private let environment: Environment

  init(_ store: StoreFolder, logTables: [String]) throws(MigrationError) {
    var tables = [StoreFolder.events, StoreFolder.notes]
    for table in logTables where !tables.contains(table) { tables.append(table) }
    let opened: Environment
    let begun: WriteTransaction
    do throws(LMDBError) {
      opened = try Environment(folder: store.log, tables: tables)
      begun = try WriteTransaction(on: opened)
    } catch {
      throw .store(error)
    }
    self.init(store, begun, opened)
  }

  private init(
    _ store: StoreFolder, _ log: consuming WriteTransaction, _ environment: Environment
  ) {
    self.store = store
    self.log = log
    self.environment = environment
  }

  /// A table of the log's environment: one of the step's `logTables`, `events` or `notes`.
  /// - Throws: `store` with `tableMissing` for another.
  package func table(_ name: String) throws(MigrationError) -> Table {
    do throws(LMDBError) {
      return try environment.table(name)
    } catch {
      throw .store(error)
    }
  }

  /// The events as the transaction has them; reads and hashes all of them.
  func events() throws(MigrationError) -> EventTree {
    try EventTree(log.reading, try table(StoreFolder.events))
  }

  /// Makes what was written the log's state, under the number of its layout.
  consuming func commit(as layout: StoreLayout) throws(MigrationError) {
    let notes = try table(StoreFolder.notes)
    do throws(LMDBError) {
      try log.put(UInt64(layout.number), named: StoreFolder.layoutNote, in: notes)
      try log.commit()
    } catch {
      throw .store(error)
    }
  }
}

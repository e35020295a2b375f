package import Cadre
package import EventLog
package import LMDB

/// The projections of a ledger's log in one environment: disposable, and rebuilt from the log
/// (design, ideas 1 and 2).
///
/// They stand at a size of the log. Whoever asks about K catches them up to at least K, or reads
/// the changes up to K over them; the rows know what counted at any K below.
package final class Views: Sendable {
  /// The folder of the environment.
  package let folder: String
  /// The environment beneath, for statistics and care.
  package let environment: Environment
  let tables: ViewTables

  /// Opens the views in `folder`, creating empty ones where the options allow.
  /// - Throws: `layout` where they are to be rebuilt; `store`.
  package init(
    folder: String, options: Environment.Options = Environment.Options()
  ) throws(ProjectionError) {
    do throws(LMDBError) {
      environment = try Environment(
        folder: folder, tables: ViewTable.allCases.map(\.name), options: options)
      tables = try ViewTables(environment)
    } catch {
      throw .store(error)
    }
    self.folder = folder
    try settleLayout(creating: options.access == .create)
  }
}

extension Views {
  /// The layout of the tables and rows written here; another one is rebuilt, not migrated.
  ///
  /// 2: the identity of names takes hyphens as spaces and every apostrophe as one.
  package static let layout: UInt64 = 2
  /// How many events are folded at a time, in memory; about 300 bytes each.
  package static let slice: UInt64 = 1 << 21

  private func settleLayout(creating: Bool) throws(ProjectionError) {
    let found = try read { (views) throws(ProjectionError) in try views.meta(ViewMeta.layout) }
    if found == nil, creating {
      return try environment.write { (transaction) throws(ProjectionError) in
        try tables.setMeta(ViewMeta.layout, Views.layout, in: &transaction)
      }
    }
    guard found == Views.layout else { throw .layout(found: found) }
  }
}

/// The tables of the views' environment.
struct ViewTables: Sendable {
  private let tables: [Table]

  init(_ environment: Environment) throws(LMDBError) {
    var tables: [Table] = []
    for table in ViewTable.allCases { tables.append(try environment.table(table.name)) }
    self.tables = tables
  }

  subscript(_ table: ViewTable) -> Table { tables[table.rawValue] }

  func setMeta(
    _ name: String, _ number: UInt64, in transaction: inout WriteTransaction
  ) throws(ProjectionError) {
    let key = Array(name.utf8)
    let value = [UInt8](bigEndian: number)
    do throws(LMDBError) {
      unsafe try transaction.put(value.span.bytes, at: key.span.bytes, in: self[.meta])
    } catch {
      throw .store(error)
    }
  }
}

extension Views {
  /// Runs `body` on the views as they are now.
  /// - Throws: what `body` throws, and `store`.
  @discardableResult
  package func read<Result: ~Copyable, Failure: ProjectionFailure>(
    _ body: (ViewSnapshot) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let snapshot: Snapshot
    let views: ViewSnapshot
    do throws(LMDBError) {
      snapshot = try Snapshot(of: environment)
    } catch {
      throw Failure(.store(error))
    }
    do throws(ProjectionError) {
      views = try ViewSnapshot(snapshot.reading, tables, nil)
    } catch {
      throw Failure(error)
    }
    return try body(views)
  }

  /// Runs `body` on the views as of at least a size of the log, without writing: what is missing
  /// is folded in memory. O(events missing).
  ///
  /// - Parameter size: the size wanted; the log's own unless told.
  /// - Throws: what `body` throws; `store`, `log`, `event`, `row`.
  @discardableResult
  package func read<Result: ~Copyable, Failure: ProjectionFailure>(
    folding log: LogSnapshot, to size: LogSize? = nil,
    _ body: (ViewSnapshot) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let wanted = size ?? LogSize(log.size)
    return try read { (views) throws(Failure) in
      guard views.size < wanted else { return try body(views) }
      let changes: ViewChanges
      let folded: ViewSnapshot
      do throws(ProjectionError) {
        changes = try views.changes(from: log, to: wanted)
        folded = try ViewSnapshot(views.transaction, tables, changes)
      } catch {
        throw Failure(error)
      }
      defer { withExtendedLifetime(changes) {} }
      return try body(folded)
    }
  }

  /// Folds the events that the views lack, up to a size of the log, and writes them durably; says
  /// at which size the views are then. O(events missing); O(1) where there is none.
  ///
  /// Waits for another writer of the views.
  /// - Parameters:
  ///   - size: the size wanted; the log's own unless told.
  ///   - slice: the most events to fold in one transaction, at least 1.
  /// - Throws: `store`, with `readOnly` where they cannot be written; `log`, `event`, `row`.
  @discardableResult
  package func catchUp(
    from log: LogSnapshot, to size: LogSize? = nil, slice: UInt64 = Views.slice
  ) throws(ProjectionError) -> LogSize {
    let wanted = size ?? LogSize(log.size)
    var reached = try read { (views) throws(ProjectionError) in views.size }
    while reached < wanted {
      reached = try environment.write { (transaction) throws(ProjectionError) in
        let changes = try missing(from: log, to: wanted, slice, transaction.reading)
        guard let changes else { return wanted }
        try write(changes, to: &transaction)
        return changes.size
      }
    }
    return reached
  }

  /// The changes of the next slice of events; nil where the views are at the size wanted.
  private func missing(
    from log: LogSnapshot, to wanted: LogSize, _ slice: UInt64, _ transaction: ReadTransaction
  ) throws(ProjectionError) -> ViewChanges? {
    let views = try ViewSnapshot(transaction, tables, nil)
    guard views.size < wanted else { return nil }
    let next = LogSize(min(wanted.count, views.size.count + slice))
    return try views.changes(from: log, to: next)
  }

  func write(
    _ changes: ViewChanges, to transaction: inout WriteTransaction
  ) throws(ProjectionError) {
    do throws(LMDBError) {
      try changes.write(to: &transaction, tables)
    } catch {
      throw .store(error)
    }
    try tables.setMeta(ViewMeta.size, changes.size.count, in: &transaction)
  }
}

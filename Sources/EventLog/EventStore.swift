package import LMDB
internal import Merkle

/// The log: events in the order in which they were recorded, and the proofs of it.
///
/// It knows bytes, not events. An event, its stream's head and the tree's nodes are committed
/// together (spec/log.md). A process opens a log once; any thread may use it.
package final class EventStore: Sendable {
  /// The folder of the log's environment.
  package let folder: String
  /// The environment beneath, for copies, statistics and care.
  package let environment: Environment
  let tables: LogTables

  /// Opens the log in `folder`, creating it where the options allow.
  /// - Throws: `store`; `layout` where another program's layout is found.
  package init(
    folder: String, options: Environment.Options = Environment.Options()
  ) throws(EventLogError) {
    do throws(LMDBError) {
      environment = try Environment(folder: folder, tables: LogTables.names, options: options)
      tables = try LogTables(environment)
    } catch {
      throw .store(error)
    }
    self.folder = folder
    try settleLayout(creating: options.access == .create)
  }
}

extension EventStore {
  /// The longest event in bytes.
  package static let longestEvent = 65_535
  /// How many keys of the envelope a caller may give: 7 to 14.
  package static let mostFields = 8
  /// The layout of the tables written here.
  package static let layout: UInt32 = 1

  private func settleLayout(creating: Bool) throws(EventLogError) {
    let found = try read { (snapshot) throws(EventLogError) in try snapshot.layout }
    if found == nil, creating {
      return try write { (writer) throws(EventLogError) in
        try writer.setNote(LogNotes.layout, UInt64(EventStore.layout))
      }
    }
    guard found == EventStore.layout else { throw .layout(found: found) }
  }
}

extension EventStore {
  /// Runs `body` on the log as it is now and stays for it; O(1) to begin.
  /// - Throws: what `body` throws, and `store`.
  @discardableResult
  package func read<Result: ~Copyable, Failure: LogFailure>(
    _ body: (LogSnapshot) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let snapshot: Snapshot
    let size: UInt64
    do throws(LMDBError) {
      snapshot = try Snapshot(of: environment)
    } catch {
      throw Failure(.store(error))
    }
    do throws(LMDBError) {
      size = try tables.size(snapshot.reading)
    } catch {
      throw Failure(.store(error))
    }
    return try body(LogSnapshot(snapshot.reading, tables, size: size, pending: nil))
  }

  /// Runs `body` as the one writer of all processes, then commits to disk; nothing changes where
  /// it throws.
  ///
  /// Whatever else must be durable before the log's commit is made so by `body`, at its end.
  /// - Throws: what `body` throws, and `store`.
  @discardableResult
  package func write<Result: ~Copyable, Failure: LogFailure>(
    _ body: (inout LogWriter) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var writer: LogWriter
    do throws(EventLogError) {
      writer = try LogWriter(on: self)
    } catch {
      throw Failure(error)
    }
    let result = try body(&writer)
    do throws(EventLogError) {
      try writer.commit()
    } catch {
      throw Failure(error)
    }
    return result
  }
}

/// The tables of the log's environment.
struct LogTables: Sendable {
  /// Index → event.
  let events: Table
  /// Stream → revision, index and leaf hash of its last event.
  let heads: Table
  /// Index of a leaf → hashes of the complete subtrees that end with it, level 1 first.
  let nodes: Table
  /// Name → number.
  let notes: Table

  static let names = ["events", "heads", "nodes", "notes"]

  init(_ environment: Environment) throws(LMDBError) {
    events = try environment.table("events")
    heads = try environment.table("heads")
    nodes = try environment.table("nodes")
    notes = try environment.table("notes")
  }

  /// The number of events: one more than the last index.
  func size(_ transaction: ReadTransaction) throws(LMDBError) -> UInt64 {
    try transaction.lastIndex(of: events).map { min($0, .max - 1) + 1 } ?? 0
  }
}

/// The names of the log's notes.
package enum LogNotes {
  /// The layout of the tables.
  package static let layout = "layout"
  /// The index of the last erasure that was recorded.
  package static let erasure = "erasure"
}

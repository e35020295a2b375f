package import Cadre
package import EventLog
package import LMDB
internal import Platform
internal import Synchronization

extension Views {
  /// Bytes of anonymous memory that a rebuild takes at most, unless told.
  package static let defaultMemory = 192 << 20

  /// Builds the views of a log from nothing in a folder that holds none, and syncs them; whoever
  /// asked then makes them current.
  ///
  /// The log is read once in its order, in as many ranges as there are threads, and the facts are
  /// brought together by ranges of streams: what does not fit in memory goes through files without
  /// names in the same folder. Each range is then folded by itself, and its rows are put behind
  /// those of the one before (design, idea 3). O(events), and O(n log n) for look-up rows.
  /// - Parameters:
  ///   - size: the size they are to stand at; the log's own unless told.
  ///   - erasure: the index of the last erasure that they are built after.
  ///   - memory: about the bytes of anonymous memory to take at most; where it is little, more
  ///     goes through files, and ranges are small. What is needed at least is the facts of the
  ///     longest stream, and a few megabytes.
  /// - Throws: `store`, `log`, `event`, `platform`.
  package static func rebuild(
    in folder: String, from log: LogSnapshot, to size: LogSize? = nil, erasure: LogIndex? = nil,
    memory: Int = Views.defaultMemory,
    options: Environment.Options = Environment.Options(durability: .sync)
  ) throws(ProjectionError) {
    let end = size ?? LogSize(log.size)
    let views = try Views(folder: folder, options: options)
    let threads = min(CurrentProcess.processorCount, 4)
    let memory = RebuildMemory(memory, events: end.count, threads: threads)
    try views.append(from: log, to: end.count, threads: threads, memory)
    try views.environment.write { (transaction) throws(ProjectionError) in
      try views.tables.setMeta(ViewMeta.size, end.count, in: &transaction)
      guard let erasure else { return }
      try views.tables.setMeta(ViewMeta.erasure, erasure.number, in: &transaction)
    }
    do throws(LMDBError) { try views.environment.sync() } catch { throw .store(error) }
  }

  /// Puts the rows of all events into tables that are empty.
  private func append(
    from log: LogSnapshot, to end: UInt64, threads: Int, _ memory: RebuildMemory
  ) throws(ProjectionError) {
    let parts = try StreamParts(of: log, wanted: memory.parts)
    let folder = folder
    let facts = try log.inParts(to: end, threads: threads) {
      (log, range) throws(ProjectionError) in
      try CollectedFacts(log, range, in: folder, parts, memory)
    }
    var appender = RowAppender(to: self, most: memory.transaction)
    try Self.foldStreams(try PartPiece.all(parts, facts, memory), facts, &appender)
    try Self.mergeSideRows(facts, memory, &appender)
    try appender.finish()
  }

  private static func foldStreams(
    _ pieces: [PartPiece], _ facts: [CollectedFacts], _ appender: inout RowAppender
  ) throws(ProjectionError) {
    let idle = Mutex<[PartWork]>([])
    try Threads.inOrder(pieces.count, ahead: piecesAhead) {
      (place) throws(ProjectionError) -> PartWork in
      let work = idle.withLock { $0.popLast() } ?? PartWork()
      try work.fold.fold(pieces[place], facts)
      return work
    } use: { (work: PartWork) throws(ProjectionError) in
      try appender.append(work.fold.rows)
      idle.withLock { $0.append(work) }
      return true
    }
  }

  /// How many pieces a thread may fold before their rows are put.
  private static let piecesAhead = 2
  /// How many look-up rows are put at a time.
  private static let rowsOfBlock = 1 << 12

  private static func mergeSideRows(
    _ facts: [CollectedFacts], _ memory: RebuildMemory, _ appender: inout RowAppender
  ) throws(ProjectionError) {
    var merge = try SideMerge(facts, memory: memory.side)
    var rows = RowBlock()
    while try merge.take(rowsOfBlock, to: &rows) {
      try appender.append(rows)
      rows.removeAll()
    }
  }
}

/// A fold that one thread at a time works with: whoever folds a piece, then whoever puts its rows.
private final class PartWork: @unchecked Sendable {
  var fold = PartFold()
}

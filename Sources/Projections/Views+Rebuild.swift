package import Cadre
package import EventLog
package import LMDB
internal import CadreCodec

extension Views {
  /// Builds the views of a log from nothing in a folder that holds none, and syncs them; whoever
  /// asked then makes them current.
  ///
  /// The log is read once in order where it is small, and otherwise once more for each range of
  /// streams that fits in memory (design, idea 3).
  /// - Parameters:
  ///   - size: the size they are to stand at; the log's own unless told.
  ///   - erasure: the index of the last erasure that they are built after.
  ///   - slice: about how many events to fold at a time.
  /// - Throws: `store`, `log`, `event`.
  package static func rebuild(
    in folder: String, from log: LogSnapshot, to size: LogSize? = nil, erasure: LogIndex? = nil,
    slice: UInt64 = Views.slice,
    options: Environment.Options = Environment.Options(durability: .sync)
  ) throws(ProjectionError) {
    let end = size ?? LogSize(log.size)
    let views = try Views(folder: folder, options: options)
    for range in try ranges(of: log, to: end, slice) {
      var batch = FactBatch(expecting: Int(min(end.count, slice)))
      try batch.collect(log, from: 0, to: end.count, in: range)
      let changes = try ViewFold.changes(batch, on: nil, to: end)
      try views.environment.write { (transaction) throws(ProjectionError) in
        try views.write(changes, to: &transaction)
      }
    }
    try views.environment.write { (transaction) throws(ProjectionError) in
      guard let erasure else { return }
      try views.tables.setMeta(ViewMeta.erasure, erasure.number, in: &transaction)
    }
    do throws(LMDBError) { try views.environment.sync() } catch { throw .store(error) }
  }

  /// Ranges of streams, in order and without gaps, each of about `slice` events at most unless one
  /// stream alone has more.
  private static func ranges(
    of log: LogSnapshot, to end: LogSize, _ slice: UInt64
  ) throws(ProjectionError) -> [StreamRange] {
    guard end.count > slice else { return [.all] }
    let counts = try counts(of: log, to: end)
    var ranges: [StreamRange] = []
    var (start, sum) = (UInt64(0), UInt64(0))
    for kind in counts.indices {
      for (number, count) in counts[kind].enumerated() {
        let here = UInt64(kind) << 32 | UInt64(number)
        if sum > 0, sum + UInt64(count) > slice {
          ranges.append(StreamRange(start..<here))
          (start, sum) = (here, 0)
        }
        sum += UInt64(count)
      }
    }
    ranges.append(StreamRange(start..<UInt64.max))
    return ranges
  }

  /// The number of events of each stream, by kind and number; streams past the number of events,
  /// which gapless numbering does not give, are counted with the last.
  private static func counts(
    of log: LogSnapshot, to end: LogSize
  ) throws(ProjectionError) -> [[UInt32]] {
    var counts: [[UInt32]] = [[], [], [], []]
    var scan: LogScan
    do throws(EventLogError) { scan = try log.events(to: end.count) } catch { throw .log(error) }
    while scan.index < end.count {
      let index = LogIndex(scan.index)
      let event: RawSpan?
      do throws(EventLogError) { event = try scan.next() } catch { throw .log(error) }
      guard let event else { break }
      let stream = try EnvelopeSlices(of: event, at: index).stream
      let kind = Int(stream.kind)
      let number = min(Int(stream.number), Int(end.count))
      while counts[kind].count <= number { counts[kind].append(0) }
      counts[kind][number] += 1
    }
    return counts
  }
}

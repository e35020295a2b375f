internal import Cadre
internal import Office
internal import Reports

/// The log followed as it grows: what is there, then what is recorded, as soon as it is.
///
/// The log is asked for its size again and again, and read in slices, each with a snapshot of its
/// own that is given back before anything is printed: whoever reads the answer slowly, or not at
/// all, keeps no snapshot alive, so that the store can use its freed pages again.
struct LogFollowing {
  /// Milliseconds between two looks at the size.
  private static let pause = 200
  /// The most events looked at in one snapshot, where the whole log is read.
  private static let slice: UInt64 = 1_000

  private let ledger: Ledger
  private let filter: LogFilter
  private let console: Console

  init(_ ledger: Ledger, _ filter: LogFilter, _ console: Console) {
    self.ledger = ledger
    self.filter = filter
    self.console = console
  }

  /// Prints until `--until` is reached.
  /// - Throws: `closedPipe` when whoever reads the answer has gone, whether or not anything came.
  func run(_ answer: inout AnswerOutput) throws(Complaint) {
    if answer.format != .table { answer.begin(LogReport.columns) }
    var next = filter.from
    while next < filter.until ?? .max {
      let end = min(try size(), filter.until ?? .max)
      if next < end {
        // A stream is read along its own links, in one go.
        let until = filter.stream == nil ? min(end, next + LogFollowing.slice) : end
        try show(try events(from: next, until: until), &answer)
        next = until
      } else if !console.rest(LogFollowing.pause) {
        throw .closedPipe
      }
    }
  }

  private func size() throws(Complaint) -> UInt64 {
    do throws(OfficeError) { return try ledger.size().count } catch {
      throw OfficeMessages.complaint(error)
    }
  }

  /// The events of a slice that pass the filter, named as at its end.
  private func events(from: UInt64, until: UInt64) throws(Complaint) -> [LoggedEvent] {
    var part = filter
    part.from = from
    part.until = until
    var entries: [LogEntry] = []
    var last = Names()
    do throws(OfficeError) {
      last = try ledger.forEachEvent(part, known: .all) { entry, _ in entries.append(entry) }
    } catch {
      throw OfficeMessages.complaint(error)
    }
    return entries.map { LoggedEvent($0, last) }
  }

  /// Prints a slice at once; a table is one of its own.
  private func show(
    _ events: [LoggedEvent], _ answer: inout AnswerOutput
  ) throws(Complaint) {
    guard !events.isEmpty else { return }
    if answer.format == .table {
      try answer.add(events, LogReport.columns)
    } else {
      for event in events { try answer.add(event, LogReport.columns) }
    }
    try answer.drain()
  }
}

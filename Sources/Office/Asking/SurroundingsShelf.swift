internal import Cadre
internal import EventLog
internal import Projections

/// What decisions are judged against, at each log size at which one was recorded; made once for
/// all log sizes between which nothing but people changed, and the organisations and posts in them
/// for all between which those did not. One thread's.
final class SurroundingsShelf {
  private let rules: RuleSet
  private let ledgerFacts: [Fact<LedgerEvent>]
  /// The indexes of events about sheets and holidays, ascending.
  private let papers: [LogIndex]
  /// The indexes of events about organisations and posts, ascending.
  private let places: [LogIndex]
  private var made: [LogSize: Surroundings] = [:]
  private var lands: [LogSize: Land] = [:]
  /// The batch looked up last: an index in it and the size of the log at its end.
  private var batch: (first: UInt64, end: UInt64)?

  init(_ stores: Stores, rules: RuleSet) throws(OfficeError) {
    self.rules = rules
    // What judgements depend on; rule sets are those of the question.
    ledgerFacts = try stores.ledgerFacts(of: [.sheetReceived, .sheetClaimed, .holidaysAdopted])
    papers = ledgerFacts.flatMap(\.indexes).sorted()
    places = try stores.places().sorted()
  }

  /// The surroundings as known at a log size.
  func surroundings(
    at known: LogSize, _ stores: Stores
  ) throws(OfficeError) -> Surroundings {
    let size = plain(known)
    if let found = made[size] { return found }
    let surroundings = Surroundings(
      try land(at: known, stores), sheets: SheetClaims(ledgerFacts, known: size),
      calendar: WorkingDays(ledgerFacts, known: size), rules: rules)
    made[size] = surroundings
    return surroundings
  }

  /// Organisations and posts as known at a log size.
  private func land(at known: LogSize, _ stores: Stores) throws(OfficeError) -> Land {
    let size = places.plain(known)
    if let found = lands[size] { return found }
    let land = Land(
      try stores.organisationTree(known: size), try stores.positionTable(known: size))
    lands[size] = land
    return land
  }

  /// The smallest log size with the same surroundings: behind the last event about them.
  func plain(_ known: LogSize) -> LogSize { max(papers.plain(known), places.plain(known)) }

  /// What was known when an event was recorded: everything recorded up to its instant.
  func known(with index: LogIndex, _ stores: Stores) throws(OfficeError) -> LogSize {
    if let batch, batch.first <= index.number, index.number < batch.end {
      return LogSize(batch.end)
    }
    do throws(EventLogError) {
      let recorded = try stores.log.header(at: index.number).recorded
      let end = try stores.log.size(recordedUpTo: recorded)
      batch = (index.number, end)
      return LogSize(end)
    } catch {
      throw OfficeError(error)
    }
  }
}

extension Fact {
  /// Where it was recorded, and where retractions changed it.
  fileprivate var indexes: [LogIndex] { [index] + changes.map(\.index) }
}

extension [LogIndex] {
  /// The size of the log behind the last of these, which ascend, that is known; O(log n).
  fileprivate func plain(_ known: LogSize) -> LogSize {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if known.knows(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return LogSize(low == 0 ? 0 : self[low - 1].number + 1)
  }
}

extension Stores {
  /// Where organisations and posts became known, or known otherwise.
  fileprivate func places() throws(OfficeError) -> [LogIndex] {
    var indexes: [LogIndex] = []
    var rows: StreamRows
    do throws(ProjectionError) { rows = try views.organisations() } catch {
      throw OfficeError(error)
    }
    while let next = try rows.nextRow() {
      indexes += try next.row.standingFacts().flatMap(\.indexes)
    }
    try forEachPosition { (_, facts) in indexes += facts.flatMap(\.indexes) }
    return indexes
  }
}

internal import Cadre
internal import EventLog

/// A batch that was decided, on its way into the log: one transaction after the other.
struct DecidedBatch {
  let submission: Submission
  private(set) var decision: Decision
  /// In canonical order, without the sheets received.
  private let planned: [PlannedEvent]
  /// Sheets are received before all else, where anything is recorded or one of them is new.
  private let receivesSheets: Bool
  /// The real numbers of the external organisations mentioned, by place.
  private let externals: [OrganisationNumber?]
  private let reason: RetractionReason?
  private var actor = ""
  private var recorded = Instant(milliseconds: 0)
  private var causes: [LogIndex] = []
  /// The first planned event not yet written; nil before the sheets are.
  private var cursor: Int?

  init(
    _ submission: Submission, _ decision: Decision, planned: [PlannedEvent],
    receivesSheets: Bool, externals: [OrganisationNumber?], reason: RetractionReason?
  ) {
    self.submission = submission
    self.decision = decision
    self.planned = planned
    self.receivesSheets = receivesSheets
    self.externals = externals
    self.reason = reason
  }

  /// Whether every event was written.
  var isFinished: Bool { cursor == planned.count }

  /// Gives the batch its instant, later than every batch before (spec/domain.md section 2).
  mutating func settle(
    actor: String, now: Instant, after log: LogSnapshot
  ) throws(OfficeError) {
    self.actor = actor
    do throws(EventLogError) {
      let last = try log.lastRecorded() ?? 0
      recorded = Instant(milliseconds: max(now.milliseconds, last + 1))
    } catch {
      throw OfficeError(error)
    }
  }

  /// Writes the next events, as many as one transaction takes.
  mutating func writeNext(limit: Int) throws(OfficeError) -> BatchWriting {
    var writing = BatchWriting(
      submission, actor: actor, recorded: recorded, causes: causes, externals: externals,
      from: decision.sizeAfter.count)
    var start = cursor ?? 0
    if cursor == nil, receivesSheets { try receive(&writing) }
    while start < planned.count, writing.drafts.count < limit {
      try writing.add(planned[start], reason: reason)
      start += 1
    }
    cursor = start
    decision.sizeAfter = LogSize(writing.next)
    return writing
  }

  /// Adds one SheetReceived a sheet, by name.
  private mutating func receive(_ writing: inout BatchWriting) throws(OfficeError) {
    let order = submission.sheets.indices.sorted {
      submission.sheets[$0].name < submission.sheets[$1].name
    }
    var causes = [LogIndex](repeating: LogIndex(0), count: order.count)
    for place in order {
      let sheet = submission.sheets[place]
      causes[place] = LogIndex(writing.next)
      try writing.add(
        .sheetReceived(
          SheetReceived(
            sheet: sheet.name, sha256: sheet.sha256, rows: sheet.rows, covers: sheet.covers)))
    }
    self.causes = causes
    writing.causes = causes
  }
}

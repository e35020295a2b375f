internal import Cadre
internal import EventLog

/// A batch that was decided, on its way into the log: one transaction after the other.
struct DecidedBatch: Sendable {
  private(set) var submission: Submission
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
    for (target, outcome) in zip(submission.persons, decision.persons) {
      guard case .refused = outcome else { continue }
      let row = submission.rows[Int(target.proposal.row)]
      guard Int(row.sheet) < self.submission.sheets.count else { continue }
      self.submission.sheets[Int(row.sheet)].gaps.insert(PersonNumber(target.stream))
    }
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

  /// Takes the next events, as many as one transaction takes, in slices to be written one after
  /// the other; sheets are received in the first.
  mutating func nextSlices(limit: Int) -> [Slice] {
    var index = decision.sizeAfter.count
    var slices: [Slice] = []
    let start = cursor ?? 0
    if cursor == nil, receivesSheets {
      slices.append(Slice(first: index, events: start..<start, receivesSheets: true))
      let order = submission.sheets.indices.sorted {
        submission.sheets[$0].name < submission.sheets[$1].name
      }
      causes = [LogIndex](repeating: LogIndex(0), count: order.count)
      for place in order {
        causes[place] = LogIndex(index)
        index += 1
      }
    }
    let end = min(planned.count, start + limit)
    for first in stride(from: start, to: end, by: Self.sliceLength) {
      let events = first..<min(first + Self.sliceLength, end)
      slices.append(Slice(first: index, events: events, receivesSheets: false))
      index += UInt64(events.count)
    }
    cursor = end
    decision.sizeAfter = LogSize(index)
    return slices
  }

  /// Part of a transaction's events, encoded while the part before is appended.
  struct Slice: Sendable {
    /// The index of its first event.
    let first: UInt64
    /// Places of the planned events.
    let events: Range<Int>
    let receivesSheets: Bool
  }

  private static let sliceLength = 16_384

  /// Encodes a slice; it needs nothing of the slices before.
  func encode(_ slice: Slice) throws(OfficeError) -> EncodedEvents {
    var writing = BatchWriting(
      submission, actor: actor, recorded: recorded, causes: causes, externals: externals,
      from: slice.first)
    if slice.receivesSheets { try receive(&writing) }
    for place in slice.events { try writing.add(planned[place], reason: reason) }
    return writing.finish()
  }

  /// Adds one SheetReceived a sheet, by name.
  private func receive(_ writing: inout BatchWriting) throws(OfficeError) {
    for sheet in submission.sheets.sorted(by: { $0.name < $1.name }) {
      let hasRoom = sheet.gaps.count <= SheetReceived.gapLimit
      try writing.add(
        .sheetReceived(
          SheetReceived(
            sheet: sheet.name, sha256: sheet.sha256, rows: sheet.rows, covers: sheet.covers,
            isPartial: sheet.isPartial || !hasRoom, gaps: hasRoom ? sheet.gaps.sorted() : [])))
    }
  }
}

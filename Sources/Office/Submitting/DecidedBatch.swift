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
  /// The claims to be recorded, in their order; they come last, so that a batch that was cut off
  /// has claimed nothing.
  private let claims: [Int]
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
    claims = submission.claims.indices.filter { decision.claims[$0].outcome == .recorded }
      .sorted { Self.precedes(submission.claims[$0], submission.claims[$1], submission) }
  }

  /// Whether every event was written.
  var isFinished: Bool { cursor == planned.count }

  /// By sheet's name, organisation, the whole tree first, and day.
  private static func precedes(
    _ left: Submission.Claim, _ right: Submission.Claim, _ submission: Submission
  ) -> Bool {
    let (mine, its) = (submission.sheets[left.sheet].name, submission.sheets[right.sheet].name)
    if mine != its { return mine < its }
    let (here, there) = (left.organisation?.number ?? 0, right.organisation?.number ?? 0)
    return (here, left.until) < (there, right.until)
  }

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
      slices.append(Slice(first: index, events: start..<start, kind: .receipts))
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
      slices.append(Slice(first: index, events: events, kind: .events))
      index += UInt64(events.count)
    }
    if end == planned.count, !claims.isEmpty {
      slices.append(Slice(first: index, events: end..<end, kind: .claims))
      index += UInt64(claims.count)
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
    let kind: Kind

    /// What it holds: the receipts first, then events, the claims last.
    enum Kind {
      case receipts, events, claims
    }
  }

  private static let sliceLength = 16_384

  /// Encodes a slice; it needs nothing of the slices before.
  func encode(_ slice: Slice) throws(OfficeError) -> EncodedEvents {
    var writing = BatchWriting(
      submission, actor: actor, recorded: recorded, causes: causes, externals: externals,
      from: slice.first)
    switch slice.kind {
    case .receipts: try receive(&writing)
    case .events:
      for place in slice.events { try writing.add(planned[place], reason: reason) }
    case .claims:
      for place in claims { try writing.add(submission.claims[place]) }
    }
    return writing.finish()
  }

  /// Adds one SheetReceived a sheet, by name.
  private func receive(_ writing: inout BatchWriting) throws(OfficeError) {
    for sheet in submission.sheets.sorted(by: { $0.name < $1.name }) {
      try writing.add(.sheetReceived(SheetReceived(sheet)))
    }
  }
}

extension SheetReceived {
  /// The receipt of a sheet of a batch.
  init(_ sheet: Submission.Sheet) {
    let hasRoom = sheet.gaps.count <= SheetReceived.gapLimit
    self.init(
      sheet: sheet.name, sha256: sheet.sha256, rows: sheet.rows,
      gaps: hasRoom ? sheet.gaps.sorted() : [], hasGapForAll: sheet.hasGapForAll || !hasRoom)
  }
}

internal import Cadre

/// An event about to be appended: which proposal it records, or what it retracts.
struct PlannedEvent {
  /// Where the proposal stands in the submission.
  enum Source: Hashable {
    case external(Int)
    case organisation(Int)
    case position(Int)
    case person(Int)
    case ledger(Int)
  }

  var source: Source
  /// Set: this is the retraction of that event, before the proposal takes its place.
  var retracts: LogIndex?
}

/// The order of an import's events, which does not depend on the order of its rows or files
/// (spec/intake.md, Recording).
struct CanonicalOrder {
  private let submission: Submission
  private var parents: [OrganisationNumber: OrganisationNumber?] = [:]

  init(_ submission: Submission) {
    self.submission = submission
    for target in submission.organisations {
      if case .established(let founding) = target.proposal.event {
        parents[OrganisationNumber(target.stream)] = founding.parent
      }
    }
  }

  /// The events to append, in order: foundings (parents first, then code), posts, people, and the
  /// rest by day. O(n log n).
  func plan(
    organisations: [Outcome], positions: [Outcome], persons: [Outcome], externals: [Int]
  ) -> [PlannedEvent] {
    var entries: [Entry] = []
    entries.reserveCapacity(persons.count + organisations.count + positions.count)
    for (place, outcome) in organisations.enumerated() {
      append(organisationEntry(place), outcome, .organisation(place), to: &entries)
    }
    for (order, place) in externals.enumerated() {
      let entry = Entry(phase: 0, first: Int64.max, second: UInt64(order), source: .external(place))
      entries.append(entry)
    }
    for (place, outcome) in positions.enumerated() {
      append(positionEntry(place), outcome, .position(place), to: &entries)
    }
    for (place, outcome) in persons.enumerated() {
      append(personEntry(place), outcome, .person(place), to: &entries)
    }
    entries.sort { precedes($0, $1) }
    var planned: [PlannedEvent] = []
    planned.reserveCapacity(entries.count)
    for entry in entries {
      if entry.retracts != nil {
        planned.append(PlannedEvent(source: entry.source, retracts: entry.retracts))
      }
      planned.append(PlannedEvent(source: entry.source))
    }
    return planned
  }
}

extension CanonicalOrder {
  /// What sorts an event: two packed words, and its key only where those are equal.
  private struct Entry {
    /// 0 foundings, 1 posts, 2 people, 3 the rest.
    var phase: UInt8
    /// Phase 3: effective day, then whether it ends something, then the document's day.
    var first: Int64
    /// Phase 3: stream kind, number, type. Before: the order within the phase.
    var second: UInt64
    var source: PlannedEvent.Source
    var retracts: LogIndex?
  }

  private func append(
    _ entry: Entry, _ outcome: Outcome, _ source: PlannedEvent.Source, to entries: inout [Entry]
  ) {
    var entry = entry
    switch outcome {
    case .recorded: break
    case .corrects(let index): entry.retracts = index
    case .unchanged, .refused, .withdrawn: return
    }
    entry.source = source
    entries.append(entry)
  }

  private func rest(
    kind: UInt8, number: UInt32, type: EventType, effective: Day?, document: Document?,
    ends: Bool
  ) -> Entry {
    let day = Int64(effective?.number ?? Int32.min)
    let decided = Int64(document?.date?.number ?? -(1 << 24)) + (1 << 24)
    return Entry(
      phase: 3, first: day << 28 | (ends ? 0 : 1 << 27) | min(decided, (1 << 27) - 1),
      second: UInt64(kind) << 40 | UInt64(number) << 8 | UInt64(type.rawValue),
      source: .ledger(0))
  }

  private func organisationEntry(_ place: Int) -> Entry {
    let target = submission.organisations[place]
    if case .established(let founding) = target.proposal.event {
      return Entry(
        phase: 0, first: Int64(depth(founding.parent)), second: UInt64(target.stream),
        source: .ledger(0))
    }
    return rest(
      kind: 1, number: target.stream, type: target.proposal.event.type,
      effective: target.proposal.effective, document: target.proposal.document, ends: false)
  }

  private func positionEntry(_ place: Int) -> Entry {
    let target = submission.positions[place]
    if case .defined = target.proposal.event {
      return Entry(phase: 1, first: 0, second: UInt64(target.stream), source: .ledger(0))
    }
    return rest(
      kind: 2, number: target.stream, type: target.proposal.event.type,
      effective: target.proposal.effective, document: target.proposal.document, ends: false)
  }

  private func personEntry(_ place: Int) -> Entry {
    let target = submission.persons[place]
    if case .registered = target.proposal.event {
      return Entry(phase: 2, first: 0, second: UInt64(target.stream), source: .ledger(0))
    }
    return rest(
      kind: 3, number: target.stream, type: target.proposal.event.type,
      effective: target.proposal.effective, document: target.proposal.document,
      ends: target.proposal.event.endsSomething)
  }

  /// How many organisations of the batch stand above, so that parents come first.
  private func depth(_ parent: OrganisationNumber?) -> Int {
    var depth = 0
    var above = parent
    while let organisation = above, depth < submission.organisations.count {
      depth += 1
      above = parents[organisation] ?? nil
    }
    return depth
  }

  private func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.phase != right.phase { return left.phase < right.phase }
    if left.first != right.first { return left.first < right.first }
    if left.second != right.second { return left.second < right.second }
    guard let leftKey = key(of: left.source), let rightKey = key(of: right.source) else {
      return false
    }
    return EventKey.precedes(leftKey, rightKey)
  }

  private func key(of source: PlannedEvent.Source) -> EventKey? {
    switch source {
    case .organisation(let place):
      let proposal = submission.organisations[place].proposal
      return proposal.event.key(effective: proposal.effective, document: proposal.document)
    case .position(let place):
      let proposal = submission.positions[place].proposal
      return proposal.event.key(effective: proposal.effective, document: proposal.document)
    case .person(let place):
      let proposal = submission.persons[place].proposal
      return proposal.event.key(
        effective: proposal.effective, document: proposal.document, admission: 0)
    case .external, .ledger: return nil
    }
  }
}

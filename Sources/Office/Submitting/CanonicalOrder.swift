internal import Cadre

/// An event about to be appended: which proposal it records, or what it retracts.
struct PlannedEvent {
  /// Where the proposal stands in the submission.
  enum Source: Hashable {
    case external(Int)
    case organisation(Int)
    case position(Int)
    case person(Int)
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
    for place in organisations.indices where organisations[place].isRecorded {
      entries.append(organisationEntry(place))
    }
    for (order, place) in externals.enumerated() {
      entries.append(
        Entry(phase: 0, UInt64(UInt32.max), UInt64(order), .external, place))
    }
    for place in positions.indices where positions[place].isRecorded {
      entries.append(positionEntry(place))
    }
    for place in persons.indices where persons[place].isRecorded {
      entries.append(personEntry(place))
    }
    entries.sort { left, right in
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      return precedes(left, right)
    }
    var planned: [PlannedEvent] = []
    planned.reserveCapacity(entries.count)
    for entry in entries {
      let outcome: Outcome =
        switch entry.source {
        case .organisation(let place): organisations[place]
        case .position(let place): positions[place]
        case .person(let place): persons[place]
        case .external: .recorded
        }
      if case .corrects(let index) = outcome {
        planned.append(PlannedEvent(source: entry.source, retracts: index))
      }
      planned.append(PlannedEvent(source: entry.source))
    }
    return planned
  }
}

extension CanonicalOrder {
  /// What sorts an event: two packed words, and its key only where those are equal.
  private struct Entry {
    /// The phase (0 foundings, 1 posts, 2 people, 3 the rest); in phase 3 effective day, whether
    /// it ends something and the document's day.
    let first: UInt64
    /// Phase 3: stream kind, number, type. Before: the order within the phase.
    let second: UInt64
    private let packed: UInt64

    enum Kind: UInt64 {
      case external, organisation, position, person
    }

    init(phase: UInt64, _ first: UInt64, _ second: UInt64, _ kind: Kind, _ place: Int) {
      self.first = phase << 62 | first
      self.second = second
      packed = kind.rawValue << 60 | UInt64(place)
    }

    var source: PlannedEvent.Source {
      let place = Int(packed & (1 << 60 - 1))
      return switch Kind(rawValue: packed >> 60) {
      case .organisation: .organisation(place)
      case .position: .position(place)
      case .person: .person(place)
      case .external, nil: .external(place)
      }
    }
  }

  /// The first word of phase 3: 32 bits of day, undated first, whether it ends something, and 27
  /// bits of the document's day.
  private func days(_ effective: Day?, _ document: Document?, ends: Bool) -> UInt64 {
    let day = UInt64(UInt32(bitPattern: effective?.number ?? Int32.min) ^ 0x8000_0000)
    let decided = Int64(document?.date?.number ?? -(1 << 24)) + (1 << 24)
    return day << 28 | (ends ? 0 : 1 << 27) | UInt64(min(max(decided, 0), (1 << 27) - 1))
  }

  private func stream(_ kind: UInt64, _ number: UInt32, _ type: EventType) -> UInt64 {
    kind << 40 | UInt64(number) << 8 | UInt64(type.rawValue)
  }

  private func organisationEntry(_ place: Int) -> Entry {
    let target = submission.organisations[place]
    if case .established(let founding) = target.proposal.event {
      return Entry(
        phase: 0, UInt64(depth(founding.parent)), UInt64(target.stream), .organisation, place)
    }
    return Entry(
      phase: 3, days(target.proposal.effective, target.proposal.document, ends: false),
      stream(1, target.stream, target.proposal.event.type), .organisation, place)
  }

  private func positionEntry(_ place: Int) -> Entry {
    let target = submission.positions[place]
    if case .defined = target.proposal.event {
      return Entry(phase: 1, 0, UInt64(target.stream), .position, place)
    }
    return Entry(
      phase: 3, days(target.proposal.effective, target.proposal.document, ends: false),
      stream(2, target.stream, target.proposal.event.type), .position, place)
  }

  private func personEntry(_ place: Int) -> Entry {
    let target = submission.persons[place]
    if case .registered = target.proposal.event {
      return Entry(phase: 2, 0, UInt64(target.stream), .person, place)
    }
    return Entry(
      phase: 3,
      days(
        target.proposal.effective, target.proposal.document,
        ends: target.proposal.event.endsSomething),
      stream(3, target.stream, target.proposal.event.type), .person, place)
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

  /// The order of two events whose words are equal: that of their keys.
  private func precedes(_ left: Entry, _ right: Entry) -> Bool {
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
    case .external: return nil
    }
  }
}

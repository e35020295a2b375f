/// How a transfer stands on a day; in the order in which they ask for attention.
package enum TransferState: UInt8, Code {
  /// Not received by the last day in time.
  case overdue
  /// Not received; whether that is late is not known, for a year has no list of holidays.
  case unknown
  /// Introduced and not yet received.
  case introduced
  /// A temporary stay whose last day is past and whose end is not recorded.
  case pastEnd
  /// A temporary stay that runs.
  case staying
  case received
  /// A temporary stay that was ended.
  case ended
  /// Never received, or never ended, and overtaken: membership ended, or a later transfer was
  /// received.
  case overtaken

  /// Whether something is still to be done, or to come.
  package var isOpen: Bool {
    switch self {
    case .overdue, .unknown, .introduced, .pastEnd, .staying: true
    case .received, .ended, .overtaken: false
    }
  }
}

extension TransferState {
  /// - Parameter inTime: whether its reception came in time, or still may.
  fileprivate init(_ phase: TransferPhase, _ inTime: RequirementStatus) {
    switch phase {
    case .received: self = .received
    case .ended: self = .ended
    case .overtaken: self = .overtaken
    case .staying: self = .staying
    case .pastEnd: self = .pastEnd
    case .awaited:
      switch inTime {
      case .unmet: self = .overdue
      case .unknown: self = .unknown
      case .met, .notApplicable: self = .introduced
      }
    }
  }
}

/// Where a transfer leads, seen from the ledger or from the organisations asked about.
package enum TransferDirection: UInt8, Code {
  case within, arriving, leaving
}

/// A transfer of one person as it stands on a day, with the rules that say so.
package struct TransferCase: Hashable, Sendable {
  package let transfer: Transfer
  /// Seen from the ledger.
  package let direction: TransferDirection
  /// Seen from the organisations asked about.
  package let askedDirection: TransferDirection
  package let state: TransferState
  /// The event that tells of it: the introduction, or where it is not known the reception.
  package let index: LogIndex?
  /// The last day in time for the reception; nil where no rule asks for one.
  package let due: WorkingDays.Deadline?
  /// **transfer.workingDays**, of the day of introduction.
  package let dueRuling: Ruling<Int>?
  /// Whether it was received in time, or still may be.
  package let inTime: RequirementStatus
  /// Of a temporary transfer, whether its months are those allowed.
  package let length: RequirementStatus
  /// **transfer.temporaryMonths**, of the day of introduction.
  package let lengthRuling: Ruling<RuleRange>?

  /// By state, then by day of introduction.
  package static func precedes(_ left: TransferCase, _ right: TransferCase) -> Bool {
    (left.state.rawValue, left.transfer.introducedOn)
      < (right.state.rawValue, right.transfer.introducedOn)
  }
}

/// Reviews transfers on a day, by a rule set and the holidays adopted.
package struct TransferReview: Sendable {
  private let subtree: Subtree
  private let organisations: OrganisationTree
  private let calendar: WorkingDays
  private let rules: RuleSet

  /// - Parameter subtree: the organisations asked about.
  package init(
    _ subtree: Subtree, _ organisations: OrganisationTree, _ calendar: WorkingDays, _ rules: RuleSet
  ) {
    self.subtree = subtree
    self.organisations = organisations
    self.calendar = calendar
    self.rules = rules
  }

  private var on: Day { subtree.tree.day }

  /// The person's transfers introduced by the day that touch an organisation asked about, as they
  /// stand on it.
  package func cases(of person: PersonState) -> [TransferCase] {
    person.transfers(on: on).compactMap { transfer, phase in
      guard let direction = direction(of: transfer, { _ in true }),
        let asked = self.direction(of: transfer, { subtree.contains($0) })
      else { return nil }
      return review(transfer, phase, (direction, asked))
    }
  }

  private func review(
    _ transfer: Transfer, _ phase: TransferPhase,
    _ direction: (ofLedger: TransferDirection, asked: TransferDirection)
  ) -> TransferCase {
    let ruling = rules.number(.transferWorkingDays, on: transfer.introducedOn)
    let due = ruling.map { calendar.deadline($0.value, after: transfer.introducedOn) }
    let inTime = inTime(transfer.receivedOn ?? on, transfer, due, ruling)
    let (length, lengthRuling) = length(of: transfer)
    return TransferCase(
      transfer: transfer, direction: direction.ofLedger, askedDirection: direction.asked,
      state: TransferState(phase, inTime),
      index: transfer.introducedBy ?? transfer.receivedBy, due: due, dueRuling: ruling,
      inTime: inTime, length: length, lengthRuling: lengthRuling)
  }

  /// Where it leads, by the organisations of the day of introduction; nil where both ends are
  /// others than those asked about.
  private func direction(
    of transfer: Transfer, _ isMeant: (OrganisationNumber) -> Bool
  ) -> TransferDirection? {
    func isAsked(_ organisation: OrganisationNumber) -> Bool {
      isMeant(organisation)
        && organisations.isInLedger(organisation, on: transfer.introducedOn)
    }
    switch (isAsked(transfer.from), isAsked(transfer.to)) {
    case (true, true): return .within
    case (false, true): return .arriving
    case (true, false): return .leaving
    case (false, false): return nil
    }
  }

  private func inTime(
    _ day: Day, _ transfer: Transfer, _ due: WorkingDays.Deadline?, _ ruling: Ruling<Int>?
  ) -> RequirementStatus {
    guard let due, let ruling else { return .notApplicable }
    switch due {
    case .day(let last): return day <= last ? .met : .unmet
    case .noList:
      // Holidays can only put it off.
      let earliest = calendar.earliestDeadline(ruling.value, after: transfer.introducedOn)
      return day <= earliest ? .met : .unknown
    }
  }

  /// Whether a temporary transfer is as long as allowed: not known where only full-time study
  /// would allow it, which no event tells, or where it has no last day.
  private func length(of transfer: Transfer) -> (RequirementStatus, Ruling<RuleRange>?) {
    let from = transfer.introducedOn
    guard transfer.kind == .temporary,
      let ordinary = rules.transferTemporaryMonths(on: from)
    else { return (.notApplicable, nil) }
    guard let until = transfer.until else { return (.unknown, ordinary) }
    if ordinary.value.contains(from, through: until) { return (.met, ordinary) }
    guard let study = rules.transferTemporaryMonths(.special, on: from),
      study.value.contains(from, through: until)
    else { return (.unmet, ordinary) }
    return (.unknown, study)
  }
}

extension RuleRange {
  /// Whether the months from a day through a last one are within the bounds.
  fileprivate func contains(_ from: Day, through last: Day) -> Bool {
    let end = last.adding(days: 1)
    if let minimum, end < from.adding(months: minimum) { return false }
    if let maximum, end > from.adding(months: maximum) { return false }
    if let under, end >= from.adding(months: under) { return false }
    return true
  }
}

extension OrganisationTree {
  /// Whether it is in this ledger's tree on a day, or would be if it had been founded by then:
  /// sheets place people in organisations before their founding.
  fileprivate func isInLedger(_ number: OrganisationNumber, on day: Day) -> Bool {
    let number = resolve(number, on: day)
    guard let founded = self[number]?.established?.from else { return false }
    return isInTree(number, on: max(day, founded))
  }
}

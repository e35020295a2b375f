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

  /// The person's transfers introduced by the day that touch an organisation asked about.
  package func cases(of person: PersonState) -> [TransferCase] {
    person.transfers.compactMap { transfer in
      guard transfer.introducedOn <= on,
        let direction = direction(of: transfer, { _ in true }),
        let asked = self.direction(of: transfer, { subtree.contains($0) })
      else { return nil }
      return review(transfer, (direction, asked), person)
    }
  }

  private func review(
    _ transfer: Transfer, _ direction: (ofLedger: TransferDirection, asked: TransferDirection),
    _ person: PersonState
  ) -> TransferCase {
    let ruling = rules.number(.transferWorkingDays, on: transfer.introducedOn)
    let due = ruling.map { calendar.deadline($0.value, after: transfer.introducedOn) }
    let received = transfer.receivedOn.flatMap { $0 <= on ? $0 : nil }
    let inTime = inTime(received ?? on, transfer, due, ruling)
    let (length, lengthRuling) = length(of: transfer)
    return TransferCase(
      transfer: transfer, direction: direction.ofLedger, askedDirection: direction.asked,
      state: state(of: transfer, inTime, isReceived: received != nil, person),
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

  private func state(
    of transfer: Transfer, _ inTime: RequirementStatus, isReceived: Bool, _ person: PersonState
  ) -> TransferState {
    if isReceived, transfer.kind != .temporary { return .received }
    if let ended = transfer.endedOn, ended <= on { return .ended }
    if isOvertaken(transfer, person) { return .overtaken }
    if isReceived { return transfer.isStay(on: on) ? .staying : .pastEnd }
    switch inTime {
    case .unmet: return .overdue
    case .unknown: return .unknown
    case .met, .notApplicable: return .introduced
    }
  }

  /// Whether membership has ended, or a transfer introduced later was received; a temporary one
  /// leaves an official or internal one open.
  private func isOvertaken(_ transfer: Transfer, _ person: PersonState) -> Bool {
    if case .ended = person.status(on: on) { return true }
    return person.transfers.contains { other in
      guard let received = other.receivedOn, received <= on else { return false }
      return other.introducedOn > transfer.introducedOn
        && (other.kind != .temporary || transfer.kind == .temporary)
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

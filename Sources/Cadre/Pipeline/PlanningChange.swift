/// What changed of somebody's planning for a post and term since a day: the yearly review.
package struct PlanningChange: Hashable, Sendable {
  package let person: PersonNumber
  package let title: PlannedTitle
  package let kind: Kind
  /// The day of the change; of a verdict, where it is known to have become ready.
  package let day: Day?
  package let reason: LeavingReason?
  package let cause: LapseCause?
  /// The verdict on the earlier day, where there was one.
  package let before: Verdict?
  /// The verdict on the day asked, and what is missing.
  package let outlook: Outlook?
  /// What made the change; nil of a verdict, which many things make.
  package let index: LogIndex?

  /// What became of it.
  package enum Kind: UInt8, Code {
    case entered, left, lapsed
    /// The population no longer counts the person.
    case outside
    case becameReady, ceasedReady
  }

  /// The changes of a person from the earlier day to the rows of the day asked.
  ///
  /// - Parameters:
  ///   - candidate: the person on the earlier day.
  ///   - before: readiness of that day.
  static func changes(
    of candidate: Candidate, _ before: Readiness, to rows: [PlannedRow], in scope: PlanningScope
  ) -> [PlanningChange] {
    let earlier = before.stands(of: candidate)
    let titles = Set(rows.map(\.stand.title))
    let then = PlannedRow.rows(
      earlier.filter { titles.contains($0.title) && $0.state == .valid }, of: candidate, in: before)
    return rows.flatMap { row -> [PlanningChange] in
      let old = then.first { $0.stand.title == row.stand.title }
      var changes: [PlanningChange] = []
      if let change = row.entering(after: before.on, old) { changes.append(change) }
      if let change = row.leaving(after: before.on, old) { changes.append(change) }
      if let change = row.turning(old) { changes.append(change) }
      return changes
    }
  }
}

extension PlannedRow {
  private func change(
    _ kind: PlanningChange.Kind, on day: Day?, before: Verdict? = nil, index: LogIndex? = nil
  ) -> PlanningChange {
    var reason: LeavingReason?
    var cause: LapseCause?
    switch stand.state {
    case .left(_, let why, _) where kind == .left: reason = why
    case .lapsed(_, let why, _) where kind == .lapsed: cause = why
    case .valid, .left, .lapsed, .outside, .over: break
    }
    return PlanningChange(
      person: person, title: stand.title, kind: kind, day: day, reason: reason, cause: cause,
      before: before, outlook: outlook, index: index)
  }

  /// Entered since: also where somebody was taken in again.
  fileprivate func entering(after day: Day, _ old: PlannedRow?) -> PlanningChange? {
    guard stand.entry.entered > day, old == nil else { return nil }
    return change(.entered, on: stand.entry.entered, index: stand.entry.index)
  }

  /// Left, lapsed or gone since.
  fileprivate func leaving(after day: Day, _ old: PlannedRow?) -> PlanningChange? {
    switch stand.state {
    case .left(let on, _, let index):
      return on > day ? change(.left, on: on, before: old?.outlook?.verdict, index: index) : nil
    case .lapsed(let on, _, let index):
      return on > day ? change(.lapsed, on: on, before: old?.outlook?.verdict, index: index) : nil
    case .outside: return old.map { change(.outside, on: nil, before: $0.outlook?.verdict) }
    case .valid, .over: return nil
    }
  }

  /// Ready now and not then, or the other way round.
  fileprivate func turning(_ old: PlannedRow?) -> PlanningChange? {
    guard stand.state == .valid, let old = old?.outlook, let outlook else { return nil }
    switch (old.verdict == .ready, outlook.verdict == .ready) {
    case (false, true): return change(.becameReady, on: nil, before: old.verdict)
    case (true, false): return change(.ceasedReady, on: nil, before: old.verdict)
    case (true, true), (false, false): return nil
    }
  }
}

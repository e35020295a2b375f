/// How somebody stands on a day in planning for one post in one term.
///
/// Of several entries for the same post and term the one that counts decides, else the last.
package struct PlannedStand: Hashable, Sendable {
  package let title: PlannedTitle
  /// The entry that decides.
  package let entry: PlanningEntry
  package let state: PlannedState

  init(_ entry: PlanningEntry, _ state: PlannedState) {
    title = PlannedTitle(position: entry.position, term: entry.term)
    self.entry = entry
    self.state = state
  }
}

/// Whether an entry into planning counts on a day, and if not, since when and why.
package enum PlannedState: Hashable, Sendable {
  /// It counts.
  case valid
  /// A party discipline announced or a conclusion failed on that day ended it for good.
  case lapsed(on: Day, by: LapseCause, index: LogIndex)
  /// Taken out of planning.
  case left(on: Day, LeavingReason?, index: LogIndex)
  /// Neither left nor lapsed, but the population no longer counts the person.
  case outside
  /// The term is over.
  case over

  /// The greater decides for a post and term.
  fileprivate var weight: Int {
    switch self {
    case .valid: 4
    case .outside: 3
    case .over: 2
    case .lapsed: 1
    case .left: 0
    }
  }

  /// The day that made it so; nil where no day did.
  package var day: Day? {
    switch self {
    case .lapsed(let day, _, _), .left(let day, _, _): day
    case .valid, .outside, .over: nil
    }
  }

  /// The event that made it so.
  package var index: LogIndex? {
    switch self {
    case .lapsed(_, _, let index), .left(_, _, let index): index
    case .valid, .outside, .over: nil
    }
  }
}

/// What ends planning for good.
package enum LapseCause: UInt8, Code {
  case discipline, conclusion
}

extension Readiness {
  /// How a person stands in planning on the day: once for each post and term ever entered by it,
  /// by term and then the post's code.
  package func stands(of candidate: Candidate) -> [PlannedStand] {
    var stands: [PlannedStand] = []
    for entry in candidate.person.planning where entry.entered <= on {
      let stand = PlannedStand(entry, state(of: entry, candidate))
      guard let place = stands.firstIndex(where: { $0.title == stand.title }) else {
        stands.append(stand)
        continue
      }
      if stands[place].state.weight <= stand.state.weight { stands[place] = stand }
    }
    if stands.count > 1 {
      stands.sort { left, right in
        left.title.term == right.title.term
          ? posts.precedes(left.title.position, right.title.position)
          : left.title.term < right.title.term
      }
    }
    return stands
  }

  private func state(of entry: PlanningEntry, _ candidate: Candidate) -> PlannedState {
    if let left = entry.left, left.on <= on {
      return .left(on: left.on, left.reason, index: left.index)
    }
    let asked = posts[entry.position].map { rules(for: $0).asked } ?? RuleCase()
    if let cause = lapse(of: entry, candidate, asked) {
      let isDiscipline = candidate.person.disciplines.contains { $0.index == cause.index }
      return .lapsed(
        on: cause.day, by: isDiscipline ? .discipline : .conclusion, index: cause.index)
    }
    guard candidate.isInPopulation else { return .outside }
    return end(of: entry.term) > on ? .valid : .over
  }
}

/// What is said of somebody's readiness where only what is missing matters.
package struct Outlook: Hashable, Sendable {
  package let verdict: Verdict
  /// The first day from the day asked on, within ten years, on which the verdict is ready.
  package let readyFrom: Day?
  /// The first day after it on which it is ready no more.
  package let readyUntil: Day?
  /// The requirements that are not met, or not known to be.
  package let open: [Requirement]
  /// Whether what decides rests on a value that no public source confirms.
  package let hangsOnUnverified: Bool

  package init(_ judgement: Judgement) {
    verdict = judgement.verdict
    readyFrom = judgement.readyFrom
    readyUntil = judgement.readyUntil
    open = judgement.requirements.filter { $0.status.isOpen }
    hangsOnUnverified = judgement.hangsOnUnverified
  }

  /// Whether nothing but that requirement is open.
  package func lacksOnly(_ id: RequirementID) -> Bool { open.count == 1 && open[0].id == id }

  /// The first day from `day` on by which time alone has met all that is open but one requirement;
  /// nil where something else is needed.
  func due(leavingOut id: RequirementID, from day: Day) -> Day? {
    var latest = day
    for requirement in open where requirement.id != id {
      guard let met = requirement.metFrom else { return nil }
      latest = max(latest, met)
    }
    return latest
  }
}

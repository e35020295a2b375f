/// What one person's facts say at a log size, sorted and compact: membership, place, quality,
/// planning and posts on any day.
///
/// Facts of a person recorded twice (`SamePerson`) are given together. On one day endings come
/// before beginnings, whenever they were recorded, so that a post left and a post entered on the
/// same day mean the same from one import as from two.
package struct PersonState: Hashable, Sendable {
  /// The number in the ledger; of two numbers for one person the lower.
  package let number: PersonNumber
  /// The numbers that `SamePerson` names in these facts, the person's own perhaps among them.
  package internal(set) var otherNumbers: [PersonNumber] = []
  /// The numbers that `DifferentPeople` says are somebody else's.
  package internal(set) var strangers: [PersonNumber] = []
  /// Where the person was registered first.
  package internal(set) var registration: Registration?
  /// Registration and amendments, whose private records together are the profile; by day.
  package internal(set) var profiles: [ProfileSource] = []
  /// Since when a prospect.
  package internal(set) var introduction: Introduction?
  /// Classes passed, by issue of their certificates.
  package internal(set) var courses: [Course.Passed] = []
  /// By ceremony.
  package internal(set) var admissions: [Admission] = []
  /// By day.
  package internal(set) var endings: [Ending] = []
  /// By introduction.
  package internal(set) var transfers: [Transfer] = []
  /// Receptions of official and internal transfers, by day.
  package internal(set) var moves: [Move] = []
  /// By day; undated first.
  package internal(set) var degrees: [Qualification] = []
  /// By day.
  package internal(set) var screenings: [Screening] = []
  /// By the day they hold from: 31 December of their year.
  package internal(set) var ratings: [Rating] = []
  /// By announcement; annulled ones are left out, on every day.
  package internal(set) var disciplines: [Discipline] = []
  /// Those annulled, by announcement.
  package internal(set) var annulled: [Discipline] = []
  /// By day.
  package internal(set) var impediments: [Impediment] = []
  /// By day.
  package internal(set) var declarations: [Declaration] = []
  /// Comments of the cell where the person lives, by day.
  package internal(set) var comments: [ResidenceComment] = []
  /// Exemptions from activity, by first day.
  package internal(set) var exemptions: [Exemption] = []
  /// Cards issued, by day.
  package internal(set) var cards: [CardIssue] = []
  /// Places in theory classes, by first day.
  package internal(set) var enrolments: [Enrolment] = []
  /// By day of issue.
  package internal(set) var theory: [TheoryCertificate] = []
  /// By day.
  package internal(set) var conclusions: [Conclusion] = []
  /// By day of entry.
  package internal(set) var planning: [PlanningEntry] = []
  /// By first day; on one line no two overlap.
  package internal(set) var tenures: [Tenure] = []

  /// Folds the facts that count at a log size; O(n log n).
  ///
  /// - Parameters:
  ///   - facts: in any order.
  ///   - decision: one to be judged as if it had not been taken.
  package init(
    _ number: PersonNumber, facts: [Fact<PersonEvent>], known: LogSize, positions: PositionTable,
    leavingOut decision: JudgedDecision? = nil
  ) {
    self.number = number
    var pending = Pending()
    for step in FoldStep.ordered(facts, known: known, leavingOut: decision) {
      evolve(facts[step.place], on: step.day, positions, &pending)
    }
    for annulment in pending.annulments { annul(annulment, facts, known) }
    finishTenures(pending.open, positions)
    // Their own day orders them, which may differ from the day their event holds from.
    admissions.sort { ($0.ceremonyOn, $0.index) < ($1.ceremonyOn, $1.index) }
    for recognition in pending.recognitions { attach(recognition) }
    disciplines.sort { ($0.announcedOn, $0.index) < ($1.announcedOn, $1.index) }
    annulled.sort { ($0.announcedOn, $0.index) < ($1.announcedOn, $1.index) }
    if courses.count > 1 {
      courses.sort { ($0.issuedOn, $0.index) < ($1.issuedOn, $1.index) }
    }
    theory.sort { ($0.issuedOn, $0.index) < ($1.issuedOn, $1.index) }
    transfers.sort { ($0.introducedOn, $0.kind.rawValue) < ($1.introducedOn, $1.kind.rawValue) }
  }
}

/// A recorded decision on a post, to be judged as if it had not been taken.
package struct JudgedDecision: Hashable, Sendable {
  /// The decision's own event.
  package let index: LogIndex
  /// The post it gave.
  package let position: PositionNumber
  /// The day of the decision: its document's date.
  package let on: Day

  package init(index: LogIndex, position: PositionNumber, on: Day) {
    self.index = index
    self.position = position
    self.on = on
  }

  /// Whether a fact follows from the decision: itself, and leaving the plan of the same post from
  /// that day on.
  func leavesOut(_ fact: Fact<PersonEvent>) -> Bool {
    if fact.index == index { return true }
    guard case .planningLeft(position, _, _) = fact.event, let day = fact.effective else {
      return false
    }
    return day >= on
  }
}

/// A fact's place in the input and in the order of a fold.
private struct FoldStep {
  let day: Day
  let endsSomething: Bool
  let index: LogIndex
  let place: Int

  static func precedes(_ left: FoldStep, _ right: FoldStep) -> Bool {
    if left.day != right.day { return left.day < right.day }
    if left.endsSomething != right.endsSomething { return left.endsSomething }
    return left.index < right.index
  }

  static func ordered(
    _ facts: [Fact<PersonEvent>], known: LogSize, leavingOut decision: JudgedDecision?
  ) -> [FoldStep] {
    var steps: [FoldStep] = []
    steps.reserveCapacity(facts.count)
    var isSorted = true
    for place in facts.indices where facts[place].counts(at: known) {
      if let decision, decision.leavesOut(facts[place]) { continue }
      let step = FoldStep(
        day: facts[place].effective ?? .beforeAll, endsSomething: facts[place].event.endsSomething,
        index: facts[place].index, place: place)
      if let last = steps.last, !precedes(last, step) { isSorted = false }
      steps.append(step)
    }
    if !isSorted { steps.sort(by: precedes) }
    return steps
  }
}

extension PersonState {
  /// Whether both sides say that they are not one person, under whichever of their numbers.
  package func isDifferent(from other: PersonState) -> Bool {
    denies(other) && other.denies(self)
  }

  private func denies(_ other: PersonState) -> Bool {
    strangers.contains { $0 == other.number || other.otherNumbers.contains($0) }
  }
}

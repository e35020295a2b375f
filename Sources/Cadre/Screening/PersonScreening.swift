/// What the screening of one person has left to be followed: periods of help, a proposal to put
/// the person out, ratings that no round has looked at (S2).
package struct PersonScreening: Hashable, Sendable {
  package let remedials: [RemedialPeriod]
  package let proposals: [RemovalProposal]
  package let trigger: ScreeningTrigger?

  /// Whether there is nothing to be followed.
  package var isEmpty: Bool { remedials.isEmpty && proposals.isEmpty && trigger == nil }

  /// - Parameter round: the only one that periods and proposals are asked of; nil: all, and the
  ///   trigger, which is of no round.
  package init(
    _ person: PersonState, _ rules: RuleSet, on tree: TreeOnDay, round: String? = nil
  ) {
    let screenings = person.screenings.filter { $0.on <= tree.day }
    let asked = screenings.indices.filter { round == nil || screenings[$0].round == round }
    remedials = asked.compactMap { place in
      guard screenings[place].outcome == .remedial else { return nil }
      return RemedialPeriod(
        screenings[place], later: screenings[(place + 1)...].first, rules, person, on: tree)
    }
    proposals = asked.compactMap { place in
      guard screenings[place].outcome == .removalProposed else { return nil }
      return RemovalProposal(
        screenings[place], later: screenings[(place + 1)...].first, person, on: tree)
    }
    trigger = round == nil ? ScreeningTrigger(person, rules, on: tree) : nil
  }
}

/// A period given to improve.
package struct RemedialPeriod: Hashable, Sendable {
  package let screening: Screening
  /// Of the screening, else by **screening.remedialMonths** of its day; nil: neither says.
  package let months: Int?
  /// The first day after it.
  package let until: Day?
  package let state: RemedialState
  /// The next screening.
  package let later: Screening?
  /// The rule, where it gave the months.
  package let basis: Basis?
  package let verified: Bool

  fileprivate init(
    _ screening: Screening, later: Screening?, _ rules: RuleSet, _ person: PersonState,
    on tree: TreeOnDay
  ) {
    let day = tree.day
    self.screening = screening
    self.later = later
    let ruling =
      screening.remedialMonths == nil
      ? rules.number(.screeningRemedialMonths, on: screening.on) : nil
    months = screening.remedialMonths ?? ruling?.value
    until = months.map { screening.on.adding(months: $0) }
    basis = ruling?.basis
    verified = ruling?.verified ?? true
    if later != nil {
      state = .screenedAgain
    } else if person.endings.contains(where: { $0.on >= screening.on && $0.on <= day }) {
      state = .left
    } else if !person.isInPopulation(of: tree) {
      state = .outside
    } else if let until {
      state = day < until ? .running : .ended
    } else {
      state = .unknown
    }
  }
}

extension PersonState {
  /// The period of help that runs on a day, or is over with no later screening; nil where there is
  /// none, or nothing says how long it is.
  package func openRemedial(_ rules: RuleSet, on tree: TreeOnDay) -> RemedialPeriod? {
    guard let last = screenings.last(where: { $0.on <= tree.day }), last.outcome == .remedial
    else { return nil }
    let period = RemedialPeriod(last, later: nil, rules, self, on: tree)
    return period.state == .running || period.state == .ended ? period : nil
  }

  /// The last screening before an ending, where it proposed to put the person out.
  func proposal(before ending: Ending) -> Screening? {
    screenings.last { $0.on <= ending.on }.flatMap {
      $0.outcome == .removalProposed ? $0 : nil
    }
  }
}

/// What became of a period of help.
package enum RemedialState: UInt8, Code {
  case running
  /// Over, and no screening since.
  case ended
  case screenedAgain
  /// The membership ended.
  case left
  /// The population no longer counts the person.
  case outside
  /// Nothing says how long it is.
  case unknown
}

/// A proposal to put a person out, and what followed.
package struct RemovalProposal: Hashable, Sendable {
  package let screening: Screening
  package let outcome: ProposalOutcome
  /// The ending that followed.
  package let ending: Ending?
  /// The next screening, where no ending followed.
  package let later: Screening?

  fileprivate init(
    _ screening: Screening, later: Screening?, _ person: PersonState, on tree: TreeOnDay
  ) {
    self.screening = screening
    let ending = person.endings.first { $0.on >= screening.on && $0.on <= tree.day }
    self.ending = ending
    self.later = ending == nil ? later : nil
    if ending != nil {
      outcome = .ended
    } else if later != nil {
      outcome = .screenedAgain
    } else {
      outcome = person.isInPopulation(of: tree) ? .pending : .outside
    }
  }
}

/// What followed a proposal to put a person out.
package enum ProposalOutcome: UInt8, Code {
  /// The membership ended.
  case ended
  case screenedAgain
  /// Nothing yet.
  case pending
  /// Nothing, and the population no longer counts the person.
  case outside
}

/// Years running rated unfulfilled that no round has looked at since:
/// **screening.triggerUnfulfilledYears**.
package struct ScreeningTrigger: Hashable, Sendable {
  package let firstYear: Int
  package let lastYear: Int
  /// The last screening before; nil: none.
  package let lastScreening: Screening?
  package let basis: Basis
  package let verified: Bool
  /// The ratings, by year.
  package let evidence: [LogIndex]

  /// Of a member on the day; of several runs long enough the last.
  fileprivate init?(_ person: PersonState, _ rules: RuleSet, on tree: TreeOnDay) {
    let day = tree.day
    guard person.ratings.contains(where: { $0.grade == .unfulfilled }),
      let ruling = rules.number(.screeningTriggerUnfulfilledYears, on: day), ruling.value > 0,
      let run = person.unfulfilledRuns(on: day).last(where: { $0.count >= ruling.value }),
      let first = run.first, let last = run.last,
      !person.screenings.contains(where: { $0.on > last.from && $0.on <= day }),
      person.isInPopulation(of: tree), person.status(on: day).isMember
    else { return nil }
    firstYear = first.year
    lastYear = last.year
    lastScreening = person.screenings.last { $0.on <= last.from }
    basis = ruling.basis
    verified = ruling.verified
    evidence = run.map(\.index)
  }
}

extension PersonState {
  /// Runs of years rated unfulfilled by a day, each as long as it goes; of two ratings of a year
  /// the last counts.
  fileprivate func unfulfilledRuns(on day: Day) -> [[Rating]] {
    var runs: [[Rating]] = []
    for (place, rating) in ratings.enumerated() where rating.from <= day {
      guard rating.grade == .unfulfilled,
        !ratings[(place + 1)...].contains(where: { $0.year == rating.year && $0.from <= day })
      else { continue }
      if runs.last?.last?.year == rating.year - 1 {
        runs[runs.count - 1].append(rating)
      } else {
        runs.append([rating])
      }
    }
    return runs
  }
}

extension RemedialState: Labelled {
  package var words: Words {
    switch self {
    case .running: Words("Đang trong thời hạn", "running")
    case .ended: Words("Hết thời hạn, chưa rà soát lại", "over, not screened since")
    case .screenedAgain: Words("Đã rà soát lại", "screened again")
    case .left: Words("Đã ra khỏi Đảng", "membership ended")
    case .outside: Words("Không còn trong diện quản lý", "outside the population")
    case .unknown: Words("Chưa rõ thời hạn", "length not known")
    }
  }
}

extension ProposalOutcome: Labelled {
  package var words: Words {
    switch self {
    case .ended: Words("Đã ra khỏi Đảng", "membership ended")
    case .screenedAgain: Words("Đã rà soát lại", "screened again")
    case .pending: Words("Chưa xử lý", "pending")
    case .outside: Words("Không còn trong diện quản lý", "outside the population")
    }
  }
}

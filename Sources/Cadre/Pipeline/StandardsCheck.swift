/// Whether a decision had the conclusion on political standards that it needs (S7).
package struct StandardsCheck: Hashable, Sendable {
  package let state: StandardsState
  /// The last conclusion of the purpose by the day of the decision.
  package let conclusion: Conclusion?
  /// What asks for a conclusion; nil where nothing does.
  package let basis: Basis?
  /// Whether every rule that decides was found in public sources.
  package let verified: Bool

  static let notRequired = StandardsCheck(
    state: .notRequired, conclusion: nil, basis: nil, verified: true)
}

/// How a decision stands to the conclusion it needs.
package enum StandardsState: UInt8, Code {
  /// A favourable conclusion of the purpose was valid on the day.
  case concluded
  /// There was none, though the sheet of conclusions was received.
  case missing
  /// The last one was unfavourable.
  case unfavourable
  /// The last one was too old.
  case expired
  /// There is none, and no sheet of conclusions tells that there was none.
  case unknown
  /// No rule asked for one on the day.
  case notRequired

  /// Whether the decision lacks what it needs, or may.
  package var isOpen: Bool {
    switch self {
    case .concluded, .notRequired: false
    case .missing, .unfavourable, .expired, .unknown: true
    }
  }
}

extension StandardsCheck {
  /// Whether a decision of a day on a post had a favourable conclusion of its purpose, by the rules
  /// of that day; a reappointment may rest on one for appointment (spec/domain.md section 6).
  /// - Parameter isTold: whether the sheet of conclusions tells all of the person.
  init(
    for purpose: ConclusionPurpose, _ post: PostOnDay, decidedOn day: Day, of person: PersonState,
    _ rules: RuleSet, isTold: () -> Bool
  ) {
    guard let required = rules.standardsRequired(for: post.asked, on: day), required.value else {
      self = .notRequired
      return
    }
    let months = rules.standardsValidMonths(on: day)
    conclusion = person.conclusions.last { conclusion in
      conclusion.on <= day
        && (conclusion.purpose == purpose
          || purpose == .reappointment && conclusion.purpose == .appointment)
    }
    basis = required.basis
    guard let conclusion else {
      state = isTold() ? .missing : .unknown
      verified = required.verified
      return
    }
    if conclusion.result == .unfavourable {
      state = .unfavourable
      verified = required.verified
    } else {
      let isOld = months.map { day >= conclusion.on.adding(months: $0.value) } ?? false
      state = isOld ? .expired : .concluded
      verified = required.verified && months?.verified ?? true
    }
  }
}

extension Readiness {
  /// Whether a decision of a day on a post had the conclusion that it needs.
  package func standards(
    for purpose: ConclusionPurpose, _ position: PositionNumber, decidedOn day: Day,
    of candidate: Candidate
  ) -> StandardsCheck {
    guard let post = posts[position] else { return .notRequired }
    return StandardsCheck(for: purpose, post, decidedOn: day, of: candidate.person, rules) {
      coverage.receipt(of: .conclusions, for: candidate.organisation, candidate.person) != nil
    }
  }
}

/// A decision to plan, appoint or reappoint somebody, with what became of its conclusion (S7).
package struct StandardsDecision: Hashable, Sendable {
  package let person: PersonNumber
  package let position: PositionNumber
  /// The term planned for; nil of an appointment.
  package let term: Term?
  package let purpose: ConclusionPurpose
  /// The day of the decision: its document's date, else the day it holds from.
  package let day: Day
  package let index: LogIndex
  package let check: StandardsCheck

  /// The decisions of a person's facts that lack a conclusion, or may, by day and index.
  static func lacking(
    _ facts: [Fact<PersonEvent>], known: LogSize, of candidate: Candidate, in scope: PlanningScope
  ) -> [StandardsDecision] {
    var found: [StandardsDecision] = []
    for fact in facts where fact.counts(at: known) {
      let asked: (position: PositionNumber, term: Term?, purpose: ConclusionPurpose)
      switch fact.event {
      case .planningEntered(let position, let term): asked = (position, term, .planning)
      case .appointed(let appointed):
        asked = (
          appointed.position, nil,
          appointed.kind == .reappointment ? .reappointment : .appointment
        )
      default: continue
      }
      guard scope.includes(asked.position), let day = fact.document?.date ?? fact.effective,
        scope.asksAbout(decidedOn: day, for: asked.term)
      else { continue }
      let check = scope.readiness.standards(
        for: asked.purpose, asked.position, decidedOn: day, of: candidate)
      guard check.state.isOpen else { continue }
      found.append(
        StandardsDecision(
          person: candidate.person.number, position: asked.position, term: asked.term,
          purpose: asked.purpose, day: day, index: fact.index, check: check))
    }
    return found.sorted { ($0.day, $0.index) < ($1.day, $1.index) }
  }
}

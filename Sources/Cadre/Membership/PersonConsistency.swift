/// Whether a person's facts can all be true: the fold that finds those that cannot
/// (spec/domain.md section 3).
///
/// It judges possibility only. A decision that broke a rule is possible, and is a finding.
package struct PersonConsistency {
  /// The organisation that stands for another on a day, after mergers.
  private let resolve: (OrganisationNumber, Day?) -> OrganisationNumber
  private var registered: OrganisationNumber?
  private var admissions = 0
  private var isMember = false
  private var plans: [Plan] = []
  private var posts: [PositionNumber] = []
  private var disciplines: [(system: DisciplineSystem, number: String?, day: Day?)] = []
  private var introductions: [(day: Day?, transfer: TransferIntroduced)] = []
  private var location: OrganisationNumber?

  private struct Plan: Equatable {
    let position: PositionNumber
    let term: Term
  }

  package init(resolve: @escaping (OrganisationNumber, Day?) -> OrganisationNumber) {
    self.resolve = resolve
  }

  /// The facts, among those given in fold order, that contradict the ones before them; each such
  /// fact is then left out of account. O(n · open plans and posts).
  ///
  /// - Parameter facts: all facts in force, sorted by `foldsBefore`.
  package mutating func contradictions(
    in facts: [Fact<PersonEvent>]
  ) -> [(position: Int, refusal: Refusal)] {
    var found: [(position: Int, refusal: Refusal)] = []
    for (position, fact) in facts.enumerated() {
      if let refusal = admit(fact, among: facts) { found.append((position, refusal)) }
    }
    return found
  }

  /// Whether an event of that kind can contradict another, or be contradicted.
  static func judges(_ event: PersonEvent) -> Bool {
    switch event {
    case .registered, .admitted, .recognised, .cardIssued, .membershipEnded, .planningEntered,
      .planningLeft, .appointed, .relieved, .disciplined, .disciplineAnnulled,
      .transferIntroduced, .transferReceived, .temporaryTransferEnded:
      true
    case .samePerson, .differentPeople: true
    case .profileAmended, .qualificationAttained, .erased, .prospectIntroduced,
      .courseCompleted, .activityExempted, .screened, .rated, .impeded, .residenceCommented,
      .assetsDeclared, .theoryAttained, .theoryEnrolled, .standardsConcluded, .retracted:
      false
    }
  }

  /// The order in which a person's facts are tried: undated first, then by day; on one day what
  /// ends something before what begins something; then by index.
  package static func foldsBefore(_ left: Fact<PersonEvent>, _ right: Fact<PersonEvent>) -> Bool {
    if left.effective != right.effective {
      return (left.effective?.number ?? Int32.min) < (right.effective?.number ?? Int32.min)
    }
    let (leftEnds, rightEnds) = (left.event.endsSomething, right.event.endsSomething)
    return leftEnds == rightEnds ? left.index < right.index : leftEnds
  }
}

extension PersonEvent {
  /// Whether it goes before all others on its day (spec/intake.md, Recording).
  package var endsSomething: Bool {
    switch self {
    case .planningLeft, .relieved, .temporaryTransferEnded, .membershipEnded: true
    default: false
    }
  }
}

extension PersonConsistency {
  private mutating func admit(
    _ fact: Fact<PersonEvent>, among facts: [Fact<PersonEvent>]
  ) -> Refusal? {
    if case .registered(let organisation) = fact.event {
      registered = organisation
      return nil
    }
    if fact.event.type == .samePerson || fact.event.type == .differentPeople {
      return identityRefusal(fact, among: facts)
    }
    guard registered != nil else { return .unknownStream }
    switch fact.event {
    case .admitted(let admitted):
      if admitted.kind == .readmission, isMember { return .alreadyMember }
      admissions += 1
      isMember = true
      return nil
    case .recognised, .cardIssued:
      return admissions > 0 && isMember ? nil : .neverAdmitted
    case .membershipEnded:
      guard isMember else { return .neverAdmitted }
      isMember = false
      return nil
    case .planningEntered(let position, let term):
      let plan = Plan(position: position, term: term)
      if !plans.contains(plan) { plans.append(plan) }
      return nil
    case .planningLeft(let position, let term, _):
      guard let at = plans.firstIndex(of: Plan(position: position, term: term)) else {
        return .notPlanned
      }
      plans.remove(at: at)
      return nil
    case .appointed(let appointed):
      if !posts.contains(appointed.position) { posts.append(appointed.position) }
      return nil
    case .relieved(let position, _):
      guard let at = posts.firstIndex(of: position) else { return .notHolding }
      posts.remove(at: at)
      return nil
    case .disciplined(let discipline):
      disciplines.append((discipline.system, fact.document?.number, fact.document?.date))
      return nil
    case .disciplineAnnulled(let annulled):
      let known = disciplines.contains {
        $0.system == annulled.system && $0.number == annulled.number && $0.day == annulled.day
      }
      return known ? nil : .noSuchDiscipline
    case .transferIntroduced(let transfer): return introduce(transfer, in: fact, among: facts)
    case .transferReceived(let transfer): return receive(transfer, in: fact)
    case .temporaryTransferEnded(let introducedOn):
      let known = introductions.contains {
        $0.transfer.kind == .temporary && $0.day == introducedOn
      }
      return known ? nil : .noSuchTransfer
    case .registered, .profileAmended, .qualificationAttained, .samePerson, .differentPeople,
      .erased, .prospectIntroduced, .courseCompleted, .activityExempted, .screened, .rated,
      .impeded,
      .residenceCommented, .assetsDeclared, .theoryAttained, .theoryEnrolled,
      .standardsConcluded, .retracted:
      return nil
    }
  }

  /// Two numbers are one person or two, never both: what was recorded first stands, whatever its
  /// day and the day of the registration.
  private func identityRefusal(
    _ fact: Fact<PersonEvent>, among facts: [Fact<PersonEvent>]
  ) -> Refusal? {
    func isSaidBefore(_ event: PersonEvent) -> Bool {
      facts.contains { $0.index < fact.index && $0.event == event }
    }
    if case .samePerson(let other) = fact.event, isSaidBefore(.differentPeople(other: other)) {
      return .differentPeople(other)
    }
    if case .differentPeople(let other) = fact.event, isSaidBefore(.samePerson(other: other)) {
      return .samePerson(other)
    }
    return nil
  }

  private mutating func introduce(
    _ transfer: TransferIntroduced, in fact: Fact<PersonEvent>, among facts: [Fact<PersonEvent>]
  ) -> Refusal? {
    if let present = location ?? registered {
      let here = resolve(present, fact.effective)
      let isThere = here == resolve(transfer.from, fact.effective)
      guard isThere || (location == nil && leadsOn(transfer, after: fact, among: facts)) else {
        return .elsewhere(here)
      }
    }
    introductions.append((fact.effective, transfer))
    return nil
  }

  /// Whether a first transfer from elsewhere than the registered organisation ends where the next
  /// one begins: an older transfer that became known later.
  private func leadsOn(
    _ transfer: TransferIntroduced, after fact: Fact<PersonEvent>,
    among facts: [Fact<PersonEvent>]
  ) -> Bool {
    guard transfer.kind != .temporary else { return false }
    for other in facts {
      guard case .transferIntroduced(let next) = other.event, next.kind != .temporary,
        other.index != fact.index, PersonConsistency.foldsBefore(fact, other)
      else { continue }
      return resolve(next.from, other.effective) == resolve(transfer.to, other.effective)
    }
    return false
  }

  private mutating func receive(
    _ transfer: TransferReceived, in fact: Fact<PersonEvent>
  ) -> Refusal? {
    let known = introductions.contains {
      $0.day == transfer.introducedOn && $0.transfer.kind == transfer.kind
    }
    guard known else {
      if let received = fact.effective, received < transfer.introducedOn {
        return .receivedBeforeIntroduced
      }
      return .noSuchTransfer
    }
    if transfer.kind != .temporary { location = transfer.to }
    return nil
  }
}

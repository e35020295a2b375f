/// Judges the decisions about one person on what was known at one log size, and the state they
/// led to; a pure function of what it is given.
package struct PersonJudge {
  let dossier: PersonDossier
  let surroundings: Surroundings
  /// What is known of the person; the surroundings are known as far as that or say the same.
  let known: LogSize
  /// The day asked: what was decided later is not judged.
  let on: Day
  /// What the facts known say.
  package let state: PersonState

  package init(
    _ dossier: PersonDossier, known: LogSize, _ surroundings: Surroundings, on day: Day
  ) {
    self.dossier = dossier
    self.known = known
    self.surroundings = surroundings
    on = day
    state = PersonState(
      dossier.number, facts: dossier.facts, known: known,
      positions: surroundings.positions)
  }

  var rules: RuleSet { surroundings.rules }

  /// What was found about a decision.
  package struct Opinion: Sendable {
    package var findings: [Finding] = []
    /// Of an appointment, how the theory that its post asks for stood, and where.
    package var theory: Theory?

    /// Nothing found.
    package init() {}

    /// How an appointment stands to the target of theory held before (S3).
    package struct Theory: Sendable {
      package let status: RequirementStatus
      package let organisation: OrganisationNumber
      package let day: Day
    }
  }

  /// Judges a decision that counts at the log size; nothing where it was taken after the day
  /// asked.
  package func opinion(on fact: Fact<PersonEvent>) -> Opinion {
    var opinion = Opinion()
    switch fact.event {
    case .appointed(let appointed): opinion = appointment(appointed, fact)
    case .planningEntered: opinion.findings = titles(fact.index)
    case .admitted(let admitted):
      opinion.findings = admission(admitted, fact) + readmission(admitted, fact.index)
    case .recognised: opinion.findings = recognition(by: fact.index)
    case .transferReceived: opinion.findings = reception(by: fact.index)
    case .registered, .profileAmended, .qualificationAttained, .samePerson, .differentPeople,
      .erased,
      .prospectIntroduced, .courseCompleted, .cardIssued, .activityExempted, .membershipEnded,
      .screened, .rated, .disciplined, .disciplineAnnulled, .impeded, .residenceCommented,
      .assetsDeclared, .theoryAttained, .theoryEnrolled, .standardsConcluded, .planningLeft,
      .relieved, .transferIntroduced, .temporaryTransferEnded, .retracted:
      break
    }
    opinion.findings = opinion.findings.filter { $0.day <= on }.map(completed)
    return opinion
  }

  /// What is found of the state on the day asked: acts that are overdue, posts held too long;
  /// nothing of who is not in the population.
  package func standing() -> [Finding] {
    guard state.isInPopulation(of: surroundings.tree(on: on)) else { return [] }
    return (overdue() + pastRetirement()).map(completed)
  }

  /// A finding with the person, the place and what was known.
  private func completed(_ finding: Finding) -> Finding {
    var finding = finding
    finding.person = state.number
    finding.known = known
    if finding.organisation == nil {
      let tree = surroundings.tree(on: finding.day)
      finding.organisation = state.organisation(on: finding.day).map(tree.resolve)
    }
    return finding
  }

  /// What age rules need of the person on a day.
  func profile(of state: PersonState, on day: Day) -> Profile {
    Profile(records: dossier.records(of: state, on: day))
  }
}

extension PersonJudge {
  /// An appointment or reappointment, on the day of its document, as if it had not been taken.
  private func appointment(_ appointed: Appointed, _ fact: Fact<PersonEvent>) -> Opinion {
    var opinion = Opinion()
    guard let day = fact.document?.date ?? fact.effective, day <= on else { return opinion }
    let readiness = surroundings.readiness(on: day)
    guard let post = readiness.posts[appointed.position], post.isInTree else { return opinion }
    let before = PersonState(
      dossier.number, facts: dossier.facts, known: known,
      positions: surroundings.positions,
      leavingOut: JudgedDecision(index: fact.index, position: appointed.position, on: day))
    let candidate = readiness.candidate(before, profile(of: before, on: day))
    guard
      let judgement = readiness.judge(
        candidate, for: appointed.position, dossierReceivedOn: appointed.dossierReceivedOn)
    else { return opinion }
    opinion.theory = Opinion.Theory(
      status: post.line == .party ? .notApplicable : judgement[.theory].status,
      organisation: post.organisation, day: day)
    opinion.findings = judgement.requirements.compactMap { requirement in
      finding(of: requirement, post, appointed.position, fact.index, day)
    }
    return opinion
  }

  private func finding(
    of requirement: Requirement, _ post: PostOnDay, _ position: PositionNumber,
    _ index: LogIndex, _ day: Day
  ) -> Finding? {
    guard requirement.status.isOpen else { return nil }
    var finding = Finding(
      .appointment, requirement.status == .unmet ? .breach : .unknown, event: index, day: day,
      needed: .requirement(requirement.needed), found: .requirement(requirement.found))
    finding.requirement = requirement.id
    finding.position = position
    finding.organisation = post.organisation
    finding.parameter = requirement.id.parameter
    finding.basis = requirement.basis
    finding.verified = requirement.verified
    finding.evidence = requirement.evidence
    finding.missingSheet = requirement.missingSheet
    return finding
  }
}

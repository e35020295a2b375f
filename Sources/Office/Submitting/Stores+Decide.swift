internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Vault

extension Stores {
  /// Decides a whole batch: organisations, then posts, then people, each by the state after all
  /// of the batch (spec/domain.md section 3).
  func decide(
    _ submission: Submission, _ directory: Directory, now: Instant, corrects: RetractionReason?
  ) throws(OfficeError) -> DecidedBatch {
    var submission = submission
    let base = LogSize(log.size)
    let isMending = corrects != nil
    let secrets = SecretComparison(
      submission.secrets, stored: try records.all(in: vault))
    let tree = try organisationTree(known: base)
    var organisations = try decideOrganisations(submission, base, isMending, tree, secrets)
    var after = try treeAfter(submission, organisations, tree, base: base)
    while let last = lastOfLoop(submission, organisations, after) {
      organisations[last] = .refused(.cycle)
      after = try treeAfter(submission, organisations, tree, base: base)
    }
    let positions = try decidePositions(submission, base, isMending, now: now)
    let persons = try decidePersons(submission, base, isMending, after, secrets)
    let mentioned = mentions(submission, organisations, positions, persons)
    var numbers = [OrganisationNumber?](repeating: nil, count: submission.externals.count)
    var next = directory.nextOrganisation + newOrganisations(submission, directory)
    for place in mentioned {
      numbers[place] = OrganisationNumber(next)
      next += 1
    }
    let planned = CanonicalOrder(submission).plan(
      organisations: organisations, positions: positions, persons: persons, externals: mentioned)
    submission.noteGaps(persons)
    let received = try receipts()
    let claims = try decideClaims(submission, received, persons, after, now.day)
    let hasNews =
      !planned.isEmpty || claims.contains { $0.outcome == .recorded }
      || submission.sheets.contains { received.isNew($0) }
    let receives = !submission.sheets.isEmpty && hasNews
    let claimed = claims.count { $0.outcome == .recorded }
    let decision = Decision(
      organisations: organisations, positions: positions, persons: persons, claims: claims,
      eventCount: planned.count + (receives ? submission.sheets.count : 0) + claimed,
      sizeBefore: base, sizeAfter: base,
      noLongerListed: try unlisted(submission, organisations, positions, persons, after, now.day),
      founded: mentioned,
      elsewhere: try elsewhere(submission, persons, after, on: now.day))
    return DecidedBatch(
      submission, decision, planned: planned, receivesSheets: receives, externals: numbers,
      reason: corrects)
  }

  private func decideOrganisations(
    _ submission: Submission, _ base: LogSize, _ corrects: Bool, _ tree: OrganisationTree,
    _ secrets: SecretComparison
  ) throws(OfficeError) -> [Outcome] {
    if submission.organisations.isEmpty { return [] }
    return try StreamGroups(submission.organisations).decide(submission.organisations) {
      (stream, proposals) throws(OfficeError) in
      let number = OrganisationNumber(stream)
      return OrganisationDecision.decide(
        proposals, after: try facts(of: number).inForce(at: base), base: base,
        corrects: corrects,
        rules: OrganisationDecision.rules(
          of: number, current: tree[number]?.details.changes.last?.value,
          isUnder: { other, day in tree.isUnder(other, number, on: day ?? .lastOf(year: 9999)) },
          isSameSecret: secrets.isSame, areSameSecrets: secrets.areSame))
    }
  }

  private func decidePositions(
    _ submission: Submission, _ base: LogSize, _ corrects: Bool, now: Instant
  ) throws(OfficeError) -> [Outcome] {
    if submission.positions.isEmpty { return [] }
    return try StreamGroups(submission.positions).decide(submission.positions) {
      (stream, proposals) throws(OfficeError) in
      let number = PositionNumber(stream)
      let known = try facts(of: number).inForce(at: base)
      let state = PositionState(number, facts: known, known: base)
      return PositionDecision.decide(
        proposals, after: known, base: base, corrects: corrects,
        rules: PositionDecision.rules(current: state.details(on: now.day)))
    }
  }

  private func decidePersons(
    _ submission: Submission, _ base: LogSize, _ corrects: Bool, _ tree: OrganisationTree,
    _ secrets: SecretComparison
  ) throws(OfficeError) -> [Outcome] {
    if submission.persons.isEmpty { return [] }
    let isNew = try isEmptyOfPeople()
    return try StreamGroups(submission.persons).decidePeople(
      submission.persons,
      history: { (number) throws(OfficeError) in
        isNew ? [] : try facts(of: PersonNumber(number)).inForce(at: base)
      },
      { proposals, known in
        PersonDecision.decide(
          proposals, after: known, base: base, corrects: corrects,
          rules: PersonDecision.rules(
            isSameSecret: secrets.isSame, areSameSecrets: secrets.areSame,
            resolve: { organisation, day in
              day.map { tree.resolve(organisation, on: $0) } ?? organisation
            }))
      })
  }

  /// The organisations as they stand once the batch is recorded.
  private func treeAfter(
    _ submission: Submission, _ outcomes: [Outcome], _ tree: OrganisationTree, base: LogSize
  ) throws(OfficeError) -> OrganisationTree {
    var changed: [UInt32: [Fact<OrganisationEvent>]] = [:]
    for (place, target) in submission.organisations.enumerated() {
      guard outcomes[place].isRecorded else { continue }
      switch target.proposal.event {
      case .rated, .activityRecorded: continue
      default: break
      }
      changed[target.stream, default: []].append(
        Fact(
          index: LogIndex(base.count + UInt64(place)), effective: target.proposal.effective,
          document: target.proposal.document, event: target.proposal.event))
    }
    if changed.isEmpty { return tree }
    let known = LogSize(base.count + UInt64(submission.organisations.count))
    return try organisationTree(known: known, adding: changed)
  }

  /// The latest reorganisation of the batch that has organisations stand in a loop, on its day or
  /// ever after; nil where none does.
  private func lastOfLoop(
    _ submission: Submission, _ outcomes: [Outcome], _ tree: OrganisationTree
  ) -> Int? {
    var last: (day: Int64, stream: UInt32, place: Int)?
    for (place, target) in submission.organisations.enumerated() where outcomes[place].isRecorded {
      switch target.proposal.event {
      case .reparented, .merged: break
      case .established, .amended, .handedOver, .received, .dissolved, .suspensionLifted, .rated,
        .activityRecorded, .retracted:
        continue
      }
      let number = OrganisationNumber(target.stream)
      let day = target.proposal.effective ?? .beforeAll
      guard tree.loopDay(of: number, from: day) != nil else { continue }
      let found = (Int64(target.proposal.effective?.number ?? .min), target.stream, place)
      if last.map({ ($0.day, $0.stream) < (found.0, found.1) }) ?? true { last = found }
    }
    return last?.place
  }

  private func newOrganisations(_ submission: Submission, _ directory: Directory) -> UInt32 {
    let highest = submission.organisations.reduce(0) { max($0, $1.stream) }
    return highest >= directory.nextOrganisation ? highest + 1 - directory.nextOrganisation : 0
  }

  /// The places of the external organisations that a recorded event mentions, by folded name.
  private func mentions(
    _ submission: Submission, _ organisations: [Outcome], _ positions: [Outcome],
    _ persons: [Outcome]
  ) -> [Int] {
    if submission.externals.isEmpty { return [] }
    var mentioned: Set<Int> = []
    func note(_ numbers: [OrganisationNumber]) {
      for number in numbers where number.number >= Submission.firstExternal {
        mentioned.insert(Int(number.number - Submission.firstExternal))
      }
    }
    for (place, target) in submission.organisations.enumerated()
    where organisations[place].isRecorded {
      note(target.proposal.event.organisations)
    }
    for (place, target) in submission.positions.enumerated() where positions[place].isRecorded {
      note(target.proposal.event.organisations)
    }
    for (place, target) in submission.persons.enumerated() where persons[place].isRecorded {
      note(target.proposal.event.organisations)
    }
    return mentioned.sorted {
      Letters.nameIdentity(submission.externals[$0].name)
        .lexicographicallyPrecedes(Letters.nameIdentity(submission.externals[$1].name))
    }
  }
}

extension Outcome {
  /// Whether the proposal becomes an event.
  var isRecorded: Bool {
    switch self {
    case .recorded, .corrects: true
    case .unchanged, .refused, .withdrawn: false
    }
  }
}

extension [Fact<OrganisationEvent>] {
  /// Those that count, retractions left out.
  func inForce(at known: LogSize) -> [Fact<OrganisationEvent>] {
    filter { $0.counts(at: known) && $0.event.retraction == nil }
  }
}

extension [Fact<PositionEvent>] {
  /// Those that count, retractions left out.
  func inForce(at known: LogSize) -> [Fact<PositionEvent>] {
    filter { $0.counts(at: known) && $0.event.retraction == nil }
  }
}

extension [Fact<PersonEvent>] {
  /// Those that count, retractions left out.
  func inForce(at known: LogSize) -> [Fact<PersonEvent>] {
    filter { $0.counts(at: known) && $0.event.retraction == nil }
  }
}

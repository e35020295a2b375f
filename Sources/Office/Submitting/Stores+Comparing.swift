internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Projections

extension Stores {
  /// Events in force that a sheet of the batch, by what is claimed of it, should hold and does not.
  ///
  /// Nothing is retracted by itself: this is a warning. A lower degree than the one listed is not
  /// missing, a sheet shows only the highest. O(facts of the streams covered).
  func unlisted(
    _ submission: Submission, _ organisations: [Outcome], _ positions: [Outcome],
    _ persons: [Outcome], _ tree: OrganisationTree, _ today: Day
  ) throws(OfficeError) -> [Decision.Unlisted] {
    guard log.size > 0, !submission.claims.isEmpty else { return [] }
    let matched = MatchedIndexes(organisations, positions, persons)
    var sheets = [String?](repeating: nil, count: 256)
    var covers: [String: [OrganisationNumber?]] = [:]
    var gaps: [String: Set<PersonNumber>] = [:]
    for claim in submission.claims {
      let sheet = submission.sheets[claim.sheet]
      // A rejected row of nobody known may be about any of them.
      if sheet.hasGapForAll { continue }
      gaps[sheet.name] = sheet.gaps
      covers[sheet.name, default: []].append(claim.organisation)
      for type in EventType.listed(by: sheet.name) { sheets[Int(type.rawValue)] = sheet.name }
    }
    let onDay = tree.on(today)
    func isCovered(_ organisation: OrganisationNumber?, by sheet: String) -> Bool {
      guard let organisation, let covers = covers[sheet] else { return false }
      let resolved = onDay.resolve(organisation)
      guard onDay.isInTree(resolved) else { return false }
      return covers.contains { $0.map { onDay.isUnder(resolved, $0) } ?? true }
    }
    var found: [Decision.Unlisted] = []
    func note<Payload>(_ fact: Fact<Payload>, _ stream: Stream, of home: OrganisationNumber?) {
      let type = fact.event.type
      guard let sheet = sheets[Int(type.rawValue)], !matched.contains(fact.index),
        isCovered(home, by: sheet)
      else { return }
      found.append(
        Decision.Unlisted(sheet: sheet, index: fact.index, stream: stream, type: type))
    }
    let base = LogSize(log.size)
    try forEachOrganisation { (number, facts) throws(OfficeError) in
      for fact in facts where fact.counts(at: base) {
        note(fact, .organisation(number), of: number)
      }
    }
    let posts = try positionTable(known: base)
    try forEachPosition { (number, facts) throws(OfficeError) in
      let home = posts[number]?.details(on: today)?.organisation
      for fact in facts where fact.counts(at: base) { note(fact, .position(number), of: home) }
    }
    let degrees = highestDegrees(submission)
    try forEachPerson { (number, row) throws(OfficeError) in
      guard try row.hasUnmatched(matched, sheets) else { return }
      let facts: [Fact<PersonEvent>] = try row.typedFacts()
      // No sheet may name them any more.
      if facts.contains(where: { $0.event.type == .personErased }) { return }
      let state = PersonState(number, facts: facts, known: base, positions: posts)
      let home = state.organisation(on: today)
      for fact in facts where fact.counts(at: base) {
        if case .qualificationAttained(let degree) = fact.event,
          let highest = degrees[number.number], degree < highest
        {
          continue
        }
        // A rejected row may well be about it.
        let sheet = sheets[Int(fact.event.type.rawValue)] ?? ""
        if gaps[sheet]?.contains(number) != true { note(fact, .person(number), of: home) }
      }
    }
    return found.sorted { ($0.sheet, $0.index) < ($1.sheet, $1.index) }
  }

  private func highestDegrees(_ submission: Submission) -> [UInt32: Degree] {
    var degrees: [UInt32: Degree] = [:]
    for target in submission.persons {
      if case .qualificationAttained(let degree) = target.proposal.event {
        degrees[target.stream] = max(degree, degrees[target.stream] ?? degree)
      }
    }
    return degrees
  }

  /// People whose sheet names another organisation than the one the ledger derives for today.
  func elsewhere(
    _ submission: Submission, _ outcomes: [Outcome], _ tree: OrganisationTree, on today: Day
  ) throws(OfficeError) -> [Decision.Elsewhere] {
    if submission.listed.isEmpty { return [] }
    let base = LogSize(log.size)
    let known = LogSize(base.count + UInt64(submission.persons.count))
    let fresh = movements(submission, outcomes, from: base)
    let table = PositionTable(known: known)
    let isNew = try isEmptyOfPeople()
    var found: [Decision.Elsewhere] = []
    for listed in submission.listed {
      let added = fresh[listed.person.number] ?? []
      // Someone new without a transfer is where the sheet says.
      if isNew, added.count <= 1 { continue }
      let facts = try (isNew ? [] : self.facts(of: listed.person)) + added
      let state = PersonState(listed.person, facts: facts, known: known, positions: table)
      guard let derived = state.organisation(on: today) else { continue }
      if tree.resolve(derived, on: today) != tree.resolve(listed.says, on: today) {
        found.append(
          Decision.Elsewhere(
            row: listed.row, person: listed.person, sheetSays: listed.says, ledgerSays: derived))
      }
    }
    return found
  }
}

extension Stores {
  /// What a batch records of people's organisations, by person, as facts behind a log size.
  func movements(
    _ submission: Submission, _ outcomes: [Outcome], from base: LogSize
  ) -> [UInt32: [Fact<PersonEvent>]] {
    var fresh: [UInt32: [Fact<PersonEvent>]] = [:]
    for (place, target) in submission.persons.enumerated() where outcomes[place].isRecorded {
      guard EventTypes.movements.contains(target.proposal.event.type) else { continue }
      fresh[target.stream, default: []].append(
        Fact(
          index: LogIndex(base.count + UInt64(place)), effective: target.proposal.effective,
          event: target.proposal.event))
    }
    return fresh
  }
}

/// The indexes of recorded events that some row of a batch speaks of.
struct MatchedIndexes {
  private var indexes: Set<UInt64> = []

  init(_ outcomes: [Outcome]...) {
    for outcome in outcomes.joined() {
      switch outcome {
      case .unchanged(let index), .refused(.conflict(let index)):
        if let index { indexes.insert(index.number) }
      case .corrects(let index): indexes.insert(index.number)
      case .recorded, .refused, .withdrawn: break
      }
    }
  }

  /// Whether a row speaks of the event.
  func contains(_ index: LogIndex) -> Bool { indexes.contains(index.number) }
}

extension EventType {
  /// The types whose events a sheet holds.
  static func listed(by sheet: String) -> [EventType] {
    switch sheet {
    case "to-chuc": [.organisationEstablished]
    case "chuc-danh": [.positionDefined]
    case "nhan-su": [.personRegistered, .qualificationAttained]
    case "ket-nap": [.prospectIntroduced, .courseCompleted, .admitted, .recognised, .cardIssued]
    case "ly-luan-chinh-tri": [.theoryAttained]
    case "sang-loc": [.screened]
    case "ra-khoi-dang": [.membershipEnded]
    case "xep-loai": [.rated]
    case "xep-loai-to-chuc": [.organisationRated]
    case "ky-luat": [.disciplined, .disciplineAnnulled]
    case "ket-luan-chinh-tri": [.standardsConcluded]
    case "quy-hoach": [.planningEntered, .planningLeft]
    case "bo-nhiem": [.appointed, .relieved]
    case "ke-khai-tai-san": [.assetsDeclared]
    case "chuyen-sinh-hoat": [.transferIntroduced, .transferReceived]
    case "chuyen-to-chuc":
      [.handedOver, .organisationReceived, .merged, .dissolved, .reparented, .organisationAmended]
    case "chuong-trinh": [.activityRecorded]
    case "nhan-xet-cu-tru": [.residenceCommented]
    default: []
    }
  }
}

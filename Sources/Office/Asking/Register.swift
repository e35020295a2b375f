internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Platform
internal import Projections
internal import Vault

/// Everything but people, as a question sees it: the rule set, organisations, posts and the sheets
/// received, all at one standpoint.
struct Register: Sendable {
  let standpoint: Standpoint
  let tree: TreeOnDay
  let organisations: OrganisationTree
  let positions: PositionTable
  let posts: PostsOnDay
  private(set) var readiness: Readiness
  let sheets: SheetClaims

  init(_ stores: Stores, _ standpoint: Standpoint) throws(OfficeError) {
    self.init(
      standpoint, organisations: try stores.organisationTree(known: standpoint.known),
      positions: try stores.positionTable(known: standpoint.known),
      sheets: try stores.sheetClaims(known: standpoint.known))
  }

  /// A register of organisations and posts that were read already.
  init(
    _ standpoint: Standpoint, organisations: OrganisationTree, positions: PositionTable,
    sheets: SheetClaims
  ) {
    self.standpoint = standpoint
    self.organisations = organisations
    self.positions = positions
    tree = organisations.on(standpoint.on)
    posts = positions.on(tree)
    self.sheets = sheets
    readiness = Readiness(posts, sheets: sheets, rules: standpoint.rules)
  }

  /// The same with verdicts by another rule set, which need not be recorded; the standpoint stays
  /// that of the question.
  func judging(by rules: RuleSet) -> Register {
    var register = self
    register.readiness = Readiness(posts, sheets: sheets, rules: rules)
    return register
  }

  /// Readiness of another day, knowing the same, by the same rules.
  func readiness(asOf day: Day) -> Readiness {
    Readiness(
      positions.on(organisations.on(day)), sheets: sheets, rules: standpoint.rules)
  }
}

extension Ledger {
  /// Everything but people, as an inquiry sees it.
  ///
  /// The rule set is read on one thread while organisations and posts are read on another, with a
  /// snapshot of its own: each takes some milliseconds, and no question can begin before both are
  /// there.
  func register(
    _ stores: Stores, _ inquiry: Inquiry, now: Instant
  ) throws(OfficeError) -> Register {
    let known = try stores.size(inquiry.known)
    let generations = stores.generations
    let (places, standpoint) = try Threads.parallel(
      { () throws(OfficeError) -> (OrganisationTree, PositionTable) in
        try self.reading(generations) { (stores) throws(OfficeError) in
          (try stores.organisationTree(known: known), try stores.positionTable(known: known))
        }
      },
      { () throws(OfficeError) -> Standpoint in try stores.standpoint(inquiry, now: now) })
    return Register(
      standpoint, organisations: places.0, positions: places.1,
      sheets: try stores.sheetClaims(known: known))
  }
}

extension Stores {
  /// Resolves an inquiry against the log.
  func standpoint(_ inquiry: Inquiry, now: Instant) throws(OfficeError) -> Standpoint {
    let known = try size(inquiry.known)
    let whole = LogSize(log.size)
    var adopted: [(index: LogIndex, id: String, content: String, counts: Bool)] = []
    for fact in try ledgerFacts(of: [.rulesAdopted]) {
      guard case .rulesAdopted(let id, let content) = fact.event,
        fact.counts(at: known) || inquiry.rules != nil && fact.counts(at: whole)
      else { continue }
      adopted.append((fact.index, id, content, fact.counts(at: known)))
    }
    // An id may have been adopted again after a retraction: what counts at K goes first, so that
    // an answer by that id stays what it was.
    let chosen =
      inquiry.rules.map { id in
        adopted.last { $0.id == id && $0.counts } ?? adopted.last { $0.id == id }
      } ?? adopted.last
    guard let (index, id, content, _) = chosen else {
      if let id = inquiry.rules { throw OfficeError(.unknownRules, id) }
      throw OfficeError(.noRules, "K = \(known.count)")
    }
    return Standpoint(
      on: inquiry.on ?? now.day, known: known, rules: try RuleSet(reading: content, named: id),
      adoptedBy: index, rulesKnown: known.knows(index))
  }

  /// The log size that an inquiry means.
  func size(_ known: Inquiry.Known) throws(OfficeError) -> LogSize {
    switch known {
    case .all: return LogSize(log.size)
    case .size(let size):
      guard size <= log.size else {
        throw OfficeError(.shorterThanKnown(size: log.size), "\(size)")
      }
      return LogSize(size)
    case .instant(let instant):
      do throws(EventLogError) {
        return LogSize(try log.size(recordedUpTo: instant.milliseconds))
      } catch {
        throw OfficeError(error)
      }
    }
  }
}

extension Stores {
  /// What sheets claim to tell, as known at a log size.
  func sheetClaims(known: LogSize) throws(OfficeError) -> SheetClaims {
    SheetClaims(try ledgerFacts(of: [.sheetReceived, .sheetClaimed]), known: known)
  }

  /// A person as known at a log size, with whoever is the same person; nil where nobody was
  /// registered by then, or where a lower number stands for them.
  func person(
    _ number: PersonNumber, at known: LogSize, positions: PositionTable
  ) throws(OfficeError) -> PersonState? {
    guard let facts = try facts(standingFor: number, at: known) else { return nil }
    return PersonState(number, facts: facts, known: known, positions: positions)
  }

  /// The facts of a person and of whoever is the same person at a log size; nil where nobody was
  /// registered by then, or where a lower number stands for them.
  func facts(
    standingFor number: PersonNumber, at known: LogSize
  ) throws(OfficeError) -> [Fact<PersonEvent>]? {
    try PersonState.facts(standingFor: number, at: known) { (number) throws(OfficeError) in
      try facts(of: number)
    }
  }

  /// The private records that say who a person is on a day, in the order of their events.
  func profile(
    _ person: PersonState, on day: Day
  ) throws(OfficeError) -> [(index: LogIndex, record: PrivateRecord)] {
    var records: [(index: LogIndex, record: PrivateRecord)] = []
    for index in person.profileSources(on: day) {
      if let record = try privateRecord(at: index) { records.append((index, record)) }
    }
    return records
  }
}

extension PersonState {
  /// The facts of a person and of whoever is the same person at a log size; nil where nobody was
  /// registered by then, or where a lower number stands for them.
  ///
  /// Two numbers are one person while `SamePerson` stands in both streams; one that stands alone,
  /// as at a log size between the two, joins nobody.
  /// - Parameter facts: every fact of a number.
  static func facts(
    standingFor number: PersonNumber, at known: LogSize,
    facts: (PersonNumber) throws(OfficeError) -> [Fact<PersonEvent>]
  ) throws(OfficeError) -> [Fact<PersonEvent>]? {
    let own = try facts(number)
    guard own.contains(where: { isRegistration($0, at: known) }) else { return nil }
    if sameAs(own, at: known).isEmpty { return own }
    return try joined(number, own, at: known, facts: facts)?.facts
  }

  /// The facts of a number joined with those of whoever is the same person; nil where a lower
  /// number stands for them.
  static func joined(
    _ number: PersonNumber, _ own: [Fact<PersonEvent>], at known: LogSize,
    facts: (PersonNumber) throws(OfficeError) -> [Fact<PersonEvent>]
  ) throws(OfficeError) -> JoinedFacts? {
    var joined = [number: own]
    var waiting = [number]
    while let next = waiting.popLast() {
      for other in sameAs(joined[next] ?? [], at: known) where joined[other] == nil {
        let more = try facts(other)
        guard sameAs(more, at: known).contains(next) else { continue }
        if other < number { return nil }
        joined[other] = more
        waiting.append(other)
      }
    }
    let streams = joined.keys.sorted().map { holder in
      let told = (joined[holder] ?? []).filter { fact in
        if holder != number, saysWho(fact) { return false }
        // Whom only one stream names is somebody else.
        guard case .samePerson(let other) = fact.event, fact.counts(at: known) else { return true }
        return joined[other] != nil
      }
      return (number: holder, facts: told)
    }
    return JoinedFacts(streams, known: known)
  }

  /// Whether a fact says that somebody was registered, and counts at a log size.
  static func isRegistration(_ fact: Fact<PersonEvent>, at known: LogSize) -> Bool {
    guard case .registered = fact.event else { return false }
    return fact.counts(at: known)
  }

  /// Whether a fact says who somebody is: of several numbers the lowest one's stand.
  private static func saysWho(_ fact: Fact<PersonEvent>) -> Bool {
    switch fact.event {
    case .registered, .profileAmended: true
    default: false
    }
  }

  private static func sameAs(
    _ facts: [Fact<PersonEvent>], at known: LogSize
  ) -> [PersonNumber] {
    facts.compactMap { fact in
      guard case .samePerson(let other) = fact.event, fact.counts(at: known) else { return nil }
      return other
    }
  }
}

extension [(index: LogIndex, record: PrivateRecord)] {
  /// The last that is said of each.
  var identity: PrivateRecord {
    reduce(into: PrivateRecord()) { whole, part in
      whole.fileNumber = part.record.fileNumber ?? whole.fileNumber
      whole.name = part.record.name ?? whole.name
      whole.birth = part.record.birth ?? whole.birth
      whole.sex = part.record.sex ?? whole.sex
      whole.ethnicity = part.record.ethnicity ?? whole.ethnicity
      whole.citizenNumber = part.record.citizenNumber ?? whole.citizenNumber
      whole.cardNumber = part.record.cardNumber ?? whole.cardNumber
    }
  }
}

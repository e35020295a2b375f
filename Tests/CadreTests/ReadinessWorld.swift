import Cadre

/// A small ledger for tests: facts are told one after another and get the next index.
struct World {
  private(set) var size: UInt64 = 0
  var organisations: [[Fact<OrganisationEvent>]] = [[]]
  var positions: [[Fact<PositionEvent>]] = [[]]
  var people: [[Fact<PersonEvent>]] = [[]]
  var profiles: [Profile] = [Profile()]
  /// Receipts and claims of sheets, by index.
  var ledger: [Fact<LedgerEvent>] = []

  /// A ledger that received every sheet for the whole tree, or none.
  init(receivingSheets: Bool = true) {
    if receivingSheets { for sheet in RequiredSheet.allCases { receive(sheet) } }
  }

  /// How much of the log there is.
  var known: LogSize { LogSize(size) }

  private mutating func next() -> LogIndex {
    defer { size += 1 }
    return LogIndex(size)
  }
}

extension World {
  @discardableResult mutating func receive(
    _ sheet: RequiredSheet, covers: OrganisationNumber? = nil
  ) -> LogIndex {
    receive(SheetReceived(sheet, ownClaim: .subtree(of: covers)))
  }

  /// Receives a sheet as it is received today, which claims nothing.
  @discardableResult mutating func receive(_ receipt: SheetReceived) -> LogIndex {
    let index = next()
    ledger.append(Fact(index: index, effective: nil, event: .sheetReceived(receipt)))
    return index
  }

  /// Receives a sheet, and claims that it tells all.
  @discardableResult mutating func claim(
    _ sheet: RequiredSheet, for organisation: OrganisationNumber? = nil,
    lacking gaps: [PersonNumber] = [], somebody hasGapForAll: Bool = false
  ) -> LogIndex {
    let receipt = SheetReceived(sheet, gaps: gaps, hasGapForAll: hasGapForAll, content: size)
    receive(receipt)
    return claim(receipt, for: organisation)
  }

  /// Claims that a sheet received tells all.
  @discardableResult mutating func claim(
    _ receipt: SheetReceived, for organisation: OrganisationNumber? = nil
  ) -> LogIndex {
    let index = next()
    ledger.append(
      Fact(
        index: index, effective: nil,
        event: .sheetClaimed(
          SheetClaimed(
            sheet: receipt.sheet, organisation: organisation, until: day("2026-11-01"),
            sha256: receipt.sha256, listed: receipt.rows))))
    return index
  }

  /// Takes away every receipt of a sheet.
  mutating func forget(_ sheet: RequiredSheet) {
    ledger.removeAll { fact in
      guard case .sheetReceived(let receipt) = fact.event else { return false }
      return receipt.sheet == sheet.sheet
    }
  }

  /// What sheets claim and leave open, as known at a log size.
  func sheets(_ known: LogSize) -> SheetClaims { SheetClaims(ledger, known: known) }

  mutating func organisation(
    _ kind: OrganisationKind = .grassrootsCommittee, under parent: OrganisationNumber? = nil,
    sector: Sector? = nil, since: String? = nil
  ) -> OrganisationNumber {
    let number = OrganisationNumber(UInt32(organisations.count))
    organisations.append([])
    tell(
      number, on: since,
      .established(
        OrganisationEstablished(
          code: "\(number.number)", name: "Tổ chức \(number.number)", kind: kind, sector: sector,
          parent: parent)))
    return number
  }

  @discardableResult mutating func tell(
    _ organisation: OrganisationNumber, on text: String?, _ event: OrganisationEvent
  ) -> LogIndex {
    let index = next()
    organisations[Int(organisation.number)].append(
      Fact(index: index, effective: text.map(day), event: event))
    return index
  }

  mutating func position(
    _ line: Line, _ class: PositionClass, in organisation: OrganisationNumber, seats: Int = 1
  ) -> PositionNumber {
    let number = PositionNumber(UInt32(positions.count))
    positions.append([])
    let code = "CD" + String(10_000 + Int(number.number))
    tell(
      number, on: nil,
      .defined(
        PositionDefined(
          code: code, title: code, organisation: organisation, line: line, class: `class`,
          seats: seats)))
    return number
  }

  @discardableResult mutating func tell(
    _ position: PositionNumber, on text: String?, _ event: PositionEvent
  ) -> LogIndex {
    let index = next()
    positions[Int(position.number)].append(
      Fact(index: index, effective: text.map(day), event: event))
    return index
  }
}

extension World {
  mutating func person(
    in organisation: OrganisationNumber, born: String? = nil, sex: Sex? = nil
  ) -> PersonNumber {
    let number = PersonNumber(UInt32(people.count))
    people.append([])
    let index = tell(number, on: nil, .registered(organisation: organisation))
    profiles.append(Profile(birth: born.flatMap { Birth(text: $0) }, sex: sex, sources: [index]))
    return number
  }

  @discardableResult mutating func tell(
    _ person: PersonNumber, on text: String?, _ event: PersonEvent, document: Document? = nil
  ) -> LogIndex {
    let index = next()
    people[Int(person.number)].append(
      Fact(index: index, effective: text.map(day), document: document, event: event))
    return index
  }

  /// An official member from twelve months after a ceremony on.
  mutating func member(
    in organisation: OrganisationNumber, ceremony: String = "2008-05-19", born: String? = nil,
    sex: Sex? = nil
  ) -> PersonNumber {
    let person = person(in: organisation, born: born, sex: sex)
    let held = day(ceremony)
    tell(person, on: ceremony, .admitted(Admitted(kind: .admission, ceremonyOn: held)))
    let decided = held.adding(months: 13)
    tell(person, on: decided.description, .recognised(decidedOn: decided))
    return person
  }

  /// A fact's loss or return, by the index of what withdrew it.
  @discardableResult mutating func retract(
    _ target: LogIndex, of person: PersonNumber, counts: Bool = false
  ) -> LogIndex {
    let index = next()
    let list = Int(person.number)
    for place in people[list].indices where people[list][place].index == target {
      people[list][place].changes.append(.init(index: index, counts: counts))
    }
    return index
  }
}

extension World {
  func tree(_ known: LogSize? = nil) -> OrganisationTree {
    var tree = OrganisationTree(known: known ?? self.known)
    for number in 1..<organisations.count {
      tree.add(OrganisationNumber(UInt32(number)), facts: organisations[number])
    }
    return tree
  }

  func table(_ known: LogSize? = nil) -> PositionTable {
    var table = PositionTable(known: known ?? self.known)
    for number in 1..<positions.count {
      table.add(PositionNumber(UInt32(number)), facts: positions[number])
    }
    return table
  }

  func state(
    _ person: PersonNumber, _ known: LogSize? = nil, leavingOut decision: JudgedDecision? = nil
  ) -> PersonState {
    PersonState(
      person, facts: people[Int(person.number)], known: known ?? self.known,
      positions: table(known), leavingOut: decision)
  }

  func readiness(
    on text: String, _ known: LogSize? = nil, rules: RuleSet = ReadinessRules.published
  ) -> Readiness {
    let known = known ?? self.known
    return Readiness(
      table(known).on(tree(known).on(day(text))),
      sheets: sheets(known), rules: rules)
  }

  func rows(of person: PersonNumber, on text: String, _ known: LogSize? = nil) -> [EligibilityRow] {
    let readiness = readiness(on: text, known)
    let state = state(person, known)
    return readiness.rows(of: readiness.candidate(state, profile(of: state, on: day(text))))
  }

  /// The profile as far as the facts that hold it count.
  private func profile(of state: PersonState, on day: Day) -> Profile {
    let profile = profiles[Int(state.number.number)]
    let counting = state.profileSources(on: day)
    return profile.sources.allSatisfy(counting.contains) ? profile : Profile()
  }

  /// The judgement of a person for a post; of a recorded decision, as if it had not been taken.
  func judge(
    _ person: PersonNumber, for position: PositionNumber, on text: String,
    _ known: LogSize? = nil, rules: RuleSet = ReadinessRules.published,
    leavingOut decision: JudgedDecision? = nil, dossier: String? = nil
  ) -> Judgement? {
    let readiness = readiness(on: text, known, rules: rules)
    let state = state(person, known, leavingOut: decision)
    let candidate = readiness.candidate(state, profile(of: state, on: day(text)))
    return readiness.judge(candidate, for: position, dossierReceivedOn: dossier.map(day))
  }
}

/// Someone who could be made director of a unit on 1/6/2023.
struct Sound {
  var world: World
  let unit: OrganisationNumber
  let person: PersonNumber
  let post: PositionNumber
  let deputy: PositionNumber
  var entry = LogIndex(0)
  var conclusion = LogIndex(0)

  init(_ world: World = World(), covered: Bool = true) {
    self.world = world
    let top = self.world.organisation(.superior)
    unit = self.world.organisation(under: top, sector: .agency)
    post = self.world.position(.government, .director, in: unit)
    deputy = self.world.position(.government, .deputyDirector, in: unit)
    person = self.world.member(in: unit, born: "1975-02-01", sex: .male)
    tell(nil, .qualificationAttained(level: .master))
    tell(
      "2019-05-05",
      .theoryAttained(
        TheoryAttained(level: .advanced, proof: .diploma, issuedOn: day("2019-05-05"))))
    tell("2020-05-05", .appointed(Appointed(position: deputy, kind: .appointment)))
    entry = tell(
      "2021-03-01",
      .planningEntered(position: post, term: Term(firstYear: 2020, lastYear: 2025)))
    conclusion = tell(
      "2023-02-10", .standardsConcluded(purpose: .appointment, result: .favourable))
    tell("2021-05-19", .screened(Screened(round: "2021-1", outcome: .qualified)))
    tell("2022-12-31", .rated(year: 2022, grade: .good))
    tell("2022-12-20", .assetsDeclared(year: 2022, kind: .yearly))
  }

  @discardableResult mutating func tell(_ on: String?, _ event: PersonEvent) -> LogIndex {
    world.tell(person, on: on, event)
  }

  func judge(_ on: String, rules: RuleSet = ReadinessRules.published) -> Judgement? {
    world.judge(person, for: post, on: on, rules: rules)
  }

  func status(_ id: RequirementID, _ on: String) -> RequirementStatus? { judge(on)?[id].status }
}

extension SheetReceived {
  /// A receipt whose content is told by a number.
  init(
    _ sheet: RequiredSheet, gaps: [PersonNumber] = [], hasGapForAll: Bool = false,
    content: UInt64 = 0, ownClaim: OwnClaim? = nil
  ) {
    self.init(
      sheet: sheet.sheet,
      sha256: Digest(exactly: [UInt8](repeating: UInt8(truncatingIfNeeded: content), count: 32)),
      rows: 1, gaps: gaps, hasGapForAll: hasGapForAll, ownClaim: ownClaim)
  }
}

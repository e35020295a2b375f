internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Projections
internal import Vault

/// What one thread finds about its people, and what it counts for those that are judged together.
struct FindingsWork: Sendable {
  let asked: AskedFindings
  /// Those that are asked about.
  private(set) var findings: [Finding] = []
  private(set) var theory = TheoryTally()
  private var planned: [PlannedPerson] = []
  private var holdings: [Holding] = []
  private var ratings = RatingTally()
  private var dissolved: DissolvedTally

  /// Judges the people with numbers above the lower bound, up to the upper one.
  init(
    of numbers: Range<UInt32>, _ stores: Stores, _ asked: AskedFindings
  ) throws(OfficeError) {
    self.asked = asked
    let shelf = try SurroundingsShelf(stores, rules: asked.standpoint.rules)
    let surroundings = try shelf.surroundings(at: asked.standpoint.known, stores)
    let roots = GrassrootsByYear(surroundings)
    dissolved = DissolvedTally(surroundings, on: asked.standpoint.on)
    for number in numbers {
      guard
        let dossier = try stores.dossier(
          PersonNumber(number + 1), at: asked.standpoint.known)
      else { continue }
      try judge(dossier, surroundings, roots, stores, shelf)
    }
  }

  private mutating func judge(
    _ dossier: PersonDossier, _ surroundings: Surroundings, _ roots: GrassrootsByYear,
    _ stores: Stores, _ shelf: SurroundingsShelf
  ) throws(OfficeError) {
    let (on, known) = (asked.standpoint.on, asked.standpoint.known)
    let judge = PersonJudge(dossier, known: known, surroundings, on: on)
    let isOnePerson = !dossier.facts.contains { $0.event.type == .samePerson }
    // Of two numbers that became one person each decision may have had another judge.
    var judgeThen: (size: LogSize, judge: PersonJudge?)?
    for decision in dossier.decisions(known: known) {
      let now = judge.opinion(on: decision)
      let size = min(try shelf.known(with: decision.index, stores), known)
      var then = now
      if size < known, !isQuiet(dossier, from: size, shelf) {
        if judgeThen?.size != size || !isOnePerson {
          let before = try stores.dossier(of: decision.index, in: dossier, at: size)
          let earlier = try shelf.surroundings(at: size, stores)
          judgeThen = (size, before.map { PersonJudge($0, known: size, earlier, on: on) })
        }
        then = judgeThen?.judge?.opinion(on: decision) ?? PersonJudge.Opinion()
      }
      take(Finding.compared(then: then.findings, now: now.findings), of: dossier.number, size)
      count(then.theory, now.theory)
    }
    take(judge.standing(), of: dossier.number, known)
    planned += dossier.planned(known: known)
    holdings += judge.holdings()
    ratings.add(judge.state, upTo: on, roots)
    dissolved.add(judge.state)
  }

  /// Counts an appointment that is asked about; what could not be judged then was not known.
  private mutating func count(
    _ then: PersonJudge.Opinion.Theory?, _ now: PersonJudge.Opinion.Theory?
  ) {
    guard let told = then ?? now, asked.passes(told.organisation, told.day) else { return }
    theory.add(then: then?.status ?? .unknown, now: now?.status ?? .unknown)
  }

  /// Whether nothing that bears on the person became known since.
  private func isQuiet(
    _ dossier: PersonDossier, from size: LogSize, _ shelf: SurroundingsShelf
  ) -> Bool {
    let known = asked.standpoint.known
    return shelf.plain(size) == shelf.plain(known) && !dossier.changes(from: size, to: known)
  }

  /// Keeps those that are asked about, under the number that stands for the person now.
  private mutating func take(_ found: [Finding], of person: PersonNumber?, _ size: LogSize) {
    for var finding in found {
      finding.person = person ?? finding.person
      if finding.afterwards != .arisen { finding.known = size }
      if asked.passes(finding) { findings.append(finding) }
    }
  }

  /// Adds what another thread found.
  mutating func add(_ other: FindingsWork) {
    findings += other.findings
    theory += other.theory
    planned += other.planned
    holdings += other.holdings
    ratings.add(other.ratings)
    dissolved.add(other.dissolved)
  }
}

extension FindingsWork {
  /// Judges what concerns many people at once.
  mutating func judgeTogether(
    _ stores: Stores, _ shelf: SurroundingsShelf
  ) throws(OfficeError) {
    if asked.filter.requirement != nil { return }
    let (on, known) = (asked.standpoint.on, asked.standpoint.known)
    let surroundings = try shelf.surroundings(at: known, stores)
    let together =
      Holding.beyondSeats(holdings, on: on, known: known, surroundings)
      + ratings.findings(surroundings.rules, known: known)
      + dissolved.findings(surroundings, known: known)
    take(together, of: nil, known)
    for (_, people) in Dictionary(grouping: planned, by: \.title) {
      try judge(planned: people, stores, shelf)
    }
  }

  /// Judges the entries for one post and term, each on what was known when it was recorded.
  private mutating func judge(
    planned people: [PlannedPerson], _ stores: Stores, _ shelf: SurroundingsShelf
  ) throws(OfficeError) {
    let known = asked.standpoint.known
    let numbers = Set(people.map(\.person)).sorted()
    let surroundings = try shelf.surroundings(at: known, stores)
    for entry in people where entry.counts && entry.entered <= asked.standpoint.on {
      let size = min(try shelf.known(with: entry.index, stores), known)
      let earlier = try shelf.surroundings(at: size, stores)
      func mayExceed(_ surroundings: Surroundings) -> Bool {
        PlannedPeople.mayExceed(
          numbers.count, for: entry.title.position, on: entry.entered, surroundings)
      }
      guard mayExceed(surroundings) || mayExceed(earlier) else { continue }
      let now = try stores.finding(entry, among: numbers, at: known, surroundings)
      let then =
        size == known
        ? now : try stores.finding(entry, among: numbers, at: size, earlier)
      take(
        Finding.compared(then: then.map { [$0] } ?? [], now: now.map { [$0] } ?? []),
        of: entry.person, size)
    }
  }
}

extension Stores {
  /// Whether an entry brings too many people into planning, as known at a log size.
  fileprivate func finding(
    _ entry: PlannedPerson, among numbers: [PersonNumber], at known: LogSize,
    _ surroundings: Surroundings
  ) throws(OfficeError) -> Finding? {
    var people: [PersonState] = []
    for number in numbers {
      if let state = try person(number, at: known, positions: surroundings.positions) {
        people.append(state)
      }
    }
    return PlannedPeople.finding(entry, among: people, known: known, surroundings)
  }

  /// Everything about a person; nil where nobody was registered by then, or where a lower number
  /// stands for them.
  func dossier(
    _ number: PersonNumber, at known: LogSize
  ) throws(OfficeError) -> PersonDossier? {
    guard let facts = try facts(standingFor: number, at: known) else { return nil }
    var records: [(index: LogIndex, record: PrivateRecord)] = []
    for fact in facts where known.knows(fact.index) {
      switch fact.event {
      case .registered, .profileAmended:
        if let record = try privateRecord(at: fact.index) { records.append((fact.index, record)) }
      default: continue
      }
    }
    return PersonDossier(number, facts, records: records)
  }

  /// The dossier, as it was at an earlier log size, of whoever a decision was about: before two
  /// numbers were known to be one person, each had its own.
  fileprivate func dossier(
    of decision: LogIndex, in dossier: PersonDossier, at known: LogSize
  ) throws(OfficeError) -> PersonDossier? {
    var numbers = [dossier.number]
    for fact in dossier.facts {
      if case .samePerson(let other) = fact.event { numbers.append(other) }
    }
    if numbers.count == 1 { return dossier }
    for number in Set(numbers).sorted() {
      let standing = try lowest(number, at: known)
      if let earlier = try self.dossier(standing, at: known),
        earlier.facts.contains(where: { $0.index == decision })
      {
        return earlier
      }
    }
    return nil
  }
}

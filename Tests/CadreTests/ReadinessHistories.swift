import Cadre
import TestSupport

extension SeededGenerator {
  mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func one<Value>(of values: [Value], or fallback: Value) -> Value {
    values.randomElement(using: &self) ?? fallback
  }

  mutating func code<C: Code>(or fallback: C) -> C { one(of: Array(C.allCases), or: fallback) }

  /// A day of the years from `first` to `last`.
  mutating func day(_ first: Int, _ last: Int) -> Day {
    Day.firstOf(year: first).adding(days: number(0...(365 * (last - first + 1))))
  }
}

extension World {
  /// One person with a random history in a small tree with posts on every line.
  static func random(_ random: inout SeededGenerator) -> World {
    var world = World(receivingSheets: false)
    let top = world.organisation(.superior, sector: random.chance(50) ? .agency : nil)
    let units = [nil, Sector.agency, .enterprise].map {
      world.organisation(under: top, sector: $0)
    }
    for _ in 0..<7 {
      let line: Line = random.code(or: .government)
      let classes = PositionClass.allCases.filter { $0.belongs(to: line) }
      _ = world.position(
        line, random.one(of: classes, or: .director), in: random.one(of: units, or: top))
    }
    for sheet in RequiredSheet.allCases where random.chance(70) {
      world.receive(sheet, covers: random.chance(50) ? random.one(of: units, or: top) : nil)
    }
    let births = ["1966", "03/1968", "1970-07-15", "1964-12-01", "1980-01-31"]
    let person = world.person(
      in: units[0], born: random.chance(90) ? random.one(of: births, or: "1970") : nil,
      sex: random.chance(90) ? random.code(or: .female) : nil)
    world.joins(person, &random)
    world.moves(person, from: units[0], among: units, &random)
    for _ in 0..<random.number(5...45) { world.lives(person, &random) }
    return world
  }

  private mutating func joins(_ person: PersonNumber, _ random: inout SeededGenerator) {
    if random.chance(30) { tell(person, on: nil, .prospectIntroduced(by: nil)) }
    guard random.chance(90) else { return }
    let ceremony = random.day(2005, random.chance(30) ? 2024 : 2012)
    admit(person, .admission, ceremony, &random)
    guard random.chance(20) else { return }
    let ended = random.day(2014, 2026)
    tell(
      person, on: ended.description,
      .membershipEnded(how: random.code(or: .struckOff), ground: nil))
    if random.chance(50) {
      admit(person, .readmission, ended.adding(days: random.number(0...1500)), &random)
    }
  }

  private mutating func admit(
    _ person: PersonNumber, _ kind: AdmissionKind, _ ceremony: Day,
    _ random: inout SeededGenerator
  ) {
    tell(
      person, on: ceremony.description, .admitted(Admitted(kind: kind, ceremonyOn: ceremony)))
    if random.chance(85) {
      let decided = ceremony.adding(days: random.number(300...900))
      tell(person, on: decided.description, .recognised(decidedOn: decided))
    }
  }

  private mutating func moves(
    _ person: PersonNumber, from start: OrganisationNumber, among units: [OrganisationNumber],
    _ random: inout SeededGenerator
  ) {
    var (here, day) = (start, random.day(2012, 2020))
    for _ in 0..<random.number(0...2) {
      let there = random.one(of: units, or: start)
      tell(
        person, on: day.description,
        .transferIntroduced(TransferIntroduced(kind: .official, from: here, to: there)))
      let received = day.adding(days: random.number(0...90))
      tell(
        person, on: received.description,
        .transferReceived(
          TransferReceived(kind: .official, introducedOn: day, from: here, to: there)))
      (here, day) = (there, received.adding(days: random.number(1...1200)))
    }
  }

  /// One more event of quality or pipeline.
  private mutating func lives(_ person: PersonNumber, _ random: inout SeededGenerator) {
    let day = random.day(2016, 2027)
    let year = random.number(2016...2027)
    let post = PositionNumber(UInt32(random.number(1...(positions.count - 1))))
    let first = random.one(of: [2015, 2020, 2025, 2030], or: 2020)
    let term = Term(firstYear: first, lastYear: first + 5)
    let paper = Document(number: "\(random.number(1...3))-QĐ", date: day)
    var document: Document?
    var on: Day? = day
    let event: PersonEvent
    switch random.number(0...16) {
    case 0: event = .screened(Screened(round: "\(size)", outcome: random.code(or: .qualified)))
    case 1, 2, 3:
      event = .rated(year: year, grade: random.one(of: [.good, .excellent, .fulfilled], or: .good))
      on = .lastOf(year: year)
    case 4:
      document = paper
      event = .disciplined(
        Disciplined(
          system: random.code(or: .party), form: random.code(or: .warning), announcedOn: day))
    case 5: event = annulment(of: person) ?? .cardIssued
    case 6:
      let until = random.chance(70) ? day.adding(days: random.number(1...1500)) : nil
      event = .impeded(kind: random.code(or: .inspection), until: until)
    case 7, 8: event = .assetsDeclared(year: day.year, kind: .yearly)
    case 9:
      event = .theoryAttained(
        TheoryAttained(
          level: random.code(or: .advanced), proof: random.code(or: .diploma), issuedOn: day))
    case 10, 11:
      event = .standardsConcluded(
        purpose: random.code(or: .appointment),
        result: random.chance(80) ? .favourable : .unfavourable)
    case 12, 13: event = .planningEntered(position: post, term: term)
    case 14: event = leaving(of: person) ?? .planningLeft(position: post, term: term, reason: nil)
    case 15:
      event = .appointed(Appointed(position: post, kind: random.code(or: .appointment)))
    default:
      event =
        random.chance(50)
        ? .relieved(position: post, reason: nil) : .qualificationAttained(level: .university)
      if random.chance(30) { on = nil }
    }
    tell(person, on: on?.description, event, document: document)
  }

  private func annulment(of person: PersonNumber) -> PersonEvent? {
    for fact in people[Int(person.number)] {
      guard case .disciplined(let discipline) = fact.event else { continue }
      return .disciplineAnnulled(
        DisciplineAnnulled(
          system: discipline.system, number: fact.document?.number, day: fact.document?.date))
    }
    return nil
  }

  private func leaving(of person: PersonNumber) -> PersonEvent? {
    for fact in people[Int(person.number)] {
      guard case .planningEntered(let position, let term) = fact.event else { continue }
      return .planningLeft(position: position, term: term, reason: .yearlyReview)
    }
    return nil
  }

  /// Facts of the person lost and found again, as later retractions.
  mutating func retractSome(_ person: PersonNumber, _ random: inout SeededGenerator) {
    for fact in people[Int(person.number)] where random.chance(25) {
      retract(fact.index, of: person)
      if random.chance(40) { retract(fact.index, of: person, counts: true) }
    }
  }
}

extension World {
  /// What was there when the log had that many events: later facts and changes never were.
  func truncated(at known: LogSize) -> World {
    var world = self
    world.organisations = organisations.map { Self.truncated($0, at: known) }
    world.positions = positions.map { Self.truncated($0, at: known) }
    world.people = people.map { Self.truncated($0, at: known) }
    world.ledger = ledger.filter { known.knows($0.index) }
    return world
  }

  private static func truncated<Payload>(
    _ facts: [Fact<Payload>], at known: LogSize
  ) -> [Fact<Payload>] {
    facts.filter { known.knows($0.index) }.map { fact in
      var fact = fact
      fact.changes.removeAll { !known.knows($0.index) }
      return fact
    }
  }

  /// Nothing happens after a day; what reaches back stays, with the admission it belongs to.
  func frozen(after day: Day) -> World {
    var world = self
    world.people = people.map { facts in
      let later = facts.compactMap { fact -> Day? in
        guard case .admitted(let admitted) = fact.event else { return nil }
        return admitted.ceremonyOn > day ? admitted.ceremonyOn : nil
      }
      return facts.filter { fact in
        switch fact.event {
        case .recognised(let decidedOn): !later.contains { $0 <= decidedOn }
        case .disciplineAnnulled: true
        default: fact.holds(on: day)
        }
      }
    }
    return world
  }

  /// The same facts in another order.
  func shuffled(_ random: inout SeededGenerator) -> World {
    var world = self
    world.organisations = organisations.map { $0.shuffled(using: &random) }
    world.positions = positions.map { $0.shuffled(using: &random) }
    world.people = people.map { $0.shuffled(using: &random) }
    return world
  }

  /// The indexes of everything that counts at a log size.
  func counting(at known: LogSize) -> Set<LogIndex> {
    var found = Set(ledger.filter { $0.counts(at: known) }.map(\.index))
    for facts in organisations {
      for fact in facts where fact.counts(at: known) { found.insert(fact.index) }
    }
    for facts in people {
      for fact in facts where fact.counts(at: known) { found.insert(fact.index) }
    }
    return found
  }
}

extension ReadinessRules {
  /// The published rules with some parameters changed on random days.
  static func random(_ random: inout SeededGenerator) -> RuleSet {
    var changed: [ParameterName: [RuleEntry]] = [:]
    let flags: [ParameterName] = [
      .planningRequired, .planningLapsesOnDiscipline, .standardsRequired, .screeningRequired,
      .ratingRequired, .assetsRequired, .suspension,
    ]
    let numbers: [(ParameterName, ClosedRange<Int>)] = [
      (.standardsValidMonths, 3...40), (.ratingYears, 1...4), (.appointmentMonthsInPost, 6...60),
      (.appointmentMonthsToRetirement, 12...90),
    ]
    for name in flags where random.chance(30) {
      changed[name] = entries(&random) { .flag($0.chance(70)) }
    }
    for (name, range) in numbers where random.chance(40) {
      changed[name] = entries(&random) { .number($0.number(range)) }
    }
    if let june = DayOfYear(month: 6, day: 15), random.chance(30) {
      changed[.ratingDueBy] = entries(&random) { _ in .dayOfYear(june) }
    }
    if random.chance(30) {
      changed[.theoryRequired] = entries(&random) { .theoryLevel($0.code(or: .advanced)) }
    }
    return with(changed)
  }

  private static func entries(
    _ random: inout SeededGenerator, _ value: (inout SeededGenerator) -> RuleValue
  ) -> [RuleEntry] {
    (0..<random.number(1...4)).map { _ in
      let from = random.day(2016, 2030)
      let until = random.chance(70) ? from.adding(days: random.number(1...2500)) : nil
      return entry(
        random.chance(80) ? from.description : nil, until: until?.description, value(&random),
        lines: random.chance(30) ? [random.code(or: .party)] : [])
    }
  }
}

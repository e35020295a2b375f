package import Cadre
internal import CadreCodec
internal import EventLog
internal import Projections
internal import Vault

/// Someone found by name or number.
package struct PersonFound: Hashable, Sendable {
  package var who: Identity
  package var birth: Birth?
  package var status: MembershipStatus
  /// The code of the official organisation; its name where it has none.
  package var organisation: String?
  package var organisationName: String?
}

/// A person as the ledger knows them from a standpoint.
package struct PersonCard: Sendable {
  package var standpoint: Standpoint
  package var found: PersonFound
  package var sex: Sex?
  package var ethnicity: String?
  package var officialFrom: Day?
  package var partyAgeFrom: Day?
  package var inPopulation: Bool
  package var posts: [HeldPost]
  package var planning: [PlannedPost]
  /// What the person was, held and was planned for, up to the day asked.
  package var career: [CareerItem]
  /// Every event of the person known at K, in the order in which they hold.
  package var timeline: [TimelineItem]
  /// What the timeline names by number.
  package var names: Names
}

/// A tenure that runs on the day asked.
package struct HeldPost: Hashable, Sendable {
  package var position: PositionNumber
  package var code: String
  package var title: String
  package var line: Line
  package var positionClass: PositionClass
  package var from: Day
}

/// A post the person is in planning for on the day asked.
package struct PlannedPost: Hashable, Sendable {
  package var position: PositionNumber
  package var code: String
  package var title: String
  package var terms: [Term]
  package var isLapsed: Bool
}

/// An event of a person's life.
package struct TimelineItem: Hashable, Sendable {
  package var index: LogIndex
  package var effective: Day?
  package var document: Document?
  package var event: PersonEvent
  /// Whether it counts at K: false once retracted.
  package var counts: Bool

  init(_ fact: Fact<PersonEvent>, at known: LogSize) {
    index = fact.index
    effective = fact.effective
    document = fact.document
    event = fact.event
    counts = fact.counts(at: known)
  }
}

extension Ledger {
  /// People by name (diacritics optional), or by file, card or citizen number, by file number.
  ///
  /// A number must be whole; of a name every word given must begin a word of the name.
  package func find(
    _ text: String, _ inquiry: Inquiry, now: Instant
  ) throws(OfficeError) -> [PersonFound] {
    try reading { (stores) throws(OfficeError) in
      let register = try register(stores, inquiry, now: now)
      var found: [PersonFound] = []
      for number in try stores.people(matching: text, at: register.standpoint.known) {
        guard
          let person = try stores.person(
            number, at: register.standpoint.known, positions: register.positions)
        else { continue }
        found.append(try stores.found(person, register))
      }
      return found.sorted {
        ($0.who.file ?? "").utf8.lexicographicallyPrecedes(($1.who.file ?? "").utf8)
      }
    }
  }

  /// A person's status, posts, planning and timeline.
  /// - Throws: `unknownPerson`.
  package func card(
    of fileNumber: String, _ inquiry: Inquiry, now: Instant
  ) throws(OfficeError) -> PersonCard {
    try reading { (stores) throws(OfficeError) in
      let register = try register(stores, inquiry, now: now)
      let standpoint = register.standpoint
      let number = try stores.person(withFile: fileNumber, at: standpoint.known)
      guard
        let person = try stores.person(
          number, at: standpoint.known, positions: register.positions)
      else { throw OfficeError(.unknownPerson, fileNumber) }
      return try stores.card(person, register)
    }
  }
}

extension Stores {
  /// The person who has a file number at K, or the number `#N`; of several the lowest number that
  /// stands.
  func person(withFile file: String, at known: LogSize) throws(OfficeError) -> PersonNumber {
    try lowest(try holder(of: PersonReference(file), at: known), at: known)
  }

  /// The number under which a person was registered who is named, whether or not a lower one
  /// stands for them at K.
  func holder(
    of reference: PersonReference, at known: LogSize
  ) throws(OfficeError) -> PersonNumber {
    switch reference {
    case .file(let file): return try holder(ofFile: file, at: known)
    case .number(let number):
      guard try facts(of: number).contains(where: { PersonState.isRegistration($0, at: known) })
      else { throw OfficeError(.unknownPerson, reference.description) }
      return number
    }
  }

  private func holder(ofFile file: String, at known: LogSize) throws(OfficeError) -> PersonNumber {
    let rows: [LookupRow]
    do throws(VaultError) {
      rows = try vault.people(
        withNumber: unsafe file.utf8Span.span.bytes, kind: NumberKind.file.rawValue)
    } catch {
      throw OfficeError(error)
    }
    for row in rows where known.knows(LogIndex(row.index)) {
      let person = PersonNumber(row.person)
      let stands = try facts(of: person).contains {
        $0.index.number == row.index && $0.counts(at: known)
      }
      if stands { return person }
    }
    throw OfficeError(try isErased(.file, file) ? .erasedPerson : .unknownPerson, file)
  }

  /// Whether a number was that of a person erased.
  func isErased(_ kind: NumberKind, _ number: String) throws(OfficeError) -> Bool {
    do throws(VaultError) {
      return try vault.isErased(number: unsafe number.utf8Span.span.bytes, kind: kind.rawValue)
    } catch {
      throw OfficeError(error)
    }
  }

  /// The lowest number that stands for a person at K.
  func lowest(_ person: PersonNumber, at known: LogSize) throws(OfficeError) -> PersonNumber {
    try numbers(of: person, at: known).min() ?? person
  }

  /// Every number that is the same person at K, the one given included.
  func numbers(
    of person: PersonNumber, at known: LogSize
  ) throws(OfficeError) -> Set<PersonNumber> {
    var waiting = [person]
    var met: Set<PersonNumber> = [person]
    while let next = waiting.popLast() {
      for other in try namedSame(as: next, at: known) where !met.contains(other) {
        guard try namedSame(as: other, at: known).contains(next) else { continue }
        met.insert(other)
        waiting.append(other)
      }
    }
    return met
  }

  /// Whom a stream says to be the same person; so they are where theirs says so, too.
  private func namedSame(
    as person: PersonNumber, at known: LogSize
  ) throws(OfficeError) -> [PersonNumber] {
    try facts(of: person).compactMap { fact in
      guard case .samePerson(let other) = fact.event, fact.counts(at: known) else { return nil }
      return other
    }
  }

  /// Numbers of the people whom a text may mean by what is known at K, each once, ascending; of
  /// numbers that are the same person the lowest.
  func people(
    matching text: String, at known: LogSize
  ) throws(OfficeError) -> [PersonNumber] {
    var people: Set<PersonNumber> = []
    do throws(VaultError) {
      for kind in NumberKind.allCases {
        for row in try vault.people(
          withNumber: unsafe text.utf8Span.span.bytes, kind: kind.rawValue)
        where known.knows(LogIndex(row.index)) {
          people.insert(PersonNumber(row.person))
        }
      }
      let words = Letters.folded(text).split(separator: " ").map { Array($0.utf8) }
      if people.isEmpty, !words.isEmpty {
        try vault.forEachName { (name, row) throws(VaultError) in
          guard known.knows(LogIndex(row.index)), matches(name, words) else { return }
          people.insert(PersonNumber(row.person))
        }
      }
    } catch {
      throw OfficeError(error)
    }
    var standing: Set<PersonNumber> = []
    for person in people { standing.insert(try lowest(person, at: known)) }
    return standing.sorted()
  }

  /// Whether every word begins a word of a folded name, in their order.
  private func matches(_ name: RawSpan, _ words: [[UInt8]]) -> Bool {
    let bytes = refolded(name)
    var parts = bytes.split(separator: UInt8(ascii: " "))[...]
    for word in words {
      guard let place = parts.firstIndex(where: { $0.starts(with: word) }) else { return false }
      parts = parts[(place + 1)...]
    }
    return true
  }

  /// A line about a person.
  func found(_ person: PersonState, _ register: Register) throws(OfficeError) -> PersonFound {
    let day = register.standpoint.on
    let identity = try profile(person, on: day).identity
    let organisation = person.organisation(on: day).map(register.tree.resolve)
    let state = organisation.flatMap { register.organisations[$0] }
    return PersonFound(
      who: Identity(person: person.number, file: identity.fileNumber, name: identity.name),
      birth: identity.birth, status: person.status(on: day),
      organisation: state?.code(on: day) ?? state?.name(on: day),
      organisationName: state?.name(on: day))
  }

  /// Everything about a person.
  func card(_ person: PersonState, _ register: Register) throws(OfficeError) -> PersonCard {
    let day = register.standpoint.on
    let identity = try profile(person, on: day).identity
    let candidate = register.readiness.candidate(
      person, Profile(records: try profile(person, on: day)))
    let timeline = try timeline(of: person.number, at: register.standpoint.known)
    return PersonCard(
      standpoint: register.standpoint, found: try found(person, register), sex: identity.sex,
      ethnicity: identity.ethnicity, officialFrom: person.officialFrom(on: day),
      partyAgeFrom: person.partyAgeFrom(on: day),
      inPopulation: person.isInPopulation(of: register.tree),
      posts: register.held(person.posts(on: day)),
      planning: register.planned(register.readiness.rows(of: candidate)),
      career: register.career(of: person),
      timeline: timeline,
      names: try names(in: timeline.map { .person($0.event) }, known: register.standpoint.known))
  }

  private func timeline(
    of person: PersonNumber, at known: LogSize
  ) throws(OfficeError) -> [TimelineItem] {
    try history(of: person, at: known).map { TimelineItem($0, at: known) }
  }

  /// Every fact known at K of a person and of whoever is the same person, in the order in which
  /// they hold; those that do not count among them.
  func history(
    of person: PersonNumber, at known: LogSize
  ) throws(OfficeError) -> [Fact<PersonEvent>] {
    var history: [Fact<PersonEvent>] = []
    for number in try numbers(of: person, at: known).sorted() {
      history += try facts(of: number).filter { known.knows($0.index) }
    }
    return history.sorted(by: Fact.precedes)
  }
}

extension Register {
  /// Tenures as people read them.
  func held(_ tenures: [Tenure]) -> [HeldPost] {
    tenures.compactMap { tenure in
      guard let details = positions[tenure.position]?.details(on: standpoint.on) else { return nil }
      return HeldPost(
        position: tenure.position, code: details.code, title: details.title, line: details.line,
        positionClass: details.class, from: tenure.from)
    }
  }

  /// Planning as people read it.
  func planned(_ rows: [EligibilityRow]) -> [PlannedPost] {
    rows.compactMap { row in
      guard let details = positions[row.position]?.details(on: standpoint.on) else { return nil }
      return PlannedPost(
        position: row.position, code: details.code, title: details.title, terms: row.terms,
        isLapsed: row.isLapsed)
    }
  }
}

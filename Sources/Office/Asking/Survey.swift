internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Platform
internal import Projections
internal import Vault

/// What a question about everybody sees besides people: the register, the organisations asked for
/// and the working days.
struct Survey: Sendable {
  let register: Register
  /// What `--organisation` asks for.
  let subtree: Subtree
  /// With the holidays adopted below K.
  let calendar: WorkingDays

  var standpoint: Standpoint { register.standpoint }
}

extension Ledger {
  /// Resolves an inquiry about the organisations under one, or about all.
  /// - Parameter organisation: a code; nil: all.
  /// - Throws: `unknownOrganisation`.
  func survey(
    _ stores: Stores, _ inquiry: Inquiry, under organisation: String?, now: Instant
  ) throws(OfficeError) -> Survey {
    let register = try register(stores, inquiry, now: now)
    return Survey(
      register: register, subtree: try register.subtree(under: organisation),
      calendar: try stores.calendar(known: register.standpoint.known))
  }

  /// The same, reading whatever of some types there is.
  func forEverybody<Work: Sendable>(
    _ stores: Stores, _ register: Register, reading types: EventTypes, start: Work,
    each: @Sendable (inout Work, PersonState, Stores) throws(OfficeError) -> Void,
    join: (inout Work, Work) -> Void
  ) throws(OfficeError) -> Work {
    try forEverybody(
      stores, register, reading: FactSelection(types), start: start, each: each, join: join)
  }

  /// Goes through everybody registered below K, each once and under the lowest of their numbers,
  /// by number; on all processors, each with a snapshot of its own.
  ///
  /// - Parameters:
  ///   - selection: the events that are read; states know of nothing else. Registrations, and that
  ///     two numbers are one person, are read always.
  ///   - start: what a thread begins with.
  ///   - each: takes a person in; called by number, in order, within a thread.
  ///   - join: takes in what the next thread, of higher numbers, made.
  func forEverybody<Work: Sendable>(
    _ stores: Stores, _ register: Register, reading selection: FactSelection, start: Work,
    each: @Sendable (inout Work, PersonState, Stores) throws(OfficeError) -> Void,
    join: (inout Work, Work) -> Void
  ) throws(OfficeError) -> Work {
    try inParts(stores, start: start, join: join) { (work, numbers, stores) throws(OfficeError) in
      try stores.forEachPerson(in: numbers, register, reading: selection) {
        (person) throws(OfficeError) in try each(&work, person, stores)
      }
    }
  }

  /// Parts the numbers of all people among the processors and puts together what each made; every
  /// one has a snapshot of its own, of the same generations.
  ///
  /// - Parameters:
  ///   - start: what a thread begins with.
  ///   - join: takes in what the next thread, of higher numbers, made.
  ///   - part: goes through the people with numbers above the lower bound, up to the upper one.
  func inParts<Work: Sendable>(
    _ stores: Stores, start: Work, join: (inout Work, Work) -> Void,
    _ part: @Sendable (inout Work, Range<Int>, Stores) throws(OfficeError) -> Void
  ) throws(OfficeError) -> Work {
    let last = try stores.lastPerson()
    let generations = stores.generations
    let parts = try Threads.parallelChunks(of: Int(last)) {
      (numbers) throws(OfficeError) -> Work in
      var work = start
      try self.reading(generations) { (stores) throws(OfficeError) in
        try part(&work, numbers, stores)
      }
      return work
    }
    var whole = parts.first ?? start
    for part in parts.dropFirst() { join(&whole, part) }
    return whole
  }
}

extension Register {
  /// What `--organisation` asks for: the organisation with a code and all under it; nil: all.
  func subtree(under code: String?) throws(OfficeError) -> Subtree {
    Subtree(
      tree,
      under: try code.map { (code) throws(OfficeError) in try organisation(withCode: code) })
  }
}

extension Stores {
  /// Birth and sex of a person by the records of a day; names are not read.
  func profile(of person: PersonState, on day: Day) throws(OfficeError) -> Profile {
    var profile = Profile()
    for source in person.profiles where source.from <= day {
      guard let vital = try vital(at: source.index) else { continue }
      profile.birth = vital.birth ?? profile.birth
      profile.sex = vital.sex ?? profile.sex
      profile.sources.append(source.index)
    }
    return profile
  }

  /// What the records of a day say of a person, without the texts.
  func presence(of person: PersonState, on day: Day) throws(OfficeError) -> ProfilePresence {
    var presence = ProfilePresence()
    for source in person.profiles where source.from <= day {
      guard let vital = try vital(at: source.index) else { continue }
      presence.birth = vital.birth ?? presence.birth
      presence.hasSex = presence.hasSex || vital.sex != nil
      presence.hasCitizenNumber = presence.hasCitizenNumber || vital.hasCitizenNumber
    }
    return presence
  }

  /// What a record says of a person beside names; nil where there is none.
  func vital(at index: LogIndex) throws(OfficeError) -> PrivateRecord.Vital? {
    do throws(VaultError) {
      guard let record = try vault.record(at: index.number) else { return nil }
      do throws(CodecError) { return try PrivateRecord.vital(record.data) } catch {
        throw VaultError.damaged(table: "records")
      }
    } catch {
      throw OfficeError(error)
    }
  }

  /// Who a person is on a day: file number and name as far as the vault has them.
  func identity(of person: PersonState, on day: Day) throws(OfficeError) -> Identity {
    let record = try profile(person, on: day).identity
    return Identity(person: person.number, file: record.fileNumber, name: record.name)
  }

  /// The greatest number of a person.
  func lastPerson() throws(OfficeError) -> UInt32 {
    do throws(ProjectionError) { return UInt32(try views.lastNumber(of: .people)) } catch {
      throw OfficeError(error)
    }
  }

  /// The working days, with the holidays adopted below K.
  func calendar(known: LogSize) throws(OfficeError) -> WorkingDays {
    WorkingDays(try ledgerFacts(of: [.holidaysAdopted]), known: known)
  }

  /// The rows of the people with numbers above one, by number.
  @_lifetime(copy self)
  func people(above number: Int) throws(OfficeError) -> StreamRows {
    do throws(ProjectionError) {
      return try views.people(from: PersonNumber(UInt32(number + 1)))
    } catch {
      throw OfficeError(error)
    }
  }

  /// Goes through the people with numbers above the lower bound, up to the upper one.
  fileprivate func forEachPerson(
    in numbers: Range<Int>, _ register: Register, reading selection: FactSelection,
    _ body: (PersonState) throws(OfficeError) -> Void
  ) throws(OfficeError) {
    let known = register.standpoint.known
    let selection = selection.adding([.personRegistered, .samePerson])
    var rows = try people(above: numbers.lowerBound)
    var facts: [Fact<PersonEvent>] = []
    while let next = try rows.nextRow(), Int(next.number) <= numbers.upperBound {
      facts.removeAll(keepingCapacity: true)
      do throws(ProjectionError) {
        try next.row.add(factsOf: selection, known: known, to: &facts)
      } catch {
        throw OfficeError(error)
      }
      let number = PersonNumber(next.number)
      if facts.contains(where: { $0.event.type == .samePerson }) {
        guard let joined = try self.facts(standingFor: number, at: known) else { continue }
        let wanted = joined.filter {
          selection.contains($0.event.type, on: $0.effective)
        }
        try body(PersonState(number, facts: wanted, known: known, positions: register.positions))
      } else if facts.contains(where: { $0.event.type == .personRegistered }) {
        try body(PersonState(number, facts: facts, known: known, positions: register.positions))
      }
    }
  }
}

package import Cadre
internal import CadreCodec
internal import EventLog
internal import Platform
internal import Projections
internal import Vault

extension Ledger {
  /// The eligibility list: everyone in planning for a post they do not hold, with the verdict
  /// (spec/domain.md section 6). O(people in planning), about 20 µs a row.
  package func eligibility(
    _ inquiry: Inquiry, _ filter: EligibilityFilter = EligibilityFilter(), now: Instant
  ) throws(OfficeError) -> EligibilityList {
    try reading { (stores) throws(OfficeError) in
      let register = try register(stores, inquiry, now: now)
      let rows = try rows(stores, register, try AskedRows(filter, register))
      return EligibilityList(
        standpoint: register.standpoint, rows: rows, positions: register.codes(in: rows))
    }
  }

  /// The rows of the list by what a register says, by file number and post's code; on two threads.
  func rows(
    _ stores: Stores, _ register: Register, _ asked: AskedRows
  ) throws(OfficeError) -> [Assessment] {
    var waiting = try stores.everPlanned(for: asked.position)
    var met = Set(waiting)
    var found: [PersonRows] = []
    while !waiting.isEmpty {
      let part = try rows(of: waiting, stores, register, asked)
      found += part.rows
      // Planning recorded under a higher number is that of the lower one.
      waiting = part.others.filter { met.insert($0).inserted }
    }
    return found.sorted(by: PersonRows.precedes).flatMap(\.rows)
  }

  /// The rows of people on two threads, each with a snapshot of its own; below K they say the same.
  private func rows(
    of people: [PersonNumber], _ stores: Stores, _ register: Register, _ asked: AskedRows
  ) throws(OfficeError) -> RowsFound {
    let half = people.count / 2
    let generations = stores.generations
    let (later, sooner) = try Threads.parallel(
      { () throws(OfficeError) -> RowsFound in
        if half == people.count { return RowsFound() }
        return try self.reading(generations) { (stores) throws(OfficeError) in
          try stores.rows(of: people[half...], register, asked)
        }
      },
      { () throws(OfficeError) -> RowsFound in
        try stores.rows(of: people[..<half], register, asked)
      })
    return RowsFound(rows: sooner.rows + later.rows, others: sooner.others + later.others)
  }

  /// The verdict on one person for one post, with all evidence.
  /// - Throws: `unknownPerson`, `unknownPosition`.
  package func explanation(
    of fileNumber: String, for code: String, _ inquiry: Inquiry, now: Instant
  ) throws(OfficeError) -> Explanation {
    try reading { (stores) throws(OfficeError) in
      let register = try register(stores, inquiry, now: now)
      let standpoint = register.standpoint
      let number = try stores.person(withFile: fileNumber, at: standpoint.known)
      guard
        let person = try stores.person(
          number, at: standpoint.known, positions: register.positions)
      else { throw OfficeError(.unknownPerson, fileNumber) }
      let position = try register.position(withCode: code)
      guard
        let assessment = try stores.assessment(person, position, terms: nil, register)
      else { throw OfficeError(.unknownPosition, code) }
      let evidence = try stores.evidence(of: assessment.judgement)
      return Explanation(
        standpoint: standpoint, assessment: assessment, evidence: evidence,
        positions: register.codes(in: assessment.judgement),
        names: try stores.names(in: evidence.map(\.event), known: standpoint.known))
    }
  }
}

/// A filter with its codes looked up.
struct AskedRows: Sendable {
  let filter: EligibilityFilter
  /// The one post asked for.
  let position: PositionNumber?
  /// The organisation under which posts are asked for.
  let top: OrganisationNumber?

  init(_ filter: EligibilityFilter, _ register: Register) throws(OfficeError) {
    self.filter = filter
    position = try filter.position.map { (code) throws(OfficeError) in
      try register.position(withCode: code)
    }
    top = try filter.organisation.map { (code) throws(OfficeError) in
      try register.organisation(withCode: code)
    }
  }
}

/// The rows of one person, with what orders them: the bytes of the file number.
struct PersonRows: Sendable {
  let number: PersonNumber
  let file: [UInt8]
  let rows: [Assessment]

  static func precedes(_ left: PersonRows, _ right: PersonRows) -> Bool {
    if left.file == right.file { return left.number < right.number }
    return left.file.lexicographicallyPrecedes(right.file)
  }
}

/// The rows of some people, and whose numbers are theirs too.
struct RowsFound: Sendable {
  var rows: [PersonRows] = []
  var others: [PersonNumber] = []
}

extension Stores {
  /// The rows of people that pass the filter, each person's by post's code.
  func rows(
    of people: ArraySlice<PersonNumber>, _ register: Register, _ asked: AskedRows
  ) throws(OfficeError) -> RowsFound {
    let standpoint = register.standpoint
    var found = RowsFound()
    for number in people {
      let (isPlanned, others) = try planning(of: number, on: standpoint.on)
      found.others += others
      guard isPlanned || !others.isEmpty,
        let person = try self.person(
          number, at: standpoint.known, positions: register.positions)
      else { continue }
      let records = try profile(person, on: standpoint.on)
      let candidate = register.readiness.candidate(person, Profile(records: records))
      let identity = records.identity
      var rows: [Assessment] = []
      for row in register.readiness.rows(of: candidate) {
        if let wanted = asked.position, row.position != wanted { continue }
        if let term = asked.filter.term, !row.terms.contains(term) { continue }
        guard register.passes(row.position, asked.filter, under: asked.top),
          let judgement = register.readiness.judge(candidate, for: row.position),
          asked.filter.passes(judgement)
        else { continue }
        rows.append(register.assessment(judgement, person.number, identity, row.terms))
      }
      if rows.isEmpty { continue }
      let file = Array((identity.fileNumber ?? "").utf8)
      found.rows.append(PersonRows(number: number, file: file, rows: rows))
    }
    return found
  }

  /// Whether a person had entered some plan by a day, and whose number is theirs too.
  private func planning(
    of person: PersonNumber, on day: Day
  ) throws(OfficeError) -> (Bool, [PersonNumber]) {
    do throws(ProjectionError) {
      guard let row = try views.person(person) else { return (false, []) }
      return try row.planning(on: day)
    } catch {
      throw OfficeError(error)
    }
  }

  /// Everyone ever entered in planning for a post, or for any; each once, ascending.
  func everPlanned(for position: PositionNumber?) throws(OfficeError) -> [PersonNumber] {
    do throws(ProjectionError) {
      if let position { return try views.planned(for: position) }
      return Set(try views.planned()).sorted()
    } catch {
      throw OfficeError(error)
    }
  }

  /// The verdict on a person for a post; `terms` nil: those of the planning as it stands.
  func assessment(
    _ person: PersonState, _ position: PositionNumber, terms: [Term]?, _ register: Register
  ) throws(OfficeError) -> Assessment? {
    let records = try profile(person, on: register.standpoint.on)
    let candidate = register.readiness.candidate(person, Profile(records: records))
    guard let judgement = register.readiness.judge(candidate, for: position) else { return nil }
    let planned = register.readiness.rows(of: candidate).first { $0.position == position }
    return register.assessment(
      judgement, person.number, records.identity, terms ?? planned?.terms ?? [])
  }

  /// The events that a verdict rests on, with the file and row that each came from.
  func evidence(of judgement: Judgement) throws(OfficeError) -> [EvidenceItem] {
    let indexes = Set(judgement.requirements.flatMap(\.evidence)).sorted()
    var items: [EvidenceItem] = []
    for index in indexes { items.append(try evidence(at: index)) }
    return items
  }

  /// One event as evidence.
  func evidence(at index: LogIndex) throws(OfficeError) -> EvidenceItem {
    let recorded = try event(at: index)
    var item = EvidenceItem(
      index: index, type: recorded.event.type, effective: recorded.context.effective,
      recorded: recorded.context.recorded, document: recorded.context.document,
      row: recorded.context.row, event: recorded.event)
    if let cause = recorded.context.cause { item.note(receipt: try event(at: cause).event) }
    item.note(receipt: recorded.event)
    return item
  }

  /// The event at an index.
  func event(at index: LogIndex) throws(OfficeError) -> RecordedEvent {
    let bytes: RawSpan
    do throws(EventLogError) { bytes = try log.event(at: index.number) } catch {
      throw OfficeError(error)
    }
    do throws(CodecError) { return try RecordedEvent(bytes) } catch {
      throw OfficeError(.corrupted(index, "\(error)"), "log")
    }
  }
}

extension Register {
  /// A row of the list.
  func assessment(
    _ judgement: Judgement, _ person: PersonNumber, _ identity: PrivateRecord, _ terms: [Term]
  ) -> Assessment {
    let position = judgement.position
    let details = positions[position]?.details(on: standpoint.on)
    let organisation = posts[position]?.organisation ?? OrganisationNumber(0)
    let state = organisations[organisation]
    return Assessment(
      who: Identity(person: person, file: identity.fileNumber, name: identity.name),
      position: position, positionCode: details?.code ?? "", title: details?.title ?? "",
      line: details?.line ?? .government, positionClass: details?.class ?? .deputyDivisionHead,
      organisation: state?.code(on: standpoint.on) ?? state?.name(on: standpoint.on) ?? "",
      organisationName: state?.name(on: standpoint.on) ?? "", terms: terms, judgement: judgement)
  }

  /// Whether a post passes class and organisation of a filter.
  func passes(
    _ position: PositionNumber, _ filter: EligibilityFilter, under top: OrganisationNumber?
  ) -> Bool {
    guard let post = posts[position] else { return false }
    if let wanted = filter.positionClass, post.class != wanted { return false }
    guard let top else { return true }
    return tree.isUnder(post.organisation, tree.resolve(top))
  }

  /// The post that has a code, or had it last.
  func position(withCode code: String) throws(OfficeError) -> PositionNumber {
    try positions.position(withCode: code, on: standpoint.on)
  }

  /// The organisation that has a code, or had it last.
  func organisation(withCode code: String) throws(OfficeError) -> OrganisationNumber {
    if let holder = organisations.numbers.first(where: { number in
      organisations[number]?.code(on: standpoint.on) == code
    }) {
      return holder
    }
    let former = organisations.numbers.last { number in
      organisations[number]?.details.changes.contains { $0.value.code == code } ?? false
    }
    guard let former else { throw OfficeError(.unknownOrganisation, code) }
    return former
  }

  /// The codes of the posts that a judgement names.
  func codes(in judgement: Judgement) -> [PositionNumber: String] {
    var codes: [PositionNumber: String] = [:]
    for position in Register.positions(in: judgement) + [judgement.position] {
      codes[position] = positions[position]?.details(on: standpoint.on)?.code
    }
    return codes
  }

  /// The codes of the posts that judgements name beside their rows' own.
  func codes(in rows: [Assessment]) -> [PositionNumber: String] {
    var codes: [PositionNumber: String] = [:]
    for row in rows {
      for position in Register.positions(in: row.judgement)
      where position != row.position && codes[position] == nil {
        codes[position] = positions[position]?.details(on: standpoint.on)?.code
      }
    }
    return codes
  }

  /// The posts that the findings of a judgement name; requirements are not copied for it.
  private static func positions(in judgement: Judgement) -> [PositionNumber] {
    judgement.requirements.indices.compactMap { judgement.requirements[$0].found.position }
  }
}

extension EligibilityFilter {
  /// Whether a verdict passes.
  func passes(_ judgement: Judgement) -> Bool {
    if let verdict, judgement.verdict != verdict { return false }
    guard let missing else { return true }
    return judgement[missing].status.isOpen
  }
}

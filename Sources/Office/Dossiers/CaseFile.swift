internal import Cadre
internal import CadreCodec
internal import Projections

/// A few streams and nothing else, with the facts that their events make: what a dossier is
/// answered from, whoever asks.
struct CaseFile {
  private(set) var ledger: [Fact<LedgerEvent>] = []
  private(set) var organisations: [OrganisationNumber: [Fact<OrganisationEvent>]] = [:]
  private(set) var positions: [PositionNumber: [Fact<PositionEvent>]] = [:]
  private(set) var people: [PersonNumber: [Fact<PersonEvent>]] = [:]
  /// Every event by its index.
  private(set) var events: [LogIndex: RecordedEvent] = [:]
  /// Private records by the index of their event, as far as they are known.
  var records: [LogIndex: PrivateRecord] = [:]

  /// Adds a stream by its events' bytes, in order; O(events).
  /// - Throws: `corrupted` with the index of an event that cannot be read.
  mutating func add(
    _ stream: Stream, _ bytes: [(index: LogIndex, bytes: [UInt8])]
  ) throws(OfficeError) {
    var fold = StreamFold()
    do throws(ProjectionError) {
      fold.begin()
      for event in bytes { try unsafe fold.add(event.index, event.bytes.span.bytes) }
      fold.finish()
    } catch {
      throw OfficeError(error)
    }
    for event in bytes {
      do throws(CodecError) {
        events[event.index] = try unsafe RecordedEvent(event.bytes.span.bytes)
      } catch {
        throw OfficeError(.corrupted(event.index, "\(error)"), "\(stream)")
      }
    }
    do throws(ProjectionError) {
      let row = try StreamRow(fold.row)
      switch stream {
      case .ledger: ledger = try row.facts()
      case .organisation(let number): organisations[number] = try row.facts()
      case .position(let number): positions[number] = try row.facts()
      case .person(let number): people[number] = try row.facts()
      }
    } catch {
      throw OfficeError(error)
    }
  }

  /// The streams that the events of one of these name and that a dossier must hold with it.
  func named(by stream: Stream) -> [Stream] {
    switch stream {
    case .ledger: []
    case .organisation(let number):
      (organisations[number] ?? []).flatMap(\.event.above).map { .organisation($0) }
    case .position(let number):
      (positions[number] ?? []).flatMap(\.event.organisations).map { .organisation($0) }
    case .person(let number):
      (people[number] ?? []).flatMap { fact -> [Stream] in
        var named: [Stream] = fact.event.organisations.map { .organisation($0) }
        if let position = fact.event.position { named.append(.position(position)) }
        if case .samePerson(let other) = fact.event { named.append(.person(other)) }
        return named
      }
    }
  }
}

extension OrganisationEvent {
  /// The organisation it puts this one under, or merges it into.
  fileprivate var above: [OrganisationNumber] {
    switch self {
    case .established, .reparented, .merged: organisations
    case .amended, .handedOver, .received, .dissolved, .suspensionLifted, .rated,
      .activityRecorded, .retracted:
      []
    }
  }
}

extension CaseFile {
  /// The standpoint of a question, by the rule sets of the ledger's stream.
  /// - Throws: `unknownRules`, `badRules`.
  func standpoint(_ question: Dossier.Question) throws(OfficeError) -> Standpoint {
    let whole = LogSize(.max)
    let adopted = ledger.last { fact in
      guard fact.counts(at: whole), case .rulesAdopted(let id, _) = fact.event else {
        return false
      }
      return id == question.rules
    }
    guard let adopted, case .rulesAdopted(_, let content) = adopted.event else {
      throw OfficeError(.unknownRules, question.rules)
    }
    return Standpoint(
      on: question.on, known: question.known,
      rules: try RuleSet(reading: content, named: question.rules), adoptedBy: adopted.index,
      rulesKnown: question.known.knows(adopted.index))
  }

  /// Answers a question from these streams alone.
  /// - Throws: `unknownPerson`, `unknownPosition`, where at K there is none.
  func answer(
    _ question: Dossier.Question, _ standpoint: Standpoint
  ) throws(OfficeError) -> DossierAnswer {
    let register = Register(self, standpoint)
    let number = question.person
    let facts = try PersonState.facts(standingFor: number, at: standpoint.known) { number in
      people[number] ?? []
    }
    guard let facts else { throw OfficeError(.unknownPerson, "\(number.number)") }
    let person = PersonState(
      number, facts: facts, known: standpoint.known, positions: register.positions)
    let profile = person.profileSources(on: standpoint.on).compactMap { index in
      records[index].map { (index: index, record: $0) }
    }
    let candidate = register.readiness.candidate(person, Profile(records: profile))
    guard let judgement = register.readiness.judge(candidate, for: question.position) else {
      throw OfficeError(.unknownPosition, "\(question.position.number)")
    }
    let planned = register.readiness.rows(of: candidate).first {
      $0.position == question.position
    }
    return DossierAnswer(
      standpoint: standpoint,
      assessment: register.assessment(
        judgement, person.number, profile.identity, planned?.terms ?? []),
      positions: register.codes(in: judgement), evidence: evidence(of: judgement),
      names: names(register))
  }

  private func evidence(of judgement: Judgement) -> [EvidenceItem] {
    Set(judgement.requirements.flatMap(\.evidence)).sorted().compactMap { index in
      guard let recorded = events[index] else { return nil }
      var item = EvidenceItem(
        index: index, type: recorded.event.type, effective: recorded.context.effective,
        recorded: recorded.context.recorded, document: recorded.context.document,
        row: recorded.context.row, event: recorded.event)
      if let cause = recorded.context.cause.flatMap({ events[$0] }) {
        item.note(receipt: cause.event)
      }
      item.note(receipt: recorded.event)
      return item
    }
  }

  private func names(_ register: Register) -> Names {
    var names = Names()
    for number in organisations.keys {
      let last = register.organisations[number]?.details.changes.last?.value
      names.organisations[number] = last.map { $0.code ?? $0.name }
    }
    for number in positions.keys {
      names.positions[number] = register.positions[number]?.details.changes.last?.value.code
    }
    return names
  }
}

extension Register {
  /// What the streams of a case say of organisations, posts and sheets.
  init(_ file: CaseFile, _ standpoint: Standpoint) {
    var organisations = OrganisationTree(known: standpoint.known)
    for (number, facts) in file.organisations { organisations.add(number, facts: facts) }
    var positions = PositionTable(known: standpoint.known)
    for (number, facts) in file.positions { positions.add(number, facts: facts) }
    self.init(
      standpoint, organisations: organisations, positions: positions,
      sheets: SheetClaims(file.ledger, known: standpoint.known))
  }
}

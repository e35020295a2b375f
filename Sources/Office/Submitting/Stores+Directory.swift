internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Projections
internal import Vault

extension Stores {
  /// Who and what the ledger knows, for whoever makes a batch; O(people).
  func directory() throws(OfficeError) -> Directory {
    var directory = Directory()
    let known = LogSize(log.size)
    directory.terms = try terms(known)
    directory.claims = try ledgerFacts(of: [.sheetClaimed]).compactMap { fact in
      if fact.counts(at: known), case .sheetClaimed(let claim) = fact.event { claim } else { nil }
    }
    try forEachOrganisation { (number, facts) in
      directory.nextOrganisation = max(directory.nextOrganisation, number.number + 1)
      directory.note(number, facts, known)
    }
    try forEachPosition { (number, facts) in
      directory.nextPosition = max(directory.nextPosition, number.number + 1)
      for fact in facts where fact.counts(at: known) {
        switch fact.event {
        case .defined(let definition): directory.positions[definition.code] = number
        case .amended(let amendment):
          if let code = amendment.code { directory.positions[code] = number }
        case .abolished, .retracted: break
        }
      }
    }
    try notePeople(&directory, known)
    return directory
  }

  /// The terms of the rule set in force; none where there is no rule set.
  private func terms(_ known: LogSize) throws(OfficeError) -> [Term] {
    guard let content = try adoptions(at: known).last?.content else { return [] }
    do throws(RuleSetError) {
      return try RuleSetReader.read(content).terms.map(\.term)
    } catch {
      throw OfficeError(.badRules(error.clause), "")
    }
  }

  private func notePeople(
    _ directory: inout Directory, _ known: LogSize
  ) throws(OfficeError) {
    var inForce: Set<UInt64> = []
    var certificates: [Certificate: PersonNumber] = [:]
    var next = directory.nextPerson
    var erased: Set<PersonNumber> = []
    let outside = Set(directory.externals.values)
    try forEachPerson { (number, row) throws(OfficeError) in
      next = max(next, number.number + 1)
      do throws(ProjectionError) {
        var entries = row.entries
        while let entry = try entries.next() {
          switch entry.type {
          case .personRegistered, .profileAmended, .cardIssued:
            if try entry.counts(at: known) { inForce.insert(entry.index.number) }
          case .courseCompleted, .theoryAttained:
            guard try entry.counts(at: known) else { continue }
            let fact: Fact<PersonEvent> = try entry.fact()
            if let key = Certificate(fact.event) { certificates[key] = number }
          case .transferIntroduced, .transferReceived:
            guard try entry.counts(at: known) else { continue }
            directory.note(try entry.fact(), of: number, outside: outside)
          case .personErased: erased.insert(number)
          default: continue
          }
        }
      } catch {
        throw OfficeError(error)
      }
    }
    directory.nextPerson = next
    directory.certificates = certificates
    directory.erased = erased
    do throws(VaultError) {
      directory.erasedNumbers = try vault.erasedNumbers(kinds: NumberKind.remembered)
    } catch {
      throw OfficeError(error)
    }
    if inForce.isEmpty { return }
    directory.people = try numbers(.file, inForce)
    directory.citizens = try numbers(.citizen, inForce)
    directory.cards = try numbers(.card, inForce)
    directory.likenesses = try likenesses(inForce)
  }

  /// People by a kind of number, of the events in force.
  private func numbers(
    _ kind: NumberKind, _ inForce: Set<UInt64>
  ) throws(OfficeError) -> [String: PersonNumber] {
    var found: [String: PersonNumber] = [:]
    do throws(VaultError) {
      try vault.forEachNumber(kind: kind.rawValue) { (number, row) throws(VaultError) in
        guard inForce.contains(row.index) else { return }
        let text = unsafe number.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
        found[text] = PersonNumber(row.person)
      }
    } catch {
      throw OfficeError(error)
    }
    return found
  }

  private func likenesses(
    _ inForce: Set<UInt64>
  ) throws(OfficeError) -> [Likeness: PersonNumber] {
    var found: [Likeness: PersonNumber] = [:]
    for (index, record) in try records.all(in: vault) where inForce.contains(index) {
      guard let name = record.name, let birth = record.birth, let file = record.fileNumber else {
        continue
      }
      let people: [LookupRow]
      do throws(VaultError) {
        people = try vault.people(
          withNumber: unsafe file.utf8Span.span.bytes, kind: NumberKind.file.rawValue)
      } catch {
        throw OfficeError(error)
      }
      guard let person = people.first(where: { $0.index == index })?.person else { continue }
      let likeness = Likeness(name: Letters.nameIdentity(name), birth: birth)
      found[likeness] = min(found[likeness] ?? PersonNumber(person), PersonNumber(person))
    }
    return found
  }
}

extension Directory {
  /// Notes what a transfer says of somebody.
  fileprivate mutating func note(
    _ fact: Fact<PersonEvent>, of person: PersonNumber, outside: Set<OrganisationNumber>
  ) {
    var named: [OrganisationNumber] = []
    var received: Day?
    if case .transferIntroduced(let transfer) = fact.event {
      named = [transfer.from, transfer.to]
    } else if case .transferReceived(let transfer) = fact.event {
      named = [transfer.from, transfer.to]
      if transfer.kind != .temporary { received = fact.effective }
    }
    let theirs = named.filter(outside.contains)
    if theirs.isEmpty, received == nil { return }
    journeys[person, default: PastJourney()].outside.formUnion(theirs)
    guard let received else { return }
    let known = journeys[person]?.received
    journeys[person]?.received = known.map { min($0, received) } ?? received
  }

  /// Notes the codes that an organisation has or had, or the name of an external one.
  fileprivate mutating func note(
    _ number: OrganisationNumber, _ facts: [Fact<OrganisationEvent>], _ known: LogSize
  ) {
    for fact in facts where fact.counts(at: known) {
      switch fact.event {
      case .established(let founding):
        if let code = founding.code {
          organisations[code] = number
          names[Letters.nameIdentity(founding.name), default: []].insert(number)
          titles[number] = (code, founding.name)
        } else {
          externals[Letters.nameIdentity(founding.name)] = number
          externalNames.append(founding.name)
        }
      case .amended(let amendment):
        if let code = amendment.code { organisations[code] = number }
        if let name = amendment.name, titles[number] != nil {
          names[Letters.nameIdentity(name), default: []].insert(number)
        }
        if let title = titles[number] {
          titles[number] = (amendment.code ?? title.code, amendment.name ?? title.name)
        }
      case .reparented, .handedOver, .received, .merged, .dissolved, .suspensionLifted, .rated,
        .activityRecorded, .retracted:
        break
      }
    }
  }
}

/// The private records of the vault, read once a question.
final class RecordShelf {
  private var read: [UInt64: PrivateRecord]?

  /// Every record by the index of its event; O(records) the first time.
  func all(in vault: VaultSnapshot) throws(OfficeError) -> [UInt64: PrivateRecord] {
    if let read { return read }
    var records: [UInt64: PrivateRecord] = [:]
    try vault.forEachRecord { (index, record) throws(OfficeError) in
      do throws(CodecError) {
        records[index] = try PrivateRecord(record.data)
      } catch {
        throw OfficeError(.corrupted(LogIndex(index), "private record"), "vault")
      }
    }
    read = records
    return records
  }
}

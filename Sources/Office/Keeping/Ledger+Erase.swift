package import Cadre
internal import CadreCodec
internal import EventLog
internal import Platform
internal import Projections
internal import Vault

/// What an erasure takes away, or would take, and whether it may.
package struct PersonErasure: Hashable, Sendable {
  /// The file number that was asked for, or `#N`.
  package var file: String
  /// The person's numbers in the ledger, ascending: several where they are one person.
  package var people: [PersonNumber] = []
  /// The first day on which the person was in the ledger no more; nil: still in it.
  package var leftOn: Day?
  /// The first day on which the rules allow to erase.
  package var allowedFrom: Day?
  package var outcome = Outcome.planned
  /// Private records in the vault: names, births, personal numbers, remarks.
  package var records = 0
  /// Names and numbers that lead to the person.
  package var lookups = 0
  /// Events of the person's streams, which stay.
  package var events = 0
  /// The indexes of the erasure's own events.
  package var indexes: [LogIndex] = []

  /// What became of it.
  package enum Outcome: Hashable, Sendable {
    /// The rules allow it; nothing was done yet.
    case planned
    case erased
    /// The person had been erased before.
    case unchanged
    /// The person is in the ledger.
    case stillInLedger
    /// Their data are to be kept for so many years more than have passed.
    case retained(years: Int)
    /// The rules do not say how long data are kept.
    case noRetention
  }

  /// Whether the rules say no.
  package var isRefused: Bool {
    switch outcome {
    case .planned, .erased, .unchanged: false
    case .stillInLedger, .retained, .noRetention: true
    }
  }
}

extension Ledger {
  /// Erases a person: the log says by whose authority and why, then vault and views are written
  /// anew without the person, and every older file is removed (spec/log.md, Erasure). O(ledger).
  ///
  /// It reaches every K; root and proofs stay as they are. Cut off after the log's commit it is
  /// finished by whoever writes next, and asking again is harmless.
  ///
  /// - Parameters:
  ///   - file: a file number, or `#N`; all numbers that are the same person are erased with it.
  ///   - authority: the code of who orders it, at most 200 bytes.
  ///   - now: retention must be over on its day.
  ///   - isDryRun: say what would be erased, and whether the rules allow it.
  /// - Returns: what was erased; nothing where the rules refuse.
  /// - Throws: `unknownPerson`, `busy`, `limit`.
  package func erase(
    _ file: String, authority: String, basis: ErasureBasis, actor: String, now: Instant,
    isDryRun: Bool = false
  ) throws(OfficeError) -> PersonErasure {
    if isDryRun {
      return try reading { (stores) throws(OfficeError) in try stores.erasure(of: file, now) }
    }
    let lock = try writerLock()
    let erased = try decideErasure(
      of: file, .erased(authority: authority, legalBasis: basis), actor, now)
    try finishErasure()
    lock.release()
    try catchUp()
    return erased
  }

  /// The first half: has the log say who is erased, if the rules allow it. For whoever holds the
  /// writers' lock.
  func decideErasure(
    of file: String, _ event: PersonEvent, _ actor: String, _ now: Instant
  ) throws(OfficeError) -> PersonErasure {
    let (vault, views) = try opened()
    return try log.write { (writer) throws(OfficeError) -> PersonErasure in
      let size = writer.size
      try Ledger.deleteAhead(of: size, in: vault)
      try self.bring(views, upTo: size, writer.reading)
      var erased = try vault.read(below: size) { (vault) throws(OfficeError) in
        try views.read { (views) throws(OfficeError) in
          try Stores(writer.reading, vault, views).erasure(of: file, now)
        }
      }
      guard erased.outcome == .planned else { return erased }
      try Ledger.record(&erased, event, actor, now, in: &writer)
      return erased
    }
  }

  /// Appends the choice to each stream of the person, and notes where it stands.
  private static func record(
    _ erased: inout PersonErasure, _ event: PersonEvent, _ actor: String, _ now: Instant,
    in writer: inout LogWriter
  ) throws(OfficeError) {
    let context = EventContext(
      effective: now.day, recorded: try instant(after: writer.reading, now), actor: actor)
    var writing = BatchWriting(
      Submission(), actor: actor, recorded: context.recorded, causes: [], externals: [],
      from: writer.size)
    for person in erased.people {
      erased.indexes.append(LogIndex(writing.next))
      try writing.add(.person(event), to: StreamKey(.person, person.number), context)
    }
    guard let last = erased.indexes.last else { return }
    do throws(EventLogError) {
      try writer.append(writing.drafts)
      try writer.setNote(LogNotes.erasure, last.number)
    } catch {
      throw OfficeError(error)
    }
    erased.outcome = .erased
  }
}

extension Stores {
  /// What erasing a person takes, and whether the rules allow it on a day.
  fileprivate func erasure(of file: String, _ now: Instant) throws(OfficeError) -> PersonErasure {
    var erased = PersonErasure(file: file)
    let known = LogSize(log.size)
    let person: PersonNumber
    do throws(OfficeError) {
      person = try self.person(withFile: file, at: known)
      if try isErased(person) { throw OfficeError(.erasedPerson, file) }
    } catch {
      guard error.reason == .erasedPerson else { throw error }
      erased.outcome = .unchanged
      return erased
    }
    erased.people = try numbers(of: person, at: known).sorted()
    try count(&erased)
    try judge(&erased, person, now)
    return erased
  }

  /// Whether a person was erased, who is still known by number.
  private func isErased(_ person: PersonNumber) throws(OfficeError) -> Bool {
    try facts(of: person).contains { fact in
      if case .erased = fact.event { true } else { false }
    }
  }

  private func judge(
    _ erased: inout PersonErasure, _ person: PersonNumber, _ now: Instant
  ) throws(OfficeError) {
    let standpoint = try standpoint(Inquiry(), now: now)
    let positions = try positionTable(known: standpoint.known)
    let tree = try organisationTree(known: standpoint.known)
    guard
      let left = try self.person(person, at: standpoint.known, positions: positions)?
        .left(by: standpoint.on, tree)
    else {
      erased.outcome = .stillInLedger
      return
    }
    erased.leftOn = left
    guard let years = standpoint.rules.retentionYears(on: standpoint.on)?.value else {
      erased.outcome = .noRetention
      return
    }
    let allowed = left.adding(months: 12 * years)
    erased.allowedFrom = allowed
    if standpoint.on < allowed { erased.outcome = .retained(years: years) }
  }

  private func count(_ erased: inout PersonErasure) throws(OfficeError) {
    let people = Set(erased.people.map(\.number))
    for person in erased.people {
      for index in try indexes(of: .person(person), below: log.size) {
        erased.events += 1
        if try hasRecord(at: index) { erased.records += 1 }
      }
    }
    var lookups = 0
    do throws(VaultError) {
      for kind in NumberKind.allCases {
        try vault.forEachNumber(kind: kind.rawValue) { (_, row) throws(VaultError) in
          if people.contains(row.person) { lookups += 1 }
        }
      }
      try vault.forEachName { (_, row) throws(VaultError) in
        if people.contains(row.person) { lookups += 1 }
      }
    } catch {
      throw OfficeError(error)
    }
    erased.lookups = lookups
  }

  private func hasRecord(at index: LogIndex) throws(OfficeError) -> Bool {
    do throws(VaultError) { return try vault.record(at: index.number) != nil } catch {
      throw OfficeError(error)
    }
  }
}

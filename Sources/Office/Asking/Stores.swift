internal import CBOR
internal import Cadre
internal import CadreCodec
internal import EventLog
internal import Projections
internal import Vault

/// Log, vault and views as one question or one decision sees them; the log's snapshot was taken
/// first, and nothing at or past its size is seen.
struct Stores: ~Escapable {
  let log: LogSnapshot
  let vault: VaultSnapshot
  let views: ViewSnapshot
  /// The vault's records, once they were all read.
  let records = RecordShelf()
  /// The generations that a question reads, for its other threads; nil while something is decided.
  let generations: Ledger.Opened?

  @_lifetime(copy log, copy vault, copy views)
  init(
    _ log: LogSnapshot, _ vault: VaultSnapshot, _ views: ViewSnapshot,
    of generations: Ledger.Opened? = nil
  ) {
    self.log = log
    self.vault = vault
    self.views = views
    self.generations = generations
  }
}

extension Stores {
  /// Every fact of a person; none for a number nobody has.
  func facts(of person: PersonNumber) throws(OfficeError) -> [Fact<PersonEvent>] {
    do throws(ProjectionError) {
      guard let row = try views.person(person) else { return [] }
      return try row.facts()
    } catch {
      throw OfficeError(error)
    }
  }

  /// Every fact of an organisation.
  func facts(
    of organisation: OrganisationNumber
  ) throws(OfficeError) -> [Fact<OrganisationEvent>] {
    do throws(ProjectionError) {
      guard let row = try views.organisation(organisation) else { return [] }
      return try row.facts()
    } catch {
      throw OfficeError(error)
    }
  }

  /// Every fact of a post.
  func facts(of position: PositionNumber) throws(OfficeError) -> [Fact<PositionEvent>] {
    do throws(ProjectionError) {
      guard let row = try views.position(position) else { return [] }
      return try row.facts()
    } catch {
      throw OfficeError(error)
    }
  }

  /// The facts of the ledger's own stream.
  /// - Parameter types: the types wanted; nil: all.
  func ledgerFacts(
    of types: Set<EventType>? = nil
  ) throws(OfficeError) -> [Fact<LedgerEvent>] {
    do throws(ProjectionError) {
      return try views.ledgerFacts(of: types)
    } catch {
      throw OfficeError(error)
    }
  }

  /// Whether nobody was ever registered.
  func isEmptyOfPeople() throws(OfficeError) -> Bool {
    do throws(ProjectionError) { return try views.lastNumber(of: .people) == 0 } catch {
      throw OfficeError(error)
    }
  }
}

extension Stores {
  /// Hands over all organisations with their facts, by number.
  func forEachOrganisation(
    _ body: (OrganisationNumber, [Fact<OrganisationEvent>]) throws(OfficeError) -> Void
  ) throws(OfficeError) {
    var rows: StreamRows
    do throws(ProjectionError) { rows = try views.organisations() } catch {
      throw OfficeError(error)
    }
    var numbers = DenseNumbers()
    while let next = try rows.nextRow() {
      try numbers.pass(next.number)
      try body(OrganisationNumber(next.number), next.row.typedFacts())
    }
  }

  /// Hands over all posts with their facts, by number.
  func forEachPosition(
    _ body: (PositionNumber, [Fact<PositionEvent>]) throws(OfficeError) -> Void
  ) throws(OfficeError) {
    var rows: StreamRows
    do throws(ProjectionError) { rows = try views.positions() } catch { throw OfficeError(error) }
    var numbers = DenseNumbers()
    while let next = try rows.nextRow() {
      try numbers.pass(next.number)
      try body(PositionNumber(next.number), next.row.typedFacts())
    }
  }

  /// Hands over all people with their rows, by number; facts are read where they are asked for.
  func forEachPerson(
    _ body: (PersonNumber, StreamRow) throws(OfficeError) -> Void
  ) throws(OfficeError) {
    var rows: StreamRows
    do throws(ProjectionError) { rows = try views.people() } catch { throw OfficeError(error) }
    while let next = try rows.nextRow() { try body(PersonNumber(next.number), next.row) }
  }

  /// All organisations as of a log size; `adding` are facts not yet recorded, by number.
  func organisationTree(
    known: LogSize, adding: [UInt32: [Fact<OrganisationEvent>]] = [:]
  ) throws(OfficeError) -> OrganisationTree {
    var tree = OrganisationTree(known: known)
    var added = adding
    var rows: StreamRows
    do throws(ProjectionError) { rows = try views.organisations() } catch {
      throw OfficeError(error)
    }
    var numbers = DenseNumbers()
    while let next = try rows.nextRow() {
      try numbers.pass(next.number)
      let facts = try next.row.standingFacts()
      tree.add(
        OrganisationNumber(next.number),
        facts: facts + (added.removeValue(forKey: next.number) ?? []))
    }
    for (number, facts) in added { tree.add(OrganisationNumber(number), facts: facts) }
    return tree
  }

  /// All posts as of a log size.
  func positionTable(known: LogSize) throws(OfficeError) -> PositionTable {
    var table = PositionTable(known: known)
    try forEachPosition { (number, facts) in table.add(number, facts: facts) }
    return table
  }

  /// The private record of an event; nil where it has none, or its person was erased.
  func privateRecord(at index: LogIndex) throws(OfficeError) -> PrivateRecord? {
    do throws(VaultError) {
      guard let record = try vault.record(at: index.number) else { return nil }
      do throws(CodecError) {
        return try PrivateRecord(record.data)
      } catch {
        throw VaultError.damaged(table: "records")
      }
    } catch {
      throw OfficeError(error)
    }
  }
}

extension StreamRows {
  /// The next row, with failures as the office says them.
  @_lifetime(copy self) @_lifetime(self: copy self)
  mutating func nextRow() throws(OfficeError) -> NumberedRow? {
    do throws(ProjectionError) { return try next() } catch { throw OfficeError(error) }
  }
}

extension StreamRow {
  /// The row's facts, with failures as the office says them.
  func typedFacts<Payload: StoredEvent>() throws(OfficeError) -> [Fact<Payload>] {
    do throws(ProjectionError) { return try facts() } catch { throw OfficeError(error) }
  }

  /// What makes an organisation what it is: all its facts but ratings and activities, of which
  /// there are many.
  func standingFacts() throws(OfficeError) -> [Fact<OrganisationEvent>] {
    var facts: [Fact<OrganisationEvent>] = []
    do throws(ProjectionError) {
      var entries = entries
      while let entry = try entries.next() {
        if entry.type == .organisationRated || entry.type == .activityRecorded { continue }
        facts.append(try entry.fact())
      }
    } catch {
      throw OfficeError(error)
    }
    return facts
  }

  /// Whether the person had entered some plan by a day, and whose number is theirs too; payloads
  /// of other facts are not read.
  func planning(on day: Day) throws(ProjectionError) -> (Bool, [PersonNumber]) {
    var isPlanned = false
    var others: [PersonNumber] = []
    var entries = entries
    while let entry = try entries.next() {
      switch entry.type {
      case .planningEntered: if entry.effective.map({ $0 <= day }) ?? true { isPlanned = true }
      case .samePerson:
        if case .samePerson(let other) = try entry.fact(of: PersonEvent.self).event {
          others.append(other)
        }
      default: continue
      }
    }
    return (isPlanned, others)
  }

  /// Whether some fact is of a type that a sheet lists, and no row of the batch speaks of it.
  func hasUnmatched(
    _ matched: MatchedIndexes, _ sheets: [String?]
  ) throws(OfficeError) -> Bool {
    do throws(ProjectionError) {
      var entries = entries
      while let entry = try entries.next() {
        if sheets[Int(entry.type.rawValue)] != nil, !matched.contains(entry.index) { return true }
      }
      return false
    } catch {
      throw OfficeError(error)
    }
  }
}

/// Holds the numbers of a view's rows to having no gaps: whoever reads lays things out by them, and
/// a damaged key must not ask for all the memory there is.
private struct DenseNumbers {
  private var last: UInt32 = 0

  /// Goes on to the next number.
  /// - Throws: `corrupted` where it is not the next.
  mutating func pass(_ number: UInt32) throws(OfficeError) {
    guard number == last + 1 else { throw OfficeError(.corrupted(nil, "key \(number)"), "views") }
    last = number
  }
}

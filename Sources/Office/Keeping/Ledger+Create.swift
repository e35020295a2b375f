package import Cadre
internal import CadreCodec
internal import EventLog
internal import LMDB
internal import Migrations
internal import Platform
internal import Vault

extension Ledger {
  /// Makes a new ledger in `folder`: its store, its origin, the rule set and the holidays.
  ///
  /// - Parameters:
  ///   - rules: the rule set's JSON; nil: the one shipped with the program.
  ///   - actor: an account code, never a name.
  /// - Throws: `ledgerExists`, `badRules`, and whatever the store throws; a folder made here and
  ///   not finished is left without a ledger in it, and is finished by making it again.
  package static func create(
    in folder: String, rules: String? = nil, actor: String, now: Instant
  ) throws(OfficeError) -> Ledger {
    if try hasEvents(folder) { throw OfficeError(.ledgerExists, folder) }
    let content = rules ?? ShippedRules.content
    let id = try RuleSet(reading: content, named: "").id
    let origin: String
    do throws(PlatformError) {
      origin = try newOrigin()
      try Files.makeFolder(folder)
    } catch {
      throw OfficeError(error)
    }
    try makeStore(in: folder)
    let ledger = try Ledger(opening: folder, access: .write, isBeingMade: true)
    try ledger.record(opening: origin, id: id, content: content, actor: actor, now: now)
    return ledger
  }

  /// Whether the folder holds a ledger with events; one whose making was cut short has none, and
  /// is finished by making it again.
  private static func hasEvents(_ folder: String) throws(OfficeError) -> Bool {
    do throws(LMDBError) {
      if try Environment.isBare(in: "\(folder)/log") { return false }
    } catch {
      throw OfficeError(error)
    }
    let log: EventStore
    do throws(EventLogError) {
      log = try EventStore(folder: "\(folder)/log", options: .init(access: .write))
    } catch {
      if case .layout(found: nil) = error { return false }
      throw OfficeError(error)
    }
    return try log.read { (log) throws(OfficeError) in log.size > 0 }
  }

  /// Runs every step from nothing to the newest layout, under the writers' lock.
  private static func makeStore(in folder: String) throws(OfficeError) {
    let lock: FileLock
    do throws(PlatformError) {
      lock = try FileLock("\(folder)/writer", waiting: patience)
    } catch {
      throw OfficeError(error)
    }
    do throws(MigrationError) {
      try Migrator(folder: folder).run(holding: lock)
    } catch {
      throw OfficeError(error)
    }
  }

  /// `cadreledger/` and 16 random hex digits: the first line of every checkpoint.
  private static func newOrigin() throws(PlatformError) -> String {
    let digits = try Randomness.bytes(8).map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }
    return "cadreledger/" + digits.joined()
  }

  private func record(
    opening origin: String, id: String, content: String, actor: String, now: Instant
  ) throws(OfficeError) {
    let lock = try writerLock()
    guard try isWithoutEvents() else { throw OfficeError(.ledgerExists, folder) }
    var events: [LedgerEvent] = [
      .ledgerOpened(origin: origin), .rulesAdopted(id: id, content: content),
    ]
    for list in ShippedHolidays.lists {
      events.append(.holidaysAdopted(year: list.year, days: list.days))
    }
    try append(events, actor: actor, at: now)
    lock.release()
    try catchUp()
  }

  /// Appends events of the ledger's own stream, which need no decision.
  func append(
    _ events: [LedgerEvent], actor: String, at now: Instant
  ) throws(OfficeError) {
    try append(actor: actor, at: now) { _ in events }
  }

  /// Appends events of the ledger's own stream that say something about the log before them.
  func append(
    actor: String, at now: Instant,
    _ events: (LogSnapshot) throws(OfficeError) -> [LedgerEvent]
  ) throws(OfficeError) {
    let vault = try opened().vault
    try log.write { (writer) throws(OfficeError) in
      try Ledger.deleteAhead(of: writer.size, in: vault)
      var writing = BatchWriting(
        Submission(), actor: actor, recorded: try Ledger.instant(after: writer.reading, now),
        causes: [], externals: [], from: writer.size)
      for event in try events(writer.reading) { try writing.add(event) }
      do throws(EventLogError) { try writer.append(writing.drafts) } catch {
        throw OfficeError(error)
      }
    }
  }

  /// The instant of a batch: the clock's, or the last batch's and a millisecond.
  static func instant(
    after log: LogSnapshot, _ now: Instant
  ) throws(OfficeError) -> Instant {
    do throws(EventLogError) {
      guard let last = try log.lastRecorded() else { return now }
      return Instant(milliseconds: max(now.milliseconds, last + 1))
    } catch {
      throw OfficeError(error)
    }
  }
}

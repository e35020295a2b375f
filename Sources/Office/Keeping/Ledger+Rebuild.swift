package import Cadre
internal import EventLog
internal import LMDB
internal import Platform
internal import Projections
internal import Vault

extension Ledger {
  /// Builds a new generation of views from the log alone, beside the one in use and while readers
  /// and writers go on, and has it used from then on; O(log).
  ///
  /// Writers wait only while the last events are folded and the name is changed. Cut off at any
  /// moment it leaves the views in use as they are; the next rebuild begins anew.
  ///
  /// - Parameters:
  ///   - comparing: first hold the views in use against it, row by row, at the size at which they
  ///     stand, and have the log say what was found.
  ///   - memory: about how many bytes of memory to take for facts and rows; nil: as many as suit
  ///     most machines.
  ///   - progress: is told what is being done.
  /// - Throws: `busy` where another rebuild is under way, or a writer does not end for ten
  ///   minutes.
  package func rebuild(
    comparing: Bool = false, memory: Int? = nil, actor: String, now: () -> Instant,
    progress: (Rebuild.Stage) -> Void = { _ in }
  ) throws(OfficeError) -> Rebuild {
    let turn: FileLock
    do throws(PlatformError) { turn = try FileLock("\(folder)/rebuild", waiting: 0) } catch {
      throw OfficeError(error)
    }
    var done: Rebuild?
    var attempts = 0
    // An erasure meanwhile makes what was built obsolete; they are rare, so once more will do.
    while done == nil, attempts < Ledger.rebuildAttempts {
      let work = RebuildWork(self, try rebuildBasis(), memory ?? Views.defaultMemory)
      try work.build(comparing: comparing, progress)
      progress(.swapping)
      done = try work.finish(actor: actor, now: now())
      attempts += 1
    }
    turn.release()
    guard let done else { throw OfficeError(.busy, folder) }
    return done
  }

  private static var rebuildAttempts: Int { 5 }

  fileprivate func rebuildBasis() throws(OfficeError) -> RebuildBasis {
    RebuildBasis(
      generations: try currentGenerations(),
      erasure: try log.read { (log) throws(OfficeError) in try log.lastErasure() })
  }
}

/// What a rebuild rests on: where it has changed, what was built is thrown away.
private struct RebuildBasis: Equatable {
  let generations: Generations
  let erasure: UInt64?
}

/// One rebuild, in its own folder.
private final class RebuildWork {
  private let ledger: Ledger
  private let basis: RebuildBasis
  private let memory: Int
  private let path: String
  /// Where the views go that were in use: their removal takes as long as they are large, and nobody
  /// is to wait for it.
  private let replaced: String
  private var comparison: ViewComparison?

  /// Writers are kept waiting for fewer events than this.
  private static let tail: UInt64 = 2_000
  /// How long to wait for a writer to end, in milliseconds: an import may take long.
  private static let patience = 600_000

  init(_ ledger: Ledger, _ basis: RebuildBasis, _ memory: Int) {
    self.ledger = ledger
    self.memory = memory
    self.basis = basis
    path = "\(ledger.folder)/views/rebuilding"
    replaced = "\(ledger.folder)/views/replaced"
  }
}

extension RebuildWork {
  /// Builds the new views, compares where that is wanted, and follows the log until little is
  /// missing; they are on disk then.
  func build(
    comparing: Bool, _ progress: (Rebuild.Stage) -> Void
  ) throws(OfficeError) {
    try remove([path, replaced])
    progress(.building)
    let live = try ledger.opened().views
    let shown = try live.read { (live) throws(OfficeError) in live.size.count }
    try ledger.log.read { (log) throws(OfficeError) in
      // The views in use must not be overtaken: those built are then brought to just where they stand.
      let size = comparing ? LogSize(min(shown, log.size)) : LogSize(log.size)
      do throws(ProjectionError) {
        try Views.rebuild(
          in: path, from: log, to: size, erasure: basis.erasure.map { LogIndex($0) },
          memory: memory)
      } catch {
        throw OfficeError(error)
      }
    }
    let rebuilt = try open()
    if comparing {
      progress(.comparing)
      comparison = try compare(live, with: rebuilt)
    }
    try follow(rebuilt)
  }

  private func open() throws(OfficeError) -> Views {
    do throws(ProjectionError) {
      return try Views(
        folder: path, options: Environment.Options(access: .write, durability: .sync))
    } catch {
      throw OfficeError(error)
    }
  }

  private func follow(_ rebuilt: Views) throws(OfficeError) {
    var missing = UInt64.max
    while missing > RebuildWork.tail {
      let before = missing
      missing = try ledger.log.read { (log) throws(OfficeError) in
        let stands = try rebuilt.read { (views) throws(OfficeError) in views.size.count }
        try ledger.bring(rebuilt, upTo: log.size, log)
        return log.size - min(stands, log.size)
      }
      try sync(rebuilt)
      if missing >= before { return }
    }
  }

  private func sync(_ views: Views) throws(OfficeError) {
    do throws(LMDBError) { try views.environment.sync() } catch { throw OfficeError(error) }
  }
}

extension RebuildWork {
  /// Holds the views in use against the rebuilt ones, which are brought to where those stand.
  private func compare(_ live: Views, with rebuilt: Views) throws(OfficeError) -> ViewComparison {
    try live.read { (live) throws(OfficeError) in
      let (size, root) = try ledger.log.read { (log) throws(OfficeError) in
        let size = min(live.size.count, log.size)
        try ledger.bring(rebuilt, upTo: size, log)
        return (size, try log.rootDigest(asOf: size))
      }
      let (digest, (count, listed)) = try Threads.parallel(
        { () throws(OfficeError) -> Digest in
          try rebuilt.read { (rebuilt) throws(OfficeError) in
            do throws(ProjectionError) { return try RowDigest.of(rebuilt) } catch {
              throw OfficeError(error)
            }
          }
        },
        { () throws(OfficeError) -> (Int, [ViewDifference]) in
          try rebuilt.read { (rebuilt) throws(OfficeError) in
            try RebuildWork.differences(live, rebuilt)
          }
        })
      return try describe(
        ViewComparison(
          size: LogSize(size), root: root, layout: Int(Views.layout), digest: digest,
          count: count, listed: []),
        listed, rebuilt)
    }
  }

  private static func differences(
    _ live: ViewSnapshot, _ rebuilt: ViewSnapshot
  ) throws(OfficeError) -> (Int, [ViewDifference]) {
    var listed: [ViewDifference] = []
    do throws(ProjectionError) {
      let count = try live.differences(from: rebuilt) { difference in
        if listed.count < ViewComparison.limit { listed.append(difference) }
      }
      return (count, listed)
    } catch {
      throw OfficeError(error)
    }
  }

  /// Adds what the log says of the events that the differences are about.
  private func describe(
    _ found: ViewComparison, _ differences: [ViewDifference], _ rebuilt: Views
  ) throws(OfficeError) -> ViewComparison {
    var comparison = found
    try ledger.log.read { (log) throws(OfficeError) in
      do throws(EventLogError) {
        for difference in differences {
          let events = difference.events
          comparison.listed.append(
            ViewComparison.Difference(
              view: difference.table.name, key: difference.key, stream: difference.stream,
              kind: difference.kind.rawValue, live: difference.live,
              rebuilt: difference.rebuilt, events: events,
              recorded: try events.first.flatMap { (index) throws(EventLogError) in
                try RebuildWork.recorded(index, in: log)
              }))
        }
      } catch {
        throw OfficeError(error)
      }
      comparison.lastClean = try rebuilt.read { (rebuilt) throws(OfficeError) in
        try RebuildWork.lastClean(rebuilt, log)
      }
    }
    return comparison
  }

  private static func recorded(
    _ index: LogIndex, in log: LogSnapshot
  ) throws(EventLogError) -> Instant? {
    guard index.number < log.size else { return nil }
    return Instant(milliseconds: try log.header(at: index.number).recorded)
  }

  /// The last rebuild that the log knows to have found nothing.
  private static func lastClean(
    _ rebuilt: ViewSnapshot, _ log: LogSnapshot
  ) throws(OfficeError) -> ViewComparison.Attested? {
    let facts: [Fact<LedgerEvent>]
    do throws(ProjectionError) { facts = try rebuilt.ledgerFacts(of: [.rebuildAttested]) } catch {
      throw OfficeError(error)
    }
    for fact in facts.reversed() where fact.counts(at: rebuilt.size) {
      guard case .rebuildAttested(let attested) = fact.event, attested.differences == 0 else {
        continue
      }
      do throws(EventLogError) {
        guard let recorded = try recorded(fact.index, in: log) else { return nil }
        return ViewComparison.Attested(
          index: fact.index, recorded: recorded, size: attested.size)
      } catch {
        throw OfficeError(error)
      }
    }
    return nil
  }
}

extension RebuildWork {
  /// Has the log say what was found, folds the last events, and makes the new views those in use;
  /// nil where they rest on what is no more, and were thrown away.
  func finish(actor: String, now: Instant) throws(OfficeError) -> Rebuild? {
    let lock = try ledger.writerLock(waiting: RebuildWork.patience)
    let done = try finishAlone(actor: actor, now: now)
    lock.release()
    try remove([replaced])
    return done
  }

  private func remove(_ folders: [String]) throws(OfficeError) {
    do throws(PlatformError) {
      for folder in folders { try Files.removeTree(folder) }
    } catch {
      throw OfficeError(error)
    }
  }

  /// The same, for whoever holds the writers' lock.
  private func finishAlone(actor: String, now: Instant) throws(OfficeError) -> Rebuild? {
    guard try ledger.rebuildBasis() == basis else {
      try remove([path])
      return nil
    }
    // Before the swap: a crash between the two must not take what was found with it.
    let attestation = try attest(actor: actor, now: now)
    var next = basis.generations
    next.views += 1
    let size = try ledger.log.write { (writer) throws(OfficeError) in
      let size = writer.size
      try self.bring(upTo: size, writer.reading)
      try self.swap(to: next)
      return size
    }
    return Rebuild(
      generation: next.views, size: LogSize(size), comparison: comparison,
      attestation: attestation)
  }

  private func attest(actor: String, now: Instant) throws(OfficeError) -> LogIndex? {
    guard let comparison else { return nil }
    var index: LogIndex?
    try ledger.append(actor: actor, at: now) { (log) throws(OfficeError) in
      index = LogIndex(log.size)
      return [.rebuildAttested(RebuildAttested(comparison))]
    }
    return index
  }

  /// Folds the last events; the views are on disk and closed then.
  private func bring(upTo size: UInt64, _ log: LogSnapshot) throws(OfficeError) {
    let rebuilt = try open()
    try ledger.bring(rebuilt, upTo: size, log)
    try sync(rebuilt)
  }

  private func swap(to next: Generations) throws(OfficeError) {
    let target = next.viewsFolder(of: ledger.folder)
    do throws(PlatformError) {
      try Files.removeTree(target)
      try Files.rename(path, to: target)
      try Files.syncFolder(Files.parent(of: target))
    } catch {
      throw OfficeError(error)
    }
    do throws(VaultError) { try next.write(ledger.folder) } catch { throw OfficeError(error) }
    // By its name, so that whoever is about to open it finds nothing and reads `current` again.
    do throws(PlatformError) {
      try Files.rename(basis.generations.viewsFolder(of: ledger.folder), to: replaced)
    } catch {
      guard error.isMissing else { throw OfficeError(error) }
    }
  }
}

package import Cadre
internal import EventLog
internal import Merkle
internal import Platform

/// A seal of the ledger: the heads of all streams as of a size, in the log itself.
package struct LedgerSeal: Hashable, Sendable {
  /// The seal's own event.
  package var index: LogIndex
  package var seal: HeadsSealed
}

extension Ledger {
  /// Records the heads of all streams: from then on it can be shown of each that none of its
  /// events is left out; O(streams).
  ///
  /// Each call records a seal, also where nothing was recorded since the last.
  package func seal(actor: String, now: Instant) throws(OfficeError) -> LedgerSeal {
    let lock = try writerLock()
    var made: LedgerSeal?
    try append(actor: actor, at: now) { (log) throws(OfficeError) in
      let tree: SealTree
      do throws(EventLogError) { tree = try log.sealTree(asOf: log.size) } catch {
        throw OfficeError(error)
      }
      let seal = HeadsSealed(
        upTo: LogSize(log.size), counts: tree.counts, root: Digest(tree.root))
      made = LedgerSeal(index: LogIndex(log.size), seal: seal)
      return [.headsSealed(seal)]
    }
    lock.release()
    try catchUp()
    guard let made else { throw OfficeError(.device("no seal was made"), folder) }
    return made
  }
}

extension Stores {
  /// The last seal that counts; nil where the ledger was never sealed.
  func lastSeal() throws(OfficeError) -> LedgerSeal? {
    let known = LogSize(log.size)
    for fact in try ledgerFacts(of: [.headsSealed]).reversed() where fact.counts(at: known) {
      if case .headsSealed(let seal) = fact.event {
        return LedgerSeal(index: fact.index, seal: seal)
      }
    }
    return nil
  }
}

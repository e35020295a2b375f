package import Cadre
internal import CadreCodec
internal import EventLog
internal import Merkle
internal import Projections
internal import Vault

/// What a ledger is at this moment.
package struct LedgerStatus: Hashable, Sendable {
  package var folder: String
  /// The log's size.
  package var events: UInt64
  /// The root of the tree, 32 bytes.
  package var root: Digest
  /// The origin line of its checkpoints.
  package var origin: String
  /// The id of the rule set in force.
  package var rules: String
  package var people: Int
  package var organisations: Int
  package var positions: Int
  /// The layout of the store.
  package var layout: Int
  package var vaultGeneration: UInt64
  package var viewsGeneration: UInt64
  /// When the last event was recorded.
  package var lastRecorded: Instant?
  package var attestation: RebuildAttested?
  /// When that was recorded.
  package var attested: Instant?
  /// What was published last.
  package var lastPublished: PublishedReport?
}

/// A rule set of the log.
package struct AdoptedRules: Hashable, Sendable {
  package var id: String
  package var title: String
  package var index: LogIndex
  package var recorded: Instant
  /// The JSON as it was given.
  package var content: String
  package var isInForce: Bool
}

extension Ledger {
  /// Size, root, generations and counts.
  package func status() throws(OfficeError) -> LedgerStatus {
    let generations = try currentGenerations()
    return try reading { (stores) throws(OfficeError) in
      let facts = try stores.ledgerFacts()
      let known = LogSize(stores.log.size)
      var status = LedgerStatus(
        folder: folder, events: stores.log.size, root: try stores.root(), origin: "", rules: "",
        people: 0, organisations: 0, positions: 0, layout: Int(EventStore.layout),
        vaultGeneration: generations.vault, viewsGeneration: generations.views)
      var attestedAt: LogIndex?
      for fact in facts where fact.counts(at: known) {
        switch fact.event {
        case .ledgerOpened(let origin): status.origin = origin
        case .rulesAdopted(let id, _): status.rules = id
        case .rebuildAttested(let attestation):
          status.attestation = attestation
          attestedAt = fact.index
        case .holidaysAdopted, .sheetReceived, .sheetClaimed, .reportPublished, .headsSealed,
          .retracted:
          break
        }
      }
      status.attested = try attestedAt.map { (index) throws(OfficeError) in
        try stores.event(at: index).context.recorded
      }
      status.lastPublished = try stores.publishedReports(last: 1).last
      do throws(ProjectionError) {
        status.people = try stores.views.count(of: .people)
        status.organisations = try stores.views.count(of: .organisations)
        status.positions = try stores.views.count(of: .positions)
      } catch {
        throw OfficeError(error)
      }
      do throws(EventLogError) {
        status.lastRecorded = try stores.log.lastRecorded().map { Instant(milliseconds: $0) }
      } catch {
        throw OfficeError(error)
      }
      return status
    }
  }

  /// The checkpoint of the log as it is: C2SP tlog-checkpoint text, unsigned.
  package func checkpoint() throws(OfficeError) -> String {
    try reading { (stores) throws(OfficeError) in
      try stores.checkpoint(asOf: stores.log.size)
    }
  }

  /// The rule sets adopted up to K, oldest first.
  package func adoptedRules(_ inquiry: Inquiry) throws(OfficeError) -> [AdoptedRules] {
    try reading { (stores) throws(OfficeError) in
      let known = try stores.size(inquiry.known)
      var adopted: [AdoptedRules] = []
      for (index, id, content) in try stores.adoptions(at: known) {
        let title: String
        do throws(RuleSetError) { title = try RuleSetReader.read(content).title } catch {
          title = id
        }
        for place in adopted.indices { adopted[place].isInForce = false }
        adopted.append(
          AdoptedRules(
            id: id, title: title, index: index,
            recorded: try stores.event(at: index).context.recorded, content: content,
            isInForce: true))
      }
      return adopted
    }
  }
}

extension Stores {
  /// The root of the tree over all events.
  func root() throws(OfficeError) -> Digest {
    do throws(EventLogError) { return Digest(try log.root()) } catch { throw OfficeError(error) }
  }
}

package import Cadre
internal import EventLog
internal import Platform
internal import Projections
internal import Vault

extension Ledger {
  /// How many events go into one transaction (spec/intake.md, Recording).
  package static let batchLimit = 250_000

  /// Decides a batch on the whole log and records it: the ledger's one write.
  ///
  /// Everything is decided before anything is appended. One writer at a time holds the ledger;
  /// others wait ten seconds.
  ///
  /// - Parameters:
  ///   - actor: an account code, never a name.
  ///   - now: the instant of recording; the log's own moves on where the clock has not.
  ///   - corrects: mend conflicts, retracting what is recorded for that reason.
  ///   - isDryRun: decide, and record nothing.
  ///   - limit: events a transaction; fewer only to test what comes after the first.
  ///   - prepare: makes the batch, given what the ledger knows.
  /// - Throws: `busy`, and whatever the store throws; nothing is then half-recorded but whole
  ///   transactions, and submitting again finishes them.
  package func submit(
    actor: String, at now: Instant, corrects: RetractionReason? = nil, isDryRun: Bool = false,
    limit: Int = Ledger.batchLimit,
    prepare: (Directory) throws(OfficeError) -> Submission
  ) throws(OfficeError) -> (submission: Submission, decision: Decision) {
    func decide(_ stores: Stores) throws(OfficeError) -> DecidedBatch {
      let directory = try stores.directory()
      let submission = try prepare(directory)
      return try stores.decide(submission, directory, now: now, corrects: corrects)
    }
    if isDryRun {
      let decided = try reading { (stores) throws(OfficeError) in try decide(stores) }
      return (decided.submission, decided.decision)
    }
    let lock = try writerLock()
    var batch: DecidedBatch?
    repeat {
      batch = try appending(batch, limit) { (stores) throws(OfficeError) in
        var batch = try decide(stores)
        try batch.settle(actor: actor, now: now, after: stores.log)
        return batch
      }
    } while batch?.isFinished == false
    lock.release()
    try catchUp()
    guard let batch else { throw OfficeError(.device("no batch was made"), folder) }
    return (batch.submission, batch.decision)
  }

  /// Takes the ledger's one lock, the log's write transaction, lets `decide` make a batch on the
  /// whole log unless it is the rest of one, and appends what of it fits one transaction: the
  /// vault first, then the log.
  private func appending(
    _ rest: DecidedBatch?, _ limit: Int,
    _ decide: (Stores) throws(OfficeError) -> DecidedBatch
  ) throws(OfficeError) -> DecidedBatch {
    let (vault, views) = try opened()
    return try log.write { (writer) throws(OfficeError) in
      let size = writer.size
      try Ledger.deleteAhead(of: size, in: vault)
      var batch: DecidedBatch
      if let rest {
        batch = rest
      } else {
        try self.bring(views, upTo: size, writer.reading)
        batch = try vault.read(below: size) { (vault) throws(OfficeError) in
          try views.read { (views) throws(OfficeError) in
            try decide(Stores(writer.reading, vault, views))
          }
        }
      }
      let slices = batch.nextSlices(limit: limit)
      let decided = batch
      try vault.write { (vault) throws(OfficeError) in
        try Ledger.append(slices, of: decided, to: &writer, &vault)
      }
      return batch
    }
  }

  /// Deletes what a writer left in the vault that died before the log's commit: whoever appends to
  /// the log does so first, or these records would become those of its own events.
  static func deleteAhead(of size: UInt64, in vault: RecordVault) throws(OfficeError) {
    try vault.write { (vault) throws(OfficeError) in
      do throws(VaultError) { try vault.truncate(to: size) } catch { throw OfficeError(error) }
    }
  }

  /// Appends slices in their order: while one is hashed and put, the next is encoded.
  private static func append(
    _ slices: [DecidedBatch.Slice], of batch: DecidedBatch, to log: inout LogWriter,
    _ vault: inout VaultWriter
  ) throws(OfficeError) {
    guard let first = slices.first else { return }
    var events = try batch.encode(first)
    for place in slices.indices {
      let following = place + 1 < slices.count ? slices[place + 1] : nil
      let (next, _) = try Threads.parallel(
        { () throws(OfficeError) -> EncodedEvents? in
          try following.map { (slice) throws(OfficeError) in try batch.encode(slice) }
        },
        { () throws(OfficeError) in
          do throws(VaultError) {
            if !events.records.isEmpty { try vault.append(&events.records) }
          } catch {
            throw OfficeError(error)
          }
          do throws(EventLogError) { try log.append(events.drafts) } catch {
            throw OfficeError(error)
          }
        })
      if let next { events = next }
    }
  }
}

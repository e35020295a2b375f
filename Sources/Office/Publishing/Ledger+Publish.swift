package import Cadre
internal import EventLog
internal import Merkle
internal import Platform

extension Ledger {
  /// Records what was published; all of it in one commit, none where there is none.
  ///
  /// The answers are made under the writers' lock: nobody is erased between an answer and its
  /// record, so that whoever asks again knows which of the two came first.
  ///
  /// - Parameters:
  ///   - actor: an account code, never a name.
  ///   - reports: what to record; it asks this ledger and records nothing itself.
  /// - Returns: where they stand, in their order.
  /// - Throws: `shorterThanKnown` where a K is above the log's size, `limit` where a question is
  ///   too long, `busy`, and whatever `reports` throws; then nothing was recorded.
  package func publish(
    actor: String, now: Instant, _ reports: () throws(OfficeError) -> [ReportPublished]
  ) throws(OfficeError) -> [LogIndex] {
    let lock = try writerLock()
    let reports = try reports()
    if reports.isEmpty { return [] }
    var first: UInt64 = 0
    try append(actor: actor, at: now) { (log) throws(OfficeError) in
      first = log.size
      for report in reports where report.known > LogSize(log.size) {
        throw OfficeError(.shorterThanKnown(size: log.size), "\(report.known.count)")
      }
      return reports.map { .reportPublished($0) }
    }
    lock.release()
    try catchUp()
    return reports.indices.map { LogIndex(first + UInt64($0)) }
  }

  /// Records lists that were made already, as a night's are; in one commit.
  ///
  /// Where somebody was erased since they were made, they will not come out the same when asked
  /// again: make them in the closure of the other form where that may happen.
  package func publish(
    _ reports: [ReportPublished], actor: String, now: Instant
  ) throws(OfficeError) -> [LogIndex] {
    try publish(actor: actor, now: now) { reports }
  }
}

/// The SHA-256 of an answer that comes in pieces, none of which is kept.
package struct AnswerDigest: Sendable {
  private var hash = SHA256()

  package init() {}

  /// Adds the next piece.
  package mutating func add(_ bytes: [UInt8]) { hash.update(bytes) }

  /// Of everything so far.
  package var digest: Digest { Digest(hash.digest()) }
}

extension Digest {
  /// SHA-256 of bytes, as those of a published answer.
  package init(of bytes: [UInt8]) {
    var answer = AnswerDigest()
    answer.add(bytes)
    self = answer.digest
  }
}

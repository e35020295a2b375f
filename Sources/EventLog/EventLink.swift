internal import Merkle
internal import Platform

/// Events read again: their leaf hashes, and what the chains of streams need of each.
struct EventLinks: Sendable {
  var leaves: [Hash] = []
  var links: [EventLink] = []
  /// Whether the event behind these is missing, though there are later ones.
  var endsInGap = false
}

/// Says whether an event, whose envelope was read, can be read as a whole; called by several threads.
package typealias EventInspection = @Sendable (EventHeader, RawSpan) -> Bool

/// What the chain of its stream needs of an event.
struct EventLink: Sendable {
  var stream = StreamKey.ledger
  var revision: UInt64 = 0
  var recorded: Int64 = 0
  /// Index and leaf hash of the stream's event before; of no meaning at revision 0.
  var prior: UInt64 = 0
  var previous = TreeHash.empty
  var commitment: Hash?
  /// Whether the envelope can be read.
  var isWhole = false
  /// Whether what it holds can be read, by whoever knows what that is.
  var isUnderstood = true

  init(_ event: RawSpan, at index: UInt64, _ understand: EventInspection) {
    do throws(EventLogError) {
      let header = try EventHeader(checking: event, at: index)
      isUnderstood = understand(header, event)
      stream = header.stream
      revision = header.revision
      recorded = header.recorded
      prior = header.prior ?? 0
      previous = header.previous ?? TreeHash.empty
      commitment = header.commitment
      isWhole = true
    } catch {
      isWhole = false
    }
  }
}

extension EventLinks {
  /// Reads, checks and hashes the events from `first` up to `end`, on several processors; stops
  /// before the first that is missing.
  init(
    _ log: EventStore, from first: UInt64, to end: UInt64, threads: Int,
    _ understand: EventInspection
  ) throws(EventLogError) {
    let parts = try Threads.parallelChunks(of: Int(end - first), threads: threads) {
      (range) throws(EventLogError) in
      try log.read { (snapshot) throws(EventLogError) in
        try EventLinks(
          snapshot, from: first + UInt64(range.lowerBound), to: first + UInt64(range.upperBound),
          understand)
      }
    }
    for part in parts where !endsInGap {
      if leaves.isEmpty { self = part } else { append(part) }
    }
  }

  private mutating func append(_ part: EventLinks) {
    leaves.append(contentsOf: part.leaves)
    links.append(contentsOf: part.links)
    endsInGap = part.endsInGap
  }

  private init(
    _ snapshot: LogSnapshot, from first: UInt64, to end: UInt64, _ understand: EventInspection
  ) throws(EventLogError) {
    leaves.reserveCapacity(Int(end - first))
    links.reserveCapacity(Int(end - first))
    var scan = try snapshot.events(from: first, to: end)
    while let one = try next(&scan) {
      links.append(EventLink(one, at: scan.index - 1, understand))
      guard let two = try next(&scan) else {
        leaves.append(TreeHash.leaf(one))
        return
      }
      links.append(EventLink(two, at: scan.index - 1, understand))
      let hashes = TreeHash.leaves(one, two)
      leaves.append(hashes.0)
      leaves.append(hashes.1)
    }
  }

  /// The next event, or nil at the end and at a gap, which is noted.
  @_lifetime(copy scan)
  @_lifetime(scan: copy scan)
  private mutating func next(_ scan: inout LogScan) throws(EventLogError) -> RawSpan? {
    let event: RawSpan?
    do throws(EventLogError) {
      event = try scan.next()
    } catch {
      guard case .damaged(_, .missing) = error else { throw error }
      endsInGap = true
      return nil
    }
    return event
  }
}

internal import Merkle

/// Says whether an event, whose envelope was read, can be read as a whole; called by several
/// threads. Only where it has held every byte of the payload to the rules of the encoding may it
/// say yes: nobody does so again.
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

  init(_ event: RawSpan, at index: UInt64, _ understand: EventInspection?) {
    do throws(EventLogError) {
      let header = try EventHeader(event, at: index)
      isUnderstood = understand?(header, event) ?? true
      let isPayloadRead = understand != nil && isUnderstood
      try header.check(event, at: index, isPayloadRead: isPayloadRead)
      stream = header.stream
      revision = header.revision
      recorded = header.recorded
      if let prior = header.prior { self.prior = prior }
      if let previous = header.previous { self.previous = previous }
      commitment = header.commitment
      isWhole = true
    } catch {
      isWhole = false
    }
  }
}

/// A part of the log read again: leaf hashes, tree nodes, and what the chains of streams need.
struct EventLinks: Sendable {
  /// The index of the first of these events.
  let first: UInt64
  private(set) var leaves: [Hash] = []
  private(set) var links: [EventLink] = []
  /// Whether the event behind these is missing, though there are later ones.
  private(set) var endsInGap = false
  /// Of a whole part, the nodes of the tree over it, level 1 first; none of any other.
  private(set) var levels: [[Hash]] = []
  /// The first stored row of these nodes that is wrong.
  private(set) var nodeFault: LogFault?

  /// A whole part has so many events, and begins at a multiple of that: then the tree over it is
  /// a subtree of the log's, which the thread that read it computes by itself, out of its cache.
  static let wholePart: UInt64 = 1 << 10

  /// Reads, checks and hashes the events of a part; stops before the first that is missing.
  init(
    _ snapshot: LogSnapshot, _ part: Range<UInt64>, _ understand: EventInspection?
  ) throws(EventLogError) {
    first = part.lowerBound
    try read(snapshot, part, understand)
    let isWhole =
      first % Self.wholePart == 0 && leaves.count == Int(Self.wholePart) && !endsInGap
    guard isWhole else { return }
    levels = TreeHash.levels(over: leaves)
    nodeFault = try snapshot.mismatch(NodeRows(within: levels, from: first), from: first, leaves)
  }

  private mutating func read(
    _ snapshot: LogSnapshot, _ part: Range<UInt64>, _ understand: EventInspection?
  ) throws(EventLogError) {
    leaves.reserveCapacity(part.count)
    links.reserveCapacity(part.count)
    var scan = try snapshot.events(from: part.lowerBound, to: part.upperBound)
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

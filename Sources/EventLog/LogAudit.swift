internal import LMDB
internal import Merkle

/// A verification under way: what follows from the events read so far.
struct LogAudit {
  private let log: EventStore
  private var unreadable: UInt64?
  private var frontier = Frontier()
  private let heads = PendingHeads()
  private var lastRecorded = Int64.min
  private var commitments = 0
  private var fault: LogFault?
  /// The index of the next event to follow.
  private(set) var next: UInt64 = 0
  /// Whether something was found wrong, behind which nothing is followed.
  var isFaulty: Bool { fault != nil }

  init(_ log: EventStore) { self.log = log }
}

extension LogAudit {
  /// How many parts are laid out at a time: 67 million events.
  private static let mostParts = 65_536

  /// The parts in which the next events up to `size` are read, each by one thread; so many at most,
  /// since a damaged key may claim any size. Where there are none one empty part is: rows of nodes
  /// may be stored all the same.
  func parts(upTo size: UInt64) -> [Range<UInt64>] {
    guard next < size else { return [next..<next] }
    var parts: [Range<UInt64>] = []
    var first = next
    while first < size, parts.count < LogAudit.mostParts {
      let whole = (first / EventLinks.wholePart + 1) * EventLinks.wholePart
      parts.append(first..<min(whole, size))
      first = whole
    }
    return parts
  }

  /// Takes in the next part: its leaves, and the tree nodes that end with them.
  mutating func begin(_ part: EventLinks) throws(EventLogError) {
    if part.endsInGap {
      fault = LogFault(index: part.first + UInt64(part.leaves.count), damage: .missing)
    }
    if let found = part.nodeFault { note(found) }
    let count = UInt64(part.leaves.count)
    // Of a whole part only the row of the last leaf is left, with the nodes of trees around it.
    let left = part.levels.isEmpty ? count : 2
    let first = part.first + count - left
    var nodes = NodeRows(after: first, adding: left)
    if let root = part.levels.last?.first {
      let end = part.first + count
      for (level, hashes) in part.levels.enumerated() {
        guard let hash = hashes.last else { continue }
        let position = TreePosition(level: UInt8(level + 1), index: end >> UInt64(level + 1) - 1)
        nodes.set(position, hash)
      }
      frontier.push(root, ofLevel: UInt8(part.levels.count)) { nodes.set($0, $1) }
    } else {
      frontier.push(contentsOf: part.leaves) { nodes.set($0, $1) }
    }
    let found = try log.read { (snapshot) throws(EventLogError) in
      try snapshot.mismatch(nodes, from: first, Array(part.leaves.suffix(Int(left))))
    }
    if let found { note(found) }
  }

  /// Follows the chain of the next event's stream; false at and past a fault.
  mutating func follow(_ link: EventLink, _ leaf: Hash) throws(EventLogError) -> Bool {
    if let fault, fault.index <= next { return false }
    let place = heads.place(of: link.stream) ?? heads.add(link.stream)
    if let damage = try damage(of: link, after: heads.entries[place]) {
      note(LogFault(index: next, damage: damage))
      return false
    }
    heads.advance(place, to: next, leaf)
    lastRecorded = link.recorded
    if link.commitment != nil { commitments += 1 }
    if !link.isUnderstood, unreadable == nil { unreadable = next }
    next += 1
    return true
  }

  private func damage(
    of link: EventLink, after head: PendingHeads.Entry
  ) throws(EventLogError) -> LogDamage? {
    guard link.isWhole else { return try envelopeDamage() }
    if link.revision != head.count { return .revision }
    if head.count > 0, link.prior != head.index { return .prior }
    if head.count > 0, link.previous != head.leaf { return .previous }
    return link.recorded < lastRecorded ? .recorded : nil
  }

  /// Reads the next event once more, to say why it cannot be read.
  private func envelopeDamage() throws(EventLogError) -> LogDamage? {
    do throws(EventLogError) {
      _ = try log.read { (snapshot) throws(EventLogError) in
        try EventHeader(checking: try snapshot.event(at: next), at: next)
      }
      return nil
    } catch {
      if case .damaged(_, let damage) = error { return damage }
      throw error
    }
  }

  /// Keeps the fault with the least index.
  private mutating func note(_ found: LogFault) {
    if let fault, fault.index <= found.index { return }
    fault = found
  }

  /// Compares the stored heads, and concludes.
  mutating func result() throws(EventLogError) -> LogVerification {
    if fault == nil { try compareHeads() }
    var streams = [Int](repeating: 0, count: StreamKind.allCases.count)
    for entry in heads.entries where entry.count > 0 {
      streams[Int(entry.stream.kind.rawValue)] += 1
    }
    return LogVerification(
      size: next, root: frontier.root, streams: streams, commitments: commitments, fault: fault,
      unreadable: unreadable)
  }

  private mutating func compareHeads() throws(EventLogError) {
    var faults: [LogFault] = []
    var met = [Bool](repeating: false, count: heads.entries.count)
    do throws(EventLogError) {
      try log.read { (snapshot) throws(EventLogError) in
        try snapshot.forEachHead(asOf: next) { (stream, head) throws(EventLogError) in
          guard let place = heads.place(of: stream) else {
            return faults.append(LogFault(index: head.index, damage: .extraHead(stream)))
          }
          met[place] = true
          let entry = heads.entries[place]
          if entry.head != head {
            faults.append(LogFault(index: entry.index, damage: .head(stream)))
          }
        }
      }
    } catch {
      guard case .damaged(_, .head(let stream)) = error else { throw error }
      // A head that cannot be one ends the walk; the stream's last event says where it is wrong.
      let index = heads.place(of: stream).map { heads.entries[$0].index } ?? next
      return note(LogFault(index: index, damage: .head(stream)))
    }
    for (place, entry) in heads.entries.enumerated() where !met[place] {
      faults.append(LogFault(index: entry.index, damage: .head(entry.stream)))
    }
    if let first = faults.min(by: { $0.index < $1.index }) { note(first) }
  }
}

extension LogSnapshot {
  /// The first place at which the stored rows of nodes are not these; nil where they are.
  func mismatch(
    _ nodes: NodeRows, from first: UInt64, _ leaves: [Hash]
  ) throws(EventLogError) -> LogFault? {
    let found: (index: UInt64, damage: LogDamage, isLeaf: Bool)?
    do throws(LMDBError) {
      found = try nodes.firstDifference(transaction, tables.nodes, size: size)
    } catch {
      throw .store(error)
    }
    guard let found else { return nil }
    guard found.isLeaf else { return LogFault(index: found.index, damage: found.damage) }
    for index in [found.index - 1, found.index] where index >= first {
      let leaf = leaves[Int(index - first)]
      if let pinned = try leafHeldElsewhere(of: index), pinned != leaf {
        return LogFault(index: index, damage: .leaf)
      }
    }
    return LogFault(index: found.index, damage: .nodes)
  }

  /// The leaf hash of an event as the stream's next event or head holds it; O(events), for a log
  /// that is known to be damaged.
  private func leafHeldElsewhere(of index: UInt64) throws(EventLogError) -> Hash? {
    for later in index + 1..<max(size, index + 1) {
      do throws(EventLogError) {
        let header = try header(at: later)
        if header.prior == index { return header.previous }
      } catch {
        guard case .damaged(_, let damage) = error else { throw error }
        if damage == .missing { break }
      }
    }
    var heads = try HeadScan(self)
    while let (_, head) = try heads.next() {
      if head.index == index { return head.leaf }
    }
    return nil
  }
}

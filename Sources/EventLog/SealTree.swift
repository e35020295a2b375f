internal import CBOR
package import Merkle

/// The tree of a seal: one leaf for each stream that had events, in the order of heads.
///
/// A leaf is the CBOR array [kind, number, revision, leaf hash of the stream's last event], hashed
/// as RFC 9162 section 2.1.1 hashes entries. A path from it shows, with the chain of `previous`
/// hashes, that the events shown of a stream are all it had (spec/log.md, Seal).
package struct SealTree: Sendable {
  /// The streams in the order of their leaves.
  package private(set) var streams: [StreamKey] = []
  /// The number of streams by kind, in the order of `StreamKind`.
  package private(set) var counts = [Int](repeating: 0, count: StreamKind.allCases.count)
  /// The complete subtrees by level, leaves first.
  private var levels: [[Hash]] = [[]]
  private var frontier = Frontier()

  /// A tree without streams.
  init() {}

  /// The root, which the seal records.
  package var root: Hash { frontier.root }

  /// Adds a stream behind those that come before it.
  mutating func add(_ stream: StreamKey, _ head: StreamHead) {
    let leaf = Self.leaf(of: stream, head)
    streams.append(stream)
    counts[Int(stream.kind.rawValue)] += 1
    levels[0].append(leaf)
    var completed: [(TreePosition, Hash)] = []
    frontier.push(leaf) { position, hash in completed.append((position, hash)) }
    for (position, hash) in completed {
      if Int(position.level) == levels.count { levels.append([]) }
      levels[Int(position.level)].append(hash)
    }
  }

  /// The leaf of a stream with its head.
  package static func leaf(of stream: StreamKey, _ head: StreamHead) -> Hash {
    var encoder = CBOREncoder(capacity: 64)
    encoder.array(4)
    encoder.uint(UInt64(stream.kind.rawValue))
    encoder.uint(UInt64(stream.number))
    encoder.uint(head.revision)
    head.leaf.withSpan { leaf in encoder.bytes(leaf) }
    return TreeHash.leaf(encoder.span)
  }

  /// The place of a stream's leaf, and its path to the root; nil for a stream without events.
  package func path(of stream: StreamKey) -> (place: UInt64, path: [Hash])? {
    guard let place = place(of: stream) else { return nil }
    let path = TreeProofs.inclusion(of: UInt64(place), in: frontier.size) { position in
      levels[Int(position.level)][Int(position.index)]
    }
    return path.map { (UInt64(place), $0) }
  }

  private func place(of stream: StreamKey) -> Int? {
    var (low, high) = (0, streams.count)
    while low < high {
      let middle = (low + high) / 2
      if streams[middle] < stream { low = middle + 1 } else { high = middle }
    }
    return low < streams.count && streams[low] == stream ? low : nil
  }
}

extension LogSnapshot {
  /// The tree of a seal of the first `size` events; O(streams + events since).
  package func sealTree(asOf size: UInt64) throws(EventLogError) -> SealTree {
    var tree = SealTree()
    try forEachHead(asOf: size) { (stream, head) throws(EventLogError) in tree.add(stream, head) }
    return tree
  }
}

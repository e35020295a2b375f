internal import LMDB
internal import Merkle

/// The number of events of a log and the root of the tree over them (RFC 9162 section 2.1.1),
/// computed from their bytes.
struct EventTree: Hashable, Sendable {
  let size: UInt64
  let root: Hash

  /// Reads and hashes every event; about 0.1 µs each with hashing in hardware.
  /// - Throws: `missingEvent` where the indexes have a gap; `store`.
  init(_ reading: ReadTransaction, _ events: Table) throws(MigrationError) {
    var frontier = Frontier()
    var gap: UInt64?
    do throws(LMDBError) {
      var cursor = try reading.cursor(over: events)
      var leaves: [Hash] = []
      leaves.reserveCapacity(EventTree.slice)
      var isOver = try !cursor.first()
      while !isOver {
        let index = frontier.size + UInt64(leaves.count)
        guard cursor.key.byteCount == 8, cursor.key.bigEndian64() == index else {
          gap = index
          break
        }
        leaves.append(TreeHash.leaf(cursor.value))
        isOver = try !cursor.nextInScan()
        if isOver || leaves.count == EventTree.slice {
          frontier.push(contentsOf: leaves) { _, _ in }
          leaves.removeAll(keepingCapacity: true)
        }
      }
    } catch {
      throw .store(error)
    }
    if let gap { throw .missingEvent(index: gap) }
    size = frontier.size
    root = frontier.root
  }

  /// How many leaves are hashed together.
  private static let slice = 1 << 12
}

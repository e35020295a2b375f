internal import LMDB
internal import Merkle

/// The heads that a writer has read or changed: each is read once and written once a transaction.
///
/// Numbers of streams are dense, so that pages indexed by number find a stream without hashing.
final class PendingHeads {
  /// A stream's head as the transaction has it.
  struct Entry {
    let stream: StreamKey
    /// How many events the stream has.
    var count: UInt64
    /// The last event's index and leaf hash; of no meaning where `count` is 0.
    var index: UInt64
    var leaf: Hash
    var isChanged: Bool

    @inline(__always)
    fileprivate mutating func advance(to index: UInt64, _ leaf: Hash) {
      count += 1
      self.index = index
      self.leaf = leaf
      isChanged = true
    }

    /// The head; nil for a stream without events.
    var head: StreamHead? {
      count == 0 ? nil : StreamHead(revision: count - 1, index: index, leaf: leaf)
    }
  }

  private(set) var entries: [Entry] = []
  /// Whether the table has all that is here.
  private(set) var isWritten = true
  /// By kind, then by number: places among `entries`, -1 for streams not met.
  private var pages = [[[Int32]]](repeating: [], count: StreamKind.allCases.count)
  private static let pageBits: UInt32 = 10

  /// The place among `entries` of a stream, or nil where it was not read yet.
  func place(of stream: StreamKey) -> Int? {
    let kind = Int(stream.kind.rawValue)
    let page = Int(stream.number >> Self.pageBits)
    guard page < pages[kind].count, !pages[kind][page].isEmpty else { return nil }
    let place = pages[kind][page][Int(stream.number & (1 << Self.pageBits - 1))]
    return place < 0 ? nil : Int(place)
  }

  /// Adds a stream that is not there, as one without events, and returns its place.
  @discardableResult
  func add(_ stream: StreamKey) -> Int {
    let kind = Int(stream.kind.rawValue)
    let page = Int(stream.number >> Self.pageBits)
    while pages[kind].count <= page { pages[kind].append([]) }
    if pages[kind][page].isEmpty {
      pages[kind][page] = [Int32](repeating: -1, count: 1 << Self.pageBits)
    }
    pages[kind][page][Int(stream.number & (1 << Self.pageBits - 1))] = Int32(entries.count)
    entries.append(
      Entry(stream: stream, count: 0, index: 0, leaf: TreeHash.empty, isChanged: false))
    return entries.count - 1
  }

  /// Gives the stream at `place` its stored head.
  func set(_ place: Int, _ head: StreamHead) {
    entries[place].count = head.revision + 1
    entries[place].index = head.index
    entries[place].leaf = head.leaf
  }

  /// Makes the event at `index` the last one of the stream at `place`.
  func advance(_ place: Int, to index: UInt64, _ leaf: Hash) {
    entries[place].advance(to: index, leaf)
    isWritten = false
  }

  /// Writes what has changed, in the order of the table.
  func write(to transaction: inout WriteTransaction, _ table: Table) throws(LMDBError) {
    defer { isWritten = true }
    let changed = entries.indices.filter { entries[$0].isChanged }
      .sorted { entries[$0].stream < entries[$1].stream }
    guard !changed.isEmpty else { return }
    var key: [UInt8] = []
    var row: [UInt8] = []
    var writer = try transaction.rows(of: table)
    for place in changed {
      guard let head = entries[place].head else { continue }
      entries[place].stream.write(to: &key)
      head.write(to: &row)
      try unsafe writer.put(row.span.bytes, at: key.span.bytes)
      entries[place].isChanged = false
    }
  }
}

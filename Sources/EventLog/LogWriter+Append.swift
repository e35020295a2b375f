internal import CBOR
internal import LMDB
internal import Merkle

extension LogWriter {
  /// Appends the events of a batch in its order, and returns the index of the first.
  ///
  /// Each gets its revision, `prior` and `previous` here. After `conflict` nothing has changed;
  /// after another failure the transaction cannot be committed. O(events), and O(log streams) for each stream that the transaction had not
  /// met.
  /// - Throws: `conflict` where a stream is not as the batch expects; `tooLong`; `store`.
  @discardableResult
  package mutating func append(_ batch: borrowing DraftBatch) throws(EventLogError) -> UInt64 {
    let first = size
    let places = try loadHeads(of: batch)
    for expectation in batch.expectations {
      let found = heads.place(of: expectation.stream).map { heads.entries[$0].count } ?? 0
      guard found == expectation.count else {
        throw .conflict(stream: expectation.stream, expected: expectation.count, found: found)
      }
    }
    isSpoiled = true
    var start = 0
    while start < batch.count {
      let end = min(start + Self.chunk, batch.count)
      try append(batch, start..<end, places)
      start = end
    }
    isSpoiled = false
    return first
  }

  /// How many events are encoded, hashed and put at a time: few enough to stay in the processor.
  private static let chunk = 512

  /// Reads the heads of streams that this transaction meets for the first time, in key order, and
  /// returns the place of each draft's stream among the pending heads.
  private mutating func loadHeads(of batch: borrowing DraftBatch) throws(EventLogError) -> [Int] {
    var unknown: [(stream: UInt64, place: Int)] = []
    func place(of stream: StreamKey) -> Int {
      if let place = heads.place(of: stream) { return place }
      let place = heads.add(stream)
      unknown.append((stream.packed, place))
      return place
    }
    for expectation in batch.expectations { _ = place(of: expectation.stream) }
    let places = batch.drafts.map { place(of: $0.stream) }
    unknown.sort { $0.stream < $1.stream }
    var key: [UInt8] = []
    let stored = reading
    for (_, place) in unknown {
      let stream = heads.entries[place].stream
      stream.write(to: &key)
      if let head = try stored.storedHead(of: stream, key) { heads.set(place, head) }
    }
    return places
  }

  private mutating func append(
    _ batch: borrowing DraftBatch, _ range: Range<Int>, _ places: [Int]
  ) throws(EventLogError) {
    let first = size
    var chunk = EncodedChunk(count: range.count)
    try encode(batch, range, places, into: &chunk)
    var nodes = NodeRows(after: first, adding: UInt64(range.count))
    frontier.push(contentsOf: chunk.leaves) { position, hash in nodes.set(position, hash) }
    do throws(LMDBError) {
      try chunk.put(encoder, from: first, to: &transaction, tables.events)
      try nodes.append(to: &transaction, tables.nodes)
    } catch {
      throw .store(error)
    }
  }

  /// Encodes and hashes events, two at a time unless the second needs the hash of the first.
  private mutating func encode(
    _ batch: borrowing DraftBatch, _ range: Range<Int>, _ places: [Int],
    into chunk: inout EncodedChunk
  ) throws(EventLogError) {
    encoder.removeAll()
    let first = size
    var waiting: Int?
    for place in range {
      let draft = batch.drafts[place]
      let headPlace = places[place]
      if let before = waiting, chunk.heads[before] == headPlace {
        settle(before, encoder.leaf(of: chunk.range(before)), &chunk, first)
        waiting = nil
      }
      encodeHeader(of: draft, after: heads.entries[headPlace])
      encoder.encoded(unsafe batch.tails.span.bytes.extracting(draft.tail))
      let event = chunk.add(headPlace, end: encoder.count)
      guard chunk.range(event).count <= EventStore.longestEvent else {
        throw .tooLong(draft: place, length: chunk.range(event).count)
      }
      if let before = waiting {
        let bytes = encoder.span
        let (one, two) = TreeHash.leaves(
          bytes.extracting(chunk.range(before)), bytes.extracting(chunk.range(event)))
        settle(before, one, &chunk, first)
        settle(event, two, &chunk, first)
        waiting = nil
      } else {
        waiting = event
      }
    }
    if let waiting { settle(waiting, encoder.leaf(of: chunk.range(waiting)), &chunk, first) }
  }

  /// Notes the leaf hash of an event, which is now its stream's last.
  private func settle(
    _ event: Int, _ leaf: Hash, _ chunk: inout EncodedChunk, _ first: UInt64
  ) {
    chunk.leaves[event] = leaf
    heads.advance(chunk.heads[event], to: first + UInt64(event), leaf)
  }

  /// The head of the envelope's map, and its keys 0 to 6.
  private mutating func encodeHeader(of draft: DraftBatch.Draft, after head: PendingHeads.Entry) {
    encoder.map(Int(draft.fields) + (head.count == 0 ? 5 : 7))
    encoder.uint(0)
    encoder.uint(UInt64(draft.type))
    encoder.uint(1)
    encoder.uint(UInt64(draft.version))
    encoder.uint(2)
    encoder.uint(UInt64(draft.stream.kind.rawValue))
    encoder.uint(3)
    encoder.uint(UInt64(draft.stream.number))
    encoder.uint(4)
    encoder.uint(head.count)
    guard head.count > 0 else { return }
    encoder.uint(5)
    encoder.uint(head.index)
    encoder.uint(6)
    head.leaf.withSpan { leaf in encoder.bytes(leaf) }
  }
}

/// Events encoded one behind the other in a buffer, and what is known of each.
struct EncodedChunk {
  private var ends: [Int] = [0]
  /// The place of the event's stream among the pending heads.
  private(set) var heads: [Int] = []
  /// The leaf hashes.
  var leaves: [Hash]

  init(count: Int) {
    leaves = [Hash](repeating: TreeHash.empty, count: count)
    ends.reserveCapacity(count + 1)
    heads.reserveCapacity(count)
  }

  /// Adds the event that ends at `end` of the buffer, and returns its place.
  mutating func add(_ head: Int, end: Int) -> Int {
    heads.append(head)
    ends.append(end)
    return heads.count - 1
  }

  /// Where an event is in the buffer.
  func range(_ event: Int) -> Range<Int> { ends[event]..<ends[event + 1] }

  /// Appends the events to their table.
  func put(
    _ encoder: borrowing CBOREncoder, from first: UInt64,
    to transaction: inout WriteTransaction, _ table: Table
  ) throws(LMDBError) {
    var rows = try transaction.rows(of: table)
    let bytes = encoder.span
    for event in leaves.indices {
      try rows.append(bytes.extracting(range(event)), at: first + UInt64(event))
    }
  }
}

extension CBOREncoder {
  /// The leaf hash of a part of the bytes.
  fileprivate func leaf(of range: Range<Int>) -> Hash { TreeHash.leaf(span.extracting(range)) }
}

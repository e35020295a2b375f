import EventLog
import LMDB
import Merkle
import Platform
import TestSupport
import Testing

@Suite struct History {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func open(_ name: String = "log") throws -> EventStore {
    try EventStore(folder: "\(folder.path)/\(name)", options: .init(mapSize: 1 << 28))
  }

  /// The root by the definition of RFC 9162 section 2.1.1.
  func root(_ leaves: ArraySlice<Hash>) -> Hash {
    guard leaves.count > 1 else { return leaves.first ?? TreeHash.empty }
    let split = leaves.startIndex + Int(TreeMath.split(UInt64(leaves.count)))
    return TreeHash.node(root(leaves[..<split]), root(leaves[split...]))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `one batch, many batches and many transactions give the same log`(seed: UInt64) throws {
    let drafts = Draft.random(1500, streams: 40, seed: seed)
    let one = try open("one")
    try one.append(drafts)
    let many = try open("many")
    var random = SeededGenerator(seed: seed)
    var start = 0
    while start < drafts.count {
      try many.write { (writer) throws(EventLogError) in
        for _ in 0..<Int.random(in: 1...3, using: &random) where start < drafts.count {
          let end = min(drafts.count, start + Int.random(in: 1...40, using: &random))
          var batch = DraftBatch()
          for draft in drafts[start..<end] { draft.add(to: &batch) }
          #expect(try writer.append(batch) == UInt64(start))
          start = end
        }
      }
    }
    #expect(try one.allEvents() == many.allEvents())
    let verdicts = try (one.verified(), many.verified(threads: 1))
    #expect(verdicts.0 == verdicts.1)
    #expect(verdicts.0.fault == nil)
    #expect(verdicts.0.size == 1500)
    #expect(verdicts.0.commitments == drafts.count { $0.hasCommitment })
  }

  @Test func `the root of every size, and every node, is that of the definition`() throws {
    let log = try open()
    let drafts = Draft.random(100, streams: 5, seed: 9)
    for place in stride(from: 0, to: 100, by: 3) {
      try log.append(drafts[place..<min(place + 3, 100)])
    }
    let leaves = try log.allEvents().map { TreeHash.leaf($0) }
    try log.read { (snapshot) throws(EventLogError) in
      for size in 0...100 {
        #expect(try snapshot.root(asOf: UInt64(size)) == root(leaves[..<size]))
      }
      for level in 1...6 {
        for index in 0..<(100 >> level) {
          let node = try snapshot.node(TreePosition(level: UInt8(level), index: UInt64(index)))
          #expect(node == root(leaves[index << level..<(index + 1) << level]))
        }
      }
      #expect(try snapshot.root() == snapshot.root(asOf: 100))
      for index in [0, 50, 98] as [UInt64] {
        let path = try snapshot.inclusionProof(of: index, in: 99)
        #expect(
          ProofCheck.inclusion(
            of: leaves[Int(index)], at: index, in: 99, path: path,
            root: try snapshot.root(asOf: 99)))
        let consistency = try snapshot.consistencyProof(from: index + 1, to: 100)
        #expect(
          ProofCheck.consistency(
            from: index + 1, oldRoot: try snapshot.root(asOf: index + 1), to: 100,
            newRoot: try snapshot.root(), path: consistency ?? []))
      }
    }
  }

  @Test func `the events of a stream are chained, and read by following prior`() throws {
    let log = try open()
    let drafts = Draft.random(400, streams: 7, seed: 4)
    try log.append(drafts)
    let events = try log.allEvents()
    let byStream = Dictionary(grouping: drafts.indices) { drafts[$0].stream }
    try log.read { (snapshot) throws(EventLogError) in
      for (stream, places) in byStream {
        #expect(try snapshot.indexes(of: stream) == places.map { UInt64($0) })
        for (revision, place) in places.enumerated() {
          let header = try snapshot.header(at: UInt64(place))
          #expect(header.stream == stream)
          #expect(header.revision == UInt64(revision))
          let before = revision > 0 ? places[revision - 1] : nil
          #expect(header.prior == before.map { UInt64($0) })
          #expect(header.previous == before.map { TreeHash.leaf(events[$0]) })
          let head = try snapshot.head(of: stream, asOf: UInt64(place) + 1)
          #expect(head?.index == UInt64(place))
          #expect(head?.leaf == TreeHash.leaf(events[place]))
          #expect(try snapshot.head(of: stream, asOf: UInt64(place))?.index == header.prior)
        }
      }
      var heads: [StreamKey] = []
      try snapshot.forEachHead { (stream, head) throws(EventLogError) in
        #expect(head.index == byStream[stream]?.last.map { UInt64($0) })
        heads.append(stream)
      }
      #expect(heads == byStream.keys.sorted())
      var earlier = 0
      try snapshot.forEachHead(asOf: 50) { (_, head) throws(EventLogError) in
        #expect(head.index < 50)
        earlier += 1
      }
      #expect(earlier == Set(drafts[..<50].map(\.stream)).count)
    }
  }

  @Test func `fields are read back as they were given`() throws {
    let log = try open()
    var batch = DraftBatch()
    Draft(
      stream: StreamKey(.person, 77), recorded: -5, text: "đồng chí", hasCommitment: true
    ).add(to: &batch)
    try log.write { (writer) throws(EventLogError) in _ = try writer.append(batch) }
    try log.read { (snapshot) throws(EventLogError) in
      let header = try snapshot.header(at: 0)
      let event = try snapshot.event(at: 0)
      #expect(header.type == 300)
      #expect(header.version == 1)
      #expect(header.recorded == -5)
      #expect(header.effective == nil)
      #expect(event.extracting(header.actor).copied == Array("tester".utf8))
      #expect(header.commitment?.bytes == [UInt8](repeating: 5, count: 32))
      #expect(event.extracting(header.payload).copied.count == 1 + 1 + 1 + "đồng chí".utf8.count)
      #expect(try snapshot.lastRecorded() == -5)
    }
  }

  @Test func `a moment is a size`() throws {
    let log = try open()
    try log.append(Draft.random(300, streams: 3, seed: 2))
    try log.read { (snapshot) throws(EventLogError) in
      #expect(try snapshot.size(recordedUpTo: 999_999) == 0)
      #expect(try snapshot.size(recordedUpTo: 1_000_000) == 3)
      #expect(try snapshot.size(recordedUpTo: 1_000_050) == 153)
      #expect(try snapshot.size(recordedUpTo: .max) == 300)
    }
  }

  @Test func `readers see whole transactions while a writer appends`() throws {
    let log = try open()
    let drafts = Draft.random(600, streams: 9, seed: 6)
    try log.append(drafts[..<6])
    let seen = try Threads.parallel(
      { () throws(EventLogError) in
        for start in stride(from: 6, to: 600, by: 6) { try log.append(drafts[start..<start + 6]) }
      },
      { () throws(EventLogError) in
        var sizes: [UInt64] = []
        while sizes.last != 600 {
          try log.read { (snapshot) throws(EventLogError) in
            sizes.append(snapshot.size)
            let last = try snapshot.header(at: snapshot.size - 1)
            #expect(try snapshot.head(of: last.stream)?.index == snapshot.size - 1)
            #expect(try snapshot.root() == snapshot.frontier().root)
          }
        }
        return sizes
      }
    ).1
    #expect(seen == seen.sorted())
    #expect(seen.allSatisfy { $0 % 6 == 0 })
    #expect(try log.verified().fault == nil)
  }
}

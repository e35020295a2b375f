import EventLog
import LMDB
import Merkle
import TestSupport
import Testing

@Suite struct SealTests {
  @Test func `the bytes of a leaf are the array that the specification says`() throws {
    let head = StreamHead(revision: 300, index: 9, leaf: TreeHash.leaf([1, 2, 3]))
    // An array of 4: 3, 70,000, 300, and 32 bytes.
    let bytes: [UInt8] = [0x84, 0x03, 0x1A, 0, 1, 0x11, 0x70, 0x19, 1, 0x2C, 0x58, 0x20]
    #expect(
      SealTree.leaf(of: StreamKey(.person, 70_000), head)
        == TreeHash.leaf(bytes + head.leaf.bytes))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a seal has a leaf for each stream, and a path from it`(seed: UInt64) throws {
    print("seed \(seed)")
    let folder = try TemporaryFolder()
    let log = try EventStore(folder: folder.path, options: .init(access: .create))
    try log.append(Draft.random(400, streams: 60, seed: seed))
    try log.read { (snapshot) throws(EventLogError) in
      let tree = try snapshot.sealTree(asOf: snapshot.size)
      #expect(tree.streams == tree.streams.sorted())
      #expect(tree.counts.reduce(0, +) == tree.streams.count)
      #expect(tree.streams.count == (try snapshot.streamCount()))
      for stream in tree.streams {
        let head = try snapshot.head(of: stream)
        let found = tree.path(of: stream)
        guard let head, let (place, path) = found else {
          Issue.record("no path for \(stream)")
          continue
        }
        #expect(
          ProofCheck.inclusion(
            of: SealTree.leaf(of: stream, head), at: place, in: UInt64(tree.streams.count),
            path: path, root: tree.root))
      }
      #expect(tree.path(of: StreamKey(.person, 9_999)) == nil)
    }
    #expect(try log.verified().fault == nil)
  }

  @Test(arguments: [4, 5] as [UInt64])
  func `a seal of an earlier size is that of the log when it had that size`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let drafts = Draft.random(300, streams: 20, seed: seed)
    let whole = try EventStore(folder: folder.path + "/a", options: .init(access: .create))
    try whole.append(drafts)
    let then = try EventStore(folder: folder.path + "/b", options: .init(access: .create))
    try then.append(drafts.prefix(170))
    let early = try whole.read { (log) throws(EventLogError) in try log.sealTree(asOf: 170) }
    let alone = try then.read { (log) throws(EventLogError) in try log.sealTree(asOf: 170) }
    #expect(early.root == alone.root)
    #expect(early.streams == alone.streams)
    #expect(early.counts == alone.counts)
    #expect(try whole.verified().fault == nil)
    #expect(try then.verified().fault == nil)
  }
}

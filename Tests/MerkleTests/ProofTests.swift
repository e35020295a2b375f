import Merkle
import TestSupport
import Testing

/// Proofs made and checked, whole and spoilt.
@Suite struct ProofTests {
  static let limit = 64
  let naive = NaiveTree(counting: limit)

  func root(_ size: Int) -> Hash { NaiveTree.root(naive.leaves.prefix(size)) }

  @Test(arguments: 1...limit)
  func `every inclusion path is that of the definition and checks`(size: Int) throws {
    let stored = StoredTree(naive.leaves)
    let root = root(size)
    for index in 0..<size {
      let path = try TreeProofs.inclusion(
        of: UInt64(index), in: UInt64(size), node: stored.node)
      #expect(path == NaiveTree.path(index, naive.leaves.prefix(size)))
      #expect(
        ProofCheck.inclusion(
          of: naive.leaves[index], at: UInt64(index), in: UInt64(size), path: path ?? [],
          root: root))
    }
  }

  @Test(arguments: 1...limit)
  func `every consistency path is that of the definition and checks`(new: Int) throws {
    let stored = StoredTree(naive.leaves)
    for old in 1...new {
      let path = try TreeProofs.consistency(
        from: UInt64(old), to: UInt64(new), node: stored.node)
      #expect(path == NaiveTree.subproof(old, naive.leaves.prefix(new), true))
      #expect(
        ProofCheck.consistency(
          from: UInt64(old), oldRoot: root(old), to: UInt64(new), newRoot: root(new),
          path: path ?? []))
    }
  }

  @Test func `roots are read from stored nodes for every size`() throws {
    let stored = StoredTree(naive.leaves)
    for size in 0...Self.limit {
      #expect(try TreeProofs.root(of: UInt64(size), node: stored.node) == root(size))
    }
  }

  @Test func `a path in a tree of a million leaves reads few nodes`() throws {
    var reads = 0
    let size: UInt64 = 1_000_003
    let path = TreeProofs.inclusion(of: 777_777, in: size) { position in
      reads += 1
      #expect((position.index + 1) << UInt64(position.level) <= size)
      return TreeHash.empty
    }
    #expect(path?.count == 20)
    #expect(reads <= 40)
  }

  @Test func `there is no path outside the tree`() throws {
    let stored = StoredTree(naive.leaves)
    #expect(try TreeProofs.inclusion(of: 5, in: 5, node: stored.node) == nil)
    #expect(try TreeProofs.inclusion(of: 0, in: 0, node: stored.node) == nil)
    #expect(try TreeProofs.consistency(from: 6, to: 5, node: stored.node) == nil)
    #expect(try TreeProofs.consistency(from: 0, to: 5, node: stored.node) == nil)
  }

  @Test func `a failure to read a node is passed on`() {
    let stored = StoredTree([])
    #expect(throws: StoredTree.Missing.self) {
      try TreeProofs.inclusion(of: 0, in: 2, node: stored.node)
    }
  }

  @Test(arguments: 1...limit)
  func `a spoilt inclusion proof is rejected`(size: Int) throws {
    var random = SeededGenerator.announced()
    let stored = StoredTree(naive.leaves)
    let index = Int.random(in: 0..<size, using: &random)
    let path = try #require(
      try TreeProofs.inclusion(of: UInt64(index), in: UInt64(size), node: stored.node))
    let other = TreeHash.leaf(Array("other".utf8))
    func accepts(_ leaf: Hash, _ index: Int, _ path: [Hash], _ root: Hash) -> Bool {
      ProofCheck.inclusion(
        of: leaf, at: UInt64(index), in: UInt64(size), path: path, root: root)
    }
    let leaf = naive.leaves[index]
    #expect(!accepts(other, index, path, root(size)), "\(random)")
    #expect(!accepts(leaf, index, path, other), "\(random)")
    #expect(!accepts(leaf, size, path, root(size)), "\(random)")
    #expect(!accepts(leaf, index, path + [other], root(size)), "\(random)")
    #expect(!accepts(leaf, index, [other] + path, root(size)), "\(random)")
    for wrong in 0..<size where wrong != index {
      #expect(!accepts(leaf, wrong, path, root(size)), "\(random)")
    }
    for place in path.indices {
      var spoilt = path
      spoilt[place] = other
      #expect(!accepts(leaf, index, spoilt, root(size)), "\(random)")
      spoilt.remove(at: place)
      #expect(!accepts(leaf, index, spoilt, root(size)), "\(random)")
    }
  }

  @Test(arguments: 2...limit)
  func `a spoilt consistency proof is rejected`(new: Int) throws {
    var random = SeededGenerator.announced()
    let stored = StoredTree(naive.leaves)
    let old = Int.random(in: 1..<new, using: &random)
    let path = try #require(
      try TreeProofs.consistency(from: UInt64(old), to: UInt64(new), node: stored.node))
    let other = TreeHash.leaf(Array("other".utf8))
    func accepts(_ old: Int, _ oldRoot: Hash, _ newRoot: Hash, _ path: [Hash]) -> Bool {
      ProofCheck.consistency(
        from: UInt64(old), oldRoot: oldRoot, to: UInt64(new), newRoot: newRoot, path: path)
    }
    let (before, after) = (root(old), root(new))
    #expect(!accepts(old, other, after, path), "\(random)")
    #expect(!accepts(old, before, other, path), "\(random)")
    #expect(!accepts(old, before, after, []), "\(random)")
    #expect(!accepts(old, before, after, path + [other]), "\(random)")
    #expect(!accepts(0, TreeHash.empty, after, path), "\(random)")
    #expect(!accepts(new + 1, before, after, path), "\(random)")
    #expect(!accepts(new, after, after, path), "\(random)")
    for place in path.indices {
      var spoilt = path
      spoilt[place] = other
      #expect(!accepts(old, before, after, spoilt), "\(random)")
      spoilt.remove(at: place)
      #expect(!accepts(old, before, after, spoilt), "\(random)")
    }
  }
}

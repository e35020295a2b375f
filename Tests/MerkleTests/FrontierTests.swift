import Merkle
import Testing

/// Appending: roots and completed subtrees.
@Suite struct FrontierTests {
  /// The eight entries that implementations of RFC 6962 share as an example.
  static let classic: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], Array(0x40...0x43), Array(0x50...0x57),
    Array(0x60...0x6F),
  ]

  static let classicRoots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test func `the classic eight leaves have their published roots`() {
    var frontier = Frontier()
    #expect(frontier.root.hex == Self.classicRoots[0])
    for (entry, root) in zip(Self.classic, Self.classicRoots.dropFirst()) {
      _ = frontier.push(TreeHash.leaf(entry))
      #expect(frontier.root.hex == root)
    }
  }

  @Test func `every root up to 200 leaves is that of the definition`() {
    let naive = NaiveTree(counting: 200)
    var frontier = Frontier()
    for (index, leaf) in naive.leaves.enumerated() {
      _ = frontier.push(leaf)
      #expect(frontier.size == UInt64(index + 1))
      #expect(frontier.root == NaiveTree.root(naive.leaves.prefix(index + 1)))
    }
  }

  @Test func `a leaf completes the subtrees that end with it and no others`() {
    let leaves = NaiveTree(counting: 130).leaves
    var frontier = Frontier()
    for (index, leaf) in leaves.enumerated() {
      let completed = frontier.push(leaf)
      #expect(completed.count == (index + 1).trailingZeroBitCount)
      for (place, hash) in completed.enumerated() {
        let width = 2 << place
        #expect(hash == NaiveTree.root(leaves[index + 1 - width..<index + 1]))
      }
    }
  }

  @Test func `a subtree pushed by its root gives what its leaves give`() {
    let leaves = NaiveTree(counting: 96).leaves
    for level in 1...5 as ClosedRange<UInt8> {
      let width = 1 << Int(level)
      var (single, whole) = (Frontier(), Frontier())
      for first in stride(from: 0, to: leaves.count, by: width) {
        let part = Array(leaves[first..<first + width])
        let levels = TreeHash.levels(over: part)
        #expect(levels.map(\.count) == (1...Int(level)).map { width >> $0 })
        var above: [Hash] = []
        whole.push(NaiveTree.root(part[...]), ofLevel: level) { above.append($1) }
        for (place, leaf) in part.enumerated() {
          let completed = single.push(leaf)
          for (height, hash) in completed.prefix(Int(level)).enumerated() {
            #expect(levels[height][place >> (height + 1)] == hash)
          }
          if place == width - 1 { #expect(Array(completed.dropFirst(Int(level))) == above) }
        }
        #expect(single == whole)
      }
    }
  }

  @Test func `leaves pushed together give what they give one by one`() throws {
    let leaves = NaiveTree(counting: 140).leaves
    for before in 0...40 {
      for count in [0, 1, 2, 3, 7, 8, 31, 32, 33, 100] {
        var single = StoredTree(Array(leaves.prefix(before))).frontier
        var together = single
        var expected: [TreePosition: Hash] = [:]
        var found: [(TreePosition, Hash)] = []
        let added = Array(leaves[before..<before + count])
        for leaf in added { single.push(leaf) { expected[$0] = $1 } }
        together.push(contentsOf: added) { found.append(($0, $1)) }
        #expect(together == single)
        #expect(found.map(\.0) == expected.keys.sorted())
        for (position, hash) in found { #expect(expected[position] == hash) }
      }
    }
  }

  @Test func `a frontier is read back from the stored nodes`() throws {
    let leaves = NaiveTree(counting: 70).leaves
    for size in 0...70 {
      let stored = StoredTree(Array(leaves.prefix(size)))
      let frontier = try Frontier(size: UInt64(size), node: stored.node)
      #expect(frontier == stored.frontier)
    }
  }

  @Test func `a tree splits at the largest power of two strictly below its size`() {
    let expected: [(UInt64, UInt64)] = [
      (2, 1), (3, 2), (4, 2), (5, 4), (8, 4), (9, 8), (1 << 63, 1 << 62),
      (1 << 63 + 1, 1 << 63), (.max, 1 << 63),
    ]
    for (size, split) in expected { #expect(TreeMath.split(size) == split) }
  }

  @Test func `the peaks of the largest size are 64`() {
    let peaks = TreeMath.peaks(.max)
    #expect(peaks.count == 64)
    #expect(peaks.first == TreePosition(level: 63, index: 0))
    #expect(peaks.last == TreePosition(level: 0, index: .max - 1))
  }
}

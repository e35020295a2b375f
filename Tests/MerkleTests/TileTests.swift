import Merkle
import Testing

@Suite struct TileTests {
  @Test func `the path of a tile has groups of three digits, all but the last marked`() {
    #expect(Tile(level: 0, number: 1_234_067, width: 256).path == "tile/0/x001/x234/067")
    #expect(Tile(level: 1, number: 0, width: 17).path == "tile/1/000.p/17")
    #expect(Tile(level: 2, number: 999, width: 1).path == "tile/2/999.p/1")
    #expect(Tile(level: 0, number: 1_000, width: 256).entriesPath == "tile/entries/x001/000")
  }

  @Test func `a tree of 70,000 has the tiles that C2SP counts`() {
    let tiles = Tile.all(of: 70_000)
    #expect(tiles.filter { $0.level == 0 && $0.width == 256 }.count == 273)
    #expect(tiles.filter { $0.level == 0 && $0.width < 256 }.map(\.width) == [112])
    #expect(tiles.filter { $0.level == 1 }.map(\.width) == [256, 17])
    #expect(tiles.filter { $0.level == 2 }.map(\.width) == [1])
    #expect(tiles.allSatisfy { $0.level <= 2 })
  }

  @Test(
    arguments: [
      (0, []), (1, [1]), (255, [255]), (256, [256, 1]), (257, [256, 1, 1]),
    ] as [(UInt64, [Int])])
  func `no tile is empty, and a partial one is never hashed upward`(size: UInt64, widths: [Int]) {
    #expect(Tile.all(of: size).map(\.width) == widths)
  }

  @Test func `the hashes of a tile stand eight levels up, and all are complete`() {
    for size: UInt64 in [1, 256, 300, 65_536, 70_000] {
      for tile in Tile.all(of: size) {
        #expect(tile.positions.count == tile.width)
        for position in tile.positions {
          #expect(position.level == 8 * tile.level)
          #expect((position.index + 1) << UInt64(position.level) <= size)
        }
      }
    }
  }

  @Test func `a proof reads at most two nodes a level`() throws {
    let tree = StoredTree(NaiveTree(counting: 1_000).leaves)
    for index: UInt64 in [0, 1, 511, 512, 998, 999] {
      var read = 0
      let path = try TreeProofs.inclusion(of: index, in: 1_000) {
        (position) throws(StoredTree.Missing) in
        read += 1
        return try tree.node(position)
      }
      #expect(path != nil)
      #expect(read <= 2 * 10, "\(read) nodes for leaf \(index)")
    }
  }
}

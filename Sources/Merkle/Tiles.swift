/// The tiles of a tree as C2SP tlog-tiles has them: 256 hashes each, levels eight heights apart.
package struct Tile: Hashable, Sendable {
  /// The hashes of a full tile.
  package static let fullWidth = 256

  /// The tile's level: 0 holds leaf hashes, each further one the roots of full tiles below.
  package let level: UInt8
  /// The tile's number within its level, from 0.
  package let number: UInt64
  /// How many hashes it holds: 1 to 256, and 256 for all but the last of a level.
  package let width: Int

  /// The tile of that level and number with so many hashes.
  package init(level: UInt8, number: UInt64, width: Int) {
    self.level = level
    self.number = number
    self.width = width
  }
}

extension Tile {
  /// The tiles of a tree of `size` leaves, level by level; none is empty.
  package static func all(of size: UInt64) -> [Tile] {
    var tiles: [Tile] = []
    var left = size
    var level: UInt8 = 0
    while left > 0 {
      let full = left / UInt64(fullWidth)
      for number in 0..<full { tiles.append(Tile(level: level, number: number, width: fullWidth)) }
      let rest = Int(left % UInt64(fullWidth))
      if rest > 0 { tiles.append(Tile(level: level, number: full, width: rest)) }
      left = full
      level += 1
    }
    return tiles
  }

  /// The places of its hashes in the tree.
  package var positions: [TreePosition] {
    (0..<width).map { place in
      TreePosition(level: 8 * level, index: number * UInt64(Tile.fullWidth) + UInt64(place))
    }
  }

  /// Its path below the prefix: `tile/0/x001/x234/067`, with `.p/W` where it is partial.
  package var path: String { "tile/\(level)/\(suffix)" }

  /// The path of the bundle of entries beside a tile of level 0.
  package var entriesPath: String { "tile/entries/\(suffix)" }

  /// The number in groups of three digits, all but the last marked by `x`.
  private var suffix: String {
    var groups: [String] = []
    var rest = number
    repeat {
      let digits = String(rest % 1_000)
      let group = String(repeating: "0", count: 3 - digits.utf8.count) + digits
      groups.append(groups.isEmpty ? group : "x" + group)
      rest /= 1_000
    } while rest > 0
    let path = groups.reversed().joined(separator: "/")
    return width == Tile.fullWidth ? path : "\(path).p/\(width)"
  }
}

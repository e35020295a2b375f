import Merkle
import TestSupport
import Testing

/// The hashes of leaves, nodes and commitments, each by its definition.
@Suite struct TreeHashTests {
  func portable(_ bytes: [UInt8]) -> Hash {
    var stream = SHA256(path: .portable)
    stream.update(bytes)
    return stream.digest()
  }

  @Test(arguments: SHA256Tests.paths)
  func `a leaf is hashed behind a zero byte, whatever its length`(path: HashingPath) {
    var random = SeededGenerator.announced()
    for length in 0...300 {
      let entry = random.bytes(length)
      let hash = unsafe entry.withUnsafeBytes { entry in unsafe TreeHash.leaf(entry, path: path) }
      #expect(hash == portable([0] + entry), "\(random), length \(length)")
    }
  }

  @Test(arguments: SHA256Tests.paths)
  func `two leaves at once are as one by one, whatever their lengths`(path: HashingPath) {
    var random = SeededGenerator.announced()
    for length in 0...200 {
      let first = random.bytes(length)
      let second = random.bytes(Int.random(in: 0...400, using: &random))
      let pair = unsafe first.withUnsafeBytes { first in
        unsafe second.withUnsafeBytes { second in
          unsafe TreeHash.leaves(first, second, path: path)
        }
      }
      #expect(pair.0 == TreeHash.leaf(first), "\(random), length \(length)")
      #expect(pair.1 == TreeHash.leaf(second), "\(random), length \(length)")
    }
  }

  @Test(arguments: SHA256Tests.paths)
  func `nodes are hashed behind a one, alone and in pairs`(path: HashingPath) throws {
    var random = SeededGenerator.announced()
    let parts = (0..<4).map { _ in random.bytes(32) }
    let hashes = try parts.map { part throws(MerkleError) in try Hash(part) }
    let left = TreeHash.node(hashes[0], hashes[1], path: path)
    let right = TreeHash.node(hashes[2], hashes[3], path: path)
    #expect(left == portable([1] + parts[0] + parts[1]))
    #expect(right == portable([1] + parts[2] + parts[3]))
    let both = TreeHash.nodes((hashes[0], hashes[1]), (hashes[2], hashes[3]), path: path)
    #expect(both == (left, right))
  }

  @Test(arguments: SHA256Tests.paths)
  func `a commitment is hashed behind a two, salt first`(path: HashingPath) {
    var random = SeededGenerator.announced()
    for length in [0, 1, 46, 47, 48, 111, 500] {
      let (salt, data) = (random.bytes(16), random.bytes(length))
      let hash = unsafe TreeHash.commitment(
        salt: salt.span.bytes, data: data.span.bytes, path: path)
      #expect(hash == portable([2] + salt + data))
    }
  }
}

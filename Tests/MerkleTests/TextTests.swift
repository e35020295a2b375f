import Merkle
import TestSupport
import Testing

/// Hashes, base64 and checkpoints as text.
@Suite struct TextTests {
  @Test func `a hash has 32 bytes and no other number`() {
    for count in [0, 1, 31, 33, 64] {
      let bytes = [UInt8](repeating: 7, count: count)
      #expect(throws: MerkleError.hashLength(found: count)) { try Hash(bytes) }
      #expect(throws: MerkleError.hashLength(found: count)) {
        try Hash(base64: Base64.encode(bytes))
      }
      #expect(throws: MerkleError.hashText) {
        try Hash(hex: String(repeating: "07", count: count))
      }
    }
    #expect(throws: MerkleError.hashText) { try Hash(hex: String(repeating: "0", count: 63)) }
    #expect(throws: MerkleError.hashText) { try Hash(hex: String(repeating: "0g", count: 32)) }
  }

  @Test func `a hash comes back from its bytes and texts`() throws {
    var random = SeededGenerator.announced()
    for _ in 0..<100 {
      let bytes = random.bytes(32)
      let hash = try Hash(bytes)
      #expect(hash.bytes == bytes)
      #expect(try Hash(hex: hash.hex) == hash)
      #expect(try Hash(hex: hash.hex.uppercased()) == hash)
      #expect(try Hash(base64: hash.base64) == hash)
      let copy = try unsafe bytes.withUnsafeBytes { (bytes) throws(MerkleError) in
        try unsafe Hash(bytes)
      }
      #expect(copy == hash)
      var appended: [UInt8] = [1]
      hash.append(to: &appended)
      #expect(appended == [1] + bytes)
    }
  }

  @Test func `hashes are ordered by their bytes`() throws {
    var random = SeededGenerator.announced()
    for _ in 0..<200 {
      let left = random.bytes(32)
      var right = left
      right[Int.random(in: 0..<32, using: &random)] = UInt8.random(in: 0...255, using: &random)
      let isLess = left.lexicographicallyPrecedes(right)
      #expect(try (Hash(left) < Hash(right)) == isLess, "\(random)")
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `the vectors of RFC 4648 go both ways`(plain: String, text: String) throws {
    #expect(Base64.encode(Array(plain.utf8)) == text)
    #expect(try Base64.decode(text) == Array(plain.utf8))
  }

  @Test func `all bytes go through base64 and back`() throws {
    var random = SeededGenerator.announced()
    for length in 0...200 {
      let bytes = random.bytes(length)
      #expect(try Base64.decode(Base64.encode(bytes)) == bytes, "\(random)")
    }
    #expect(Base64.encode([0xFB, 0xEF, 0xFF]) == "++//")
  }

  @Test(arguments: [
    ("Zg", 2), ("Zg=", 3), ("Zh==", 1), ("Zm9=", 2), ("Zg==Zg==", 2), ("=m9v", 0), ("Z===", 1),
    ("Zm 9", 2), ("Zm9v\n", 5), ("Zm-_", 2), ("Zg=v", 3), ("Zév", 1), ("====", 0),
  ])
  func `base64 that is not canonical is rejected at its place`(text: String, offset: Int) {
    #expect(throws: MerkleError.base64(offset: offset)) { try Base64.decode(text) }
  }
}

import Merkle
import TestSupport
import Testing

/// SHA-256 against published digests, by the processor's instructions and by C alone.
@Suite struct SHA256Tests {
  static let paths: [HashingPath] = [.automatic, .portable]

  /// Messages in hexadecimal and digests of NIST's CAVS file SHA256ShortMsg and of its examples.
  static let short = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("d3", "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    ("bd", "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    ("11af", "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
    ("b4190e", "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"),
    ("c98c8e55", "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"),
    ("616263", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "5a86b737eaea8ee976a0a24da63e7ed7eefad18a101c1211e2b3650c5187c2a8"
        + "a650547208251f6d4237e661c7bf4c77f335390394c37fa1a9f9be836ac28509",
      "42e61e174fbb3897d6dd6cef3dd2802fe67b331953b06114a65c772859dfc1aa"
    ),
  ]

  /// One byte many times over, from NIST's additional examples.
  static let long: [(byte: UInt8, count: Int, digest: String)] = [
    (0x00, 55, "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"),
    (0x00, 56, "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"),
    (0x00, 57, "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"),
    (0x00, 64, "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"),
    (0x00, 1000, "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53"),
    (0x41, 1000, "c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4"),
    (0x55, 1005, "f4d62ddec0f3dd90ea1380fa16a5ff8dc4c54b21740650f24afc4120903552b0"),
    (0x00, 1_000_000, "d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025"),
    (0x61, 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]

  func digest(_ bytes: [UInt8], _ path: HashingPath) -> Hash {
    var stream = SHA256(path: path)
    stream.update(bytes)
    return stream.digest()
  }

  @Test(arguments: short, paths)
  func `short messages have their published digests`(
    vector: (String, String), path: HashingPath
  ) throws {
    #expect(digest(try Array(hexadecimal: vector.0), path).hex == vector.1)
  }

  @Test(
    arguments: [
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ], paths)
  func `the examples of FIPS 180 have their published digests`(
    vector: (String, String), path: HashingPath
  ) {
    #expect(digest(Array(vector.0.utf8), path).hex == vector.1)
  }

  @Test(arguments: long, paths)
  func `long messages have their published digests`(
    vector: (byte: UInt8, count: Int, digest: String), path: HashingPath
  ) {
    let message = [UInt8](repeating: vector.byte, count: vector.count)
    #expect(digest(message, path).hex == vector.digest)
  }

  @Test(arguments: paths)
  func `where a message is cut does not matter`(path: HashingPath) {
    var random = SeededGenerator.announced()
    for length in 0...300 {
      let message = random.bytes(length)
      var stream = SHA256(path: path)
      var rest = message[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 0...130, using: &random))
        stream.update(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      #expect(stream.digest() == SHA256.hash(message), "\(random), length \(length)")
    }
  }

  @Test func `a digest may be asked for midway and the message go on`() {
    var stream = SHA256()
    stream.update(Array("a".utf8))
    #expect(stream.digest() == SHA256.hash(Array("a".utf8)))
    stream.update(Array("bc".utf8))
    #expect(stream.digest() == SHA256.hash(Array("abc".utf8)))
  }
}

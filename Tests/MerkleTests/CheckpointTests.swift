import Merkle
import Testing

/// Checkpoints as C2SP tlog-checkpoint has them.
@Suite struct CheckpointTests {
  static let root = "XcnaeacGWamtVZy3Ad7Zoqudgjqtgvk5YM/jcO/0YEM="
  static let signature =
    "— cadreledger/00 Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhc"

  func parse(_ text: String) throws -> Checkpoint { try Checkpoint(parsing: text) }

  @Test func `a checkpoint is three lines and comes back from them`() throws {
    for size: UInt64 in [0, 1, 9, 10, .max] {
      let checkpoint = try Checkpoint(
        origin: "cadreledger/00112233aabbccdd", size: size, root: TreeHash.empty)
      #expect(
        checkpoint.text
          == "cadreledger/00112233aabbccdd\n\(size)\n"
          + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
      #expect(try Checkpoint(parsing: Array(checkpoint.text.utf8)) == checkpoint)
    }
  }

  @Test func `extension lines and signatures stand where C2SP allows them`() throws {
    let plain = try parse("o\n8\n\(Self.root)\n")
    for tail in [
      "extension\n", "one\ntwo\n", "\n\(Self.signature)\n",
      "extension\n\n\(Self.signature)\n\(Self.signature)\n",
    ] {
      #expect(try parse("o\n8\n\(Self.root)\n" + tail) == plain)
    }
  }

  @Test(arguments: [
    ("", 1, CheckpointFault.cut), ("o", 1, .cut), ("o\n", 2, .cut), ("o\n8\n", 3, .cut),
    ("o\n8\n\(root)", 3, .cut), ("o\n8\n\(root)\nx", 4, .cut), ("\n8\n\(root)\n", 1, .empty),
    ("o\u{1}\n8\n\(root)\n", 1, .characters), ("o\r\n8\r\n\(root)\r\n", 1, .carriageReturn),
    ("\u{FEFF}o\n8\n\(root)\n", 1, .byteOrderMark), ("o\n8\r\n\(root)\n", 2, .carriageReturn),
    ("o\n\n\(root)\n", 2, .empty), ("o\n08\n\(root)\n", 2, .size), ("o\n+8\n\(root)\n", 2, .size),
    ("o\n-8\n\(root)\n", 2, .size), ("o\n 8\n\(root)\n", 2, .size), ("o\n8 \n\(root)\n", 2, .size),
    ("o\n00\n\(root)\n", 2, .size), ("o\n18446744073709551616\n\(root)\n", 2, .size),
    ("o\n8\n\n", 3, .empty), ("o\n8\nZm9v\n", 3, .root), ("o\n8\n\(root)=\n", 3, .root),
    ("o\n8\n\(root)\n\n", 4, .empty), ("o\n8\n\(root)\nx\n\n", 5, .empty),
    ("o\n8\n\(root)\nx\u{7}\n", 4, .characters), ("o\n8\n\(root)\n\nx\n", 5, .signature),
    ("o\n8\n\(root)\n\n— k AAAA\n", 5, .signature),
    ("o\n8\n\(root)\n\n- k AAAAAAAA\n", 5, .signature),
    ("o\n8\n\(root)\n\n— k+l AAAAAAAA\n", 5, .signature),
    ("o\n8\n\(root)\n\n—  AAAAAAAA\n", 5, .signature),
    ("o\n8\n\(root)\n\n\(signature)\n\n", 6, .signature),
    ("o\n8\n\(root)\n\n\(signature)\nx\n", 6, .signature),
  ])
  func `anything else is rejected in its line`(
    text: String, line: Int, fault: CheckpointFault
  ) {
    #expect(throws: MerkleError.checkpoint(line: line, fault: fault)) { try parse(text) }
  }

  @Test func `bytes that are not UTF-8 are rejected`() {
    #expect(throws: MerkleError.checkpoint(line: 1, fault: .characters)) {
      try Checkpoint(parsing: [0xFF, 0x0A])
    }
  }

  @Test(arguments: ["", "two\nlines", "tab\t"])
  func `no checkpoint is made that could not be read back`(origin: String) {
    #expect(throws: MerkleError.self) {
      try Checkpoint(origin: origin, size: 1, root: TreeHash.empty)
    }
  }
}

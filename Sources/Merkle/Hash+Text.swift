extension Hash: CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package var hex: String {
    let digits: StaticString = "0123456789abcdef"
    var text: [UInt8] = []
    text.reserveCapacity(2 * Hash.byteCount)
    for byte in bytes {
      unsafe text.append(digits.utf8Start[Int(byte >> 4)])
      unsafe text.append(digits.utf8Start[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads 64 hexadecimal digits of either case; throws `hashText` for anything else.
  package init(hex: String) throws(MerkleError) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in hex.utf8 {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
      default: throw .hashText
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    guard high == nil, bytes.count == Hash.byteCount else { throw .hashText }
    try self.init(bytes)
  }

  /// 44 characters of base64 (RFC 4648 section 4), as in checkpoints.
  package var base64: String { Base64.encode(bytes) }

  /// Reads the canonical base64 text of 32 bytes; throws `base64` or `hashLength`.
  package init(base64: String) throws(MerkleError) {
    try self.init(try Base64.decode(base64))
  }

  /// The hexadecimal text.
  package var description: String { hex }
}

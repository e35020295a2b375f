/// Why bytes are no hash, no base64 text or no checkpoint.
package enum MerkleError: Error, Equatable, Sendable {
  /// A hash has exactly 32 bytes; these had `found`.
  case hashLength(found: Int)
  /// A hash in hexadecimal has exactly 64 digits of 0–9, a–f or A–F.
  case hashText
  /// The first byte, counted from 0, at which the text stops being canonical base64 (RFC 4648).
  case base64(offset: Int)
  /// A line of a checkpoint, counted from 1, and what is wrong with it.
  case checkpoint(line: Int, fault: CheckpointFault)
}

/// What can be wrong with a line of a checkpoint.
package enum CheckpointFault: Equatable, Sendable {
  /// The text is not UTF-8 or has a control character other than the newline.
  case characters
  /// The file begins with a byte order mark: an editor saved it again.
  case byteOrderMark
  /// The line ends with CR LF: an editor saved it again.
  case carriageReturn
  /// The text ends before this line, or this line has no newline at its end.
  case cut
  /// The line is empty where text is required.
  case empty
  /// The size is no decimal number below 2^64 without leading zeros.
  case size
  /// The root is not the canonical base64 text of 32 bytes.
  case root
  /// The line stands where only signature lines may, and is none.
  case signature
}

extension MerkleError: CustomStringConvertible {
  /// The fault in one English clause, for logs; people are shown the text of their language.
  package var description: String {
    switch self {
    case .hashLength(let found): "a hash has 32 bytes, not \(found)"
    case .hashText: "a hash in hexadecimal has 64 digits"
    case .base64(let offset): "no canonical base64 at byte \(offset)"
    case .checkpoint(let line, let fault): "checkpoint, line \(line): \(fault)"
    }
  }
}

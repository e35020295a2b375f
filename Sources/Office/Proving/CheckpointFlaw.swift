internal import Merkle

/// What keeps a file from being read as a checkpoint.
package enum CheckpointFlaw: Hashable, Sendable {
  /// It begins with a byte order mark: an editor saved it again.
  case byteOrderMark
  /// It has CR LF at the end of a line: an editor saved it again.
  case carriageReturn
  /// It has more bytes than any checkpoint: so many.
  case tooLong(bytes: Int)
  /// A line, counted from 1, is not what the form has there.
  case line(Int)

  init(_ error: MerkleError) {
    switch error {
    case .checkpoint(_, .byteOrderMark): self = .byteOrderMark
    case .checkpoint(_, .carriageReturn): self = .carriageReturn
    case .checkpoint(let line, _): self = .line(line)
    case .hashLength, .hashText, .base64: self = .line(3)
    }
  }
}

package import Merkle

/// The last event of a stream.
package struct StreamHead: Hashable, Sendable {
  /// How many events of the stream came before it.
  package let revision: UInt64
  /// Its index in the log.
  package let index: UInt64
  /// Its leaf hash, SHA-256(00 ‖ event).
  package let leaf: Hash

  /// The head of a stream whose last event has that revision, index and leaf hash.
  package init(revision: UInt64, index: UInt64, leaf: Hash) {
    self.revision = revision
    self.index = index
    self.leaf = leaf
  }
}

extension StreamHead {
  /// Bytes of a row of the table of heads: revision and index, most significant byte first, leaf.
  static let rowLength = 48

  /// Reads a row; nil where its length is wrong.
  init?(row: RawSpan) {
    guard row.byteCount == StreamHead.rowLength else { return nil }
    revision = UInt64(bigEndian: row.word(at: 0))
    index = UInt64(bigEndian: row.word(at: 8))
    do throws(MerkleError) {
      leaf = try Hash(row.extracting(16..<48))
    } catch {
      return nil
    }
  }

  /// The row, written over `row`, which has `rowLength` bytes.
  func write(to row: inout [UInt8]) {
    row.removeAll(keepingCapacity: true)
    row.append(bigEndian: revision)
    row.append(bigEndian: index)
    leaf.append(to: &row)
  }
}

extension StreamKey {
  /// Bytes of a key of the table of heads: kind, then number with the most significant byte first.
  static let keyLength = 5

  /// Reads a key; nil where it is none.
  init?(key: RawSpan) {
    guard key.byteCount == StreamKey.keyLength else { return nil }
    let bytes = unsafe key.withUnsafeBytes { bytes in
      unsafe (bytes[0], bytes.loadUnaligned(fromByteOffset: 1, as: UInt32.self))
    }
    guard let kind = StreamKind(rawValue: bytes.0) else { return nil }
    self.init(kind, UInt32(bigEndian: bytes.1))
  }

  /// The key, written over `key`.
  func write(to key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    key.append(kind.rawValue)
    for shift in [24, 16, 8, 0] { key.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
  }
}

extension RawSpan {
  /// The 8 bytes at `offset`, which must be there, in the machine's order.
  func word(at offset: Int) -> UInt64 {
    unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}

extension [UInt8] {
  /// Appends 8 bytes, most significant first.
  mutating func append(bigEndian number: UInt64) {
    unsafe Swift.withUnsafeBytes(of: number.bigEndian) { bytes in unsafe append(contentsOf: bytes) }
  }
}

/// A SHA-256 digest: 32 bytes by value, without heap or reference count.
package struct Hash: Hashable, Sendable, BitwiseCopyable {
  /// The 32 bytes, eight a word, in the order in which they lie in memory.
  @usableFromInline var words: (UInt64, UInt64, UInt64, UInt64)

  /// A hash of 32 zero bytes, to be filled.
  @inlinable init(zero: Void) { words = (0, 0, 0, 0) }

  /// The number of bytes of every hash.
  package static let byteCount = 32

  /// Takes 32 bytes; throws `hashLength` for any other number.
  @inlinable package init(_ bytes: UnsafeRawBufferPointer) throws(MerkleError) {
    guard bytes.count == 32 else { throw .hashLength(found: bytes.count) }
    words = (0, 0, 0, 0)
    unsafe Swift.withUnsafeMutableBytes(of: &words) { target in
      unsafe target.copyMemory(from: bytes)
    }
  }

  /// Takes 32 bytes; throws `hashLength` for any other number.
  @inlinable package init(_ bytes: RawSpan) throws(MerkleError) {
    guard bytes.byteCount == 32 else { throw .hashLength(found: bytes.byteCount) }
    words = unsafe (
      bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self),
      bytes.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt64.self),
      bytes.unsafeLoadUnaligned(fromByteOffset: 16, as: UInt64.self),
      bytes.unsafeLoadUnaligned(fromByteOffset: 24, as: UInt64.self)
    )
  }

  /// Takes 32 bytes; throws `hashLength` for any other number.
  @inlinable package init(_ bytes: [UInt8]) throws(MerkleError) {
    try unsafe self.init(bytes.span.bytes)
  }

  @inlinable package static func == (left: Hash, right: Hash) -> Bool {
    left.words == right.words
  }

  /// Feeds one word only: a digest is uniform already.
  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension Hash {
  /// Lends the 32 bytes for the time of the call; the pointer must not escape.
  @inlinable package func withUnsafeBytes<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe Swift.withUnsafeBytes(of: words) { (bytes) throws(Failure) in
      try unsafe body(bytes)
    }
  }

  /// Lends the 32 bytes as a span for the time of the call.
  @inlinable package func withSpan<Result: ~Copyable, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe withUnsafeBytes { (bytes) throws(Failure) in try unsafe body(bytes.bytes) }
  }

  /// The 32 bytes in a new array.
  package var bytes: [UInt8] { unsafe withUnsafeBytes { bytes in unsafe [UInt8](bytes) } }

  /// Appends the 32 bytes.
  package func append(to target: inout [UInt8]) {
    unsafe withUnsafeBytes { bytes in unsafe target.append(contentsOf: bytes) }
  }

  /// Lets the callee write all 32 bytes of a new hash.
  @inlinable init(filling body: (UnsafeMutablePointer<UInt8>) -> Void) {
    self.init(zero: ())
    unsafe Swift.withUnsafeMutableBytes(of: &words) { raw in
      let bytes = unsafe raw.assumingMemoryBound(to: UInt8.self)
      if let start = bytes.baseAddress { unsafe body(start) }
    }
  }
}

extension Hash: Comparable {
  /// Orders by the bytes, the first one first.
  package static func < (left: Hash, right: Hash) -> Bool {
    let (l, r) = (left.words, right.words)
    if l.0 != r.0 { return l.0.bigEndian < r.0.bigEndian }
    if l.1 != r.1 { return l.1.bigEndian < r.1.bigEndian }
    if l.2 != r.2 { return l.2.bigEndian < r.2.bigEndian }
    return l.3.bigEndian < r.3.bigEndian
  }
}

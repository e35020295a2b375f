internal import CHash

/// SHA-256 (FIPS 180-4) of a message that arrives in pieces.
///
/// With the processor's SHA instructions where it has them, in portable C otherwise. A value
/// type: a copy goes on by itself.
package struct SHA256: Sendable {
  private var stream: chash_stream

  /// Starts an empty message.
  package init(path: HashingPath = .automatic) { stream = chash_stream_start(path.code) }

  /// Adds bytes to the message; linear time, no allocation.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    unsafe chash_stream_add(&stream, bytes.start, bytes.count)
  }

  /// Adds bytes to the message; linear time, no allocation.
  package mutating func update(_ bytes: RawSpan) {
    unsafe bytes.withUnsafeBytes { bytes in unsafe update(bytes) }
  }

  /// Adds bytes to the message; linear time, no allocation.
  package mutating func update(_ bytes: [UInt8]) { unsafe update(bytes.span.bytes) }

  /// The digest of all bytes so far; more may be added afterwards.
  package func digest() -> Hash {
    unsafe withUnsafePointer(to: stream) { stream in
      unsafe Hash(filling: { out in unsafe chash_stream_digest(stream, out) })
    }
  }

  /// The digest of the bytes.
  package static func hash(_ bytes: UnsafeRawBufferPointer) -> Hash {
    var stream = SHA256()
    unsafe stream.update(bytes)
    return stream.digest()
  }

  /// The digest of the bytes.
  package static func hash(_ bytes: RawSpan) -> Hash {
    unsafe bytes.withUnsafeBytes { bytes in unsafe hash(bytes) }
  }

  /// The digest of the bytes.
  package static func hash(_ bytes: [UInt8]) -> Hash { unsafe hash(bytes.span.bytes) }
}

/// Which of the two implementations hashes.
///
/// Their digests are the same; only tests, which hold one against the other, choose.
package enum HashingPath: Sendable {
  /// The processor's instructions where it has them.
  case automatic
  /// C alone.
  case portable

  var code: CInt {
    switch self {
    case .automatic: CInt(CHASH_AUTOMATIC)
    case .portable: CInt(CHASH_PORTABLE)
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The first byte, as C takes it: null for no bytes.
  var start: UnsafePointer<UInt8>? {
    unsafe baseAddress?.assumingMemoryBound(to: UInt8.self)
  }
}

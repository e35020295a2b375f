internal import Cadre
internal import Office
internal import Platform
internal import Synchronization

/// Keeps what a run writes, instead of a screen or a file.
final class HeldBytes: ByteSink {
  private let held = Mutex<[UInt8]>([])

  func write(_ bytes: [UInt8]) throws(PlatformError) { held.withLock { $0 += bytes } }

  /// Everything so far.
  var bytes: [UInt8] { held.withLock { $0 } }

  /// Everything so far, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Keeps the digest of what a run writes, and nothing else of it.
final class HeldDigest: ByteSink {
  private let held = Mutex(AnswerDigest())

  func write(_ bytes: [UInt8]) throws(PlatformError) { held.withLock { $0.add(bytes) } }

  /// Of everything so far.
  var digest: Digest { held.withLock { $0.digest } }
}

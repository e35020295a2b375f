import Glibc

/// An open file that the process was given, such as its output.
package struct Descriptor: Hashable, Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  /// Where the process reads what is piped into it.
  package static let standardInput = Descriptor(STDIN_FILENO)
  /// Where answers go.
  package static let standardOutput = Descriptor(STDOUT_FILENO)
  /// Where complaints and progress go.
  package static let standardError = Descriptor(STDERR_FILENO)

  /// Whether a person looks on.
  package var isTerminal: Bool { isatty(number) == 1 }

  /// Waits for so many milliseconds, or less where a signal comes; false as soon as whoever reads
  /// what is written here has gone.
  package func hasReader(after milliseconds: Int) -> Bool {
    var watched = pollfd(fd: number, events: 0, revents: 0)
    let changed = unsafe poll(&watched, 1, Int32(clamping: milliseconds))
    return changed <= 0
  }

  /// Writes all bytes; throws `brokenPipe` when the reader has gone (see
  /// `CurrentProcess.ignoreBrokenPipes`).
  package func write(_ bytes: [UInt8]) throws(PlatformError) {
    try write(bytes, path: "output \(number)")
  }

  /// Writes the text as UTF-8, under the same rules.
  package func write(_ text: String) throws(PlatformError) { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8], path: String) throws(PlatformError) {
    let code = unsafe bytes.withUnsafeBytes { bytes -> Int32 in
      var written = 0
      while written < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
        let count = retrying { unsafe Glibc.write(number, rest.baseAddress, rest.count) }
        if count < 0 { return errno }
        written += count
      }
      return 0
    }
    switch code {
    case 0: return
    case EPIPE: throw .brokenPipe
    default: throw .refused(.write, path: path, code: code)
    }
  }
}

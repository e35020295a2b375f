import Glibc

/// What the operating system refused, to what, and why.
package enum PlatformError: Error, Equatable, Sendable {
  /// The system refused an operation on a path with that value of `errno`.
  case refused(PlatformOperation, path: String, code: Int32)
  /// The file has `size` bytes where at most `limit` are read.
  case tooLarge(path: String, size: Int, limit: Int)
  /// Another process holds the lock, and went on holding it for the time of waiting.
  case busy(path: String)
  /// Whoever read our output has gone; the process has nobody left to tell.
  case brokenPipe
}

/// What was asked of the operating system.
package enum PlatformOperation: String, Sendable {
  case open
  case read
  case write
  case sync
  case rename
  case examine
  case list
  case makeFolder = "make folder"
  case remove
  case lock
  case random
  case start
}

extension PlatformError {
  /// The value of `errno`, or that which fits the case best.
  package var code: Int32 {
    switch self {
    case .refused(_, _, let code): code
    case .tooLarge: EFBIG
    case .busy: EWOULDBLOCK
    case .brokenPipe: EPIPE
    }
  }

  /// Whether the path, or a folder on the way to it, is not there.
  package var isMissing: Bool { code == ENOENT }

  /// The path, or nil for a pipe.
  package var path: String? {
    switch self {
    case .refused(_, let path, _), .tooLarge(let path, _, _), .busy(let path): path
    case .brokenPipe: nil
    }
  }

  /// The system's own words for the code, in English, such as “No such file or directory”.
  package var reason: String {
    var text = [CChar](repeating: 0, count: 256)
    guard unsafe strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The failure that `errno` tells of, right after the call that set it.
  static func last(_ operation: PlatformOperation, _ path: String) -> PlatformError {
    .refused(operation, path: path, code: errno)
  }
}

extension PlatformError: CustomStringConvertible {
  /// The failure in one English sentence, for logs.
  package var description: String {
    switch self {
    case .refused(let operation, let path, _): "cannot \(operation.rawValue) \(path): \(reason)"
    case .tooLarge(let path, let size, let limit):
      "cannot read \(path): it has \(size) bytes, at most \(limit) are read"
    case .busy(let path): "cannot lock \(path): another process holds it"
    case .brokenPipe: "cannot write: \(reason)"
    }
  }
}

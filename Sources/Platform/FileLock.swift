import Glibc

/// A lock on a file or folder that excludes every other holder, in this process or another, until the
/// end of its life (flock(2)).
///
/// The system gives it back when the process ends, however that happens. The file itself stays:
/// to remove it would let two holders lock two files of one name.
package struct FileLock: ~Copyable, Sendable {
  private let file: OpenFile

  /// Locks the file, making it when it is not there, and waits up to `milliseconds` for another
  /// holder; throws `busy` after that.
  package init(_ path: String, waiting milliseconds: Int) throws(PlatformError) {
    let opened = try OpenFile(path, O_RDWR | O_CREAT)
    try FileLock.lock(opened, waiting: milliseconds)
    file = opened
  }

  /// Locks a folder that is there, under the same rules; the lock stays with the folder when it gets
  /// another name.
  package init(folder path: String, waiting milliseconds: Int) throws(PlatformError) {
    let opened = try OpenFile(path, O_RDONLY | O_DIRECTORY)
    try FileLock.lock(opened, waiting: milliseconds)
    file = opened
  }

  /// Gives the lock back now.
  package consuming func release() {}

  private static func lock(
    _ file: borrowing OpenFile, waiting milliseconds: Int
  ) throws(PlatformError) {
    let deadline = SystemClock.monotonicNanoseconds() + UInt64(max(0, milliseconds)) * 1_000_000
    var pause: UInt64 = 1_000_000
    while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { throw .last(.lock, file.path) }
      let now = SystemClock.monotonicNanoseconds()
      guard now < deadline else { throw .busy(path: file.path) }
      SystemClock.pause(nanoseconds: min(pause, deadline - now))
      pause = min(pause * 2, 50_000_000)
    }
  }
}

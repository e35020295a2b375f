import Glibc

/// An open file of ours, closed at the end of its life.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  let path: String

  /// Opens the path with the flags of open(2); new files get the permissions.
  init(_ path: String, _ flags: Int32, permissions: UInt32 = 0o600) throws(PlatformError) {
    let opened = retrying { unsafe Glibc.open(path, flags | O_CLOEXEC, mode_t(permissions)) }
    guard opened >= 0 else { throw .last(.open, path) }
    descriptor = Int32(opened)
    self.path = path
  }

  deinit { Glibc.close(descriptor) }

  /// Size and kind, by fstat(2).
  func status() throws(PlatformError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last(.examine, path) }
    return status
  }

  /// Reads up to the length of the buffer; 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(PlatformError) -> Int {
    let count = retrying {
      unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    }
    guard count >= 0 else { throw .last(.read, path) }
    return count
  }

  /// Waits until the file, or the names in a folder, are on the medium.
  func sync() throws(PlatformError) {
    guard retrying({ Int(fsync(descriptor)) }) == 0 else { throw .last(.sync, path) }
  }
}

/// Repeats a call that a signal interrupted.
func retrying<Result: BinaryInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

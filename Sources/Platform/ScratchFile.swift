import Glibc

/// A file without a name, for what does not fit in memory: nothing of it is left when its owner is
/// gone, or the process, however it ended.
///
/// What is written stands in the system's page cache, which gives room to others where memory is
/// short, and reaches the medium only where the system thinks fit. Any thread may read.
package struct ScratchFile: ~Copyable, Sendable {
  private let file: OpenFile
  /// The number of bytes.
  package private(set) var size = 0

  /// Makes an empty file on the file system of a folder that exists.
  package init(in folder: String) throws(PlatformError) {
    let path = "\(folder)/scratch-\(getpid())-\(SystemClock.monotonicNanoseconds())"
    file = try Self.make(path)
  }

  private static func make(_ path: String) throws(PlatformError) -> OpenFile {
    let file = try OpenFile(path, O_CREAT | O_EXCL | O_RDWR)
    guard unsafe unlink(path) == 0 else { throw .last(.remove, path) }
    return file
  }
}

extension ScratchFile {
  /// Writes bytes behind all others, and says where they begin.
  @discardableResult
  package mutating func append(_ bytes: RawSpan) throws(PlatformError) -> Int {
    let first = size
    let code = unsafe bytes.withUnsafeBytes { bytes -> Int32 in
      var rest = unsafe bytes
      while unsafe !rest.isEmpty {
        let place = off_t(first + bytes.count - rest.count)
        let count = retrying {
          unsafe pwrite(file.descriptor, rest.baseAddress, rest.count, place)
        }
        if count < 0 { return errno }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return 0
    }
    guard code == 0 else { throw .refused(.write, path: file.path, code: code) }
    size += bytes.byteCount
    return first
  }

  /// Fills a buffer with the bytes from an offset on.
  /// - Throws: where the file is shorter, with the code of a device that failed.
  package func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(PlatformError) {
    var filled = 0
    while filled < buffer.count {
      let count = retrying {
        unsafe pread(
          file.descriptor, buffer.baseAddress.map { unsafe $0 + filled }, buffer.count - filled,
          off_t(offset + filled))
      }
      guard count >= 0 else { throw .last(.read, file.path) }
      guard count > 0 else { throw .refused(.read, path: file.path, code: EIO) }
      filled += count
    }
  }
}

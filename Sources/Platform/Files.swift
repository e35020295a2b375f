import Glibc

/// Files and folders by path.
package enum Files {
  /// The whole file; throws `tooLarge` when it has more than `limit` bytes.
  ///
  /// Pipes and devices are read to their end under the same limit.
  package static func read(_ path: String, limit: Int) throws(PlatformError) -> [UInt8] {
    var bytes: [UInt8] = []
    let expected = try size(path)
    guard expected <= limit else {
      throw .tooLarge(path: path, size: expected, limit: limit)
    }
    bytes.reserveCapacity(expected)
    try stream(path) { (chunk) throws(PlatformError) in
      guard chunk.byteCount <= limit - bytes.count else {
        throw .tooLarge(path: path, size: bytes.count + chunk.byteCount, limit: limit)
      }
      unsafe chunk.withUnsafeBytes { chunk in unsafe bytes.append(contentsOf: chunk) }
    }
    return bytes
  }

  /// Hands the file over from first to last byte, in pieces of at most `chunk` bytes, whatever
  /// its size.
  package static func stream(
    _ path: String, chunk: Int = 1 << 16, _ body: (RawSpan) throws(PlatformError) -> Void
  ) throws(PlatformError) {
    let file = try OpenFile(path, O_RDONLY)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
    defer { unsafe buffer.deallocate() }
    while true {
      let count = try unsafe file.read(into: buffer)
      if count == 0 { return }
      try unsafe body(RawSpan(_unsafeBytes: UnsafeRawBufferPointer(buffer)[..<count]))
    }
  }

  /// The number of bytes of the file.
  package static func size(_ path: String) throws(PlatformError) -> Int {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .last(.examine, path) }
    return Int(status.st_size)
  }

  /// Whether anything has that path; a link that leads nowhere has not.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// Whether the path, links followed, is that of a folder.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Replaces the file, or makes it, so that at every moment, and after every crash, either the
  /// old or the new bytes are there as a whole.
  ///
  /// Writes a file beside it, syncs, renames, syncs the folder. A new file is for its owner
  /// alone unless `permissions` say more.
  package static func write(
    _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o600
  ) throws(PlatformError) {
    let suffix = try Randomness.suffix()
    let temporary = "\(path).\(suffix).tmp"
    do throws(PlatformError) {
      let file = try OpenFile(temporary, O_WRONLY | O_CREAT | O_EXCL, permissions: permissions)
      try Descriptor(file.descriptor).write(bytes, path: temporary)
      try file.sync()
      try rename(temporary, to: path)
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
    try syncFolder(parent(of: path))
  }

  /// Gives the file or folder another name in the same file system, in place of what had it.
  package static func rename(_ path: String, to other: String) throws(PlatformError) {
    guard unsafe Glibc.rename(path, other) == 0 else { throw .last(.rename, path) }
  }

  /// Removes a file; throws when there is none.
  package static func remove(_ path: String) throws(PlatformError) {
    guard unsafe unlink(path) == 0 else { throw .last(.remove, path) }
  }
}

extension Files {
  /// Whether this process may change what has that path (access(2)); false where nothing has.
  package static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }
}

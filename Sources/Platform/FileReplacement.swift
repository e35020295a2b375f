import Glibc

/// A file being written in pieces that takes its name only when it is whole.
///
/// Until `commit` the bytes stand in a file beside it, which is removed when the value ends
/// without that; for a device or pipe there is nothing to replace and bytes go there at once.
package struct FileReplacement: ~Copyable {
  private let file: OpenFile
  private let path: String
  /// Nil for a device, and after the rename.
  private var temporary: String?

  /// Begins; a new file gets `permissions` less what the umask takes away, links are followed.
  package init(_ path: String, permissions: UInt32 = 0o600) throws(PlatformError) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      self.path = path
      file = try OpenFile(path, O_WRONLY)
      temporary = nil
      return
    }
    self.path = exists ? FileReplacement.resolved(path) : path
    let suffix = try Randomness.suffix()
    let beside = "\(self.path).\(suffix).tmp"
    file = try OpenFile(beside, O_WRONLY | O_CREAT | O_EXCL, permissions: permissions)
    temporary = beside
  }

  deinit { if let temporary { _ = unsafe unlink(temporary) } }

  /// Sets who may do what with the new file, whatever the umask; nothing for a device.
  package func permit(_ permissions: UInt32) throws(PlatformError) {
    guard temporary != nil else { return }
    guard fchmod(file.descriptor, mode_t(permissions)) == 0 else { throw .last(.examine, path) }
  }

  /// Appends the bytes.
  package func write(_ bytes: [UInt8]) throws(PlatformError) {
    try Descriptor(file.descriptor).write(bytes, path: path)
  }

  /// Gives the file its name, durably.
  package mutating func commit() throws(PlatformError) {
    guard let temporary else { return }
    try file.sync()
    try Files.rename(temporary, to: path)
    self.temporary = nil
    try Files.syncFolder(Files.parent(of: path))
  }

  /// The path behind all links.
  private static func resolved(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(validatingCString: resolved) ?? path
  }
}

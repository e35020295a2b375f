import Glibc

extension Files {
  /// The names in the folder, ascending by their bytes, without “.” and “..”.
  package static func list(_ path: String) throws(PlatformError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .last(.list, path) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else { break }
      let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
        unsafe Array(name.prefix { $0 != 0 })
      }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw .refused(.list, path: path, code: EILSEQ)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw .last(.list, path) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes the folder and those on the way to it; content with one that is there already.
  ///
  /// New folders are for their owner alone unless `permissions` say more; their names are on the
  /// medium where they are to be `synced`.
  package static func makeFolder(
    _ path: String, permissions: UInt32 = 0o700, synced: Bool = false
  ) throws(PlatformError) {
    if unsafe mkdir(path, mode_t(permissions)) != 0 {
      switch errno {
      case EEXIST where isFolder(path): return
      case ENOENT where parent(of: path) != path:
        try makeFolder(parent(of: path), permissions: permissions, synced: synced)
        guard unsafe mkdir(path, mode_t(permissions)) == 0 || isFolder(path) else {
          throw .last(.makeFolder, path)
        }
      default: throw .last(.makeFolder, path)
      }
    }
    if synced { try syncFolder(parent(of: path)) }
  }

  /// Removes the file, link or folder with all it holds; content when there is none. Links are
  /// removed, not followed.
  package static func removeTree(_ path: String) throws(PlatformError) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .last(.remove, path)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return try remove(path) }
    for name in try list(path) { try removeTree("\(path)/\(name)") }
    guard unsafe rmdir(path) == 0 else { throw .last(.remove, path) }
  }

  /// Waits until the names in the folder are on the medium, after a rename, creation or removal.
  package static func syncFolder(_ path: String) throws(PlatformError) {
    try OpenFile(path, O_RDONLY | O_DIRECTORY).sync()
  }

  /// The folder that holds the path: “.” for a bare name, “/” for the root itself.
  package static func parent(of path: String) -> String {
    let bytes = path.utf8
    var end = bytes.endIndex
    func back(while holds: (UInt8) -> Bool) {
      while end > bytes.startIndex, holds(bytes[bytes.index(before: end)]) {
        bytes.formIndex(before: &end)
      }
    }
    back { $0 == 0x2F }
    back { $0 != 0x2F }
    if end == bytes.startIndex { return bytes.first == 0x2F ? "/" : "." }
    back { $0 == 0x2F }
    return end == bytes.startIndex ? "/" : String(path[..<end])
  }
}

extension Files {
  /// The path without slashes behind, which lead to the same folder; that of the root stays.
  package static func withoutSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Has a symbolic link of that path lead to `target`, in place of the one that was there, if any:
  /// at every moment there is one of the two.
  /// - Parameter target: as it stands in the link; relative to the link's folder unless absolute.
  package static func replaceLink(_ path: String, target: String) throws(PlatformError) {
    let suffix = try Randomness.suffix()
    let temporary = "\(path).\(suffix).tmp"
    guard unsafe symlink(target, temporary) == 0 else { throw .last(.makeFolder, temporary) }
    do throws(PlatformError) { try rename(temporary, to: path) } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
    try syncFolder(parent(of: path))
  }
}

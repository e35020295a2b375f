internal import CLMDB
internal import Glibc

extension Environment {
  /// Writes a copy without free pages into a new folder, for its owner alone, and syncs it; it is a
  /// reader for as long, while others write.
  ///
  /// Opened, the copy has the same rows and none that were deleted.
  /// - Throws: `other(EEXIST)` where the folder has a data file already; `diskFull`; as `read`.
  package func copy(to target: String) throws(LMDBError) {
    try Environment.createFolder(target)
    // LMDB begins a reading of its own: this one has the map stay where it is meanwhile.
    let snapshot = try Snapshot(of: self)
    let code = unsafe mdb_env_copy2(handle, target, UInt32(MDB_CP_COMPACT))
    withExtendedLifetime(snapshot) {}
    guard code == 0 else { throw LMDBError(.init(returned: code), .copy, path: target) }
    guard unsafe chmod(target + "/data.mdb", 0o600) == 0 else {
      throw LMDBError(.init(errno: errno), .copy, path: target)
    }
    try syncFile(target + "/data.mdb", O_RDONLY)
    try syncFile(target, O_RDONLY | O_DIRECTORY)
  }

  private func syncFile(_ path: String, _ flags: Int32) throws(LMDBError) {
    let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw LMDBError(.init(errno: errno), .copy, path: path) }
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw LMDBError(.init(errno: errno), .copy, path: path) }
  }
}

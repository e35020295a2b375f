internal import CLMDB
internal import Glibc

extension Environment {
  /// Writes a copy without free pages into a new folder, and syncs it; it is a reader for as long.
  ///
  /// Opened, the copy has the same rows and none that were deleted.
  /// - Throws: `other(EEXIST)` where the folder has a data file already; `diskFull`.
  package func copy(to target: String) throws(LMDBError) {
    try Environment.createFolder(target)
    let code = unsafe mdb_env_copy2(handle, target, UInt32(MDB_CP_COMPACT))
    guard code == 0 else { throw LMDBError(.init(returned: code), .copy, path: target) }
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

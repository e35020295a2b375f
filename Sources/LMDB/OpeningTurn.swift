internal import Glibc

/// The turn to open the environment in a folder: processes open it one after the other.
///
/// Whoever opens an environment that nobody else has open sets up its lock file, and LMDB has the
/// next one wait inside `mdb_env_open` meanwhile. If the first is killed in the middle, the next
/// takes the lock file as it is, naming transaction 0 as the last: it reads and writes on from an
/// old state, and what was committed since is lost (LMDB 0.9.24, between `mdb_env_setup_locks` and
/// `mdb_env_share_locks`). With turns nobody waits there, and the next one sets the file up again.
struct OpeningTurn: ~Copyable {
  private let descriptor: Int32

  /// Waits for the turn, which is a lock on the folder itself (flock(2)): the system gives it back
  /// when the process ends, after the locks that LMDB holds (fcntl(2)).
  init(_ folder: String) throws(LMDBError) {
    let opened = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw LMDBError(.init(errno: errno), .open, path: folder) }
    while flock(opened, LOCK_EX) != 0 {
      if errno == EINTR { continue }
      let code = errno
      Glibc.close(opened)
      throw LMDBError(.init(errno: code), .open, path: folder)
    }
    descriptor = opened
  }

  deinit { Glibc.close(descriptor) }
}

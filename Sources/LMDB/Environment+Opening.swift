internal import CLMDB
internal import Glibc
internal import Synchronization

/// What tells one file from another on this machine.
struct FileIdentity: Hashable, Sendable {
  let device: UInt
  let inode: UInt
}

/// The data files that this process has open; held while one is being opened.
private let openFiles = Mutex<Set<FileIdentity>>([])

/// Ends the process with status 4 and a sentence where LMDB finds a page that it did not write: it
/// cannot go on, and would otherwise abort.
private let reportDamage: @convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> Void = { _, _ in
  let sentence: StaticString = """
    cadre: không đọc được một trang dữ liệu. Nếu “cadre verify” báo toàn vẹn thì trang đó thuộc \
    khung nhìn: hãy xóa thư mục “views” của sổ, nó sẽ được dựng lại; nếu không, hãy khôi phục \
    bản sao lưu.
    cadre: a page of the store cannot be read. If “cadre verify” is clean it is of the views: \
    remove the ledger's folder “views”, it is made anew; otherwise restore a backup.

    """
  _ = unsafe Glibc.write(2, sentence.utf8Start, sentence.utf8CodeUnitCount)
  _exit(4)
}

extension Environment {
  /// An environment that LMDB has opened, and which file it is.
  @safe struct Opened {
    let handle: OpaquePointer
    let identity: FileIdentity
  }

  /// How often an opening is tried while another process opens or closes the same environment.
  private static let attempts = 1000

  static func open(folder: String, options: Options) throws(LMDBError) -> Opened {
    if options.access == .create { try createFolder(folder) }
    let result: Result<Opened, LMDBError> = openFiles.withLock { files in
      do throws(LMDBError) {
        let identity = try dataFile(of: folder, options)
        guard !files.contains(identity) else {
          throw LMDBError(.alreadyOpen, .open, path: folder)
        }
        let handle = try unsafe openHandle(folder, options)
        files.insert(identity)
        return .success(unsafe Opened(handle: handle, identity: identity))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  static func close(_ handle: OpaquePointer, _ identity: FileIdentity) {
    openFiles.withLock { files in
      unsafe mdb_env_close(handle)
      files.remove(identity)
    }
  }

  /// Creates the folder, for its owner alone, where it is missing.
  static func createFolder(_ folder: String) throws(LMDBError) {
    guard unsafe mkdir(folder, 0o700) != 0, errno != EEXIST else { return }
    throw LMDBError(.init(errno: errno), .open, path: folder)
  }

  /// Makes the names of a new file and its new folder durable; LMDB syncs what is in the file.
  private static func syncNames(of folder: String) throws(LMDBError) {
    for path in [folder, folder + "/.."] {
      let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw LMDBError(.init(errno: errno), .open, path: path) }
      defer { Glibc.close(descriptor) }
      guard fsync(descriptor) == 0 else { throw LMDBError(.init(errno: errno), .sync, path: path) }
    }
  }

  /// Which file the data are in, made empty where it may be; known before LMDB opens it, since a
  /// second opening does its harm when it is closed.
  private static func dataFile(
    of folder: String, _ options: Options
  ) throws(LMDBError) -> FileIdentity {
    let path = folder + "/data.mdb"
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      return FileIdentity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
    }
    guard errno == ENOENT, options.access == .create else {
      throw LMDBError(.init(errno: errno), .open, path: folder)
    }
    let descriptor = unsafe Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw LMDBError(.init(errno: errno), .open, path: folder) }
    defer { Glibc.close(descriptor) }
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw LMDBError(.init(errno: errno), .open, path: folder)
    }
    try syncNames(of: folder)
    return FileIdentity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
  }

  private static func openHandle(
    _ folder: String, _ options: Options
  ) throws(LMDBError) -> OpaquePointer {
    guard options.access != .readUnlocked else { return try unsafe tryToOpen(folder, options) }
    let turn = try OpeningTurn(folder)
    let handle = try unsafe tryToOpen(folder, options)
    withExtendedLifetime(turn) {}
    return unsafe handle
  }

  private static func tryToOpen(
    _ folder: String, _ options: Options
  ) throws(LMDBError) -> OpaquePointer {
    for attempt in 1...attempts {
      var created: OpaquePointer?
      try check(unsafe mdb_env_create(&created), .open, folder)
      guard let handle = unsafe created else { throw LMDBError(.outOfMemory, .open, path: folder) }
      unsafe mdb_env_set_assert(handle, reportDamage)
      unsafe mdb_env_set_maxdbs(handle, 32)
      unsafe mdb_env_set_maxreaders(handle, UInt32(options.maximumReaders))
      var code = unsafe mdb_env_set_mapsize(handle, options.mapSize)
      if code == 0 { code = unsafe mdb_env_open(handle, folder, options.flags, 0o600) }
      if code == 0 && options.access != .readUnlocked {
        code = unsafe mdb_reader_check(handle, nil)
      }
      if code == 0 { return unsafe handle }
      unsafe mdb_env_close(handle)
      if try emptied(folder, after: code, options), attempt < attempts { continue }
      guard code == EAGAIN || code == EBUSY, attempt < attempts else {
        throw LMDBError(.init(returned: code), .open, path: folder)
      }
      usleep(1000)
    }
    throw LMDBError(.busy, .open, path: folder)
  }

  /// Opens every table in one transaction: one that reads where all exist, so that opening waits
  /// for no writer, else one that writes.
  static func openTables(
    _ tables: [String], of handle: OpaquePointer, _ folder: String, _ options: Options
  ) throws(LMDBError) -> [String: UInt32] {
    do throws(LMDBError) {
      return try unsafe openTables(tables, of: handle, folder, creating: false)
    } catch  where error.code == .tableMissing && options.access == .create {
      return try unsafe openTables(tables, of: handle, folder, creating: true)
    }
  }

  private static func openTables(
    _ tables: [String], of handle: OpaquePointer, _ folder: String, creating: Bool
  ) throws(LMDBError) -> [String: UInt32] {
    var begun: OpaquePointer?
    var code = unsafe mdb_txn_begin(handle, nil, creating ? 0 : UInt32(MDB_RDONLY), &begun)
    if code == MDB_MAP_RESIZED {
      try check(unsafe mdb_env_set_mapsize(handle, 0), .resize, folder)
      code = unsafe mdb_txn_begin(handle, nil, creating ? 0 : UInt32(MDB_RDONLY), &begun)
    }
    try check(code, .begin, folder)
    guard let transaction = unsafe begun else { throw LMDBError(.corrupted, .begin, path: folder) }
    var numbers: [String: UInt32] = [:]
    for table in tables {
      var number: UInt32 = 0
      let code = unsafe mdb_dbi_open(
        transaction, table, creating ? UInt32(MDB_CREATE) : 0, &number)
      guard code == 0 else {
        unsafe mdb_txn_abort(transaction)
        throw LMDBError(
          code == MDB_NOTFOUND ? .tableMissing : .init(returned: code), .open, path: folder)
      }
      numbers[table] = number
    }
    try check(unsafe mdb_txn_commit(transaction), .commit, folder)
    return numbers
  }

  static func check(
    _ code: Int32, _ operation: LMDBError.Operation, _ folder: String
  ) throws(LMDBError) {
    guard code == 0 else { throw LMDBError(.init(returned: code), operation, path: folder) }
  }
}

internal import CLMDB
internal import Glibc

extension Environment {
  /// The data file's size before the first row of a table: two pages of LMDB's own, and the list
  /// of tables.
  private static let emptySize = 3 * 4096
  /// What a page of LMDB's own has at byte 16 (mdb.c, MDB_MAGIC).
  private static let magic: [UInt8] = [0xDE, 0xC0, 0xEF, 0xBE]
  /// How much a disk writes at once, so that a power cut leaves all of it or nothing.
  private static let sectorSize = 512

  /// Whether no table of the environment in the folder can hold a row: its data file is missing,
  /// or as long as one that was just made and with nothing in it but what LMDB writes first.
  ///
  /// Whoever dies while making an environment, or loses power, leaves one like that, and it may not
  /// open; whatever another program wrote is not taken for one.
  package static func isBare(in folder: String) throws(LMDBError) -> Bool {
    let path = folder + "/data.mdb"
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return true }
      throw LMDBError(.init(errno: errno), .open, path: folder)
    }
    defer { Glibc.close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: emptySize + 1)
    let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw LMDBError(.init(errno: errno), .open, path: folder) }
    guard count <= emptySize else { return false }
    return [0, 4096].allSatisfy { page in
      let sector = bytes[page..<page + sectorSize]
      return sector.allSatisfy { $0 == 0 } || Array(bytes[page + 16..<page + 20]) == magic
    }
  }

  /// Empties a data file that LMDB does not take for one and that is bare, so that it is made
  /// anew; says whether it did.
  static func emptied(_ folder: String, after code: Int32, _ options: Options)
    throws(LMDBError) -> Bool
  {
    guard code == MDB_INVALID, options.access == .create, try isBare(in: folder) else {
      return false
    }
    guard unsafe truncate(folder + "/data.mdb", 0) == 0 else {
      throw LMDBError(.init(errno: errno), .open, path: folder)
    }
    return true
  }
}

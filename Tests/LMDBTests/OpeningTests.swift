import Glibc
import LMDB
import Platform
import Synchronization
import TestSupport
import Testing

/// What others do to an environment while it is opened (lmdb.h, "Caveats").
@Suite struct Openings {
  let folder: TemporaryFolder
  var path: String { folder.path + "/store" }

  init() throws { folder = try TemporaryFolder() }

  func open() throws(LMDBError) -> Environment {
    try Environment(folder: path, tables: ["rows"], options: .init(mapSize: 1 << 20))
  }

  /// One that was killed in the middle of opening would leave those who wait inside LMDB a lock
  /// file that is not set up.
  @Test func `an environment is opened by one process after the other`() throws {
    do { _ = try open() }
    let turn = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    #expect(flock(turn, LOCK_EX) == 0)
    let isOpen = Mutex(false)
    let (_, wasOpen) = try Threads.parallel(
      { () throws in
        let environment = try open()
        isOpen.withLock { $0 = true }
        withExtendedLifetime(environment) {}
      },
      { () throws in
        while !isOpen.withLock({ $0 }), try !isAwaited(path) { sched_yield() }
        defer { close(turn) }
        return isOpen.withLock { $0 }
      })
    #expect(!wasOpen)
    #expect(isOpen.withLock { $0 })
  }

  @Test(arguments: [2, 3])
  func `nobody writes on from an old state that a lock file names`(commits: Int) throws {
    do {
      let environment = try open()
      for row in 0..<commits { try put(row, in: environment) }
      try forgetLastTransaction()
      let error = #expect(throws: LMDBError.self) { try put(99, in: environment) }
      #expect(error?.code == .busy)
    }
    let environment = try open()
    try put(99, in: environment)
    let count = try environment.read { (rows) throws(LMDBError) in
      try rows.count(of: try environment.table("rows"))
    }
    #expect(count == commits + 1)
  }

  private func put(_ row: Int, in environment: Environment) throws(LMDBError) {
    let table = try environment.table("rows")
    try environment.write { (writing) throws(LMDBError) in
      try writing.put([1], at: UInt64(row), in: table)
    }
  }

  /// Has the lock file name transaction 0 as the last, as it does while it is set up
  /// (mdb.c of LMDB 0.9, MDB_txbody: magic, format, a mutex of 40 bytes, transaction).
  private func forgetLastTransaction() throws {
    let file = unsafe Glibc.open("\(path)/lock.mdb", O_WRONLY | O_CLOEXEC)
    defer { close(file) }
    #expect(unsafe pwrite(file, [UInt8](repeating: 0, count: 8), 8, 48) == 8)
  }
}

/// Whether somebody waits for a lock of flock(2) on the folder (proc(5), /proc/locks).
private func isAwaited(_ path: String) throws -> Bool {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return false }
  let locks = String(decoding: try Files.read("/proc/locks", limit: 1 << 20), as: UTF8.self)
  return locks.split(separator: "\n").contains { line in
    line.contains("-> FLOCK") && line.contains(":\(status.st_ino) ")
  }
}

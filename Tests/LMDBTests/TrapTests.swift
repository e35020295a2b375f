import Glibc
import LMDB
import Platform
import TestSupport
import Testing

@Suite struct Traps {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func open(_ options: Environment.Options = .init(mapSize: 1 << 20)) throws -> Environment {
    try Environment(folder: folder.path + "/store", tables: ["rows"], options: options)
  }

  @Test func `a second opening in one process is refused, and the first goes on`() throws {
    let environment = try open()
    for path in ["/store", "/../\(folder.path.split(separator: "/").last ?? "")/store/."] {
      let error = #expect(throws: LMDBError.self) {
        try Environment(folder: folder.path + path, tables: ["rows"])
      }
      #expect(error?.code == .alreadyOpen)
    }
    try fill(environment, rows: 1, of: 10)
    #expect(try count(environment) == 1)
  }

  @Test func `an environment opens again after it was closed`() throws {
    try fill(open(), rows: 3, of: 10)
    #expect(try count(open()) == 3)
  }

  @Test func `the map grows beforehand, while writes go on`() throws {
    let environment = try open()
    for _ in 0..<40 { try fill(environment, rows: 100, of: 1000) }
    #expect(try count(environment) == 4000)
    #expect(try environment.statistics().mapSize > 4_000_000)
  }

  @Test func `a transaction larger than the map fails, and fits when it is asked again`() throws {
    let environment = try open()
    let error = #expect(throws: LMDBError.self) {
      try fill(environment, rows: 1500, of: 1000)
    }
    #expect(error?.code == .mapFull)
    #expect(try count(environment) == 0)
    try fill(environment, rows: 1500, of: 1000)
    #expect(try count(environment) == 1500)
  }

  @Test func `a map that another process has grown is followed`() async throws {
    let environment = try open()
    try fill(environment, rows: 1, of: 10)
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      let environment = try Environment(
        folder: path + "/store", tables: ["rows"], options: .init(mapSize: 1 << 26))
      try fill(environment, rows: 4000, of: 1000)
    }
    #expect(try count(environment) == 4001)
    try fill(environment, rows: 1, of: 10)
  }

  @Test func `a map that another process has grown waits for our own readers`() async throws {
    let environment = try open()
    let path = folder.path
    try environment.resize(to: 1 << 20)
    await #expect(processExitsWith: .success) { [path = path as String] in
      let environment = try Environment(
        folder: path + "/store", tables: ["rows"], options: .init(mapSize: 1 << 26))
      try fill(environment, rows: 4000, of: 1000)
    }
    #expect(try count(environment) == 4000)
    let resized = try environment.read { (_) throws(LMDBError) in
      try environment.resize(to: 1 << 28)
    }
    #expect(!resized)
  }

  @Test func `a full reader table is a refusal, and frees itself when readers end`() throws {
    let environment = try open(.init(mapSize: 1 << 20, maximumReaders: 3))
    func nest(_ depth: Int) throws(LMDBError) -> Int {
      try environment.read { (_) throws(LMDBError) in depth == 0 ? 0 : 1 + (try nest(depth - 1)) }
    }
    #expect(try nest(2) == 2)
    let error = #expect(throws: LMDBError.self) { try nest(3) }
    #expect(error?.code == .readersFull)
    #expect(try nest(2) == 2)
  }

  @Test func `readers that were killed lose their slots when the table is full`() async throws {
    let environment = try open(.init(mapSize: 1 << 20, maximumReaders: 2))
    let path = folder.path
    for _ in 0..<2 {
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
        let environment = try Environment(
          folder: path + "/store", tables: ["rows"],
          options: .init(mapSize: 1 << 20, maximumReaders: 2))
        try environment.read { (_) throws(LMDBError) in _ = kill(getpid(), SIGKILL) }
      }
    }
    #expect(try count(environment) == 0)
  }

  @Test func `a writer that was killed leaves the state of its last commit`() async throws {
    let environment = try open()
    try fill(environment, rows: 5, of: 10)
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let environment = try Environment(
        folder: path + "/store", tables: ["rows"], options: .init(mapSize: 1 << 20))
      let table = try environment.table("rows")
      try environment.write { (transaction) throws(LMDBError) in
        try transaction.put([1], at: 99, in: table)
        _ = kill(getpid(), SIGKILL)
      }
    }
    #expect(try count(environment) == 5)
    try fill(environment, rows: 1, of: 10)
    #expect(try count(environment) == 6)
  }

  @Test func `a write inside a write is refused, not waited for`() throws {
    let environment = try open()
    let error = #expect(throws: LMDBError.self) {
      try environment.write { (_) throws(LMDBError) in try fill(environment, rows: 1, of: 1) }
    }
    #expect(error?.code == .nestedWrite)
    try fill(environment, rows: 1, of: 1)
  }

  @Test func `what is missing has its own name`() throws {
    let missing = #expect(throws: LMDBError.self) { try open(.init(access: .read)) }
    #expect(missing?.code == .notFound)
    try fill(open(), rows: 1, of: 1)
    let table = #expect(throws: LMDBError.self) {
      try Environment(
        folder: folder.path + "/store", tables: ["others"], options: .init(access: .read))
    }
    #expect(table?.code == .tableMissing)
    let unnamed = #expect(throws: LMDBError.self) { try open().table("others") }
    #expect(unnamed?.code == .tableMissing)
  }

  @Test func `a file that is no store is said to be none`() throws {
    let store = folder.path + "/store"
    #expect(unsafe mkdir(store, 0o700) == 0)
    let file = unsafe Glibc.open(store + "/data.mdb", O_CREAT | O_WRONLY, 0o600)
    let text = [UInt8](repeating: UInt8(ascii: "x"), count: 16_384)
    #expect(unsafe write(file, text, text.count) == text.count)
    close(file)
    let error = #expect(throws: LMDBError.self) { try open() }
    #expect(error?.code == .notADatabase)
  }

  @Test func `a reader alone cannot write`() throws {
    try fill(open(), rows: 2, of: 1)
    let environment = try open(.init(access: .read))
    #expect(try count(environment) == 2)
    let error = #expect(throws: LMDBError.self) { try fill(environment, rows: 1, of: 1) }
    #expect(error?.code == .readOnly)
  }

  @Test func `a copy without a lock file is read where none can be`() throws {
    let environment = try open()
    try fill(environment, rows: 100, of: 1000)
    let copy = folder.path + "/copy"
    try environment.copy(to: copy)
    #expect(try Files.list(copy) == ["data.mdb"])
    #expect(unsafe chmod(copy, 0o500) == 0)
    let reader = try Environment(
      folder: copy, tables: ["rows"], options: .init(access: .readUnlocked))
    #expect(try count(reader) == 100)
    #expect(try Files.list(copy) == ["data.mdb"])
    #expect(unsafe chmod(copy, 0o700) == 0)
  }

  @Test func `a compacting copy keeps rows and leaves out what was deleted`() throws {
    let environment = try open()
    let table = try environment.table("rows")
    try fill(environment, rows: 600, of: 1000)
    try environment.write { (transaction) throws(LMDBError) in
      try transaction.deleteAll(from: 10, in: table)
    }
    let copy = folder.path + "/copy"
    try environment.copy(to: copy)
    let copied = try Environment(folder: copy, tables: ["rows"])
    #expect(try count(copied) == 10)
    #expect(try copied.statistics().usedSize < environment.statistics().usedSize / 4)
  }
}

/// Puts that many rows of that many bytes after the last one, in one transaction.
func fill(_ environment: Environment, rows: Int, of length: Int) throws(LMDBError) {
  let table = try environment.table("rows")
  let value = [UInt8](repeating: 7, count: length)
  try environment.write { (transaction) throws(LMDBError) in
    let next = try transaction.reading.lastIndex(of: table).map { $0 + 1 } ?? 0
    var writer = try transaction.rows(of: table)
    for row in 0..<rows { try writer.append(value, at: next + UInt64(row)) }
  }
}

/// The number of rows.
func count(_ environment: Environment) throws(LMDBError) -> Int {
  let table = try environment.table("rows")
  return try environment.read { (transaction) throws(LMDBError) in
    try transaction.count(of: table)
  }
}

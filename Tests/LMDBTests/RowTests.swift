import LMDB
import TestSupport
import Testing

@Suite struct Rows {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func open(_ tables: [String] = ["rows"]) throws -> Environment {
    try Environment(folder: folder.path, tables: tables, options: .init(mapSize: 1 << 28))
  }

  @Test func `what is put is read back, and what is deleted is gone`() throws {
    let environment = try open()
    let table = try environment.table("rows")
    try environment.write { (transaction) throws(LMDBError) in
      try transaction.put([1, 2], at: [9], in: table)
      try transaction.put([3], at: 7, in: table)
      try transaction.put([], at: 8, in: table)
    }
    let read = try environment.read { (transaction) throws(LMDBError) in
      (
        try transaction.value(of: [9], in: table),
        try transaction.value(of: 7, in: table)?.copied,
        try transaction.value(of: 8, in: table)?.copied,
        try transaction.value(of: 6, in: table)?.copied, try transaction.count(of: table)
      )
    }
    #expect(read.0 == [1, 2])
    #expect(read.1 == [3])
    #expect(read.2 == [])
    #expect(read.3 == nil)
    #expect(read.4 == 3)
    let deleted = try environment.write { (transaction) throws(LMDBError) in
      [
        try transaction.delete([9], in: table),
        try transaction.delete([9], in: table),
      ]
    }
    #expect(deleted == [true, false])
  }

  @Test func `a cursor walks rows in number order, both ways and from any place`() throws {
    let environment = try open()
    let table = try environment.table("rows")
    let indexes: [UInt64] = [0, 1, 255, 256, 65_536, 1 << 40, .max]
    try environment.write { (transaction) throws(LMDBError) in
      var rows = try transaction.rows(of: table)
      for index in indexes { try rows.append([1], at: index) }
    }
    try environment.read { (transaction) throws(LMDBError) in
      var cursor = try transaction.cursor(over: table)
      var forwards: [UInt64] = []
      while try cursor.nextInScan() { forwards.append(cursor.key.bigEndian64()) }
      #expect(forwards == indexes)
      var backwards: [UInt64] = []
      var found = try cursor.last()
      while found {
        backwards.append(cursor.key.bigEndian64())
        found = try cursor.previous()
      }
      #expect(backwards == indexes.reversed())
      #expect(try cursor.seek(to: 2) && cursor.key.bigEndian64() == 255)
      #expect(try cursor.first() && cursor.key.bigEndian64() == 0)
      #expect(try transaction.lastIndex(of: table) == .max)
    }
  }

  @Test func `deleting from an index on leaves what is below it`() throws {
    let environment = try open()
    let table = try environment.table("rows")
    try environment.write { (transaction) throws(LMDBError) in
      var rows = try transaction.rows(of: table)
      for index in 0..<1000 { try rows.append([7], at: UInt64(index)) }
    }
    let deleted = try environment.write { (transaction) throws(LMDBError) in
      [
        try transaction.deleteAll(from: 1000, in: table),
        try transaction.deleteAll(from: 10, in: table),
        try transaction.reading.count(of: table),
      ]
    }
    #expect(deleted == [0, 990, 10])
    let left = try environment.write { (transaction) throws(LMDBError) in
      try transaction.deleteAll(in: table)
      return try transaction.reading.count(of: table)
    }
    #expect(left == 0)
  }

  @Test func `a write that throws changes nothing`() throws {
    struct Refusal: StoreFailure, Equatable {
      init(_ failure: LMDBError) {}
    }
    let environment = try open()
    let table = try environment.table("rows")
    let refusal = Refusal(LMDBError(.busy, .put, path: ""))
    #expect(throws: refusal) {
      try environment.write { (transaction) throws(Refusal) in
        do throws(LMDBError) {
          try transaction.put([1], at: 1, in: table)
        } catch {
          throw Refusal(error)
        }
        throw refusal
      }
    }
    let count = try environment.read { (transaction) throws(LMDBError) in
      try transaction.count(of: table)
    }
    #expect(count == 0)
  }

  @Test(arguments: [(0, false), (1, true), (511, true), (512, false)])
  func `a key has 1 to 511 bytes`(length: Int, isTaken: Bool) throws {
    let environment = try open()
    let table = try environment.table("rows")
    let key = [UInt8](repeating: 1, count: length)
    #expect(
      performing: {
        try environment.write { (transaction) throws(LMDBError) in
          try transaction.put([1], at: key, in: table)
          throw LMDBError(.busy, .put, path: "taken")
        }
      },
      throws: { error in
        (error as? LMDBError)?.code == (isTaken ? .busy : .sizeRefused)
      })
  }

  @Test func `a value of 65,535 bytes and one more are whole`() throws {
    let environment = try open()
    let table = try environment.table("rows")
    for length in [2000, 2048, 4096, 65_535, 65_536] {
      let value = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try environment.write { (transaction) throws(LMDBError) in
        try transaction.put(value, at: 1, in: table)
      }
      let read = try environment.read { (transaction) throws(LMDBError) in
        try transaction.value(of: 1, in: table)?.copied
      }
      #expect(read == value)
    }
  }

  @Test func `an append out of order is refused`() throws {
    let environment = try open()
    let table = try environment.table("rows")
    let error = #expect(throws: LMDBError.self) {
      try environment.write { (transaction) throws(LMDBError) in
        var rows = try transaction.rows(of: table)
        try rows.append([1], at: 2)
        try rows.append([1], at: 1)
      }
    }
    #expect(error?.code == .keyExists)
  }
}

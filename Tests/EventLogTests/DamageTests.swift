import EventLog
import LMDB
import TestSupport
import Testing

/// Whatever is changed beneath the log is found, at the index where it was changed.
@Suite struct Damage {
  let folder: TemporaryFolder
  static let size: UInt64 = 61

  init() throws {
    folder = try TemporaryFolder()
    try open().append(Draft.random(Int(Self.size), streams: 4, seed: 5))
  }

  func open() throws -> EventStore {
    try EventStore(folder: folder.path + "/log", options: .init(mapSize: 1 << 26))
  }

  /// What a verification finds after `change` was made to a table beneath the log.
  func fault(
    after change: (inout WriteTransaction, Table) throws(LMDBError) -> Void, in table: String
  ) throws -> LogFault? {
    do {
      let environment = try Environment(folder: folder.path + "/log", tables: [table])
      let handle = try environment.table(table)
      try environment.write { (transaction) throws(LMDBError) in try change(&transaction, handle) }
    }
    return try open().verified().fault
  }

  /// The row of an index with one bit of one byte turned.
  func turned(
    _ index: UInt64, _ byte: Int, _ transaction: borrowing WriteTransaction, _ table: Table
  ) throws(LMDBError) -> [UInt8] {
    guard var row = try transaction.reading.value(of: index, in: table)?.copied else { return [] }
    row[byte % row.count] ^= 1
    return row
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `a turned bit in an event is found at its index`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let index = UInt64.random(in: 0..<Self.size, using: &random)
    let byte = Int.random(in: 0..<300, using: &random)
    let found = try fault(
      after: { (transaction, table) throws(LMDBError) in
        let row = try turned(index, byte, transaction, table)
        try unsafe transaction.put(row.span.bytes, at: index, in: table)
      }, in: "events")
    #expect(found?.index == index, "byte \(byte): \(String(describing: found))")
  }

  /// A bit turned in a key makes the log seem as long as it says.
  @Test(.timeLimit(.minutes(1)), arguments: [1 << 36, 1 << 50, 1 << 62, 1 << 63, .max] as [UInt64])
  func `an event at a place that no log reaches is found as the gap before it`(
    place: UInt64
  ) throws {
    let found = try fault(
      after: { (transaction, table) throws(LMDBError) in
        try unsafe transaction.put([1 as UInt8].span.bytes, at: place, in: table)
      }, in: "events")
    #expect(found == LogFault(index: Self.size, damage: .missing))
  }

  @Test func `every byte of an event counts`() throws {
    for byte in 0..<40 {
      for index in [12, 60] as [UInt64] {
        let turn = { (transaction: inout WriteTransaction, table: Table) throws(LMDBError) in
          let row = try turned(index, byte, transaction, table)
          try unsafe transaction.put(row.span.bytes, at: index, in: table)
        }
        #expect(try fault(after: turn, in: "events")?.index == index)
        #expect(try fault(after: turn, in: "events") == nil)
      }
    }
  }

  @Test(arguments: [0, 31, 32, 63])
  func `a turned bit in a node is found at its index`(byte: Int) throws {
    let found = try fault(
      after: { (transaction, table) throws(LMDBError) in
        let row = try turned(31, byte, transaction, table)
        try unsafe transaction.put(row.span.bytes, at: 31, in: table)
      }, in: "nodes")
    #expect(found == LogFault(index: 31, damage: .nodes))
  }

  @Test func `a missing node and a node too many are found`() throws {
    let key = IndexKey(17)
    var row: [UInt8] = []
    let missing = try fault(
      after: { (transaction, table) throws(LMDBError) in
        row = try transaction.reading.value(of: 17, in: table)?.copied ?? []
        try transaction.delete(key.bytes, in: table)
      }, in: "nodes")
    #expect(missing == LogFault(index: 17, damage: .nodes))
    for extra in [20, 61, 4711] as [UInt64] {
      let found = try fault(
        after: { (transaction, table) throws(LMDBError) in
          try unsafe transaction.put(row.span.bytes, at: 17, in: table)
          try unsafe transaction.put(row.span.bytes, at: extra, in: table)
        }, in: "nodes")
      #expect(found == LogFault(index: extra, damage: .extraNodes))
      _ = try fault(
        after: { (transaction, table) throws(LMDBError) in
          let key = IndexKey(extra)
          try transaction.delete(key.bytes, in: table)
        }, in: "nodes")
    }
  }

  @Test func `a missing event is found, and so is a cut tail`() throws {
    let key = IndexKey(33)
    let found = try fault(
      after: { (transaction, table) throws(LMDBError) in
        try transaction.delete(key.bytes, in: table)
      }, in: "events")
    #expect(found == LogFault(index: 33, damage: .missing))
    let cut = try fault(
      after: { (transaction, table) throws(LMDBError) in
        try transaction.deleteAll(from: 30, in: table)
      }, in: "events")
    #expect(cut == LogFault(index: 31, damage: .extraNodes))
  }

  @Test func `a head that is wrong, missing or too many is found`() throws {
    let head = try open().read { (snapshot) throws(EventLogError) in
      try snapshot.head(of: StreamKey(.person, 2))
    }
    let index = try #require(head).index
    let key: [UInt8] = [3, 0, 0, 0, 2]
    var row: [UInt8] = []
    for (byte, bit) in [(7, 0), (8, 0), (8, 7), (15, 0), (16, 0), (47, 0)] {
      let found = try fault(
        after: { (transaction, table) throws(LMDBError) in
          row = try unsafe transaction.reading.value(of: key.span.bytes, in: table)?.copied ?? []
          var turned = row
          turned[byte] ^= 1 << UInt8(bit)
          try unsafe transaction.put(turned.span.bytes, at: key.span.bytes, in: table)
        }, in: "heads")
      #expect(found == LogFault(index: index, damage: .head(StreamKey(.person, 2))))
      let whole = try fault(
        after: { (transaction, table) throws(LMDBError) in
          try unsafe transaction.put(row.span.bytes, at: key.span.bytes, in: table)
        }, in: "heads")
      #expect(whole == nil)
    }
    let extra = try fault(
      after: { (transaction, table) throws(LMDBError) in
        let other: [UInt8] = [3, 0, 0, 1, 2]
        try unsafe transaction.put(row.span.bytes, at: other.span.bytes, in: table)
      }, in: "heads")
    #expect(extra == LogFault(index: index, damage: .extraHead(StreamKey(.person, 258))))
    let missing = try fault(
      after: { (transaction, table) throws(LMDBError) in
        try transaction.deleteAll(in: table)
      }, in: "heads")
    #expect(missing?.index != nil)
  }
}

import EventLog
import LMDB
import Merkle
import TestSupport
import Testing

/// A log of several parts, each read by one thread: what is changed beneath it is found in whole
/// parts, at their edges, and in the part that is not whole.
@Suite struct LongLog {
  let folder: TemporaryFolder
  static let size: UInt64 = 3 * 1024 + 77

  init() throws {
    folder = try TemporaryFolder()
    try open().append(Draft.random(Int(Self.size), streams: 40, seed: 11))
  }

  func open() throws -> EventStore {
    try EventStore(folder: folder.path + "/log", options: .init(mapSize: 1 << 26))
  }

  /// What a verification finds while a row of a table is changed; it is put back afterwards.
  func fault(
    at index: UInt64, in table: String, after change: ([UInt8]) -> [UInt8]?
  ) throws -> LogFault? {
    let whole = try put(at: index, in: table) { change($0) }
    let found = try open().verified().fault
    _ = try put(at: index, in: table) { _ in whole.isEmpty ? nil : whole }
    return found
  }

  /// Replaces a row, nil: deletes it; returns what it was.
  private func put(
    at index: UInt64, in table: String, _ change: ([UInt8]) -> [UInt8]?
  ) throws -> [UInt8] {
    let environment = try Environment(folder: folder.path + "/log", tables: [table])
    let handle = try environment.table(table)
    var old: [UInt8] = []
    try environment.write { (transaction) throws(LMDBError) in
      old = try transaction.reading.value(of: index, in: handle)?.copied ?? []
      if let new = change(old) {
        try unsafe transaction.put(new.span.bytes, at: index, in: handle)
      } else {
        try transaction.delete(IndexKey(index).bytes, in: handle)
      }
    }
    return old
  }

  /// Around the edges of parts, and in the last part, which is not whole.
  static let places: [UInt64] = [
    0, 1, 2, 511, 1021, 1022, 1023, 1024, 1025, 2046, 2047, 2048, 3070, 3071, 3072, 3073, size - 1,
  ]

  @Test func `any number of threads finds the same root, and nothing wrong`() throws {
    var frontier = Frontier()
    for event in try open().allEvents() { _ = frontier.push(TreeHash.leaf(event)) }
    for threads in 1...5 {
      let found = try open().verified(threads: threads)
      #expect(found.fault == nil)
      #expect(found.size == Self.size)
      #expect(found.root == frontier.root)
    }
  }

  @Test(arguments: places)
  func `a turned bit in an event is found at its index`(index: UInt64) throws {
    let found = try fault(at: index, in: "events") { row in
      var row = row
      row[row.count - 1] ^= 1
      return row
    }
    #expect(found?.index == index)
    #expect(try open().verified().fault == nil)
  }

  /// Without the last event the log would be shorter, which heads and nodes tell.
  @Test(arguments: places.dropLast())
  func `a missing event is found at its index`(index: UInt64) throws {
    let found = try fault(at: index, in: "events") { _ in nil }
    #expect(found == LogFault(index: index, damage: .missing))
  }

  @Test(arguments: places.filter { $0 % 2 == 1 })
  func `every node counts`(index: UInt64) throws {
    for level in 0..<(index + 1).trailingZeroBitCount {
      let found = try fault(at: index, in: "nodes") { row in
        var row = row
        row[32 * level + 7] ^= 4
        return row
      }
      #expect(found == LogFault(index: index, damage: .nodes), "level \(level)")
    }
    #expect(
      try fault(at: index, in: "nodes") { _ in nil } == LogFault(index: index, damage: .nodes))
    #expect(
      try fault(at: index, in: "nodes") { $0.dropLast(32) + [] }
        == LogFault(index: index, damage: .nodes))
    #expect(
      try fault(at: index, in: "nodes") { $0 + [UInt8](repeating: 1, count: 32) }
        == LogFault(index: index, damage: .nodes))
  }

  @Test(arguments: places.filter { $0 % 2 == 0 } + [size, size + 2, 99_999])
  func `a row of nodes too many is found`(index: UInt64) throws {
    let found = try fault(at: index, in: "nodes") { _ in [UInt8](repeating: 1, count: 32) }
    #expect(found == LogFault(index: index, damage: .extraNodes))
  }
}

import CBOR
import Cadre
import CadreCodec
import EventLog
import Projections
import TestSupport
import Testing

/// A table's rows in their order, as bytes.
private struct Row: Hashable {
  let key: [UInt8]
  let value: [UInt8]
}

extension ViewSnapshot {
  fileprivate func dump() throws(ProjectionError) -> [ViewTable: [Row]] {
    var dump: [ViewTable: [Row]] = [:]
    for table in ViewTable.allCases {
      var found: [Row] = []
      var rows = try rows(of: table)
      while try rows.next() {
        found.append(Row(key: rows.key.array, value: rows.value.array))
      }
      #expect(try count(of: table) == found.count)
      dump[table] = found
    }
    return dump
  }
}

extension RawSpan {
  fileprivate var array: [UInt8] { unsafe withUnsafeBytes { unsafe [UInt8]($0) } }
}

extension Views {
  fileprivate func dump() throws -> [ViewTable: [Row]] {
    try read { (views) throws(ProjectionError) in try views.dump() }
  }

  fileprivate func catchUp(from log: EventStore, to size: LogSize? = nil) throws {
    try log.read { (snapshot) throws(ProjectionError) in
      _ = try catchUp(from: snapshot, to: size)
    }
  }

  /// What a reader sees that folds what is missing in memory.
  fileprivate func dump(folding log: EventStore) throws -> [ViewTable: [Row]] {
    try log.read { (snapshot) throws(ProjectionError) in
      try read(folding: snapshot) { (views) throws(ProjectionError) in try views.dump() }
    }
  }
}

private func rebuilt(_ log: EventStore, _ folder: String, to size: LogSize? = nil) throws -> Views {
  try log.read { (snapshot) throws(ProjectionError) in
    try Views.rebuild(in: folder, from: snapshot, to: size)
  }
  return try Views(folder: folder)
}

@Suite struct ViewLawTests {
  @Test(arguments: [1, 2, 3, 20_250_101, 7_919] as [UInt64])
  func `views caught up step by step are the views rebuilt, table by table`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: seed)
    var history = try LedgerHistory(folder, seed: seed)
    let views = try Views(folder: folder.path + "/live")
    for round in 0..<12 {
      try history.append(Int.random(in: 1...60, using: &random))
      let folded = try views.dump(folding: history.log)
      if Bool.random(using: &random) {
        let half = try history.log.read { (log) throws(ProjectionError) in log.size / 2 }
        try views.catchUp(from: history.log, to: LogSize(half))
      }
      #expect(try views.dump(folding: history.log).dropping(.meta) == folded.dropping(.meta))
      try views.catchUp(from: history.log)
      let live = try views.dump()
      #expect(live.dropping(.meta) == folded.dropping(.meta), "seed \(seed), round \(round)")
      let anew = try rebuilt(history.log, folder.path + "/\(round)")
      #expect(try anew.dump() == live, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [4, 5] as [UInt64])
  func `views are the same in slices of any size and in memory of any size`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var history = try LedgerHistory(folder, seed: seed)
    try history.append(300)
    let whole = try rebuilt(history.log, folder.path + "/whole").dump()
    for slice in [1, 7, 64, 299, 300, 301] as [UInt64] {
      let path = folder.path + "/slice\(slice)"
      let live = try Views(folder: path)
      try history.log.read { (log) throws(ProjectionError) in
        _ = try live.catchUp(from: log, slice: slice)
      }
      #expect(try live.dump() == whole, "seed \(seed), slice \(slice)")
    }
    for memory in [0, 1_000, 20_000, 100_000, 1_000_000, 20_000_000, .max] {
      let path = folder.path + "/memory\(memory)"
      try history.log.read { (log) throws(ProjectionError) in
        try Views.rebuild(in: path, from: log, memory: memory)
      }
      #expect(try Views(folder: path).dump() == whole, "seed \(seed), memory \(memory)")
    }
  }

  @Test func `streams with numbers far apart are rebuilt too, and the longest whole`() throws {
    let folder = try TemporaryFolder()
    let log = try EventStore(folder: folder.path + "/log")
    var encoder = CBOREncoder()
    let context = EventContext(
      effective: Day(number: 18_000), recorded: Instant(milliseconds: 1_000_000), actor: "van-thu")
    let fields = try Event.person(.cardIssued).encodeTail(context, into: &encoder)
    var random = SeededGenerator(seed: 6)
    var batch = DraftBatch()
    let numbers: [UInt32] = [1, 2, 77, 1 << 20, 1 << 31, .max]
    for _ in 0..<3_000 {
      let number = numbers.randomElement(using: &random) ?? 5
      batch.add(
        type: UInt16(EventType.cardIssued.rawValue), version: 1, to: StreamKey(.person, number),
        tail: encoder.span, fields: fields)
    }
    try log.write { (writer) throws(EventLogError) in _ = try writer.append(batch) }
    let live = try Views(folder: folder.path + "/live")
    try live.catchUp(from: log)
    for memory in [0, 100_000, 1_000_000, Views.defaultMemory] {
      let path = folder.path + "/memory\(memory)"
      try log.read { (log) throws(ProjectionError) in
        try Views.rebuild(in: path, from: log, memory: memory)
      }
      #expect(try Views(folder: path).dump() == live.dump(), "memory \(memory)")
    }
  }

  @Test func `views rebuilt to an earlier size are those that stood there`() throws {
    let folder = try TemporaryFolder()
    var history = try LedgerHistory(folder, seed: 9)
    try history.append(100)
    let before = try rebuilt(history.log, folder.path + "/before").dump()
    try history.append(100)
    let after = try rebuilt(history.log, folder.path + "/after", to: LogSize(100)).dump()
    #expect(before == after)
  }
}

extension [ViewTable: [Row]] {
  /// What is stored, not the size it was stored at.
  fileprivate func dropping(_ table: ViewTable) -> [ViewTable: [Row]] {
    filter { $0.key != table }
  }
}

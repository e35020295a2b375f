import Cadre
import EventLog
import LMDB
import TestSupport
import Testing

@testable import Projections

/// The comparison that the nightly rebuild makes finds views that say something else than the log,
/// and says where.
@Suite struct ComparingTests {
  let folder: TemporaryFolder
  private var history: LedgerHistory

  init() throws {
    folder = try TemporaryFolder()
    history = try LedgerHistory(folder, seed: 20_261_124)
    try history.append(400)
  }

  @Test func `views made twice do not differ, and have as many rows`() throws {
    #expect(try differences(try views("one"), try views("two")).isEmpty)
  }

  /// A fold that overlooks every retraction, as a mistake in the code might.
  @Test func `a wrong fold is found in every row where it is wrong`() throws {
    let (wrong, right) = (try views("wrong"), try views("right"))
    let expected = try forget(retractionsOf: try streamsOfPeople(), in: wrong)
    let found = try differences(wrong, right)
    #expect(!expected.isEmpty && found.count == expected.count)
    for difference in found {
      let stream = try #require(difference.stream)
      #expect(difference.table == .people && difference.kind == .altered)
      #expect(difference.events == expected[stream], "\(stream)")
    }
  }

  @Test func `a row that is gone, one too many and one that cannot be read are told apart`()
    throws
  {
    let (live, right) = (try views("live"), try views("right"))
    try live.change { (transaction, tables) throws(LMDBError) in
      unsafe try transaction.delete([UInt8](bigEndian: UInt32(2)).span.bytes, in: tables[.people])
      unsafe try transaction.put(
        [UInt8]([1]).span.bytes, at: [UInt8](bigEndian: UInt32(3)).span.bytes, in: tables[.people])
      unsafe try transaction.put(
        RawSpan(), at: [UInt8](bigEndian: UInt64(1 << 32 | 77)).span.bytes,
        in: tables[.planning])
    }
    let found = try differences(live, right)
    #expect(found.map(\.kind) == [.missing, .unreadable, .surplus])
    #expect(found.map(\.table) == [.people, .people, .planning])
    #expect(
      found.map(\.stream) == [2, 3, 77].map { .person(PersonNumber($0)) })
    #expect(found[0].live == nil && found[0].rebuilt != nil && !found[0].events.isEmpty)
    #expect(found[1].live == [1] && !found[1].events.isEmpty)
    #expect(found[2].rebuilt == nil && found[2].events.isEmpty)
  }

  @Test func `every byte of every row is compared`() throws {
    let (live, right) = (try views("live"), try views("right"))
    var rows: [(ViewTable, [UInt8], [UInt8])] = []
    try right.read { (views) throws(ProjectionError) in
      try views.forEachRow { (table, key, value) throws(ProjectionError) in
        rows.append((table, [UInt8](copying: key), [UInt8](copying: value)))
      }
    }
    var random = SeededGenerator(seed: 5)
    for (table, key, value) in rows.shuffled(using: &random).prefix(60) where !value.isEmpty {
      var damaged = value
      damaged[Int.random(in: 0..<value.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8)
      try live.change { (transaction, tables) throws(LMDBError) in
        unsafe try transaction.put(damaged.span.bytes, at: key.span.bytes, in: tables[table])
      }
      let found = try differences(live, right)
      #expect(found.map(\.table) == [table] && found.map(\.key) == [key])
      #expect(found.first?.live == damaged && found.first?.rebuilt == value)
      try live.change { (transaction, tables) throws(LMDBError) in
        unsafe try transaction.put(value.span.bytes, at: key.span.bytes, in: tables[table])
      }
    }
    #expect(try differences(live, right).isEmpty)
  }
}

extension ComparingTests {
  private func views(_ name: String) throws -> Views {
    try history.log.read { (log) throws(ProjectionError) in
      try Views.rebuild(in: "\(folder.path)/\(name)", from: log)
    }
    return try Views(folder: "\(folder.path)/\(name)")
  }

  private func differences(_ live: Views, _ right: Views) throws -> [ViewDifference] {
    var found: [ViewDifference] = []
    let count = try live.read { (live) throws(ProjectionError) in
      try right.read { (right) throws(ProjectionError) in
        try live.differences(from: right) { found.append($0) }
      }
    }
    #expect(count == found.count)
    return found
  }

  private func streamsOfPeople() throws -> [StreamKey] {
    let last = try views("counting").read { (views) throws(ProjectionError) in
      try views.lastNumber(of: .people)
    }
    return (1...last).map { StreamKey(.person, $0) }
  }

  /// Folds streams anew without their retractions, writes the rows, and says which events of which
  /// stream are then told wrongly.
  private func forget(
    retractionsOf streams: [StreamKey], in views: Views
  ) throws -> [Cadre.Stream: [LogIndex]] {
    var wrong: [Cadre.Stream: [LogIndex]] = [:]
    for stream in streams {
      var fold = StreamFold()
      var concerned: Set<LogIndex> = []
      try history.log.read { (log) throws(ProjectionError) in
        fold.begin()
        do throws(EventLogError) {
          for index in try log.indexes(of: stream) {
            let event = try log.event(at: index)
            let header = try EventHeader(event, at: index)
            guard header.type != UInt16(EventType.retracted.rawValue) else {
              concerned.insert(LogIndex(index))
              continue
            }
            do throws(ProjectionError) { try fold.add(LogIndex(index), event) } catch {
              throw EventLogError.noEvent(index: index)
            }
          }
        } catch {
          throw .log(error)
        }
      }
      guard !concerned.isEmpty else { continue }
      fold.finish()
      let row = [UInt8](copying: fold.row)
      concerned.formUnion(try turned(in: stream))
      wrong[.person(PersonNumber(stream.number))] = concerned.sorted()
      try views.change { (transaction, tables) throws(LMDBError) in
        unsafe try transaction.put(
          row.span.bytes, at: [UInt8](bigEndian: stream.number).span.bytes, in: tables[.people])
      }
    }
    return wrong
  }

  /// The facts of a stream that retractions ever turned, by the right fold.
  private func turned(in stream: StreamKey) throws -> Set<LogIndex> {
    try views("turned-\(stream.number)").read { (views) throws(ProjectionError) in
      var turned: Set<LogIndex> = []
      guard let row = try views.person(PersonNumber(stream.number)) else { return turned }
      var entries = row.entries
      while let entry = try entries.next() {
        if entry.hasChanges { turned.insert(entry.index) }
      }
      return turned
    }
  }
}

extension Views {
  /// Changes rows behind the fold's back.
  fileprivate func change(
    _ body: (inout WriteTransaction, ViewTables) throws(LMDBError) -> Void
  ) throws {
    try environment.write { (transaction) throws(LMDBError) in
      try body(&transaction, tables)
    }
  }
}

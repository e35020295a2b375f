import EventLog
import LMDB
import TestSupport
import Testing

/// Reading a log in parts, and what its heads say at once.
@Suite struct PartsTests {
  let folder: TemporaryFolder
  let log: EventStore

  init() throws {
    folder = try TemporaryFolder()
    log = try EventStore(folder: folder.path, options: .init(mapSize: 1 << 28))
  }

  @Sendable
  private static func bytes(
    _ log: LogSnapshot, _ range: Range<UInt64>
  ) throws(EventLogError) -> [[UInt8]] {
    var events: [[UInt8]] = []
    try log.forEach(from: range.lowerBound, to: range.upperBound) {
      (_, event) throws(EventLogError) in
      events.append(event.copied)
    }
    return events
  }

  @Test(arguments: [1, 2, 3, 8])
  func `the parts together are the events in their order`(threads: Int) throws {
    try log.append(Draft.random(500, streams: 20, seed: 1))
    for end in [0, 1, 2, 499, 500] as [UInt64] {
      let parts = try log.read { (log) throws(EventLogError) in
        try log.inParts(to: end, threads: threads, Self.bytes)
      }
      #expect(try parts.flatMap { $0 } == Array(log.allEvents().prefix(Int(end))))
      #expect(parts.count == max(1, min(threads, Int(end))))
    }
    #expect(throws: EventLogError.noEvent(index: 500)) {
      try log.read { (log) throws(EventLogError) in
        _ = try log.inParts(to: 501, threads: threads, Self.bytes)
      }
    }
    #expect(try log.verified().fault == nil)
  }

  @Test func `events of a batch not committed yet are read on the thread that writes`() throws {
    let drafts = Draft.random(20, streams: 3, seed: 2)
    try log.append(drafts.prefix(10))
    var batch = DraftBatch()
    for draft in drafts.dropFirst(10) { draft.add(to: &batch) }
    let parts = try log.write { (writer) throws(EventLogError) in
      _ = try writer.append(batch)
      return try writer.reading.inParts(to: 20, threads: 2, Self.bytes)
    }
    #expect(parts.count == 1)
    #expect(try parts.first == log.allEvents())
    #expect(try log.verified().fault == nil)
  }

  @Test func `the greatest number of a kind is that of its last head`() throws {
    func numbers() throws -> [UInt32?] {
      try log.read { (log) throws(EventLogError) in
        var numbers: [UInt32?] = []
        for kind in StreamKind.allCases { numbers.append(try log.lastNumber(of: kind)) }
        return numbers
      }
    }
    #expect(try numbers() == [nil, nil, nil, nil])
    let streams = [StreamKey(.position, 7), StreamKey(.position, 300), StreamKey(.organisation, 2)]
    try log.append(streams.map { Draft(stream: $0, recorded: 1_000_000, text: "x") })
    #expect(try numbers() == [nil, 2, 300, nil])
    try log.append([Draft(stream: StreamKey(.person, .max), recorded: 1_000_000, text: "x")])
    #expect(try numbers() == [nil, 2, 300, .max])
    #expect(try log.verified().fault == nil)
  }
}

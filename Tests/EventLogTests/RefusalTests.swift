import EventLog
import Glibc
import LMDB
import TestSupport
import Testing

@Suite struct Refusals {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func open() throws -> EventStore {
    try EventStore(folder: folder.path + "/log", options: .init(mapSize: 1 << 28))
  }

  @Test func `a stream that has moved on is a conflict, and nothing is appended`() throws {
    let log = try open()
    let stream = StreamKey(.person, 1)
    try log.append([Draft(stream: stream, recorded: 1, text: "")])
    var batch = DraftBatch()
    batch.expect(0, eventsIn: stream)
    Draft(stream: stream, recorded: 2, text: "").add(to: &batch)
    #expect(throws: EventLogError.conflict(stream: stream, expected: 0, found: 1)) {
      try log.write { (writer) throws(EventLogError) in _ = try writer.append(batch) }
    }
    batch.removeAll()
    batch.expect(1, eventsIn: stream)
    batch.expect(0, eventsIn: StreamKey(.person, 2))
    Draft(stream: stream, recorded: 2, text: "").add(to: &batch)
    try log.write { (writer) throws(EventLogError) in _ = try writer.append(batch) }
    #expect(try log.verified().size == 2)
  }

  @Test func `an event of 65,535 bytes is taken, and one of a byte more is not`() throws {
    let log = try open()
    let stream = StreamKey(.ledger, 0)
    try log.append([Draft(stream: stream, recorded: 1, text: "")])
    let short = try log.read { (snapshot) throws(EventLogError) in
      try snapshot.event(at: 0).byteCount
    }
    let room = 65_535 - short - 2
    let other = StreamKey(.organisation, 1)
    #expect(throws: EventLogError.tooLong(draft: 1, length: 65_536)) {
      try log.append([
        Draft(stream: StreamKey(.organisation, 2), recorded: 1, text: ""),
        Draft(stream: other, recorded: 1, text: String(repeating: "x", count: room + 1)),
      ])
    }
    try log.append([Draft(stream: other, recorded: 1, text: String(repeating: "x", count: room))])
    let lengths = try log.allEvents().map(\.count)
    #expect(lengths == [short, 65_535])
    #expect(try log.verified().fault == nil)
  }

  @Test func `an append that failed half-way cannot be committed`() throws {
    let log = try open()
    let text = String(repeating: "x", count: 70_000)
    var batch = DraftBatch()
    Draft(stream: .ledger, recorded: 1, text: text).add(to: &batch)
    #expect(throws: EventLogError.spoiled) {
      try log.write { (writer) throws(EventLogError) in
        #expect(throws: EventLogError.self) { try writer.append(batch) }
      }
    }
    #expect(try log.verified().size == 0)
  }

  @Test func `what a writer has appended it sees, and others only after its commit`() throws {
    let log = try open()
    let drafts = Draft.random(20, streams: 2, seed: 1)
    try log.write { (writer) throws(EventLogError) in
      var batch = DraftBatch()
      for draft in drafts { draft.add(to: &batch) }
      try writer.append(batch)
      #expect(try writer.reading.header(at: 19).stream == drafts[19].stream)
      #expect(try writer.reading.head(of: drafts[19].stream)?.index == 19)
      #expect(try writer.reading.root() == writer.root)
      let outside = try log.read { (snapshot) throws(EventLogError) in snapshot.size }
      #expect(outside == 0)
    }
    let outside = try log.read { (snapshot) throws(EventLogError) in snapshot.size }
    #expect(outside == 20)
  }

  @Test func `notes are kept, and a log without a layout is none`() throws {
    let log = try open()
    try log.write { (writer) throws(EventLogError) in
      try writer.setNote(LogNotes.erasure, 77)
    }
    try log.read { (snapshot) throws(EventLogError) in
      #expect(try snapshot.note(LogNotes.erasure) == 77)
      #expect(try snapshot.note("none") == nil)
      #expect(try snapshot.layout == EventStore.layout)
    }
    let missing = #expect(throws: EventLogError.self) {
      try EventStore(folder: folder.path + "/none", options: .init(access: .read))
    }
    guard case .store(let error) = missing else { throw missing ?? .spoiled }
    #expect(error.code == .notFound)
  }

  @Test func `a writer that is killed leaves whole transactions`() async throws {
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let log = try EventStore(folder: path + "/log", options: .init(mapSize: 1 << 28))
      let drafts = Draft.random(750, streams: 3, seed: 9)
      for start in stride(from: 0, to: 50, by: 10) { try log.append(drafts[start..<start + 10]) }
      try log.write { (writer) throws(EventLogError) in
        var batch = DraftBatch()
        for draft in drafts[50...] { draft.add(to: &batch) }
        try writer.append(batch)
        _ = kill(getpid(), SIGKILL)
      }
    }
    let log = try open()
    let verdict = try log.verified()
    #expect(verdict.size == 50)
    #expect(verdict.fault == nil)
    try log.append(Draft.random(750, streams: 3, seed: 9)[50...])
    #expect(try log.verified().size == 750)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a writer ended at any moment leaves whole transactions`(seed: UInt64) async throws {
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGALRM)) {
      [path = path as String, seed = seed as UInt64] in
      let log = try EventStore(folder: path + "/log", options: .init(mapSize: 1 << 28))
      let drafts = Draft.random(7000, streams: 30, seed: seed)
      var random = SeededGenerator(seed: seed)
      try log.append(drafts[..<7])
      var timer = itimerval()
      timer.it_value.tv_usec = Int.random(in: 1...30_000, using: &random)
      #expect(unsafe setitimer(Int32(ITIMER_REAL.rawValue), &timer, nil) == 0)
      for start in stride(from: 7, to: 7000, by: 7) { try log.append(drafts[start..<start + 7]) }
      while true { try log.append([]) }
    }
    let verdict = try open().verified()
    #expect(verdict.fault == nil)
    #expect(verdict.size >= 7 && verdict.size % 7 == 0)
  }
}

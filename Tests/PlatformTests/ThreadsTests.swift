import Platform
import Synchronization
import Testing

/// Work on several threads.
@Suite struct ThreadsTests {
  enum Fault: Error, Equatable {
    case first
    case second
    case chunk(Int)
  }

  @Test func `two pieces of work give both results`() {
    let text = "seven"
    let (count, sum) = Threads.parallel({ text.utf8.count }, { (1...100).reduce(0, +) })
    #expect(count == 5)
    #expect(sum == 5050)
  }

  @Test func `both pieces run at the same time`() throws {
    let folder = try TemporaryFolder()
    let (one, two) = (folder.path("1"), folder.path("2"))
    @Sendable func meet(_ mine: String, _ other: String) throws(PlatformError) -> Bool {
      try Files.write([], to: mine)
      let deadline = SystemClock.monotonicNanoseconds() + 60_000_000_000
      while SystemClock.monotonicNanoseconds() < deadline {
        if Files.exists(other) { return true }
      }
      return false
    }
    let met = try Threads.parallel(
      { () throws(PlatformError) in try meet(one, two) },
      { () throws(PlatformError) in try meet(two, one) })
    #expect(met == (true, true))
  }

  @Test func `the failure of the first comes before that of the second`() {
    func run(_ first: Bool, _ second: Bool) throws(Fault) -> (Int, Int) {
      try Threads.parallel(
        { () throws(Fault) in if first { throw .first } else { return 1 } },
        { () throws(Fault) in if second { throw .second } else { return 2 } })
    }
    #expect(throws: Fault.first) { try run(true, true) }
    #expect(throws: Fault.first) { try run(true, false) }
    #expect(throws: Fault.second) { try run(false, true) }
    #expect(throws: Never.self) { try run(false, false) }
  }

  @Test(arguments: [0, 1, 2, 3, 7, 100], [1, 2, 3, 8])
  func `chunks cover all in order, none empty`(count: Int, threads: Int) {
    let chunks = Threads.parallelChunks(of: count, threads: threads) { $0 }
    #expect(chunks.count == min(count, threads))
    #expect(chunks.flatMap(Array.init) == Array(0..<count))
    let lengths = chunks.map(\.count)
    #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
  }

  @Test func `the failure of the first chunk that fails is thrown`() {
    #expect(throws: Fault.chunk(25)) {
      try Threads.parallelChunks(of: 100, threads: 4) { (range) throws(Fault) in
        if range.lowerBound > 0 { throw Fault.chunk(range.lowerBound) }
      }
    }
  }

  @Test(arguments: [0, 1, 2, 5, 100], [1, 2, 3, 8])
  func `parts made on several threads are used in order, each once`(count: Int, threads: Int) {
    var used: [Int] = []
    Threads.inOrder(count, threads: threads, make: { $0 * 2 }) { part in
      used.append(part)
      return true
    }
    #expect(used == (0..<count).map { $0 * 2 })
  }

  @Test func `parts are not made far ahead of their use`() {
    let made = Mutex(0)
    Threads.inOrder(
      1_000, threads: 2,
      make: { (number) -> Int in
        made.withLock { $0 = max($0, number) }
        return number
      },
      use: { part in
        #expect(made.withLock { $0 } <= part + 8)
        return true
      })
  }

  @Test(arguments: [1, 2, 8])
  func `the use of a part may end the work`(threads: Int) {
    var used: [Int] = []
    Threads.inOrder(1_000, threads: threads, make: { $0 }) { part in
      used.append(part)
      return part < 7
    }
    #expect(used == Array(0...7))
  }

  @Test(arguments: [1, 2, 8])
  func `of failures the first in the order of parts is thrown`(threads: Int) {
    var used: [Int] = []
    #expect(throws: Fault.chunk(13)) {
      try Threads.inOrder(
        100, threads: threads,
        make: { (number) throws(Fault) -> Int in
          if number >= 13 { throw Fault.chunk(number) }
          return number
        },
        use: { (part) throws(Fault) -> Bool in
          used.append(part)
          return true
        })
    }
    #expect(used == Array(0..<13))
    #expect(throws: Fault.first) {
      try Threads.inOrder(
        100, threads: threads, make: { (number) throws(Fault) -> Int in number },
        use: { (_) throws(Fault) -> Bool in throw Fault.first })
    }
  }

  @Test func `there is at least one processor`() {
    #expect(CurrentProcess.processorCount >= 1)
  }
}

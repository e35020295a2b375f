import Glibc
import Platform
import Testing

/// Locks, clocks, random bytes, outputs and threads.
@Suite struct ProcessTests {
  @Test func `a lock excludes a second holder until it is given back`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("writer")
    let first = try FileLock(path, waiting: 0)
    #expect(throws: PlatformError.busy(path: path)) { _ = try FileLock(path, waiting: 0) }
    let before = SystemClock.monotonicNanoseconds()
    #expect(throws: PlatformError.busy(path: path)) { _ = try FileLock(path, waiting: 30) }
    #expect(SystemClock.monotonicNanoseconds() - before >= 30_000_000)
    first.release()
    // A process that another test is just starting may hold the descriptor for a moment longer.
    let second = try FileLock(path, waiting: 10_000)
    second.release()
    #expect(Files.exists(path))
  }

  @Test func `whoever waits gets the lock when it is given back`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("writer")
    let counted = folder.path("counted")
    try Files.write([0], to: counted)
    _ = try Threads.parallelChunks(of: 4, threads: 4) { (_) throws(PlatformError) in
      for _ in 0..<5 {
        let lock = try FileLock(path, waiting: 60_000)
        let count = try Files.read(counted, limit: 1)
        try Files.write(count.map { $0 + 1 }, to: counted)
        lock.release()
      }
    }
    #expect(try Files.read(counted, limit: 1) == [20])
  }

  @Test func `a lock that cannot be made says why`() {
    #expect(throws: PlatformError.refused(.open, path: "/nowhere/lock", code: ENOENT)) {
      _ = try FileLock("/nowhere/lock", waiting: 0)
    }
  }

  @Test func `the clocks go forward`() {
    #expect(SystemClock.milliseconds() > 1_700_000_000_000)
    let first = SystemClock.monotonicNanoseconds()
    #expect(SystemClock.monotonicNanoseconds() >= first)
  }

  @Test func `random bytes are as many as asked for and do not repeat`() throws {
    for count in [0, 1, 16, 255, 256, 257, 1000] {
      #expect(try Randomness.bytes(count).count == count)
    }
    #expect(try Randomness.bytes(32) != Randomness.bytes(32))
    #expect(try Set(Randomness.bytes(10_000)).count == 256)
  }

  @Test func `the environment is read by name`() {
    #expect(CurrentProcess.environment("PATH")?.isEmpty == false)
    #expect(CurrentProcess.environment("CADRE_NOT_SET") == nil)
  }

  @Test func `a reader that has gone is its own failure`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      CurrentProcess.ignoreBrokenPipes()
      var ends: [Int32] = [0, 0]
      guard unsafe pipe(&ends) == 0, dup2(ends[1], 1) == 1 else { CurrentProcess.exit(1) }
      close(ends[0])
      close(ends[1])
      guard !Descriptor.standardOutput.isTerminal else { CurrentProcess.exit(2) }
      do throws(PlatformError) {
        try Descriptor.standardOutput.write("nobody reads this")
      } catch {
        CurrentProcess.exit(error == .brokenPipe ? 7 : 3)
      }
    }
  }

  @Test func `an output takes all bytes however large`() async {
    await #expect(processExitsWith: .exitCode(0)) {
      let folder = try TemporaryFolder()
      let file = unsafe open(folder.path("out"), O_CREAT | O_RDWR, 0o600)
      guard file >= 0, dup2(file, 1) == 1 else { CurrentProcess.exit(1) }
      let bytes = [UInt8](repeating: 65, count: 3_000_000)
      try Descriptor.standardOutput.write(bytes)
      let isWhole = try Files.read(folder.path("out"), limit: 3_000_000) == bytes
      if !isWhole { CurrentProcess.exit(2) }
    }
  }

  @Test func `a closed output says why`() async {
    await #expect(processExitsWith: .exitCode(9)) {
      close(1)
      do throws(PlatformError) {
        try Descriptor.standardOutput.write("x")
      } catch {
        CurrentProcess.exit(error == .refused(.write, path: "output 1", code: EBADF) ? 9 : 1)
      }
    }
  }
}

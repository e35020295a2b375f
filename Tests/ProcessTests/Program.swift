import Glibc
import Platform
import Synchronization

/// The program as it was built beside these tests, run as a process of its own.
enum Program {
  /// The path of the binary: it stands in the folder of the tests' bundle.
  static let path: String = {
    let words = CommandLine.arguments
    let place = words.firstIndex(of: "--test-bundle-path").map { $0 + 1 } ?? 0
    let bundle = words.indices.contains(place) ? words[place] : ""
    return Files.parent(of: bundle) + "/cadre"
  }()

  /// Held while a process is started, so that it inherits no other one's pipe.
  private static let starting = Mutex(())

  /// What a process that has ended leaves.
  struct Outcome: Hashable {
    /// Its exit status; nil where a signal ended it.
    var status: Int32?
    /// What it wrote to its standard output.
    var output: String
  }

  /// Runs the program to its end, or kills it after so many milliseconds.
  ///
  /// - Parameters:
  ///   - environment: nothing but these variables.
  ///   - limit: after that time SIGKILL is sent; nil: never.
  static func run(
    _ words: [String], environment: [String: String] = [:], killedAfter limit: Int32? = nil
  ) throws -> Outcome {
    try start(words, environment: environment).outcome(killedAfter: limit)
  }

  /// Starts the program, to be read while it runs.
  static func follow(_ words: [String]) throws -> Running { Running(try start(words)) }

  /// Starts the program and lets it run; whoever starts it asks for its outcome.
  static func start(_ words: [String], environment: [String: String] = [:]) throws -> Child {
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    return try starting.withLock { _ in try Child([path] + words, variables) }
  }
}

/// A process that runs on while its output is read; it is killed when its owner is gone.
final class Running {
  private let child: Child
  private var text: [UInt8] = []
  private var isRead = true
  private var hasEnded = false

  fileprivate init(_ child: Child) { self.child = child }

  deinit {
    if isRead { child.close() }
    if !hasEnded { kill(child.process, SIGKILL) }
  }

  /// Every line so far, once there are that many; throws `late` after so many milliseconds.
  func lines(_ count: Int, within limit: Int32) throws -> [String] {
    let start = SystemClock.monotonicNanoseconds()
    while text.count(where: { $0 == 0x0A }) < count {
      let passed = Int32((SystemClock.monotonicNanoseconds() - start) / 1_000_000)
      guard passed < limit else { throw ProcessError.late }
      if case .end = try child.read(into: &text, waiting: limit - passed) {
        throw ProcessError.ended
      }
    }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Reads no more, as somebody does who closes the window.
  func close() {
    child.close()
    isRead = false
  }

  /// Sends what Ctrl-C sends.
  func interrupt() { kill(child.process, SIGINT) }

  /// How the process ended: its exit status, or the negative number of the signal that ended it;
  /// throws `late` where it runs on after so many milliseconds.
  func status(within limit: Int32) throws -> Int32 {
    var status: Int32 = 0
    let start = SystemClock.monotonicNanoseconds()
    while unsafe waitpid(child.process, &status, WNOHANG) != child.process {
      let passed = (SystemClock.monotonicNanoseconds() - start) / 1_000_000
      guard passed < UInt64(limit) else { throw ProcessError.late }
      _ = poll(nil, 0, 10)
    }
    hasEnded = true
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }
}

/// A process and the reading end of its standard output.
struct Child {
  fileprivate let process: pid_t
  private let output: Int32

  /// What came of waiting for output.
  fileprivate enum Reading {
    case some
    case nothing
    case end
  }

  fileprivate init(_ words: [String], _ environment: [String]) throws {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw ProcessError.failed(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { Glibc.close(ends[1]) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // What the tests' own process ignores or holds back, Ctrl-C perhaps, this one must not.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var started: pid_t = 0
    let code = unsafe withStrings(words) { list in
      unsafe withStrings(environment) { environment in
        unsafe posix_spawn(&started, words[0], &actions, &attributes, list, environment)
      }
    }
    guard code == 0 else {
      Glibc.close(ends[0])
      throw ProcessError.failed(code)
    }
    process = started
    output = ends[0]
  }

  /// Adds to the text what the process has written, waiting for it up to so many milliseconds, -1
  /// for ever.
  fileprivate func read(into text: inout [UInt8], waiting limit: Int32) throws -> Reading {
    var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    if unsafe poll(&waiting, 1, limit) == 0 { return .nothing }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe Glibc.read(output, &piece, piece.count)
    if count <= 0 { return .end }
    text += piece.prefix(count)
    return .some
  }

  /// Waits until the process has written something, which stays to be read.
  func waitForOutput() {
    var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    while unsafe poll(&waiting, 1, -1) < 0, errno == EINTR {}
  }

  /// Closes the reading end.
  fileprivate func close() { Glibc.close(output) }

  /// Reads the output until it ends; kills the process when the time is over.
  func outcome(killedAfter limit: Int32?) throws -> Program.Outcome {
    defer { close() }
    let start = SystemClock.monotonicNanoseconds()
    var text: [UInt8] = []
    var isKilled = false
    reading: while true {
      let passed = Int32(min(3_600_000, (SystemClock.monotonicNanoseconds() - start) / 1_000_000))
      let rest = isKilled ? -1 : limit.map { max(0, $0 - passed) } ?? -1
      switch try read(into: &text, waiting: rest) {
      case .some: continue
      case .end: break reading
      case .nothing:
        kill(process, SIGKILL)
        isKilled = true
      }
    }
    var status: Int32 = 0
    guard unsafe waitpid(process, &status, 0) == process else {
      throw ProcessError.failed(errno)
    }
    let exited = status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    return Program.Outcome(status: exited, output: String(decoding: text, as: UTF8.self))
  }
}

/// Why a process cannot be run, or read.
enum ProcessError: Error {
  /// The system refuses, with that errno.
  case failed(Int32)
  /// It did not do in time what was waited for.
  case late
  /// It ended before.
  case ended
}

/// Runs `body` on C strings, with the null that ends such a list.
private func withStrings<Result>(
  _ texts: [String],
  _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var copies = unsafe texts.map { unsafe strdup($0) }
  unsafe copies.append(nil)
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe copies.withUnsafeBufferPointer { all in
    guard let first = all.baseAddress else { preconditionFailure("the list has its null") }
    return unsafe body(first)
  }
}

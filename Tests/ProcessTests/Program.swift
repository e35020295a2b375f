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
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    let child = try starting.withLock { _ in try Child([path] + words, variables) }
    return try child.outcome(killedAfter: limit)
  }
}

/// A process and the reading end of its standard output.
private struct Child {
  private let process: pid_t
  private let output: Int32

  init(_ words: [String], _ environment: [String]) throws {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw ProcessError.failed(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var started: pid_t = 0
    let code = unsafe withStrings(words) { list in
      unsafe withStrings(environment) { environment in
        unsafe posix_spawn(&started, words[0], &actions, nil, list, environment)
      }
    }
    guard code == 0 else {
      close(ends[0])
      throw ProcessError.failed(code)
    }
    process = started
    output = ends[0]
  }

  /// Reads the output until it ends; kills the process when the time is over.
  func outcome(killedAfter limit: Int32?) throws -> Program.Outcome {
    defer { close(output) }
    let start = SystemClock.monotonicNanoseconds()
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var isKilled = false
    while true {
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      let passed = Int32(min(3_600_000, (SystemClock.monotonicNanoseconds() - start) / 1_000_000))
      let rest = isKilled ? -1 : limit.map { max(0, $0 - passed) } ?? -1
      if unsafe poll(&waiting, 1, rest) == 0 {
        kill(process, SIGKILL)
        isKilled = true
        continue
      }
      let count = unsafe read(output, &piece, piece.count)
      if count <= 0 { break }
      text += piece.prefix(count)
    }
    var status: Int32 = 0
    guard unsafe waitpid(process, &status, 0) == process else {
      throw ProcessError.failed(errno)
    }
    let exited = status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    return Program.Outcome(status: exited, output: String(decoding: text, as: UTF8.self))
  }
}

/// Why a process cannot be run: errno.
enum ProcessError: Error {
  case failed(Int32)
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

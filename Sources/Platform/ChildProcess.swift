import Glibc

/// Another program, run to its end: for what a well-kept tool does better.
package enum ChildProcess {
  /// What a program left: its status, and what it printed to both outputs together.
  package struct Outcome: Hashable, Sendable {
    /// The exit status; 128 and the number of the signal where a signal ended it.
    package let status: Int32
    package let output: String
  }

  /// The most that is kept of what a program prints, in bytes.
  private static let outputLimit = 1 << 16

  /// Runs a program found on the PATH, with a file as its standard input, and waits for it.
  ///
  /// - Parameter words: the program's name and its arguments, taken as they are: no shell.
  /// - Throws: `refused(.start)` where it cannot be run; what opening the file throws.
  package static func run(
    _ words: [String], readingFrom path: String = "/dev/null"
  ) throws(PlatformError) -> Outcome {
    let input = try OpenFile(path, O_RDONLY)
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw .last(.start, words.first ?? "") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let code = spawn(words, input: input.descriptor, output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard case .success(let process) = code else {
      if case .failure(let failure) = code {
        throw .refused(.start, path: words.first ?? "", code: failure.code)
      }
      throw .last(.start, words.first ?? "")
    }
    let text = drain(ends[0])
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: text)
  }

  private struct Failure: Error {
    let code: Int32
  }

  private static func spawn(
    _ words: [String], input: Int32, output: Int32
  ) -> Result<pid_t, Failure> {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 2)
    var arguments = unsafe words.map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(&process, words[0], &actions, nil, arguments, environ)
    return code == 0 ? .success(process) : .failure(Failure(code: code))
  }

  /// Reads to the end, and keeps the beginning.
  private static func drain(_ descriptor: Int32) -> String {
    var kept: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      if kept.count < outputLimit { kept += buffer[..<count] }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

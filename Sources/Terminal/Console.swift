package import Cadre
package import Platform

/// Takes the bytes of an answer or of a complaint.
package protocol ByteSink: Sendable {
  /// Takes all of them, or throws.
  func write(_ bytes: [UInt8]) throws(PlatformError)
}

extension Descriptor: ByteSink {}

/// What surrounds a run of the command: its outputs, its environment and its clock.
package struct Console: Sendable {
  /// Where answers go.
  package var output: any ByteSink
  /// Everything that is piped into the run.
  package var input: @Sendable () throws(PlatformError) -> [UInt8]
  /// Where complaints, remarks and progress go.
  package var errors: any ByteSink
  /// Whether a person reads the answer as it comes.
  package var outputIsTerminal: Bool
  /// Whether a person reads the complaints as they come.
  package var errorsIsTerminal: Bool
  /// The columns of the screen that shows the answer, if it is one and says so.
  package var screenColumns: Int?
  /// The value of an environment variable.
  package var variable: @Sendable (String) -> String?
  /// The wall clock; only “today” and the time of recording come from it.
  package var now: @Sendable () -> Instant
  /// Nanoseconds that never fall, for the pace of progress.
  package var stopwatch: @Sendable () -> UInt64
  /// Rests for so many milliseconds; false once whoever reads the answer has gone.
  package var rest: @Sendable (Int) -> Bool

  package init(
    output: any ByteSink, errors: any ByteSink, outputIsTerminal: Bool = false,
    errorsIsTerminal: Bool = false, screenColumns: Int? = nil,
    input: @escaping @Sendable () throws(PlatformError) -> [UInt8] = { () throws(PlatformError) in
      []
    },
    variable: @escaping @Sendable (String) -> String?,
    now: @escaping @Sendable () -> Instant, stopwatch: @escaping @Sendable () -> UInt64,
    rest: @escaping @Sendable (Int) -> Bool = { _ in false }
  ) {
    self.output = output
    self.input = input
    self.errors = errors
    self.outputIsTerminal = outputIsTerminal
    self.errorsIsTerminal = errorsIsTerminal
    self.screenColumns = screenColumns
    self.variable = variable
    self.now = now
    self.stopwatch = stopwatch
    self.rest = rest
  }

  /// The most that is read from standard input, in bytes.
  static let inputLimit = 64 << 20

  /// The process's own.
  package static func ofProcess() -> Console {
    Console(
      output: Descriptor.standardOutput, errors: Descriptor.standardError,
      outputIsTerminal: Descriptor.standardOutput.isTerminal,
      errorsIsTerminal: Descriptor.standardError.isTerminal,
      screenColumns: Descriptor.standardOutput.columns,
      input: { () throws(PlatformError) in
        try Files.read("/dev/stdin", limit: inputLimit)
      },
      variable: { CurrentProcess.environment($0) },
      now: { Instant(milliseconds: SystemClock.milliseconds()) },
      stopwatch: { SystemClock.monotonicNanoseconds() },
      rest: { Descriptor.standardOutput.hasReader(after: $0) })
  }

  /// The value of an environment variable that is set and not empty.
  func setting(_ name: String) -> String? {
    guard let value = variable(name), !value.isEmpty else { return nil }
    return value
  }

  /// Tells people something; where nobody can be told, there is nobody to tell that either.
  func say(_ text: String) {
    do throws(PlatformError) { try errors.write(Array(text.utf8)) } catch { return }
  }
}

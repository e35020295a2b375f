/// How the command ends, for scripts (spec/cli.md; 64 and above as in sysexits.h).
package enum ExitCode: Int32, CaseIterable, Hashable, Sendable {
  case done = 0
  /// The answer is no: `explain`, not ready.
  case no = 1
  /// The answer is not known: `explain`, unknown.
  case unknown = 2
  /// Done, with warnings or rejected rows.
  case warnings = 3
  /// The ledger's integrity is violated, or what was compared differs.
  case violation = 4
  case usage = 64
  case badData = 65
  case noInput = 66
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case notPermitted = 77
  case configuration = 78
  /// Whoever read the answer has gone: what a shell shows for a process that SIGPIPE ended.
  case closedPipe = 141
}

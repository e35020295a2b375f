import Cadre
import Platform
import Synchronization
import Terminal

/// Holds what a run said; may be a pipe whose reader goes after some bytes.
final class Recorder: ByteSink {
  private let held = Mutex<[UInt8]>([])
  private let capacity: Int

  init(capacity: Int = .max) { self.capacity = capacity }

  func write(_ bytes: [UInt8]) throws(PlatformError) {
    let isFull = held.withLock { held in
      held += bytes
      return held.count > capacity
    }
    if isFull { throw .brokenPipe }
  }

  /// Everything so far.
  var text: String { held.withLock { String(decoding: $0, as: UTF8.self) } }
}

/// How a run ended and what it said.
struct Transcript {
  let status: ExitCode
  let output: String
  let errors: String
}

/// Runs a line on 1 June 2023, 10:15 at UTC+07:00, with only these environment variables.
func run(_ line: String, environment: [String: String] = ["LANG": "en_GB.UTF-8"]) -> Transcript {
  run(line.split(separator: " ").map(String.init), environment: environment)
}

/// Runs a line whose words are given one by one; an import on 18 November 2026, since the sheets
/// tell what happened until then.
func run(
  _ words: [String], environment: [String: String] = ["LANG": "en_GB.UTF-8"],
  output: Recorder = Recorder()
) -> Transcript {
  let errors = Recorder()
  let console = Console(
    output: output, errors: errors, variable: { environment[$0] },
    now: {
      Instant(milliseconds: words.first == "import" ? 1_795_000_000_120 : 1_685_589_300_120)
    }, stopwatch: { 0 })
  let status = Program(console).run(words)
  return Transcript(status: status, output: output.text, errors: errors.text)
}

internal import Cadre
internal import Reports

/// How far a long task has come: a bar where a person looks on, otherwise a line every 30 s.
///
/// A task that ends sooner than half a second shows nothing.
final class Progress {
  private static let second: UInt64 = 1_000_000_000
  private static let cells = 30

  private let console: Console
  private let language: Language
  private let start: UInt64
  private var next: UInt64
  private var isShown = false

  init(_ invocation: Invocation) {
    console = invocation.console
    language = invocation.language
    start = console.stopwatch()
    next = start + (console.errorsIsTerminal ? Progress.second / 2 : 30 * Progress.second)
  }

  /// Notes that `done` of `total` are done; cheap enough to be called for every thousand rows.
  func note(_ task: Words, done: Int, of total: Int) {
    let now = console.stopwatch()
    guard now >= next else { return }
    let share = total > 0 ? min(100, done * 100 / total) : 0
    if console.errorsIsTerminal {
      next = now + Progress.second / 10
      let filled = Progress.cells * share / 100
      let bar =
        String(repeating: "█", count: filled)
        + String(repeating: "░", count: Progress.cells - filled)
      console.say("\r\u{1B}[K\(bar) \(share) %  \(task[language])")
      isShown = true
    } else {
      next = now + 30 * Progress.second
      let seconds = Int((now - start) / Progress.second)
      console.say("cadre: \(task[language]): \(done)/\(total) (\(share) %, \(seconds) s)\n")
    }
  }

  /// Takes the bar away; what is said next begins on a clean line.
  func end() {
    if isShown { console.say("\r\u{1B}[K") }
    isShown = false
  }
}

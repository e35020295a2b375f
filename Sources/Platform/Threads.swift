import Glibc

/// Work on several threads, joined before the call returns.
///
/// For work that computes; each thread blocks nothing but itself. Where the system grants no
/// further thread, the work is done on the calling one, later but with the same result.
package enum Threads {
  /// Runs `first` on a thread of its own and `second` on the calling one, and gives both
  /// results; throws the failure of `first` before that of `second`.
  package static func parallel<First: Sendable, Second, Failure: Error>(
    _ first: @Sendable () throws(Failure) -> First,
    _ second: () throws(Failure) -> Second
  ) throws(Failure) -> (First, Second) {
    let results = withoutActuallyEscaping(first) { escaping in
      let worker = Worker(escaping)
      worker.start()
      let mine = outcome(second)
      return (worker.join(), mine)
    }
    return (try results.0.get(), try results.1.get())
  }

  /// Cuts `0..<count` into as many ranges of like length as there are `threads`, runs the body
  /// on each in a thread of its own, and gives the results in the order of the ranges.
  ///
  /// No range is empty: there are fewer when `count` is below `threads`. Throws the failure of
  /// the first range that failed, after all have ended.
  package static func parallelChunks<Result: Sendable, Failure: Error>(
    of count: Int, threads: Int = CurrentProcess.processorCount,
    _ body: @Sendable (Range<Int>) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let ranges = chunks(of: count, pieces: threads)
    let outcomes = withoutActuallyEscaping(body) { body in
      let workers = ranges.dropLast().map { range in
        Worker { () throws(Failure) in try body(range) }
      }
      for worker in workers { worker.start() }
      let last = ranges.last.map { range in outcome { () throws(Failure) in try body(range) } }
      return workers.map { $0.join() } + (last.map { [$0] } ?? [])
    }
    var results: [Result] = []
    results.reserveCapacity(outcomes.count)
    for outcome in outcomes { results.append(try outcome.get()) }
    return results
  }

  /// Ranges of like length, ascending, that together are `0..<count`; none is empty.
  static func chunks(of count: Int, pieces: Int) -> [Range<Int>] {
    let pieces = max(1, min(pieces, count))
    guard count > 0 else { return [] }
    return (0..<pieces).map { piece in
      count * piece / pieces..<count * (piece + 1) / pieces
    }
  }

  static func outcome<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) -> Result<Value, Failure> {
    do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
  }
}

/// One piece of work and, once it is done, its outcome.
///
/// Two threads see it, but never at once: the starting thread touches it before pthread_create
/// and after pthread_join, the new one between.
final class Worker<Value: Sendable, Failure: Error>: @unchecked Sendable {
  private var work: (@Sendable () throws(Failure) -> Value)?
  private var outcome: Result<Value, Failure>?
  private var thread: pthread_t?

  init(_ work: @escaping @Sendable () throws(Failure) -> Value) { self.work = work }

  func start() {
    var made = pthread_t()
    let task = Task { self.run() }
    let handed = unsafe Unmanaged.passRetained(task)
    let code = unsafe pthread_create(
      &made, nil,
      { handed in
        guard let handed = unsafe handed else { return nil }
        unsafe Unmanaged<Task>.fromOpaque(handed).takeRetainedValue().body()
        return nil
      }, handed.toOpaque())
    if code == 0 {
      thread = made
    } else {
      unsafe handed.release()
    }
  }

  /// Waits for the thread, or does the work now when there is none.
  func join() -> Result<Value, Failure> {
    if let thread {
      pthread_join(thread, nil)
      self.thread = nil
    } else {
      run()
    }
    guard let outcome else { preconditionFailure("a joined thread has left an outcome") }
    return outcome
  }

  private func run() {
    if let work { outcome = Threads.outcome(work) }
    work = nil
  }

  deinit { precondition(thread == nil, "every thread is joined") }
}

/// What a C function can call: a closure without type parameters.
private final class Task: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

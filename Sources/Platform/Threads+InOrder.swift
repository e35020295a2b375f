import Glibc

extension Threads {
  /// Makes parts on several threads and uses each on the calling one, in order.
  ///
  /// The calling thread makes parts, too, while the next one is not ready, so that no processor
  /// waits for another as long as there is anything to make.
  ///
  /// - Parameters:
  ///   - ahead: how many parts a thread are made before they are used, at most, at least 1.
  ///   - make: makes the part of that number, from 0; runs on any thread.
  ///   - use: takes the part; false ends the work.
  /// - Throws: the first failure in the order of parts; parts behind it may have been made.
  package static func inOrder<Part: Sendable, Failure: Error>(
    _ count: Int, threads: Int = CurrentProcess.processorCount, ahead: Int = 4,
    make: @Sendable (Int) throws(Failure) -> Part,
    use: (Part) throws(Failure) -> Bool
  ) throws(Failure) {
    let assembly = Assembly<Result<Part, Failure>>(count, ahead: max(ahead, 1) * max(threads, 1))
    let outcome: Result<Void, Failure> = withoutActuallyEscaping(make) { make in
      let workers = (0..<max(0, min(threads, count) - 1)).map { _ in
        Worker { () throws(Never) in
          while let number = assembly.next() {
            assembly.put(Threads.outcome { () throws(Failure) in try make(number) }, at: number)
          }
        }
      }
      for worker in workers { worker.start() }
      let outcome = Threads.outcome { () throws(Failure) in
        try useAll(assembly, make, use)
      }
      assembly.stop()
      for worker in workers { _ = worker.join() }
      return outcome
    }
    try outcome.get()
  }

  private static func useAll<Part: Sendable, Failure: Error>(
    _ assembly: Assembly<Result<Part, Failure>>, _ make: (Int) throws(Failure) -> Part,
    _ use: (Part) throws(Failure) -> Bool
  ) throws(Failure) {
    while true {
      switch assembly.step() {
      case .use(let part): guard try use(try part.get()) else { return }
      case .make(let number):
        assembly.put(Threads.outcome { () throws(Failure) in try make(number) }, at: number)
      case .end: return
      }
    }
  }
}

/// Parts of a work between those who make them and the one who uses them.
///
/// All fields are touched under the lock alone; whoever waits is woken by every change.
@safe private final class Assembly<Part: Sendable>: @unchecked Sendable {
  /// What the using thread does next.
  enum Step {
    case use(Part)
    case make(Int)
    case end
  }

  private let count: Int
  private let ahead: Int
  private var made: [Int: Part] = [:]
  private var nextToMake = 0
  private var nextToUse = 0
  private var isStopped = false
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init(_ count: Int, ahead: Int) {
    self.count = count
    self.ahead = ahead
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(lock)
    unsafe changed.deallocate()
    unsafe lock.deallocate()
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body()
  }

  private func wait() { unsafe pthread_cond_wait(changed, lock) }

  /// The number of a part to make; waits while too many are made ahead; nil where none is left.
  func next() -> Int? {
    locked {
      while !isStopped, nextToMake < count, nextToMake >= nextToUse + ahead { wait() }
      guard !isStopped, nextToMake < count else { return nil }
      nextToMake += 1
      return nextToMake - 1
    }
  }

  /// Hands over a part that was made.
  func put(_ part: Part, at number: Int) {
    locked {
      made[number] = part
      unsafe pthread_cond_broadcast(changed)
    }
  }

  /// Uses the next part where it is ready; else makes one; waits where all are being made.
  func step() -> Step {
    locked {
      while nextToUse < count {
        if let part = made.removeValue(forKey: nextToUse) {
          nextToUse += 1
          unsafe pthread_cond_broadcast(changed)
          return .use(part)
        }
        if nextToMake < min(count, nextToUse + ahead) {
          nextToMake += 1
          return .make(nextToMake - 1)
        }
        wait()
      }
      return .end
    }
  }

  /// Has nothing more made.
  func stop() {
    locked {
      isStopped = true
      unsafe pthread_cond_broadcast(changed)
    }
  }
}

import Glibc

/// The clocks of the machine.
package enum SystemClock {
  /// Milliseconds since 1970-01-01T00:00Z by the wall clock, which may be set back.
  package static func milliseconds() -> Int64 {
    let now = read(CLOCK_REALTIME)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  /// Nanoseconds since some moment in the past, never falling; for measuring time spans.
  package static func monotonicNanoseconds() -> UInt64 {
    let now = read(CLOCK_MONOTONIC)
    return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
  }

  /// Lets the thread rest for about that long.
  static func pause(nanoseconds: UInt64) {
    var span = timespec(
      tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    _ = unsafe nanosleep(&span, nil)
  }

  /// Both clocks exist on every Linux, so that the call cannot fail.
  private static func read(_ clock: clockid_t) -> timespec {
    var now = timespec()
    _ = unsafe clock_gettime(clock, &now)
    return now
  }
}

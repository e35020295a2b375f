// How fast all views are rebuilt from a log, and in how much memory; rebuild_floor.c is the floor.
//
// rebuild-bench LOG FOLDER [MEGABYTES [EVENTS]]
//
// LOG is the folder of a ledger's log, which is only read; FOLDER must not exist, and is removed
// again. MEGABYTES is the memory allowed, EVENTS the size of the log to rebuild to. The time is
// that of `Views.rebuild`, the sync at its end included. Anonymous memory is RssAnon of
// /proc/self/status, looked at every 2 ms by a thread of its own: pages of the log and of the
// views are files' pages and not in it, what LMDB has changed and not yet written is.
import Cadre
import EventLog
import Glibc
import LMDB
import Platform
import Projections
import Synchronization

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  print("usage: rebuild-bench LOG FOLDER [MEGABYTES [EVENTS]]")
  CurrentProcess.exit(64)
}
let memory = arguments.count > 3 ? Int(arguments[3]).map { $0 << 20 } : nil
let events = arguments.count > 4 ? UInt64(arguments[4]) : nil

/// Kilobytes of anonymous memory in use now.
@Sendable func anonymousMemory() -> Int {
  do throws(PlatformError) {
    let status = try Files.read("/proc/self/status", limit: 1 << 16)
    for line in String(decoding: status, as: UTF8.self).split(separator: "\n")
    where line.hasPrefix("RssAnon:") {
      return line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
  } catch {
    return 0
  }
  return 0
}

/// Seconds of all threads on a processor so far, in the program and in the kernel.
func processorSeconds() -> (user: Double, system: Double) {
  var usage = rusage()
  guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return (0, 0) }
  func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
  return (seconds(usage.ru_utime), seconds(usage.ru_stime))
}

func rebuild(_ log: LogSnapshot) throws(ProjectionError) {
  let size = events.map { LogSize($0) }
  try Views.rebuild(
    in: arguments[2], from: log, to: size, memory: memory ?? Views.defaultMemory)
}

/// Tells the sampling thread that the rebuild is over.
let isOver = Atomic(false)

do {
  let log = try EventStore(folder: arguments[1], options: .init(access: .read))
  let before = anonymousMemory()
  let start = SystemClock.monotonicNanoseconds()
  let (peak, seconds) = try Threads.parallel {
    () throws(ProjectionError) -> Int in
    var peak = 0
    while !isOver.load(ordering: .acquiring) {
      peak = max(peak, anonymousMemory())
      usleep(2000)
    }
    return peak
  } _: {
    () throws(ProjectionError) -> Double in
    defer { isOver.store(true, ordering: .releasing) }
    try log.read { (log) throws(ProjectionError) in try rebuild(log) }
    return Double(SystemClock.monotonicNanoseconds() - start) / 1e9
  }
  let used = processorSeconds()
  let size = try log.read { (log) throws(EventLogError) in log.size }
  let count = Double(events ?? size)
  let bytes = try Files.size("\(arguments[2])/data.mdb")
  print(
    "\(Int(count / seconds)) events/s", "\(Int(count)) events", "\(seconds) s",
    "user \(used.user) s", "system \(used.system) s",
    "peak \(peak >> 10) MB (at first \(before >> 10))", "views \(bytes >> 20) MB")
  try Files.removeTree(arguments[2])
} catch {
  print("failed: \(error)")
  CurrentProcess.exit(74)
}

// How fast EventLog appends: the same work that append_floor.c does without encoding or hashing.
// Each batch says how many events it expects in each of its streams, which is checked.
//
// append-bench FOLDER EVENTS EVENTS_PER_COMMIT [STREAMS]
//
// FOLDER must not have a log yet. Prints events per second, and bytes per stored event, which
// the floor is then given.
import CBOR
import EventLog
import LMDB
import Platform

let arguments = CommandLine.arguments
guard arguments.count >= 4, let events = Int(arguments[2]), let perCommit = Int(arguments[3]) else {
  print("usage: append-bench FOLDER EVENTS EVENTS_PER_COMMIT [STREAMS]")
  CurrentProcess.exit(64)
}
let streams = UInt64(arguments.count > 4 ? Int(arguments[4]) ?? 8200 : 8200)

/// Keys 7 to 14 of a typical event, a payload of about 60 bytes among them.
func typicalTail() -> (bytes: [UInt8], fields: Int) {
  var encoder = CBOREncoder()
  encoder.uint(7)
  encoder.int(19_500)
  encoder.uint(8)
  encoder.int(1_700_000_000_000)
  encoder.uint(9)
  encoder.text("department")
  encoder.uint(10)
  encoder.map(2)
  encoder.uint(0)
  encoder.text("12-QĐ/ĐUK")
  encoder.uint(1)
  encoder.int(19_490)
  encoder.uint(11)
  encoder.uint(9)
  encoder.uint(12)
  encoder.uint(4711)
  encoder.uint(14)
  encoder.map(1)
  encoder.uint(0)
  encoder.text("a payload as long as that of a certificate from a school")
  return (encoder.bytes, 7)
}

/// SplitMix64, as in append_floor.c.
struct Generator {
  var state: UInt64 = 1

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

do {
  try Files.makeFolder(arguments[1])
  let log = try EventStore(folder: arguments[1] + "/log")
  let (tail, fields) = typicalTail()
  var generator = Generator()
  var batch = DraftBatch()
  var counts = [UInt64](repeating: 0, count: Int(streams) + 1)
  var metIn = [Int](repeating: -1, count: Int(streams) + 1)
  let start = SystemClock.monotonicNanoseconds()
  var written = 0
  while written < events {
    batch.removeAll()
    for _ in 0..<min(perCommit, events - written) {
      let number = Int(generator.next() % streams) + 1
      let stream = StreamKey(.person, UInt32(number))
      if metIn[number] != written { batch.expect(counts[number], eventsIn: stream) }
      metIn[number] = written
      counts[number] += 1
      batch.add(
        type: 106, version: 1, to: stream, tail: unsafe tail.span.bytes, fields: fields)
    }
    try log.write { (writer) throws(EventLogError) in _ = try writer.append(batch) }
    written += batch.count
  }
  let seconds = Double(SystemClock.monotonicNanoseconds() - start) / 1e9
  let bytes = try log.read { (log) throws(EventLogError) -> Int in
    var bytes = 0
    try log.forEach(from: 0, to: log.size) { (_, event) throws(EventLogError) in
      bytes += event.byteCount
    }
    return bytes
  }
  print("\(Int(Double(events) / seconds)) events/s \(bytes / events) bytes/event")
} catch {
  print("failed: \(error)")
  CurrentProcess.exit(74)
}

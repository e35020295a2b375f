internal import CBOR
internal import Cadre
internal import CadreCodec
internal import EventLog

/// Events of the log, read once in its order and kept compact, to be folded stream by stream
/// (design, idea 3).
struct FactBatch: ~Copyable {
  /// A fact and the number of its stream.
  struct Member {
    let fact: CompactFact
    let number: UInt32
  }

  /// By stream kind; in the order of the log until `group`, then by number as well.
  private(set) var members: [[Member]] = [[], [], [], []]
  private(set) var side = SideRows()
  private var buffer: CBOREncoder

  init(expecting count: Int) {
    buffer = CBOREncoder(capacity: max(count * 64, 4096))
    members[3].reserveCapacity(count)
  }

  /// Bodies of all facts.
  var bodies: RawSpan {
    @_lifetime(borrow self) get { buffer.span }
  }
}

extension FactBatch {
  /// Takes the events from `first` up to `end`.
  /// - Throws: `log`; `event` for one that cannot be read.
  mutating func collect(
    _ log: LogSnapshot, from first: UInt64, to end: UInt64
  ) throws(ProjectionError) {
    var scan: LogScan
    do throws(EventLogError) { scan = try log.events(from: first, to: end) } catch {
      throw .log(error)
    }
    while scan.index < end {
      let index = LogIndex(scan.index)
      let event: RawSpan?
      do throws(EventLogError) { event = try scan.next() } catch { throw .log(error) }
      guard let event else { return }
      let slices = try EnvelopeSlices(of: event, at: index)
      _ = try side.add(index, event, slices)
      let fact = try CompactFact(index, event, slices, to: &buffer)
      members[Int(slices.stream.kind)].append(Member(fact: fact, number: slices.stream.number))
    }
  }

  /// Brings the facts of each stream together, streams in the order of numbers, and sorts the
  /// look-up rows; O(n) for streams where the numbers are dense.
  mutating func group() {
    for kind in 1...3 { Self.group(&members[kind]) }
    side.sort()
  }

  private static func group(_ members: inout [Member]) {
    guard var low = members.first?.number else { return }
    var high = low
    var isSorted = true
    for member in members {
      if member.number < high { isSorted = false }
      low = min(low, member.number)
      high = max(high, member.number)
    }
    if isSorted { return }
    guard Int(high - low) <= 4 * members.count else {
      members.sort {
        $0.number == $1.number ? $0.fact.index < $1.fact.index : $0.number < $1.number
      }
      return
    }
    var places = [Int32](repeating: 0, count: Int(high - low) + 2)
    for member in members { places[Int(member.number - low) + 1] += 1 }
    for place in places.indices.dropFirst() { places[place] += places[place - 1] }
    let source = members
    for member in source {
      let bucket = Int(member.number - low)
      members[Int(places[bucket])] = member
      places[bucket] += 1
    }
  }
}

extension EnvelopeSlices {
  /// The slices of an event of the log.
  /// - Throws: `event`.
  @inline(__always)
  init(of event: RawSpan, at index: LogIndex) throws(ProjectionError) {
    do throws(CodecError) { self = try EnvelopeSlices(event) } catch { throw .event(index, error) }
  }
}

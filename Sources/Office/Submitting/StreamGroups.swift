internal import Cadre
internal import Platform

/// The proposals of a batch by stream, each stream's in the order of their rows.
///
/// A counting sort: stream numbers are dense, so grouping is O(proposals + highest number).
struct StreamGroups {
  /// Places in the batch, stream after stream.
  let places: [Int32]
  /// The stream numbers that occur, ascending, with where their places begin and end.
  let groups: [(stream: UInt32, range: Range<Int>)]

  init<Payload>(_ targets: [Submission.Targeted<Payload>]) {
    let highest = targets.reduce(0) { max($0, Int($1.stream)) }
    var starts = [Int32](repeating: 0, count: highest + 2)
    for target in targets { starts[Int(target.stream) + 1] += 1 }
    var groups: [(stream: UInt32, range: Range<Int>)] = []
    for stream in 0...highest {
      let count = Int(starts[stream + 1])
      starts[stream + 1] += starts[stream]
      guard count > 0 else { continue }
      let begin = Int(starts[stream])
      groups.append((UInt32(stream), begin..<begin + count))
    }
    var places = [Int32](repeating: 0, count: targets.count)
    for (place, target) in targets.enumerated() {
      places[Int(starts[Int(target.stream)])] = Int32(place)
      starts[Int(target.stream)] += 1
    }
    self.places = places
    self.groups = groups
  }

  /// Decides stream after stream.
  ///
  /// - Parameters:
  ///   - targets: the proposals that were grouped.
  ///   - decide: what becomes of a stream's proposals, in their order.
  /// - Returns: an outcome a proposal, in the order of `targets`.
  func decide<Payload>(
    _ targets: [Submission.Targeted<Payload>],
    _ decide: (UInt32, [Proposal<Payload>]) throws(OfficeError) -> [Outcome]
  ) throws(OfficeError) -> [Outcome] {
    var outcomes = [Outcome](repeating: .recorded, count: targets.count)
    var proposals: [Proposal<Payload>] = []
    for group in groups {
      proposals.removeAll(keepingCapacity: true)
      for place in group.range { proposals.append(targets[Int(places[place])].proposal) }
      let decided = try decide(group.stream, proposals)
      for place in group.range {
        outcomes[Int(places[place])] = decided[place - group.range.lowerBound]
      }
    }
    return outcomes
  }

  /// How many streams are decided at a time: their facts are in memory together.
  private static let block = 8192

  /// Decides people, on all cores.
  ///
  /// - Parameters:
  ///   - targets: the proposals that were grouped.
  ///   - history: a person's facts in force.
  ///   - decide: what becomes of a person's proposals, given those facts.
  func decidePeople(
    _ targets: [Submission.Targeted<PersonEvent>],
    history: (UInt32) throws(OfficeError) -> [Fact<PersonEvent>],
    _ decide: @Sendable ([Proposal<PersonEvent>], [Fact<PersonEvent>]) -> [Outcome]
  ) throws(OfficeError) -> [Outcome] {
    var outcomes = [Outcome](repeating: .recorded, count: targets.count)
    let (groups, places) = (groups, places)
    var start = 0
    while start < groups.count {
      let block = start..<min(start + Self.block, groups.count)
      var histories: [[Fact<PersonEvent>]] = []
      histories.reserveCapacity(block.count)
      for group in groups[block] { histories.append(try history(group.stream)) }
      let known = histories
      let first = start
      let decided = Threads.parallelChunks(of: block.count) { range -> [Outcome] in
        var outcomes: [Outcome] = []
        var proposals: [Proposal<PersonEvent>] = []
        for place in range {
          proposals.removeAll(keepingCapacity: true)
          for row in groups[first + place].range {
            proposals.append(targets[Int(places[row])].proposal)
          }
          outcomes.append(contentsOf: decide(proposals, known[place]))
        }
        return outcomes
      }
      var row = groups[block.lowerBound].range.lowerBound
      for outcome in decided.joined() {
        outcomes[Int(places[row])] = outcome
        row += 1
      }
      start = block.upperBound
    }
    return outcomes
  }
}

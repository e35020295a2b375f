/// Decides which of a stream's recorded facts can be taken back together.
package struct UndoDecision<Payload: StreamEvent> {
  private let facts: [Fact<Payload>]
  private let standing: [Fact<Payload>]
  private let rules: StreamDecision<Payload>.Rules
  private let impossibleBefore: Set<LogIndex>

  /// What is taken back, last first, and what is not, with the facts that rest on it.
  package struct Outcome: Hashable, Sendable {
    package var withdrawn: [LogIndex] = []
    package var kept: [Kept] = []
  }

  /// - Parameter facts: all facts of the stream, retracted ones and retractions included.
  package init(
    _ facts: [Fact<Payload>], at known: LogSize, rules: StreamDecision<Payload>.Rules
  ) {
    self.facts = facts
    self.rules = rules
    standing = facts.filter { $0.counts(at: known) && $0.event.retraction == nil }
    impossibleBefore = Set(rules.impossible(standing))
  }

  /// Takes back as many of the targets as leave nothing impossible: all of them where that works,
  /// else one after the other, the last recorded first. What a retraction among them withdrew
  /// counts again.
  ///
  /// O(facts), and O(targets × facts) where something rests on them.
  ///
  /// - Parameters:
  ///   - targets: facts in force.
  ///   - held: those that something outside the stream rests on, which are kept.
  package func decide(_ targets: [LogIndex], held: [LogIndex: [LogIndex]] = [:]) -> Outcome {
    let free = targets.filter { held[$0] == nil }.sorted(by: >)
    var outcome = Outcome(kept: held.map { Kept(index: $0, because: $1) })
    if problems(of: Set(free)).isEmpty {
      outcome.withdrawn = free
    } else {
      var withdrawn: Set<LogIndex> = []
      for target in free {
        let resting = problems(of: withdrawn.union([target]))
        if resting.isEmpty {
          withdrawn.insert(target)
          outcome.withdrawn.append(target)
        } else {
          outcome.kept.append(Kept(index: target, because: resting))
        }
      }
    }
    outcome.kept.sort { $0.index < $1.index }
    return outcome
  }

  /// The facts that could not be true, or hold the key of one that would count again, once some
  /// were taken back.
  private func problems(of withdrawn: Set<LogIndex>) -> [LogIndex] {
    let restored = facts.filter { fact in
      withdrawn.contains(fact.index)
    }.compactMap(\.event.retraction).flatMap { retraction in
      facts.filter {
        $0.index == retraction.target && $0.event.retraction == nil
          && !withdrawn.contains($0.index)
      }
    }
    let rest = standing.filter { !withdrawn.contains($0.index) }
    let impossible = rules.impossible(rest + restored)
      .filter { !impossibleBefore.contains($0) }
    return impossible + holders(of: restored, among: rest)
  }

  private func holders(
    of restored: [Fact<Payload>], among rest: [Fact<Payload>]
  ) -> [LogIndex] {
    if restored.isEmpty { return [] }
    let ceremonies = (rest + restored).compactMap { rules.ceremony($0.event) }
    func key(of fact: Fact<Payload>) -> EventKey? {
      rules.key(fact.event, fact.effective, fact.document, ceremonies)
    }
    return restored.flatMap { fact -> [LogIndex] in
      guard let wanted = key(of: fact) else { return [] }
      return rest.filter { key(of: $0) == wanted }.map(\.index)
    }
  }
}

/// A fact that cannot be taken back.
package struct Kept: Hashable, Sendable {
  package var index: LogIndex
  /// What rests on it.
  package var because: [LogIndex]

  package init(index: LogIndex, because: [LogIndex]) {
    self.index = index
    self.because = because
  }
}

/// Decides whether a recorded fact can be retracted, and what would have to go with it
/// (spec/domain.md section 3).
package struct RetractionDecision<Payload: StreamEvent> {
  /// The indexes to retract, last first; or why the target cannot be.
  ///
  /// A retraction may itself be retracted: what it withdrew then counts again.
  ///
  /// - Parameters:
  ///   - facts: all facts of the stream, retracted ones and retractions included.
  ///   - withDependants: whether facts that become impossible are retracted too.
  package static func decide(
    _ target: LogIndex, in facts: [Fact<Payload>], at known: LogSize, withDependants: Bool,
    rules: StreamDecision<Payload>.Rules
  ) -> Result<[LogIndex], Refused> {
    guard let fact = facts.first(where: { $0.index == target }), fact.counts(at: known) else {
      return .failure(Refused(.notInForce))
    }
    var withdrawn: [LogIndex] = [target]
    let standing = facts.filter { $0.counts(at: known) && $0.event.retraction == nil }
    let restored = restoredFact(by: fact, in: facts)
    if let holder = keyHolder(for: restored, among: standing, rules: rules) {
      return .failure(Refused(.conflict(with: holder)))
    }
    let before = Set(rules.impossible(standing))
    while true {
      let rest = standing.filter { !withdrawn.contains($0.index) } + restored
      let dependants = rules.impossible(rest).filter { !before.contains($0) }
      if dependants.isEmpty { break }
      // What the retraction of a retraction restores cannot be withdrawn with it.
      let isPossible = !restored.contains { dependants.contains($0.index) }
      guard withDependants, isPossible else {
        return .failure(Refused(.dependants(dependants)))
      }
      withdrawn.append(contentsOf: dependants)
    }
    return .success(withdrawn.sorted(by: >))
  }

  /// The fact in force that holds the key of one that would count again.
  private static func keyHolder(
    for restored: [Fact<Payload>], among standing: [Fact<Payload>],
    rules: StreamDecision<Payload>.Rules
  ) -> LogIndex? {
    let ceremonies = (standing + restored).compactMap { rules.ceremony($0.event) }
    func key(of fact: Fact<Payload>) -> EventKey? {
      rules.key(fact.event, fact.effective, fact.document, ceremonies)
    }
    for fact in restored {
      guard let wanted = key(of: fact) else { continue }
      if let holder = standing.first(where: { key(of: $0) == wanted }) { return holder.index }
    }
    return nil
  }

  /// The fact that counts again when the given one is a retraction that is withdrawn.
  private static func restoredFact(
    by fact: Fact<Payload>, in facts: [Fact<Payload>]
  ) -> [Fact<Payload>] {
    guard let retraction = fact.event.retraction else { return [] }
    return facts.filter { $0.index == retraction.target && $0.event.retraction == nil }
  }
}

extension StreamDecision.Rules {
  /// Those of some facts that cannot be true together with the others.
  func impossible(_ facts: [Fact<Payload>]) -> [LogIndex] {
    let sorted = facts.sorted(by: foldsBefore)
    return contradictions(sorted).map { sorted[$0.position].index }
  }
}

/// A refusal where a result needs an error.
package struct Refused: Error, Hashable {
  package let refusal: Refusal

  package init(_ refusal: Refusal) { self.refusal = refusal }
}

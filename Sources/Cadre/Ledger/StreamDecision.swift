/// Decides a batch of proposals against one stream: which are new, which are known already, which
/// cannot be.
///
/// A batch is judged by the state after all of it, and deciding the same batch again is harmless:
/// everything is then `unchanged` (spec/domain.md section 3). Rows stand or fall whole.
package struct StreamDecision<Payload: StreamEvent> {
  /// The stream's facts that are in force.
  private let history: [Fact<Payload>]
  private let proposals: [Proposal<Payload>]
  /// Proposals are tried as facts with indexes from here on: the size of the log.
  private let base: UInt64
  /// Whether a conflict is mended by retracting the recorded event.
  private let corrects: Bool
  private let rules: Rules

  private var refused: [Int32: Refusal] = [:]
  /// Proposals whose contradiction refused their row.
  private var causes: Set<Int> = []
  private var outcomes: [Outcome]

  /// What the kind of stream knows of keys, equality and possibility.
  package struct Rules {
    /// The key of an event, given all facts tried with it; nil: it may be repeated.
    package var key: (Payload, Day?, Document?, [Day]) -> EventKey?
    /// Whether a proposal says the same as a fact of the same key, private record included.
    package var isSame: (Proposal<Payload>, Fact<Payload>) -> Bool
    /// Whether two proposals of one key say the same.
    package var areSame: (Proposal<Payload>, Proposal<Payload>) -> Bool
    /// The facts, in fold order, that contradict those before them.
    package var contradictions: ([Fact<Payload>]) -> [(position: Int, refusal: Refusal)]
    /// The order in which facts are tried.
    package var foldsBefore: (Fact<Payload>, Fact<Payload>) -> Bool
    /// The ceremony day of an admission; nil for every other event.
    package var ceremony: (Payload) -> Day?
    /// Whether an event can contradict another at all; the others need not be tried.
    package var matters: (Payload) -> Bool

    package init(
      key: @escaping (Payload, Day?, Document?, [Day]) -> EventKey?,
      isSame: @escaping (Proposal<Payload>, Fact<Payload>) -> Bool,
      areSame: @escaping (Proposal<Payload>, Proposal<Payload>) -> Bool,
      contradictions: @escaping ([Fact<Payload>]) -> [(position: Int, refusal: Refusal)],
      foldsBefore: @escaping (Fact<Payload>, Fact<Payload>) -> Bool,
      ceremony: @escaping (Payload) -> Day? = { _ in nil },
      matters: @escaping (Payload) -> Bool = { _ in true }
    ) {
      self.key = key
      self.isSame = isSame
      self.areSame = areSame
      self.contradictions = contradictions
      self.foldsBefore = foldsBefore
      self.ceremony = ceremony
      self.matters = matters
    }
  }

  /// - Parameters:
  ///   - history: the stream's facts in force, in any order.
  ///   - proposals: in the order of their rows; of two with one key the first stands.
  ///   - base: the size of the log.
  package init(
    history: [Fact<Payload>], proposals: [Proposal<Payload>], base: LogSize,
    corrects: Bool = false, rules: Rules
  ) {
    self.history = history
    self.proposals = proposals
    self.base = base.count
    self.corrects = corrects
    self.rules = rules
    outcomes = Array(repeating: .recorded, count: proposals.count)
  }

  /// What becomes of each proposal, in their order. O(n²) in the stream's facts for keys, with a
  /// small constant; streams hold tens of facts.
  package mutating func decide() -> [Outcome] {
    repeat { matchKeys() } while !findContradictions()
    for place in proposals.indices {
      let row = proposals[place].row
      guard let refusal = refused[row] else { continue }
      if case .refused = outcomes[place] { continue }
      outcomes[place] = causes.contains(place) ? .refused(refusal) : .withdrawn
    }
    return outcomes
  }
}

extension StreamDecision {
  private mutating func matchKeys() {
    let ceremonies = ceremonyDays()
    let known = history.map { rules.key($0.event, $0.effective, $0.document, ceremonies) }
    var claimed: [(key: EventKey, place: Int)] = []
    claimed.reserveCapacity(proposals.count)
    var conflicting: [Int32] = []
    for place in proposals.indices where refused.isEmpty || refused[proposals[place].row] == nil {
      outcomes[place] = .recorded
      guard let key = key(ofProposal: place, ceremonies) else { continue }
      if let first = claimed.first(where: { $0.key == key }) {
        outcomes[place] =
          rules.areSame(proposals[place], proposals[first.place])
          ? .unchanged(nil) : .refused(.conflict(with: nil))
      } else if let held = known.firstIndex(where: { $0 == key }) {
        outcomes[place] = outcome(ofProposal: place, against: history[held])
        if case .corrects = outcomes[place] { claimed.append((key, place)) }
      } else {
        claimed.append((key, place))
      }
      if case .refused = outcomes[place] { conflicting.append(proposals[place].row) }
    }
    guard !conflicting.isEmpty else { return }
    for place in proposals.indices where conflicting.contains(proposals[place].row) {
      if case .refused = outcomes[place] { continue }
      outcomes[place] = .withdrawn
    }
  }

  private func key(ofProposal place: Int, _ ceremonies: [Day]) -> EventKey? {
    let proposal = proposals[place]
    return rules.key(proposal.event, proposal.effective, proposal.document, ceremonies)
  }

  private func outcome(ofProposal place: Int, against fact: Fact<Payload>) -> Outcome {
    if rules.isSame(proposals[place], fact) { return .unchanged(fact.index) }
    return corrects ? .corrects(fact.index) : .refused(.conflict(with: fact.index))
  }

  private func ceremonyDays() -> [Day] {
    var days = history.compactMap { rules.ceremony($0.event) }
    for place in proposals.indices {
      guard let day = rules.ceremony(proposals[place].event), !days.contains(day),
        refused[proposals[place].row] == nil
      else { continue }
      days.append(day)
    }
    return days
  }

  /// Whether nothing contradicts; otherwise the rows at fault are refused, to be tried without.
  private mutating func findContradictions() -> Bool {
    var retired: Set<LogIndex> = []
    var facts: [Fact<Payload>] = []
    for place in proposals.indices where refused.isEmpty || refused[proposals[place].row] == nil {
      switch outcomes[place] {
      case .corrects(let index): retired.insert(index)
      case .recorded: if !rules.matters(proposals[place].event) { continue }
      case .unchanged, .refused, .withdrawn: continue
      }
      facts.append(
        Fact(
          index: LogIndex(base + UInt64(place)), effective: proposals[place].effective,
          document: proposals[place].document, event: proposals[place].event))
    }
    if facts.isEmpty { return true }
    for fact in history where !retired.contains(fact.index) && rules.matters(fact.event) {
      facts.append(fact)
    }
    facts.sort(by: rules.foldsBefore)
    let found = rules.contradictions(facts)
    if found.isEmpty { return true }
    for (position, refusal) in found {
      if facts[position].index.number >= base {
        refuse(Int(facts[position].index.number - base), refusal)
      }
    }
    if found.contains(where: { facts[$0.position].index.number >= base }) { return false }
    return blame(found, in: facts)
  }

  private mutating func refuse(_ place: Int, _ refusal: Refusal) {
    let row = proposals[place].row
    if refused[row] == nil { refused[row] = refusal }
    causes.insert(place)
  }

  /// Recorded facts became impossible: the new ones that made them so are refused, the nearest
  /// before them first. What was impossible without the batch too is not its fault.
  private mutating func blame(
    _ found: [(position: Int, refusal: Refusal)], in facts: [Fact<Payload>]
  ) -> Bool {
    let sorted = history.sorted(by: rules.foldsBefore)
    let older = Set(rules.contradictions(sorted).map { sorted[$0.position].index })
    let dependants = found.map { facts[$0.position].index }.filter { !older.contains($0) }
    if dependants.isEmpty { return true }
    let newPositions = facts.indices.reversed().filter { facts[$0].index.number >= base }
    for candidate in newPositions {
      var rest = facts
      rest.remove(at: candidate)
      let left = rules.contradictions(rest).map { rest[$0.position].index }
      if left.allSatisfy(older.contains) {
        refuse(Int(facts[candidate].index.number - base), .dependants(dependants))
        return false
      }
    }
    for position in newPositions {
      refuse(Int(facts[position].index.number - base), .dependants(dependants))
    }
    return false
  }
}

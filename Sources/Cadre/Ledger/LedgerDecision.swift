/// How events of the ledger's own stream are judged.
package enum LedgerDecision {
  /// The rules of the ledger's stream: keys only, nothing there contradicts anything.
  package static var rules: StreamDecision<LedgerEvent>.Rules {
    StreamDecision<LedgerEvent>.Rules(
      key: { event, _, _, _ in event.key() },
      isSame: { proposal, fact in proposal.event == fact.event },
      areSame: { left, right in left.event == right.event },
      contradictions: { _ in [] },
      foldsBefore: { left, right in Fact.precedes(left, right) })
  }
}

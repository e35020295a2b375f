/// How batches against an organisation's or a post's stream are decided.
package enum OrganisationDecision {
  /// The rules of organisation streams.
  ///
  /// - Parameters:
  ///   - number: the organisation decided about.
  ///   - current: what a sheet may also say of its founding: the state of today.
  ///   - isUnder: whether an organisation is, or stands under, this one on a day.
  ///   - isSameSecret: whether a proposal's private record equals that of a recorded event.
  ///   - areSameSecrets: whether two proposals' private records are equal.
  package static func rules(
    of number: OrganisationNumber, current: OrganisationEstablished?,
    isUnder: @escaping (OrganisationNumber, Day?) -> Bool,
    isSameSecret: @escaping (Int32?, LogIndex) -> Bool,
    areSameSecrets: @escaping (Int32?, Int32?) -> Bool
  ) -> StreamDecision<OrganisationEvent>.Rules {
    StreamDecision<OrganisationEvent>.Rules(
      key: { event, effective, document, _ in event.key(effective: effective, document: document) },
      isSame: { proposal, fact in
        let isPlainlySame =
          proposal.event == fact.event && proposal.effective == fact.effective
          && proposal.document == fact.document
        if case .established(let founding) = proposal.event, !isPlainlySame {
          return founding == current && proposal.effective == fact.effective
            && proposal.document == fact.document
        }
        return isPlainlySame && isSameSecret(proposal.secret, fact.index)
      },
      areSame: { left, right in
        left.event == right.event && left.effective == right.effective
          && left.document == right.document && areSameSecrets(left.secret, right.secret)
      },
      contradictions: { facts in contradictions(in: facts, of: number, isUnder: isUnder) },
      foldsBefore: { left, right in Fact.precedes(left, right) },
      matters: { event in
        switch event {
        case .rated, .activityRecorded: false
        default: true
        }
      })
  }

  /// Decides a batch against an organisation's stream; see `StreamDecision`.
  package static func decide(
    _ proposals: [Proposal<OrganisationEvent>], after history: [Fact<OrganisationEvent>],
    base: LogSize, corrects: Bool, rules: StreamDecision<OrganisationEvent>.Rules
  ) -> [Outcome] {
    var decision = StreamDecision(
      history: history, proposals: proposals, base: base, corrects: corrects, rules: rules)
    return decision.decide()
  }

  private static func contradictions(
    in facts: [Fact<OrganisationEvent>], of number: OrganisationNumber,
    isUnder: (OrganisationNumber, Day?) -> Bool
  ) -> [(position: Int, refusal: Refusal)] {
    var found: [(position: Int, refusal: Refusal)] = []
    // A founding may be dated after what an organisation is known to have done before it.
    let isFounded = facts.contains { fact in
      if case .established = fact.event { true } else { false }
    }
    guard isFounded else { return facts.indices.map { ($0, .unknownStream) } }
    var isGone = false
    var isHandedOver = false
    for (position, fact) in facts.enumerated() {
      switch fact.event {
      case .merged(let into):
        if isGone {
          found.append((position, .alreadyGone))
        } else if into == number || isUnder(into, fact.effective) {
          found.append((position, .cycle))
        } else {
          isGone = true
        }
      case .dissolved:
        if isGone { found.append((position, .alreadyGone)) } else { isGone = true }
      case .reparented(let parent):
        if parent == number || isUnder(parent, fact.effective) {
          found.append((position, .cycle))
        }
      case .handedOver:
        if isHandedOver { found.append((position, .alreadyGone)) } else { isHandedOver = true }
      case .received: isHandedOver = false
      case .established, .amended, .suspensionLifted, .rated, .activityRecorded, .retracted: break
      }
    }
    return found
  }
}

/// How batches against a post's stream are decided.
package enum PositionDecision {
  /// The rules of post streams.
  ///
  /// - Parameter current: what a sheet may also say of its definition: the state of today.
  package static func rules(current: PositionDefined?) -> StreamDecision<PositionEvent>.Rules {
    StreamDecision<PositionEvent>.Rules(
      key: { event, effective, document, _ in event.key(effective: effective, document: document) },
      isSame: { proposal, fact in
        if case .defined(let definition) = proposal.event, proposal.event != fact.event {
          return definition == current
        }
        return proposal.event == fact.event && proposal.effective == fact.effective
          && proposal.document == fact.document
      },
      areSame: { left, right in
        left.event == right.event && left.effective == right.effective
          && left.document == right.document
      },
      contradictions: { facts in
        let isDefined = facts.contains { fact in
          if case .defined = fact.event { true } else { false }
        }
        return isDefined ? [] : facts.indices.map { ($0, .unknownStream) }
      },
      foldsBefore: { left, right in Fact.precedes(left, right) })
  }

  /// Decides a batch against a post's stream; see `StreamDecision`.
  package static func decide(
    _ proposals: [Proposal<PositionEvent>], after history: [Fact<PositionEvent>],
    base: LogSize, corrects: Bool, rules: StreamDecision<PositionEvent>.Rules
  ) -> [Outcome] {
    var decision = StreamDecision(
      history: history, proposals: proposals, base: base, corrects: corrects, rules: rules)
    return decision.decide()
  }
}

/// How batches against a person's stream are decided.
package enum PersonDecision {
  /// The rules of person streams.
  ///
  /// - Parameters:
  ///   - isSameSecret: whether a proposal's private record equals that of a recorded event.
  ///   - areSameSecrets: whether two proposals' private records are equal.
  ///   - resolve: the organisation that stands for another on a day, after mergers.
  package static func rules(
    isSameSecret: @escaping (Int32?, LogIndex) -> Bool,
    areSameSecrets: @escaping (Int32?, Int32?) -> Bool,
    resolve: @escaping (OrganisationNumber, Day?) -> OrganisationNumber
  ) -> StreamDecision<PersonEvent>.Rules {
    StreamDecision<PersonEvent>.Rules(
      key: { event, effective, document, ceremonies in
        event.key(
          effective: effective, document: document,
          admission: ordinal(of: effective, among: ceremonies))
      },
      isSame: { proposal, fact in
        isSameContent(
          (proposal.event, proposal.effective, proposal.document),
          (fact.event, fact.effective, fact.document))
          && isSameSecret(proposal.secret, fact.index)
      },
      areSame: { left, right in
        isSameContent(
          (left.event, left.effective, left.document),
          (right.event, right.effective, right.document))
          && areSameSecrets(left.secret, right.secret)
      },
      contradictions: { facts in
        var consistency = PersonConsistency(resolve: resolve)
        return consistency.contradictions(in: facts)
      },
      foldsBefore: PersonConsistency.foldsBefore,
      ceremony: { event in
        if case .admitted(let admitted) = event { admitted.ceremonyOn } else { nil }
      },
      matters: { event in PersonConsistency.judges(event) })
  }

  /// Decides a batch against a person's stream; see `StreamDecision`.
  package static func decide(
    _ proposals: [Proposal<PersonEvent>], after history: [Fact<PersonEvent>], base: LogSize,
    corrects: Bool, rules: StreamDecision<PersonEvent>.Rules
  ) -> [Outcome] {
    var decision = StreamDecision(
      history: history, proposals: proposals, base: base, corrects: corrects, rules: rules)
    return decision.decide()
  }

  /// How many admissions had their ceremony on or before a day: which one is in force.
  package static func ordinal(of day: Day?, among ceremonies: [Day]) -> Int {
    guard let day else { return 0 }
    return ceremonies.reduce(into: 0) { count, ceremony in if ceremony <= day { count += 1 } }
  }

  /// Whether two events of one key say the same. Where a person was registered is not compared: a
  /// sheet names where they are now. Nor is the day of an introduction: it is the certificate's,
  /// which may be filled in later.
  static func isSameContent(
    _ left: (event: PersonEvent, effective: Day?, document: Document?),
    _ right: (event: PersonEvent, effective: Day?, document: Document?)
  ) -> Bool {
    switch (left.event, right.event) {
    case (.registered, .registered): return true
    case (.prospectIntroduced(let by), .prospectIntroduced(let other)): return by == other
    default:
      return left.event == right.event && left.effective == right.effective
        && left.document == right.document
    }
  }
}

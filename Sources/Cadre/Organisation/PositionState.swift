/// What one post's facts say at a log size: every change of it, by day.
package struct PositionState: Sendable {
  /// Its number in the ledger.
  package let number: PositionNumber
  /// Code, title, organisation, line, class, seats and deciding body.
  package private(set) var details = Timeline<PositionDefined>()
  /// When it was abolished.
  package private(set) var abolished: Timeline<Void>.Change?

  /// Folds the facts that count at a log size; O(n log n).
  package init(_ number: PositionNumber, facts: [Fact<PositionEvent>], known: LogSize) {
    self.number = number
    for fact in folded(facts, at: known) { evolve(fact) }
  }

  private mutating func evolve(_ fact: Fact<PositionEvent>) {
    let from = fact.effective ?? .beforeAll
    switch fact.event {
    case .defined(let definition): details.record(definition, from: from, by: fact.index)
    case .amended(let amendment):
      guard var value = details.changes.last?.value else { return }
      value.apply(amendment)
      details.record(value, from: from, by: fact.index)
    case .abolished: abolished = abolished ?? .init(from: from, value: (), index: fact.index)
    case .retracted: break
    }
  }

  /// What the post is on a day; before its definition, what it is first defined as; nil where no
  /// definition counts.
  package func details(on day: Day) -> PositionDefined? {
    (details.change(on: day) ?? details.changes.first)?.value
  }

  /// Whether it is defined and not abolished on a day.
  package func isOpen(on day: Day) -> Bool {
    details.place(on: day) != nil && !isAbolished(on: day)
  }

  /// Whether it was abolished on or before a day.
  package func isAbolished(on day: Day) -> Bool { abolished.map { $0.from <= day } ?? false }
}

extension PositionDefined {
  /// Takes over what an amendment changes.
  mutating func apply(_ amendment: PositionAmended) {
    code = amendment.code ?? code
    title = amendment.title ?? title
    organisation = amendment.organisation ?? organisation
    line = amendment.line ?? line
    `class` = amendment.class ?? `class`
    seats = amendment.seats ?? seats
    decidedBy = amendment.decidedBy ?? decidedBy
  }
}

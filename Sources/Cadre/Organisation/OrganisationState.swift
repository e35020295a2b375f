/// What one organisation's facts say at a log size: every change of it, by day.
///
/// It knows nothing of other organisations; what it inherits is asked of `OrganisationTree`.
package struct OrganisationState: Sendable {
  /// Its number in the ledger.
  package let number: OrganisationNumber
  /// Since when it exists; nil where no establishment counts.
  package private(set) var established: Timeline<Void>.Change?
  /// Name, code, kind, sector and declared parent; the first of them hold on every earlier day.
  package private(set) var details = Timeline<OrganisationEstablished>()
  /// Whether it is in this ledger's hands: false from each hand-over, true from each reception.
  package private(set) var held = Timeline<Bool>()
  /// Into whom it merged.
  package private(set) var mergers = Timeline<OrganisationNumber>()
  /// When it was dissolved.
  package private(set) var dissolved: Timeline<Void>.Change?
  /// When a suspension of personnel work was lifted for it.
  package private(set) var lifted: Timeline<Void>.Change?

  /// Folds the facts that count at a log size; O(n log n).
  package init(
    _ number: OrganisationNumber, facts: [Fact<OrganisationEvent>], known: LogSize
  ) {
    self.number = number
    for fact in folded(facts, at: known) { evolve(fact) }
  }

  private mutating func evolve(_ fact: Fact<OrganisationEvent>) {
    let from = fact.effective ?? .beforeAll
    switch fact.event {
    case .established(let founding):
      established = Timeline<Void>.Change(from: from, value: (), index: fact.index)
      details.record(founding, from: details.changes.isEmpty ? .beforeAll : from, by: fact.index)
    case .amended(let amendment): amend(from: from, by: fact.index) { $0.apply(amendment) }
    case .reparented(let parent): amend(from: from, by: fact.index) { $0.parent = parent }
    case .handedOver:
      held.record(false, from: from, by: fact.index)
    case .received:
      if held.changes.isEmpty { held.record(false, from: .beforeAll, by: fact.index) }
      held.record(true, from: from, by: fact.index)
    case .merged(let other): mergers.record(other, from: from, by: fact.index)
    case .dissolved: dissolved = dissolved ?? .init(from: from, value: (), index: fact.index)
    case .suspensionLifted: lifted = lifted ?? .init(from: from, value: (), index: fact.index)
    case .rated, .activityRecorded, .retracted: break
    }
  }

  private mutating func amend(
    from: Day, by index: LogIndex, _ change: (inout OrganisationEstablished) -> Void
  ) {
    guard var value = details.changes.last?.value else { return }
    change(&value)
    details.record(value, from: from, by: index)
  }
}

extension OrganisationEstablished {
  /// Takes over what an amendment changes.
  mutating func apply(_ amendment: OrganisationAmended) {
    name = amendment.name ?? name
    code = amendment.code ?? code
    kind = amendment.kind ?? kind
    sector = amendment.sector ?? sector
  }
}

extension OrganisationState {
  /// Its name on a day; nil where no establishment counts.
  package func name(on day: Day) -> String? { detail(on: day)?.name }

  /// Its code on a day; nil for an external organisation.
  package func code(on day: Day) -> String? { detail(on: day)?.code }

  /// Its kind on a day.
  package func kind(on day: Day) -> OrganisationKind? { detail(on: day)?.kind }

  /// Whether it exists and was established on or before a day.
  package func isEstablished(on day: Day) -> Bool {
    established.map { $0.from <= day } ?? false
  }

  /// Whether it was handed over, or not yet received, on a day.
  package func isHandedOver(on day: Day) -> Bool { held.value(on: day) == false }

  /// Whether it was dissolved on or before a day; its members stay in it until transferred.
  package func isDissolved(on day: Day) -> Bool { dissolved.map { $0.from <= day } ?? false }

  private func detail(on day: Day) -> OrganisationEstablished? { details.value(on: day) }
}

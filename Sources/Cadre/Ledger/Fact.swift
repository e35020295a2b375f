/// An event as its stream remembers it: what was said, from which day, in which document, and
/// since when it counts.
///
/// A fact is never dropped: a retraction adds a change, and what is known up to K sees only the
/// changes below K (design, idea 1).
package struct Fact<Payload: StreamEvent>: Hashable, Sendable {
  /// Its place in the log.
  package let index: LogIndex
  /// The day it holds from; nil holds on every day.
  package let effective: Day?
  package let document: Document?
  package let event: Payload
  /// When retractions changed whether it counts, ascending.
  package var changes: [Change]

  @inlinable package init(
    index: LogIndex, effective: Day?, document: Document? = nil, event: Payload,
    changes: [Change] = []
  ) {
    self.index = index
    self.effective = effective
    self.document = document
    self.event = event
    self.changes = changes
  }

  /// From `index` on, the fact counts or does not.
  package struct Change: Hashable, Sendable {
    package let index: LogIndex
    package let counts: Bool

    @inlinable package init(index: LogIndex, counts: Bool) {
      self.index = index
      self.counts = counts
    }
  }
}

extension Fact {
  /// Whether it is known and counts at K: the last change below K decides.
  @inlinable package func counts(at known: LogSize) -> Bool {
    guard known.knows(index) else { return false }
    if changes.isEmpty { return true }
    return changes.last(where: { known.knows($0.index) })?.counts ?? true
  }

  /// Whether it holds on a day: undated facts hold on every day.
  @inlinable package func holds(on day: Day) -> Bool {
    guard let effective else { return true }
    return effective <= day
  }

  /// The order of folds: undated first, then by effective day, then by index.
  @inlinable package static func precedes(_ left: Fact, _ right: Fact) -> Bool {
    let leftDay = left.effective?.number ?? Int32.min
    let rightDay = right.effective?.number ?? Int32.min
    return leftDay == rightDay ? left.index < right.index : leftDay < rightDay
  }
}

extension Fact {
  /// A fact that no retraction touched. It is made in this module, where its type is known:
  /// initialisers of generic types are not inlined in others, and ask the runtime for them.
  @specialized(where Payload == PersonEvent)
  @specialized(where Payload == OrganisationEvent)
  package static func made(
    index: LogIndex, effective: Day?, document: Document?, event: Payload
  ) -> Fact { Fact(index: index, effective: effective, document: document, event: event) }
}

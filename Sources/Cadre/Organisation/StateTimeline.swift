extension Day {
  /// Before every day that can be written: since when an undated fact holds.
  @inlinable package static var beforeAll: Day { Day(number: -1_000_000) }

  /// After every day that can be written: until when something without an end holds.
  @inlinable package static var afterAll: Day { Day(number: 10_000_000) }
}

/// The values something took, each from a day until the next; in the order of folds.
package struct Timeline<Value: Sendable>: Sendable {
  /// A value, the day it holds from and the fact that says so.
  package struct Change: Sendable {
    package let from: Day
    package let value: Value
    package let index: LogIndex
  }

  /// Every change, by day, then as folded.
  package private(set) var changes: [Change] = []

  /// Nothing, on every day.
  package init() {}

  /// Records that the value holds from a day on; days are given in ascending order.
  package mutating func record(_ value: Value, from day: Day, by index: LogIndex) {
    changes.append(Change(from: day, value: value, index: index))
  }

  /// The place of the last change on or before a day; linear in the changes, which are few.
  @inlinable package func place(on day: Day) -> Int? {
    var at = changes.count - 1
    while at >= 0, changes[at].from > day { at -= 1 }
    return at >= 0 ? at : nil
  }

  /// The last change on or before a day.
  @inlinable package func change(on day: Day) -> Change? {
    guard let at = place(on: day) else { return nil }
    return changes[at]
  }

  /// The value on a day; nil before the first change.
  @inlinable package func value(on day: Day) -> Value? { change(on: day)?.value }
}

/// The facts that count at a log size, in the order of folds; their input order is of no account.
func folded<Payload>(_ facts: [Fact<Payload>], at known: LogSize) -> [Fact<Payload>] {
  if facts.count == 1 { return facts[0].counts(at: known) ? facts : [] }
  return facts.filter { $0.counts(at: known) }.sorted(by: Fact.precedes)
}

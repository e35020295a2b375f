package import Cadre

/// Which facts of people a question reads: all of some types, and of others those of some days.
package struct FactSelection: Sendable {
  private let types: EventTypes
  /// Types of which only facts that hold from one of the days are read.
  private let dated: EventTypes
  private let first: Day
  private let last: Day

  /// All facts of some types.
  package init(_ types: EventTypes) {
    self.init(types, and: [], from: .beforeAll, through: .beforeAll)
  }

  /// All facts of some types, and of further types those that hold from a day of a range on.
  package init(_ types: EventTypes, and dated: EventTypes, from first: Day, through last: Day) {
    self.types = types.union(dated)
    self.dated = dated
    self.first = first
    self.last = last
  }

  /// The same with further types, whatever their day.
  package func adding(_ more: EventTypes) -> FactSelection {
    FactSelection(types.union(more), and: dated, from: first, through: last)
  }

  /// Whether a fact is read.
  package func contains(_ type: EventType, on day: Day?) -> Bool {
    contains(stored: UInt64(type.rawValue), on: day)
  }

  /// Whether a fact is read, by the stored number of its type.
  @inline(__always)
  func contains(stored number: UInt64, on day: Day?) -> Bool {
    guard types.contains(stored: number) else { return false }
    guard dated.contains(stored: number), let day else { return true }
    return first <= day && day <= last
  }
}

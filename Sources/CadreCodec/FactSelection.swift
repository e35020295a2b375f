package import Cadre

/// Which facts of people a question reads: all of some types, and of others those of some days.
package struct FactSelection: Sendable {
  package let types: EventTypes
  /// Types of which only facts that hold from one of `days` are read.
  package let datedTypes: EventTypes
  @usableFromInline let first: Int32
  @usableFromInline let last: Int32

  /// All facts of some types.
  package init(_ types: EventTypes) {
    self.init(types, and: [], from: Day.beforeAll, through: Day.beforeAll)
  }

  /// All facts of some types, and of further types those that hold from a day of a range on.
  package init(_ types: EventTypes, and dated: EventTypes, from first: Day, through last: Day) {
    self.types = types.union(dated)
    datedTypes = dated
    self.first = first.number
    self.last = last.number
  }

  /// The same with further types, whatever their day.
  package func adding(_ more: EventTypes) -> FactSelection {
    FactSelection(
      types.union(more), and: datedTypes, from: Day(number: first), through: Day(number: last))
  }

  /// Whether a fact is read, by the stored number of its type and its day.
  @inlinable @inline(__always)
  package func contains(stored number: UInt64, on day: Day?) -> Bool {
    guard types.contains(stored: number) else { return false }
    guard datedTypes.contains(stored: number), let day else { return true }
    return first <= day.number && day.number <= last
  }
}

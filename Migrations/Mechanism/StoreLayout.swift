/// The shape of a ledger's store on disk: which environments and tables there are, and what is in
/// a row.
///
/// Layouts are numbered from 1, without gaps. A ledger's is kept in its log's table of notes under
/// `layout`; where there is none, the ledger has yet to be made.
package struct StoreLayout: Hashable, Sendable {
  /// The number; 0 for a folder without a store.
  package let number: UInt32

  /// The layout of that number.
  package init(_ number: UInt32) { self.number = number }
}

extension StoreLayout {
  /// That of a folder without a store.
  package static let none = StoreLayout(0)

  /// The one that a step makes of this one.
  package var next: StoreLayout { StoreLayout(number + 1) }
}

extension StoreLayout: Comparable {
  package static func < (left: StoreLayout, right: StoreLayout) -> Bool {
    left.number < right.number
  }
}

extension StoreLayout: CustomStringConvertible {
  /// The number in decimal.
  package var description: String { "\(number)" }
}

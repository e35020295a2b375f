/// How many transfers were introduced and received, by year, kind and direction, which is seen from
/// the organisations asked about.
package struct TransferTally: Sendable {
  private var counts: [Key: Count] = [:]
  /// The one year counted; nil: every year.
  private let year: Int?
  private let last: Day

  private struct Key: Hashable {
    let year: Int
    let kind: TransferKind
    let direction: TransferDirection
  }

  private struct Count {
    var introduced = 0
    var received = 0
  }

  /// - Parameter year: nil: every year up to the day.
  package init(of year: Int?, upTo day: Day) {
    self.year = year
    last = day
  }

  /// Counts the introduction in its year, and the reception in its own.
  package mutating func add(_ one: TransferCase) {
    let transfer = one.transfer
    if transfer.introducedBy != nil { count(one, transfer.introducedOn, \.introduced) }
    if let received = transfer.receivedOn { count(one, received, \.received) }
  }

  private mutating func count(_ one: TransferCase, _ day: Day, _ what: WritableKeyPath<Count, Int>)
  {
    guard day <= last, year.map({ $0 == day.year }) ?? true else { return }
    let key = Key(year: day.year, kind: one.transfer.kind, direction: one.askedDirection)
    counts[key, default: Count()][keyPath: what] += 1
  }

  package static func += (left: inout TransferTally, right: TransferTally) {
    left.counts.merge(right.counts) { mine, its in
      Count(
        introduced: mine.introduced + its.introduced, received: mine.received + its.received)
    }
  }

  /// The counts by year, kind and direction; of those that there are.
  package var rows: [Row] {
    let rows = counts.map { key, count in
      Row(
        year: key.year, kind: key.kind, direction: key.direction, introduced: count.introduced,
        received: count.received)
    }
    return rows.sorted(by: Row.precedes)
  }

  /// What is counted of one year, kind and direction.
  package struct Row: Hashable, Sendable {
    package let year: Int
    package let kind: TransferKind
    package let direction: TransferDirection
    package let introduced: Int
    package let received: Int

    static func precedes(_ left: Row, _ right: Row) -> Bool {
      (left.year, left.kind.rawValue, left.direction.rawValue)
        < (right.year, right.kind.rawValue, right.direction.rawValue)
    }
  }
}

internal import Cadre
internal import Projections

extension PositionTable {
  /// The post that has a code on a day, or had it last.
  func position(withCode code: String, on day: Day) throws(OfficeError) -> PositionNumber {
    let holders = numbers.filter { self[$0]?.details(on: day)?.code == code }
    if let holder = holders.first { return holder }
    let former = numbers.filter { number in
      self[number]?.details.changes.contains { $0.value.code == code } ?? false
    }
    guard let holder = former.last else { throw OfficeError(.unknownPosition, code) }
    return holder
  }
}

extension Stores {
  /// The post that has a code on a day by what is known at K, or had it last; O(log posts).
  func position(
    withCode code: String, on day: Day, at known: LogSize
  ) throws(OfficeError) -> PositionNumber {
    var table = PositionTable(known: known)
    do throws(ProjectionError) {
      for found in try views.positions(withCode: code) where known.knows(found.index) {
        guard let row = try views.position(found.number) else { continue }
        table.add(found.number, facts: try row.facts())
      }
    } catch {
      throw OfficeError(error)
    }
    return try table.position(withCode: code, on: day)
  }
}

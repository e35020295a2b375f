extension ViewSnapshot {
  /// Hands over every row of every table, by table and key, for whoever digests or copies them.
  /// - Throws: what `body` throws; `store`.
  package func forEachRow<Failure: ProjectionFailure>(
    _ body: (ViewTable, RawSpan, RawSpan) throws(Failure) -> Void
  ) throws(Failure) {
    for table in ViewTable.allCases {
      var rows: ViewRows
      do throws(ProjectionError) { rows = try self.rows(of: table) } catch { throw Failure(error) }
      while true {
        do throws(ProjectionError) {
          guard try rows.next() else { break }
        } catch {
          throw Failure(error)
        }
        try body(table, rows.key, rows.value)
      }
    }
  }

  /// How many rows differ from those of views that were built anew, or are in one of the two
  /// alone; 0 for views of the same log at the same size, however they came about (design,
  /// idea 4). O(rows of both).
  ///
  /// - Parameter body: is handed each such row, by table and key.
  /// - Throws: what `body` throws; `store`.
  @discardableResult
  package func differences(
    from rebuilt: ViewSnapshot,
    _ body: (ViewDifference) throws(ProjectionError) -> Void = { _ in }
  ) throws(ProjectionError) -> Int {
    var count = 0
    for table in ViewTable.allCases {
      var mine = try rows(of: table)
      var its = try rebuilt.rows(of: table)
      var hasMine = try mine.next()
      var hasIts = try its.next()
      while hasMine || hasIts {
        let order = !hasIts ? -1 : !hasMine ? 1 : mine.key.compare(its.key)
        if order != 0 || mine.value.compare(its.value) != 0 {
          count += 1
          try body(
            ViewDifference(
              table: table, key: [UInt8](copying: order <= 0 ? mine.key : its.key),
              live: order <= 0 ? [UInt8](copying: mine.value) : nil,
              rebuilt: order >= 0 ? [UInt8](copying: its.value) : nil))
        }
        if order <= 0 { hasMine = try mine.next() }
        if order >= 0 { hasIts = try its.next() }
      }
    }
    return count
  }
}

internal import LMDB

/// The way through the rows of a table in the order of keys, those folded in memory in their
/// places.
package struct ViewRows: ~Copyable, ~Escapable {
  private var cursor: Cursor
  private let changes: ViewChanges?
  private let table: ViewTable
  /// Whether the cursor stands on a stored row.
  private var hasStored = false
  /// The next row folded in memory.
  private var place = 0
  private var current = Current.nowhere

  private enum Current {
    case nowhere
    case stored
    case folded(Int)
  }

  @_lifetime(copy cursor)
  fileprivate init(
    _ cursor: consuming Cursor, hasStored: Bool, _ changes: ViewChanges?, place: Int,
    _ table: ViewTable
  ) {
    self.cursor = cursor
    self.hasStored = hasStored
    self.changes = changes
    self.place = place
    self.table = table
  }
}

extension ViewSnapshot {
  /// The rows of a table, from the first at or after a key, or from the first of all.
  @_lifetime(copy self)
  package func rows(
    of table: ViewTable, from first: RawSpan? = nil
  ) throws(ProjectionError) -> ViewRows {
    do throws(LMDBError) {
      var cursor = try transaction.cursor(over: tables[table])
      guard let first else {
        let hasStored = try cursor.first()
        return ViewRows(cursor, hasStored: hasStored, changes, place: 0, table)
      }
      let hasStored = try cursor.seek(to: first)
      let place = changes?.place(of: first, in: table) ?? 0
      return ViewRows(cursor, hasStored: hasStored, changes, place: place, table)
    } catch {
      throw .store(error)
    }
  }
}

extension ViewRows {
  /// Moves to the next row, and says whether there is one.
  @_lifetime(self: copy self)
  package mutating func next() throws(ProjectionError) -> Bool {
    if case .stored = current { try advance() }
    guard let changes, place < changes.count(of: table) else {
      current = hasStored ? .stored : .nowhere
      return hasStored
    }
    let order = hasStored ? changes.key(place, of: table).compare(cursor.key) : -1
    if order > 0 {
      current = .stored
      return true
    }
    if order == 0 { try advance() }
    current = .folded(place)
    place += 1
    return true
  }

  @_lifetime(self: copy self)
  private mutating func advance() throws(ProjectionError) {
    do throws(LMDBError) {
      hasStored = try cursor.nextInScan()
    } catch {
      throw .store(error)
    }
  }

  /// The key of the row that `next` moved to; empty elsewhere.
  package var key: RawSpan {
    @_lifetime(copy self)
    get {
      if case .folded(let place) = current, let changes {
        return unsafe _overrideLifetime(changes.key(place, of: table), copying: self)
      }
      if case .stored = current { return cursor.key }
      return RawSpan()
    }
  }

  /// The value of the row that `next` moved to; empty elsewhere.
  package var value: RawSpan {
    @_lifetime(copy self)
    get {
      if case .folded(let place) = current, let changes {
        return unsafe _overrideLifetime(changes.value(place, of: table), copying: self)
      }
      if case .stored = current { return cursor.value }
      return RawSpan()
    }
  }
}

internal import LMDB

/// A walk over rows of one table, in order of keys.
struct VaultScan: ~Copyable, ~Escapable {
  private var cursor: Cursor
  /// Whether the cursor stands on a row that `next` has yet to give.
  private var isWaiting: Bool
  private var isOver: Bool

  @_lifetime(copy cursor)
  fileprivate init(_ cursor: consuming Cursor, isOnRow: Bool) {
    self.cursor = cursor
    isWaiting = isOnRow
    isOver = !isOnRow
  }

  /// Moves to the next row, and says whether there is one.
  @_lifetime(self: copy self)
  mutating func next() throws(VaultError) -> Bool {
    if isOver { return false }
    if isWaiting {
      isWaiting = false
      return true
    }
    do throws(LMDBError) {
      isOver = try !cursor.nextInScan()
    } catch {
      throw .store(error)
    }
    return !isOver
  }

  /// The key of the row.
  var key: RawSpan {
    @_lifetime(copy self)
    get { cursor.key }
  }

  /// The value of the row.
  var value: RawSpan {
    @_lifetime(copy self)
    get { cursor.value }
  }
}

extension VaultSnapshot {
  /// A walk from the first row at or behind a key; from the first of all where it is empty.
  @_lifetime(copy self)
  func scan(_ table: Table, from first: RawSpan) throws(VaultError) -> VaultScan {
    var cursor: Cursor
    do throws(LMDBError) {
      cursor = try transaction.cursor(over: table)
    } catch {
      throw .store(error)
    }
    let isOnRow: Bool
    do throws(LMDBError) {
      isOnRow = try first.isEmpty ? cursor.first() : cursor.seek(to: first)
    } catch {
      throw .store(error)
    }
    return VaultScan(cursor, isOnRow: isOnRow)
  }
}

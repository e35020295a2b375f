package import Cadre

/// The row of a numbered stream.
package struct NumberedRow: ~Escapable {
  /// The number within the kind of stream.
  package let number: UInt32
  package let row: StreamRow

  @_lifetime(copy row)
  init(number: UInt32, row: StreamRow) {
    self.number = number
    self.row = row
  }
}

/// The way through the rows of all streams of a kind, by number.
package struct StreamRows: ~Copyable, ~Escapable {
  private var rows: ViewRows
  private let table: ViewTable

  @_lifetime(copy views)
  fileprivate init(
    _ views: ViewSnapshot, _ table: ViewTable, from first: UInt32 = 0
  ) throws(ProjectionError) {
    let key = [UInt8](bigEndian: first)
    rows = unsafe try views.rows(of: table, from: key.span.bytes)
    self.table = table
  }

  /// The next row, or nil behind the last.
  /// - Throws: `row`, `key`, `store`.
  @_lifetime(copy self) @_lifetime(self: copy self)
  package mutating func next() throws(ProjectionError) -> NumberedRow? {
    guard try rows.next() else { return nil }
    guard rows.key.byteCount == 4 else { throw .key(table) }
    let number = rows.key.bigEndian32(at: 0)
    return NumberedRow(number: number, row: try StreamRow(rows.value))
  }
}

extension ViewSnapshot {
  /// The facts of a person; nil for a number that nobody has; O(log n).
  @_lifetime(copy self)
  package func person(_ person: PersonNumber) throws(ProjectionError) -> StreamRow? {
    try row(person.number, of: .people)
  }

  /// The facts of an organisation; nil for a number that none has; O(log n).
  @_lifetime(copy self)
  package func organisation(
    _ organisation: OrganisationNumber
  ) throws(ProjectionError) -> StreamRow? {
    try row(organisation.number, of: .organisations)
  }

  /// The facts of a post; nil for a number that none has; O(log n).
  @_lifetime(copy self)
  package func position(_ position: PositionNumber) throws(ProjectionError) -> StreamRow? {
    try row(position.number, of: .positions)
  }

  /// The rows of all people from a number on, by number.
  @_lifetime(copy self)
  package func people(from first: PersonNumber = PersonNumber(0)) throws(ProjectionError)
    -> StreamRows
  {
    try StreamRows(self, .people, from: first.number)
  }

  /// The rows of all organisations, by number.
  @_lifetime(copy self)
  package func organisations() throws(ProjectionError) -> StreamRows {
    try StreamRows(self, .organisations)
  }

  /// The rows of all posts, by number.
  @_lifetime(copy self)
  package func positions() throws(ProjectionError) -> StreamRows {
    try StreamRows(self, .positions)
  }

  /// The facts of the ledger's own stream in their order; O(its events), of which there are some
  /// more every night: only those that are wanted are read.
  /// - Parameter types: the types wanted; nil: all.
  package func ledgerFacts(
    of types: Set<EventType>? = nil
  ) throws(ProjectionError) -> [Fact<LedgerEvent>] {
    var facts: [Fact<LedgerEvent>] = []
    var rows = try rows(of: .ledger)
    while try rows.next() {
      var entries = try StreamRow(rows.value).entries
      while let entry = try entries.next() {
        if types?.contains(entry.type) ?? true { facts.append(try entry.fact()) }
      }
    }
    facts.sort { Fact.precedes($0, $1) }
    return facts
  }

  /// The greatest number of a kind of streams, which is how many there are; 0 where there is none.
  package func lastNumber(of table: ViewTable) throws(ProjectionError) -> UInt32 {
    let stored = try lastStoredNumber(of: table)
    guard let changes, changes.count(of: table) > 0 else { return stored }
    let key = changes.key(changes.count(of: table) - 1, of: table)
    guard key.byteCount == 4 else { throw .key(table) }
    return max(stored, key.bigEndian32(at: 0))
  }

  /// The row of a stream's number.
  @_lifetime(copy self)
  func row(_ number: UInt32, of table: ViewTable) throws(ProjectionError) -> StreamRow? {
    let key: InlineArray<4, UInt8> = [
      UInt8(truncatingIfNeeded: number >> 24), UInt8(truncatingIfNeeded: number >> 16),
      UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number),
    ]
    guard let value = unsafe try value(of: key.span.bytes, in: table) else { return nil }
    return try StreamRow(value)
  }
}

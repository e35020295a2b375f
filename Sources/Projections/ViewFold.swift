internal import Cadre
internal import CadreCodec

/// Makes the changes of views out of a batch of facts: one fold a stream, in the order of keys.
struct ViewFold: ~Copyable {
  private var fold = StreamFold()
  private var bytes: RowBytes
  private var rows = [[ViewChanges.Row]](repeating: [], count: ViewTable.allCases.count)

  private init(expecting count: Int) { bytes = RowBytes(capacity: max(count * 64, 4096)) }

  /// The rows of the facts on top of what `base` has; nil: on top of nothing.
  /// - Throws: `row`, `event`, `order`, `store`.
  static func changes(
    _ batch: consuming FactBatch, on base: ViewSnapshot?, to size: LogSize
  ) throws(ProjectionError) -> ViewChanges {
    var batch = batch
    batch.group()
    var fold = ViewFold(expecting: batch.members[3].count)
    try fold.foldLedger(batch, base)
    for kind in 1...3 as ClosedRange<UInt8> { try fold.foldStreams(of: kind, batch, base) }
    for table in SideRows.tables { try fold.addSideRows(of: table, batch, base) }
    let rows = fold.rows
    return ViewChanges(fold.finish(), rows, size: size)
  }

  private consuming func finish() -> RowBytes { bytes }
}

extension ViewFold {
  private mutating func foldStreams(
    of kind: UInt8, _ batch: borrowing FactBatch, _ base: ViewSnapshot?
  ) throws(ProjectionError) {
    guard let table = ViewTable.ofStreams(kind: kind) else { return }
    let lastStored = try base?.lastNumber(of: table) ?? 0
    let members = batch.members[Int(kind)]
    var place = 0
    while place < members.count {
      let number = members[place].number
      if number <= lastStored, let row = try base?.row(number, of: table) {
        try fold.begin(from: row)
      } else {
        fold.begin()
      }
      while place < members.count, members[place].number == number {
        try fold.add(members[place].fact, in: batch.bodies)
        place += 1
      }
      fold.finish()
      let key = bytes.append(bigEndian: number)
      let value = bytes.append(rowOf: fold)
      rows[table.rawValue].append(ViewChanges.Row(key: key, value: value))
    }
  }

  /// Each event of the ledger has a row of its own, since a rule set may be long; a retraction,
  /// which is rare, writes all of them anew.
  private mutating func foldLedger(
    _ batch: borrowing FactBatch, _ base: ViewSnapshot?
  ) throws(ProjectionError) {
    let members = batch.members[0]
    guard members.contains(where: { $0.fact.target != nil }) else {
      for member in members {
        fold.begin()
        try fold.add(member.fact, in: batch.bodies)
        fold.finish()
        let key = bytes.append(bigEndian: member.fact.index)
        let value = bytes.append(rowOf: fold)
        rows[ViewTable.ledger.rawValue].append(ViewChanges.Row(key: key, value: value))
      }
      return
    }
    fold.begin()
    if let base {
      var stored = try base.rows(of: .ledger)
      while try stored.next() { try fold.load(try StreamRow(stored.value)) }
    }
    for member in members { try fold.add(member.fact, in: batch.bodies) }
    var written = rows[ViewTable.ledger.rawValue]
    fold.finishEach { index, row in
      let key = bytes.append(bigEndian: index.number)
      written.append(ViewChanges.Row(key: key, value: bytes.append(row)))
    }
    rows[ViewTable.ledger.rawValue] = written
  }

  /// A row that is stored already stays: it is the first.
  private mutating func addSideRows(
    of table: ViewTable, _ batch: borrowing FactBatch, _ base: ViewSnapshot?
  ) throws(ProjectionError) {
    var added: [ViewChanges.Row] = []
    try batch.side.forEachRow(of: table) { (key, value) throws(ProjectionError) in
      if let base, try base.value(of: key, in: table) != nil { return }
      let key = bytes.append(key)
      added.append(ViewChanges.Row(key: key, value: bytes.append(value)))
    }
    rows[table.rawValue] = added
  }
}

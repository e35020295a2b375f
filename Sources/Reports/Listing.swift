package import Cadre
package import Office

/// One list of an answer, each row's values under their columns: what every format shows of it.
///
/// Made once, so that a table, CSV, JSON and a picture can only show the same rows.
package struct Listing: Sendable {
  /// How machines tell it from the answer's other lists: the first member of its rows.
  package let key: String
  /// What stands above it for people.
  package let title: Words
  package let heads: [ColumnHead]
  /// A value for each head.
  package let rows: [[Value]]

  /// The rows under their columns; O(rows × columns).
  package init<Row>(
    _ key: String, _ title: Words, _ rows: some Sequence<Row>, _ columns: [Column<Row>]
  ) {
    self.key = key
    self.title = title
    heads = columns.map(\.head)
    self.rows = rows.map { row in columns.map { $0.value(row) } }
  }
}

/// The answer to a question about the ledger as a whole: its lists, and what is said beside them.
package struct Answer: Sendable {
  package let standpoint: Standpoint
  package let listings: [Listing]
  /// What people are told beside the answer; the standpoint is added to it.
  package let summary: Words
  /// What `-O svg` draws of it, from above; of a command without pictures nothing.
  package let pictures: [Picture]

  package init(
    _ standpoint: Standpoint, _ listings: [Listing], summary: Words, pictures: [Picture] = []
  ) {
    self.standpoint = standpoint
    self.listings = listings
    self.summary = summary
    self.pictures = pictures
  }

  /// The summary with the standpoint.
  package var remark: Words { summary + Words("; ") + standpoint.words + Words(".") }
}

extension Standpoint {
  /// The members that end every row of JSON, so that it says by itself from where it was asked.
  var members: [(key: String, value: Value)] {
    [
      ("on", .day(on)), ("known", .number(Int(known.count))), ("rules", .text(rules.id)),
      ("rulesKnown", .truth(rulesKnown)),
    ]
  }
}
